"""Every typed question leaves a row that says what came of it; forms, commands and rehearsals leave none."""

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.support.matching import match
from bot.support.models import Question
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person
from tests.support.staffed import Shop

UNCLEAR = ("rechnung oder lieber retoure", "konto punkte", "paket geld", "adresse rechnung", "punkte gutschein")
HUMAN: dict[Locale, str] = {"de": "Mensch", "en": "human", "fr": "humain", "lb": "Mënsch"}
NONSENSE = "blorb quux zwirbel"


async def known(shop: Shop, locale: Locale = "de") -> Person:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    return await shop.town.customer(locale, owns=[erika])


async def told() -> list[tuple[object, ...]]:
    return list(await Question.all().order_by("id").values_list("text", "outcome", "intent", "tapped"))


def said(locale: Locale, key: str) -> str:
    """As people compare it: a blank that does not break is a blank."""
    return plain(locale, key).replace("\u00a0", " ").replace("\u202f", " ")


def unclear() -> str:
    """Something that may mean several things, however well we understand."""
    return next(text for text in UNCLEAR if match(text).verdict == "did_you_mean")


@pytest.mark.parametrize("locale", LOCALES)
async def test_answered_not_understood_and_handed_over(shop: Shop, locale: Locale) -> None:
    anna = await known(shop, locale)
    await anna.says("wo ist 1001?")
    await anna.says(NONSENSE)
    anna.reads(said(locale, "question-not-understood"))
    await anna.says(NONSENSE)
    anna.reads(said(locale, "question-missed-again"))
    await anna.says(HUMAN[locale])
    rows = await told()
    assert rows[:3] == [
        ("wo ist #", "answer", "order_status", None),
        (NONSENSE, "fallback", "unknown", None),
        (NONSENSE, "fallback", "unknown", None),
    ]
    assert [row[1] for row in rows[3:]] == ["human"]
    assert {row.locale for row in await Question.all()} == {locale}


async def test_a_tap_on_what_was_meant_is_noted_and_so_is_the_human(shop: Shop) -> None:
    anna = await known(shop)
    await anna.says(unclear())
    anna.reads("Meinten Sie")
    label = next(label for label in anna.buttons if "Mensch" not in label)
    message_id, tap = anna.data_of(label)
    for _ in range(2):
        await anna.taps_data(message_id, tap)
        await shop.town.settle()
    [(_, outcome, _, tapped)] = await told()
    assert outcome == "did_you_mean"
    assert tapped == tap.split(":")[1]

    await anna.taps("🙋 Mensch", message_id=message_id)
    [(_, _, _, tapped)] = await told()
    assert tapped == "human"


async def test_commands_and_words_for_a_form_are_no_questions(shop: Shop) -> None:
    anna = await shop.town.customer("de")
    await anna.says("/start")
    await anna.taps("verknüpfen")
    await anna.taps("Bestellnummer")
    await anna.says("1001")
    assert await told() == []
