"""`ask`: what the bot would answer to a question, without a chat and without writing anything."""

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands import Rehearsing, Wiring
from bot.config import LOCALES, Locale, Settings, load_settings
from bot.errors import OperatorError

if TYPE_CHECKING:
    from bot.clock import Clock
    from bot.customers.profile import Profile
    from bot.shop.models import Customer
    from bot.support.results import Answer, Result

# Nobody's chat: it is neither looked up nor written.
CHAT_ID = 1
REPLIES_KEPT = 2_000


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="The question, as a customer would type it.")
    ] = None,
    customer: Annotated[str | None, typer.Option(metavar="MAIL", help="Ask as this customer of the shop.")] = None,
    locale: Annotated[str | None, typer.Option(help="Language of the chat: de, en, fr or lb.")] = None,
    batch: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help='Ask each line of a file, {"text": …, "locale": …}; - is standard input.'),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print how it was understood, too; of a batch a line each.")
    ] = False,
) -> None:
    """Print what the bot would answer to a question; without --customer as in a chat that is not linked."""
    if bool(words) == bool(batch):
        raise typer.BadParameter("either a question or --batch FILE", param_hint="TEXT…")
    spoken = _spoken(locale)
    if batch:
        from bot.commands.ask_batch import ask_batch

        asyncio.run(ask_batch(batch, load_settings(), mail=customer, locale=spoken, wiring=ctx.obj, as_json=as_json))
        return
    asked = asyncio.run(_ask(load_settings(), " ".join(words or ()), customer, spoken, ctx.obj))
    typer.echo(json.dumps(asked, ensure_ascii=False, indent=2) if as_json else asked["reply"])


def _spoken(locale: str | None) -> Locale | None:
    if locale is None:
        return None
    known = next((each for each in LOCALES if each == locale), None)
    if known is None:
        raise typer.BadParameter(f"{locale} is none of {', '.join(LOCALES)}", param_hint="--locale")
    return known


async def _ask(
    settings: Settings, text: str, mail: str | None, locale: Locale | None, wiring: Wiring
) -> dict[str, Any]:
    from bot.commands.reading import reading_or_empty

    async with reading_or_empty(settings):
        return await answer_without_chat(text, settings=settings, mail=mail, locale=locale, wiring=wiring)


async def answer_without_chat(
    text: str, *, settings: Settings, mail: str | None, locale: Locale | None, wiring: Wiring
) -> dict[str, Any]:
    """The answer with the keys of `ask --json`; the database is open and is only read.

    Without `locale` the customer's own language is spoken, else the shop's default.
    """
    return await (await begin_asking(settings=settings, mail=mail, locale=locale, wiring=wiring)).ask(text)


async def begin_asking(*, settings: Settings, mail: str | None, locale: Locale | None, wiring: Wiring) -> "Asking":
    from bot.clock import Clock
    from bot.demo.place import find_ahead

    clock = Clock(await find_ahead())
    profile = await _profile(mail, locale, settings)
    return Asking(profile, clock, wiring.rehearse(settings=settings, clock=clock, profile=profile))


class Asking:
    """One person who asks, each question as the first one."""

    def __init__(self, profile: "Profile", clock: "Clock", rehearsal: Rehearsing) -> None:
        self.profile, self.clock, self._rehearsal = profile, clock, rehearsal
        self._replies: dict[Result, str] = {}

    async def ask(self, text: str) -> dict[str, Any]:
        """The keys of `ask --json`."""
        from bot.support.questions import answer

        today = self.clock.now().astimezone(self.profile.tz).date()
        understood = await answer(text, customer_ids=self.profile.customer_ids, today=today)
        return {
            "text": text,
            "locale": self.profile.locale,
            **_described(understood),
            "reply": await self._reply(text, understood),
        }

    async def _reply(self, text: str, understood: "Answer") -> str:
        """Of many that ask the same, one is played through the windows, and the others are told the same."""
        from bot.support.results import DidYouMean

        if self._counts_itself(text, understood.result):
            return await self._rehearsal.reply(text, understood)
        # What may be meant stands on the buttons, and above them the same words for all.
        same = DidYouMean(()) if isinstance(understood.result, DidYouMean) else understood.result
        if len(self._replies) >= REPLIES_KEPT:
            self._replies.clear()
        if same not in self._replies:
            self._replies[same] = await self._rehearsal.reply(text, understood)
        return self._replies[same]

    def _counts_itself(self, text: str, result: "Result") -> bool:
        """Whether more than the result decides: a command, a withdrawal's words, a parcel that somebody misses."""
        from bot.support.results import WithdrawalWanted

        is_said = text.strip() and not text.lstrip().startswith("/")
        return not is_said or bool(self.profile.customer_ids) or isinstance(result, WithdrawalWanted)


async def _profile(mail: str | None, locale: Locale | None, settings: Settings) -> "Profile":
    """The person as a chat would know them; every customer row of one address is one person."""
    from bot.customers.offers import last_order
    from bot.customers.profile import Profile
    from bot.customers.time_zones import zone_of_country
    from bot.i18n import guess_locale

    customers = await _customers_of(mail) if mail else []
    order = await last_order(*(customer.id for customer in customers)) if customers else None
    country = (order.ship_country if order else None) or ""
    language = next((customer.locale for customer in customers if customer.locale), None)
    return Profile(
        chat_id=CHAT_ID,
        locale=locale or guess_locale(language, settings.default_locale),
        locale_chosen=True,
        tz=zone_of_country(country) or settings.time_zone,
        time_zone_chosen=False,
        customer_ids=tuple(customer.id for customer in customers),
        first_name="",
    )


async def _customers_of(mail: str) -> "list[Customer]":
    from bot.shop.models import Customer
    from bot.shop.numbers import email_key

    found = await Customer.filter(email_key=email_key(mail)).order_by("id")
    if not found:
        raise OperatorError(f"ask: no customer has the e-mail address {mail}; see `show order NUMBER` for whose one is")
    return found


def _described(understood: "Answer") -> dict[str, Any]:
    """How the question was understood; where it asks which order, `alternatives` are their numbers."""
    from bot.support.products_meant import ProductChoice, ProductFound
    from bot.support.results import (
        FaqFound,
        NothingOpen,
        OrderChoice,
        OrderFound,
        TopicWanted,
    )

    order: str | None = None
    faq: str | None = None
    products: list[str] = []
    alternatives: list[dict[str, Any]] = [
        {"intent": each.intent, "confidence": each.confidence} | ({"faq": each.faq} if each.faq else {})
        for each in understood.alternatives
    ]
    match understood.result:
        case OrderFound(_, number, _) | NothingOpen(_, number):
            order = number
        case TopicWanted(_, ((_, number),)):
            order = number
        case OrderChoice(numbers):
            alternatives = [{"order": number} for number in numbers]
        case FaqFound(key):
            faq = key
        case ProductFound(_, sku):
            products = [sku]
        case ProductChoice(_, skus):
            products = list(skus)
        case _:
            pass
    return {
        "intent": understood.intent,
        "confidence": understood.confidence,
        "alternatives": alternatives,
        "outcome": understood.outcome,
        "order": order,
        "products": products,
        "faq": faq,
    }
