"""Posts the story to the bot's own webhooks, signed as a real shop and carrier service sign; files are imported."""

import asyncio
import hashlib
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import NAMESPACE_URL, uuid5

import aiohttp
import structlog
from pydantic import SecretStr

from bot.config import Settings
from bot.connectors.listing import find_fate
from bot.connectors.signatures import PLATFORMS
from bot.demo.seeding import bring_in
from bot.demo.shopify import SHOP_DOMAIN
from bot.demo.story import Posting, Turn

PLATFORMS_USED = ("shopify", "aftership")
ANSWER_S = 10.0
# How often and how long it looks whether a body was processed: ten seconds.
LOOK_EVERY_S = 0.005
LOOKS = 2_000

log = structlog.get_logger(__name__)


class RefusedError(Exception):
    """The bot's webhook did not take what was posted; the message says what it answered."""


def with_secrets(settings: Settings) -> Settings:
    """The secrets that are set, else new ones nobody knows: every start of the demo has its own."""
    names = [f"{platform}_webhook_secret" for platform in PLATFORMS_USED]
    missing = [name for name in names if not (told := getattr(settings, name)) or not told.get_secret_value()]
    return settings.model_copy(update={name: SecretStr(secrets.token_urlsafe(32)) for name in missing})


class Courier:
    """Posts to the web server at `url`, with the secrets of `settings`."""

    def __init__(self, url: str, settings: Settings, http: aiohttp.ClientSession) -> None:
        self._url = url
        self._settings = settings
        self._http = http

    async def deliver(self, turn: Turn) -> None:
        """Post all webhooks of a turn, one after the other; returns when the bot has made of them what they tell.

        RefusedError when it would not take one. One that it took and could not read stays in its inbox, and is told.
        """
        if turn.lines:
            await bring_in(turn.lines, self._settings.time_zone)
        for posting in turn.postings:
            body = json.dumps(posting.body, ensure_ascii=False, separators=(",", ":")).encode()
            await self._post(posting, body)
            await self._wait_until_processed(posting, body)

    async def _post(self, posting: Posting, body: bytes) -> None:
        try:
            request = self._http.post(
                f"{self._url}/webhooks/{posting.platform}", data=body, headers=self._headers(posting, body)
            )
            async with request as answer:
                status = answer.status
        except (aiohttp.ClientError, TimeoutError) as error:
            raise RefusedError(
                f"its webhook of {posting.platform} cannot be reached ({type(error).__name__})"
            ) from error
        if status != 200:
            raise RefusedError(f"its webhook of {posting.platform} answered {status} to {posting.topic}")

    def _headers(self, posting: Posting, body: bytes) -> dict[str, str]:
        platform = PLATFORMS[posting.platform]
        secret: SecretStr = getattr(self._settings, f"{posting.platform}_webhook_secret")
        told = {
            platform.topic: posting.topic,
            platform.delivery: str(uuid5(NAMESPACE_URL, f"{posting.topic} {_digest(body)}")),
            platform.shop: SHOP_DOMAIN,
        }
        signed = {platform.signature[0]: platform.sign(secret.get_secret_value(), body)}
        named = {names[0]: value for names, value in told.items() if names}
        return {"Content-Type": "application/json"} | named | signed

    async def _wait_until_processed(self, posting: Posting, body: bytes) -> None:
        """The story goes on only then, so that it keeps its order."""
        fate, digest = None, _digest(body)
        for _ in range(LOOKS):
            fate = await find_fate(posting.platform, posting.topic, digest)
            if fate:
                break
            await asyncio.sleep(LOOK_EVERY_S)
        if fate != "processed":
            log.warning("demo body not processed", platform=posting.platform, topic=posting.topic, fate=fate)


@asynccontextmanager
async def open_courier(url: str, settings: Settings) -> AsyncIterator[Courier]:
    timeout = aiohttp.ClientTimeout(total=ANSWER_S)
    async with aiohttp.ClientSession(timeout=timeout) as http:
        yield Courier(url, settings, http)


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
