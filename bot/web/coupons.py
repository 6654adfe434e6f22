"""Coupons for the shop's checkout: `POST /shop/coupons/redeem`, as shop_api.json describes it."""

import hmac
import re
from collections.abc import Awaitable, Callable
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Literal

import structlog
from aiohttp import web
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from bot.clock import Clock, real_now
from bot.errors import TooManyTriesError
from bot.loyalty.checkout import MISS_WINDOW, Answer, KeyReusedError, Verb, answer_call
from bot.loyalty.redeeming import look_at, redeem, release
from bot.loyalty.worth import Article, Basket
from bot.shop.numbers import email_key

PATH, DOCUMENT_PATH = "/shop/coupons/redeem", "/shop/openapi.json"
DOCUMENT = Path(__file__).parent / "shop_api.json"
KEY = re.compile(r"[\x21-\x7e]{1,128}")
MOST_FAULTS = 5

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def _whole(value: object) -> object:
    """In JSON 2.0 is as good an integer as 2, and some languages write it so."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Printable = r"^[^\x00-\x1f\x7f]+$"
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{2,39}$")]
Order = Annotated[str, StringConstraints(pattern=Printable, min_length=1, max_length=64)]
Sku = Annotated[str, StringConstraints(pattern=Printable, min_length=1, max_length=128)]
Visitor = Annotated[str, StringConstraints(pattern=Printable, min_length=8, max_length=128)]
Email = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x20\x7f@]+@[^\x00-\x20\x7f@]+$", max_length=254)]
Price = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,9}(\.[0-9]{1,4})?$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]

log = structlog.get_logger(__name__)


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Item(_Told):
    sku: Sku
    quantity: Annotated[int, BeforeValidator(_whole), Field(ge=1, le=100_000)]
    unit_price: Price


class _Basket(_Told):
    currency: Currency
    items: Annotated[tuple[_Item, ...], Field(min_length=1, max_length=500)]

    def as_basket(self) -> Basket:
        articles = (Article(item.sku, item.quantity, Decimal(item.unit_price)) for item in self.items)
        return Basket(self.currency, tuple(articles))


class Check(_Told):
    action: Literal["check"]
    code: Code
    visitor: Visitor
    email: Email | None = None
    basket: _Basket


class Redeem(_Told):
    action: Literal["redeem"]
    code: Code
    visitor: Visitor
    email: Email | None = None
    basket: _Basket
    order: Order


class Release(_Told):
    action: Literal["release"]
    code: Code
    order: Order


Ask = Annotated[Check | Redeem | Release, Field(discriminator="action")]


@cache
def _body() -> TypeAdapter[Check | Redeem | Release]:
    return TypeAdapter(Ask)


class RefusedCallError(Exception):
    """A call that is not carried out; the answer says why."""

    def __init__(self, status: int, error: str, message: str, **headers: str) -> None:
        super().__init__(error)
        self.status, self.error, self.message, self.headers = status, error, message, headers


def coupon_routes(token: str, clock: Clock) -> list[web.RouteDef]:
    """The routes of a shop that has set a token."""

    async def call(request: web.Request) -> web.Response:
        _authorise(request, token)
        asked = _parse(request, await _read(request))
        return _response(await _carry_out(request, asked, clock))

    async def describe(_: web.Request) -> web.FileResponse:
        return web.FileResponse(DOCUMENT, headers={"Content-Type": "application/json"})

    return [web.post(PATH, _telling_why(call)), web.get(DOCUMENT_PATH, describe)]


def _telling_why(handler: Handler) -> Handler:
    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except RefusedCallError as refusal:
            log.info("checkout refused", error=refusal.error)
            body = {"error": refusal.error, "message": refusal.message}
            return web.json_response(body, status=refusal.status, headers=refusal.headers)

    return answer


def _authorise(request: web.Request, token: str) -> None:
    given = request.headers.get("Authorization", "").encode(errors="surrogateescape")
    if not hmac.compare_digest(given, f"Bearer {token}".encode()):
        message = "Send Authorization: Bearer with BOTE_SHOP_API_TOKEN."
        raise RefusedCallError(401, "unauthorized", message, **{"WWW-Authenticate": "Bearer"})


async def _read(request: web.Request) -> bytes:
    if request.content_type != "application/json":
        raise RefusedCallError(415, "not_json", "Send Content-Type: application/json.")
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise RefusedCallError(413, "too_large", "The body is longer than 1 MiB.") from None


def _parse(request: web.Request, body: bytes) -> Check | Redeem | Release:
    """What is asked; faults are told by place and kind, never by value."""
    try:
        asked = _body().validate_json(body)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors(include_input=False)]
        raise RefusedCallError(400, "invalid", "; ".join(faults[:MOST_FAULTS])) from None
    key = request.headers.get("Idempotency-Key")
    if key is None and asked.action != "check":
        raise RefusedCallError(400, "key_missing", "Send an Idempotency-Key: of your own, a new one for each attempt.")
    if key is not None and not KEY.fullmatch(key):
        raise RefusedCallError(400, "key_invalid", "An Idempotency-Key is 1 to 128 printable characters.")
    return asked


async def _carry_out(request: web.Request, asked: Check | Redeem | Release, clock: Clock) -> Answer:
    key = request.headers.get("Idempotency-Key")
    visitor = None if isinstance(asked, Release) else asked.visitor
    try:
        return await answer_call(
            _verb(asked, clock), asked.model_dump_json(), key=key, visitor=visitor, now_real=real_now()
        )
    except KeyReusedError:
        message = "This Idempotency-Key came with another body before."
        raise RefusedCallError(422, "key_reused", message) from None
    except TooManyTriesError:
        seconds = int(MISS_WINDOW.total_seconds())
        message = "This visitor has named too many codes that there are not."
        raise RefusedCallError(429, "too_many_tries", message, **{"Retry-After": str(seconds)}) from None


def _verb(asked: Check | Redeem | Release, clock: Clock) -> Verb:
    now = clock.now()
    match asked:
        case Check(code=code, basket=basket, email=email):
            return partial(look_at, code, basket.as_basket(), email=email_key(email), now=now)
        case Redeem(code=code, basket=basket, email=email, order=order):
            return partial(redeem, code, basket.as_basket(), order=order, email=email_key(email), now=now)
        case Release(code=code, order=order):
            return partial(release, code, order=order, now=now)


def _response(answer: Answer) -> web.Response:
    return web.json_response(answer.body, status=answer.status, headers={"Cache-Control": "no-store"})
