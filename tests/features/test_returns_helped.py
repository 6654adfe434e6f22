"""What customers type that they need of a return under way: its label again, to keep it, what comes next."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.models import Return
from bot.support.questions import answer
from bot.support.results import ReturnWanted
from tests.support.builders import TODAY, a_customer, a_return, an_order, parcel
from tests.support.returns import a_delivered_order
from tests.support.stage import Stage, on_stage

NOON = datetime(2026, 11, 9, 11, tzinfo=UTC)
LABEL: dict[Locale, str] = {
    "de": "ich brauche das Etikett nochmal",
    "en": "I need the label again",
    "fr": "j'ai besoin de l'étiquette à nouveau",
    "lb": "ech brauch de Retourszettel nach eng Kéier",
}
KEEP: dict[Locale, str] = {
    "de": "ich will es doch behalten",
    "en": "I want to keep it after all",
    "fr": "je veux finalement le garder",
    "lb": "ech wëll et awer behalen",
}
NEXT: dict[Locale, str] = {
    "de": "wie geht es jetzt weiter?",
    "en": "what happens next?",
    "fr": "que se passe-t-il maintenant ?",
    "lb": "wéi geet et elo weider?",
}


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON - datetime.now(UTC))


async def sends_back(settings: Settings, clock: Clock, locale: Locale = "de", **columns: Any) -> Stage:
    """Anna with a return that waits for her parcel, and an order on its way."""
    erika = await a_customer()
    order, _ = await a_delivered_order("1002", customer=erika)
    await a_return(order, **({"number": "R-7K3F9"} | columns))
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    return await on_stage(settings, clock, locale, owns=[erika])


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_label_comes_again(database: Settings, clock: Clock, locale: Locale) -> None:
    label = {"url": None, "code": "DHL-4711", "file_id": "abc", "file_kind": "document"}
    anna = await sends_back(database, clock, locale, label=label)
    await anna.says(LABEL[locale])
    anna.reads(plain(locale, "return-help-label-again"), "R-7K3F9")
    pushes = await Push.filter(chat_id=anna.id).order_by("id")
    assert [push.method for push in pushes] == ["sendDocument", "sendPhoto"]
    assert pushes[0].params == {"document": "abc"}


@pytest.mark.parametrize(
    ("columns", "key"),
    [
        ({"label": {"url": "https://label.example.org/1"}}, "return-help-label"),
        ({"status": "approved", "sends_itself": True}, "return-help-label-none"),
        ({"status": "approved"}, "return-next-approved"),
    ],
)
async def test_where_the_label_is_stands_above_the_card(
    database: Settings, clock: Clock, columns: dict[str, Any], key: str
) -> None:
    anna = await sends_back(database, clock, **columns)
    await anna.says(LABEL["de"])
    anna.reads(plain("de", key, shop=database.shop_name), "R-7K3F9")
    assert not await Push.exists()


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_wants_to_keep_it_is_one_tap_away(database: Settings, clock: Clock, locale: Locale) -> None:
    anna = await sends_back(database, clock, locale)
    await anna.says(KEEP[locale])
    anna.reads(plain(locale, "return-cancel-ask", number="R-7K3F9").splitlines()[0])
    await anna.taps(plain(locale, "return-cancel-yes-button"))
    assert (await Return.get()).status == "cancelled"


async def test_what_is_on_its_way_is_for_the_team(database: Settings, clock: Clock) -> None:
    anna = await sends_back(database, clock, status="in_transit")
    await anna.says(KEEP["de"])
    anna.reads(plain("de", "return-help-late"), "R-7K3F9")


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_comes_next_stands_on_the_card(database: Settings, clock: Clock, locale: Locale) -> None:
    anna = await sends_back(database, clock, locale)
    await anna.says(NEXT[locale])
    anna.reads("R-7K3F9", plain(locale, "return-next-label_sent"))


async def test_what_comes_next_with_another_order_is_not_that_of_the_return(database: Settings, clock: Clock) -> None:
    anna = await sends_back(database, clock)
    await anna.says("1001")
    await anna.says(NEXT["de"])
    anna.does_not_read("R-7K3F9")


async def test_the_number_or_the_order_says_which_of_several(database: Settings, clock: Clock) -> None:
    erika = await a_customer()
    for number in ("1002", "1003"):
        order, _ = await a_delivered_order(number, customer=erika)
        await a_return(order, number=f"R-{number}2")
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says(KEEP["de"])
    anna.reads(plain("de", "return-help-which"))
    anna.can_tap("R-10022", "R-10032")
    await anna.says("ich will 1003 doch behalten")
    anna.reads(plain("de", "return-cancel-ask", number="R-10032").splitlines()[0])
    await anna.says("R-10022")
    await anna.says(KEEP["de"])
    anna.reads(plain("de", "return-cancel-ask", number="R-10022").splitlines()[0])


async def test_without_a_return_under_way_a_label_begins_one(database: Settings, clock: Clock) -> None:
    erika = await a_customer()
    order, _ = await a_delivered_order("1002", customer=erika)
    await a_return(order, status="closed")
    found = await answer("I need the return label", customer_ids=[erika.id], today=TODAY)
    assert isinstance(found.result, ReturnWanted)
