"""What customers ask about a withdrawal: the last day as a date, the form as a file, no question where none is due."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import plain
from bot.outbox.models import Push
from bot.outbox.papers import files_of
from bot.tickets.models import Case
from tests.support.builders import a_customer, a_return, an_order, parcel
from tests.support.returns import a_delivered_order
from tests.support.stage import Stage, on_stage

NOON = datetime(2026, 11, 9, 11, tzinfo=UTC)
# A fortnight after the 4th, which is a holiday in a part of Germany, and nobody knows which part is meant.
LAST_DAY = date(2026, 11, 19)
UNTIL: dict[Locale, list[str]] = {
    "de": ["Wann läuft die Widerrufsfrist ab?", "Bis wann kann ich widerrufen?", "bis wann kann ich widerrufen"],
    "en": ["When does the withdrawal period end?", "Until when can I withdraw?", "how long can i still withdraw"],
    "fr": ["Quand expire le délai de rétractation ?", "Jusqu'à quand puis-je me rétracter ?"],
    "lb": ["Wéini leeft d'Widderruffsfrist of?", "Bis wéini kann ech widderruffen?"],
}
FORM: dict[Locale, list[str]] = {
    "de": ["Wo finde ich das Widerrufsformular?", "Widerrufsformular"],
    "en": ["Where is the withdrawal form?", "Where do I find the cancellation form?"],
    "fr": ["Où trouver le formulaire de rétractation ?"],
    "lb": ["Wou fannen ech de Widderruffsformular?"],
}
DENIED: dict[Locale, list[str]] = {
    "de": ["Ich möchte nicht widerrufen", "Ich habe nicht vor zu widerrufen"],
    "en": ["I don't want to withdraw", "I don't need to withdraw", "I never wanted to withdraw from 1002"],
    "fr": ["Je ne veux pas me rétracter", "Je n'ai pas l'intention de me rétracter"],
    "lb": ["Ech wëll net widderruffen", "Ech brauch net ze widderruffen"],
}


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON - datetime.now(UTC))


async def owns(settings: Settings, clock: Clock, locale: Locale = "de", *, second: bool = False) -> Stage:
    """Anna with an order that has arrived, and perhaps one on its way."""
    erika = await a_customer()
    await a_delivered_order("1002", customer=erika)
    if second:
        await an_order("1001", customer=erika, parcels=[parcel("in_transit")], ship_country="DE")
    return await on_stage(settings, clock, locale, owns=[erika])


@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale in LOCALES for text in UNTIL[locale]])
async def test_the_last_day_is_a_date(database: Settings, clock: Clock, locale: Locale, text: str) -> None:
    anna = await owns(database, clock, locale)
    await anna.says(text)
    anna.reads("1002", plain(locale, "term-open", day=LAST_DAY))
    anna.can_tap(plain(locale, "withdraw-button"), plain(locale, "term-form-button"))
    assert not await Case.exists(), "a question is kept for nobody"


@pytest.mark.parametrize("locale", LOCALES)
async def test_of_several_orders_each_has_its_day_until_one_is_chosen(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    anna = await owns(database, clock, locale, second=True)
    await anna.says(UNTIL[locale][0])
    anna.reads("1001", plain(locale, "term-unbegun", days=14), "1002", plain(locale, "term-open", day=LAST_DAY))
    await anna.taps("1002")
    anna.reads("1002", plain(locale, "term-open", day=LAST_DAY), plain(locale, "term-enough"))
    anna.does_not_read("1001")
    await anna.taps(plain(locale, "withdraw-button"))
    anna.reads(plain(locale, "withdraw-title"), "1002")


async def test_the_order_that_is_talked_about_or_named_is_the_one(database: Settings, clock: Clock) -> None:
    anna = await owns(database, clock, second=True)
    await anna.says("1002")
    await anna.says("Bis wann kann ich widerrufen?")
    anna.reads("1002")
    anna.does_not_read("1001")
    await anna.says("Bis wann kann ich 1001 widerrufen?")
    anna.reads("1001", plain("de", "term-unbegun", days=14))
    anna.does_not_read("1002")


@pytest.mark.parametrize(
    ("later", "columns", "key"),
    [
        (timedelta(days=40), {}, "term-over"),
        (timedelta(0), {"status": "refunded"}, "term-nothing"),
    ],
)
async def test_what_is_over_or_gone_is_said(
    database: Settings, clock: Clock, later: timedelta, columns: dict[str, Any], key: str
) -> None:
    erika = await a_customer()
    order, _ = await a_delivered_order("1002", customer=erika)
    if columns:
        await a_return(order, **columns)
    clock.advance(later)
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("Wann läuft die Widerrufsfrist ab?")
    anna.reads("1002", plain("de", key, day=LAST_DAY))
    anna.cannot_tap(plain("de", "withdraw-button"))


async def test_without_a_linked_purchase_the_rule_is_told_and_how_to_learn_the_day(
    database: Settings, clock: Clock
) -> None:
    anna = await on_stage(database, clock)
    await anna.says("Bis wann kann ich widerrufen?")
    anna.reads(plain("de", "term-general", days=14))
    anna.can_tap(plain("de", "menu-link-button"))


@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale in LOCALES for text in FORM[locale]])
async def test_the_form_is_a_file_and_nobody_needs_it(
    database: Settings, clock: Clock, locale: Locale, text: str
) -> None:
    anna = await owns(database, clock, locale)
    await anna.says(text)
    anna.reads(plain(locale, "term-form-text").splitlines()[0])
    await anna.taps(plain(locale, "term-form-button"))
    push = await Push.get(chat_id=anna.id)
    paper = push.params["document"]["paper"]
    assert paper["title"] == plain(locale, "term-form-title")
    assert plain(locale, "term-form-declare") in [line for block in paper["blocks"] for line in block["lines"]]


async def test_the_file_of_a_named_order_names_it_and_can_be_drawn(database: Settings, clock: Clock) -> None:
    anna = await owns(database, clock)
    await anna.says("Widerrufsformular für 1002")
    await anna.taps(plain("de", "term-form-button"))
    params = (await Push.get(chat_id=anna.id)).params
    assert "1002" in str(params["document"])
    assert (await files_of(params))["document"].data.startswith(b"%PDF")


@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale in LOCALES for text in DENIED[locale]])
async def test_who_does_not_want_to_withdraw_is_asked_nothing(
    database: Settings, clock: Clock, locale: Locale, text: str
) -> None:
    anna = await owns(database, clock, locale)
    await anna.says(text)
    anna.reads(plain(locale, "withdraw-denied"))
    assert not await Case.exists()


async def test_what_was_written_before_is_not_denied_away(database: Settings, clock: Clock) -> None:
    anna = await owns(database, clock)
    await anna.says("Ich widerrufe 1002")
    await anna.says("Nein, ich möchte nicht widerrufen")
    anna.reads(plain("de", "withdraw-denied-kept"))


async def test_who_has_withdrawn_and_does_not_want_to_any_more_is_shown_it(database: Settings, clock: Clock) -> None:
    erika = await a_customer()
    order, _ = await a_delivered_order("1002", customer=erika)
    await a_return(order, way="withdrawal", status="approved", number="R-7K3F9", declared_at=NOON)
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("Ich möchte doch nicht widerrufen")
    anna.reads(plain("de", "withdraw-made")[:20])
    anna.can_tap("R-7K3F9")


BACK: dict[Locale, str] = {
    "de": "1002 zurückgeben",
    "en": "return order 1002",
    "fr": "retourner la commande 1002",
    "lb": "1002 zréckschécken",
}
BACK_UNTIL: dict[Locale, str] = {
    "de": "Bis wann kann ich zurückgeben?",
    "en": "Until when can I return it?",
    "fr": "Jusqu'à quand puis-je retourner ?",
    "lb": "Bis wéini kann ech zréckginn?",
}


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_number_and_that_it_goes_back_is_enough(database: Settings, clock: Clock, locale: Locale) -> None:
    anna = await owns(database, clock, locale, second=True)
    await anna.says(BACK[locale])
    anna.reads("1002", plain(locale, "withdraw-pieces-ask").splitlines()[0])


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_mere_number_after_the_question_until_when_asks_it_of_that_order(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    anna = await owns(database, clock, locale, second=True)
    await anna.says(UNTIL[locale][0])
    await anna.says("1002")
    anna.reads("1002", plain(locale, "term-open", day=LAST_DAY))
    anna.does_not_read("1001")
    await anna.says("1001")
    anna.reads("1001", plain(locale, "term-unbegun", days=14))


@pytest.mark.parametrize("locale", LOCALES)
async def test_until_when_the_only_order_may_go_back_is_a_date(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    anna = await owns(database, clock, locale)
    await anna.says(BACK_UNTIL[locale])
    anna.reads("1002", plain(locale, "term-open", day=LAST_DAY))


async def test_when_after_the_list_of_orders_is_the_day_of_the_one_that_is_open(
    database: Settings, clock: Clock
) -> None:
    anna = await owns(database, clock, second=True)
    await anna.says("meine Bestellungen")
    await anna.says("Wann?")
    anna.reads("1001")
    anna.does_not_read("1002")
