"""A return on the staff's desk: Anna asks for it, Mia has its card in the group and its screens in private."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.config import Locale
from bot.i18n import Money, plain
from bot.returns.models import Return
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.chat import Person
from tests.support.staffed import Shop, row_text
from tests.support.webchat import Json

DEAR = Item("Espressomaschine", 1, "399.00", sku="ESPRESSO")


async def asks(shop: Shop, reason: str, outcome: str, locale: Locale = "de", **more: Any) -> tuple[Person, Return]:
    """Anna sends back something dear, twenty days after it came: the shop's own window, and a value to look at."""
    anna = await draws(shop, reason, outcome, locale, **more)
    await anna.taps(plain(locale, "return-send-button"))
    return anna, await Return.get()


async def draws(
    shop: Shop, reason: str, outcome: str, locale: Locale = "de", instead: str = "Mokkakanne", **more: Any
) -> Person:
    """The same up to the summary, before it is sent; `instead` is tapped where there is a choice."""
    at = shop.town.clock.now() - timedelta(days=20)
    owner = await a_customer()
    columns: dict[str, Any] = {
        "lines": (DEAR,),
        "ship_country": "DE",
        "placed_at": at - timedelta(days=2),
        "customer": owner,
    } | more
    await an_order("1001", parcels=[parcel(scan("delivered", at=at))], **columns)
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("1001")
    await anna.taps(plain(locale, "return-start-button"))
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    await anna.taps(plain(locale, f"return-why-{reason}"))
    if reason in {"defective", "other"}:
        await anna.taps(plain(locale, "withdraw-chosen-button"))
    await anna.taps(plain(locale, f"return-want-{outcome}"))
    if outcome == "exchange":
        await anna.taps(instead)
    return anna


async def card_with(shop: Shop, label: str) -> Json:
    """The card of the case, once it offers this."""

    def offers(message: Json) -> bool:
        keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
        return any(row_text(row, label) for row in keyboard)

    return await shop.sees(offers)


async def taps(shop: Shop, key: str, locale: Locale = "de") -> str:
    label = plain(locale, key)
    return str(await shop.taps(shop.mia, label, await card_with(shop, label)))


async def follows(shop: Shop, label: str, locale: Locale = "de") -> Person:
    """Mia goes by a link of the card into her private chat with the bot."""
    card = await card_with(shop, label)
    keys = [key for row in card["reply_markup"]["inline_keyboard"] for key in row]
    [url] = [key["url"] for key in keys if label in key["text"] and "url" in key]
    mia = Person(shop.town, shop.mia)
    await mia.says(f"/language {locale}")
    names = {"de": "Deutsch", "en": "English", "fr": "Français", "lb": "Lëtzebuergesch"}
    await mia.looks()
    if any(names[locale] in button for button in mia.buttons):
        await mia.taps(names[locale])
    await mia.says(f"/start {url.partition('start=')[2]}")
    return mia


def private(key: str, locale: Locale) -> str:
    """The beginning of a label, as far as the sum that it names."""
    return plain(locale, key, total=Money(Decimal(399), "EUR")).partition("399")[0].rstrip("€ \u00a0")
