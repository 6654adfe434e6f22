"""From the delivery to the thanks: invited after the delay and not at night, answered with a tap, and with words."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.clock import Clock, real_now
from bot.config import LOCALES, Locale, Settings
from bot.customers.consents import consents_of
from bot.i18n import plain
from bot.loyalty.ledger import balance_of
from bot.outbox.models import Push
from bot.outbox.sender import Sender, open_sender
from bot.pacing import Pacer
from bot.surveys.definitions import shipped_definitions
from bot.surveys.models import Answer, AnswerChange, SurveyPlan
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import a_customer
from tests.support.chat import Town, open_town
from tests.support.invited import delivered, passes, somebody, until_asked
from tests.support.webchat import png

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def clock() -> Clock:
    """Noon in Berlin, where no Sunday or holiday keeps anybody from asking."""
    now = real_now()
    noon = now.astimezone(BERLIN).replace(hour=12, minute=0, second=0, microsecond=0) + 2 * DAY
    return Clock(noon - now)


@pytest.fixture
async def town(database: Settings, clock: Clock) -> AsyncIterator[Town]:
    ours: dict[str, Any] = {
        "staff_chat_id": -1_000_000_001_001,
        "default_locale": "de",
        "shop_url": "https://shop.example.org",
    }
    async with open_town(database, clock, **ours) as town:
        yield town


@pytest.fixture
async def sender(town: Town) -> AsyncIterator[Sender]:
    async with open_sender(town.settings, Pacer(0)) as sender:
        await sender.check()
        yield sender


async def test_delivered_asked_tapped_told_and_rewarded(town: Town, sender: Sender) -> None:
    anna, customer, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    delivered_at = town.clock.now()

    await passes(town, sender, 23 * HOUR)
    await anna.looks()
    anna.does_not_read("Wie zufrieden")
    await until_asked(town, sender, anna)

    asked_at = town.clock.now()
    assert 24 * HOUR <= asked_at - delivered_at <= 64 * HOUR
    assert 8 <= asked_at.astimezone(BERLIN).hour < 21
    anna.reads("Wie zufrieden sind Sie mit der Lieferung Ihrer Bestellung 1001?", "10 Punkte", "eingewilligt")
    assert anna.buttons == ["1 😞", "2 🙁", "3 😐", "4 🙂", "5 😀", "Später", "Nie mehr fragen"]

    answer = await anna.taps("5 😀")
    assert "Danke!" in str(answer)
    anna.reads("Ihre Antwort: 5 von 5", "Das freut uns!")
    await anna.taps("Verpackung")
    anna.can_tap("✓ Verpackung")
    await anna.says("Sehr liebevoll eingepackt <3")

    anna.reads("steht jetzt bei Ihrer Bewertung")
    [row] = await Answer.all()
    assert (row.score, row.comment, row.reasons, row.survey, row.definition, row.locale) == (
        *(5, "Sehr liebevoll eingepackt <3", ["packaging"], "csat", "delivery_csat", "de"),
    )
    assert (row.customer_id, row.order_id, row.chat_id) == (customer.id, shipment.order_id, anna.id)
    thanks = next(message for message in anna.seen if "das freut uns sehr" in message["text"])
    assert "+10 Punkte" in thanks["text"]
    balance = await balance_of([customer.id], now=asked_at)
    assert (balance.available, balance.pending) == (0, 10)
    assert balance.pending_until
    assert timedelta(days=13) < balance.pending_until - delivered_at <= timedelta(days=14)


async def test_who_has_not_agreed_is_never_asked_and_rates_from_the_order_card(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town, agrees=False)
    await delivered(town, sender, shipment)
    for _ in range(50):
        await passes(town, sender, HOUR)
    assert await Push.filter(purpose="survey").count() == 0
    assert (await SurveyPlan.get(survey="delivery_csat")).why == "no_consent"

    await anna.says("1001")
    await anna.taps("Lieferung bewerten")
    anna.reads("Wie zufrieden sind Sie mit der Lieferung")
    anna.does_not_read("eingewilligt")
    await anna.taps("2 🙁")
    anna.reads("Ihre Antwort: 2 von 5", "Das tut uns leid")
    await anna.taps("Beschädigt")
    await anna.taps("Fertig")

    anna.reads("liegt jetzt bei unserem Team")
    plan = await SurveyPlan.get(survey="delivery_csat")
    assert (plan.status, plan.source, (await Answer.get()).score) == ("answered", "card", 2)
    assert (await Case.get()).cause == "detractor"

    await anna.says("1001")
    anna.can_tap("Ihre Bewertung")


async def test_an_unhappy_answer_is_a_case_with_everything_that_was_said(town: Town, sender: Sender) -> None:
    anna, customer, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)

    await anna.taps("1 😞")
    await anna.says("Das Paket lag im Regen")
    anna.reads("unser Team liest es")
    await anna.sees_after(await anna.visitor.sends(("nass.png", png()), caption="so sah es aus"))

    case = await Case.get()
    assert (case.cause, case.customer_id, case.order_id, case.shipment_id, case.chat_id) == (
        *("detractor", customer.id, shipment.order_id, shipment.id, anna.id),
    )
    said = [(message.author, message.text) for message in await CaseMessage.filter(case_id=case.id).order_by("id")]
    assert said[0][1] == "Wie zufrieden sind Sie mit der Lieferung Ihrer Bestellung 1001?"
    assert said[1:] == [("customer", "1/5"), ("customer", "Das Paket lag im Regen"), ("customer", "so sah es aus")]
    answer = await Answer.get()
    assert answer.comment == "Das Paket lag im Regen\nso sah es aus"
    assert len(answer.photos) == 1


async def test_the_restart_of_the_bot_loses_no_button(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)

    await town.restart_bot()
    await anna.taps("3 😐")
    await town.restart_bot()
    await anna.taps("Zu spät")
    await town.restart_bot()
    await anna.taps("Fertig")

    anna.reads("Vielen Dank für Ihre Antwort")
    assert ((await Answer.get()).score, (await Answer.get()).reasons) == (3, ["late"])


async def test_a_double_tap_is_one_answer_and_another_tap_another(town: Town, sender: Sender) -> None:
    anna, customer, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    message_id, data = anna.data_of("2 🙁")

    await asyncio.gather(*(anna.taps_data(message_id, data) for _ in range(5)))
    await town.settle()
    assert (await Answer.all().count(), await AnswerChange.all().count(), await Case.all().count()) == (1, 1, 1)

    await anna.taps("Bewertung ändern")
    await anna.taps("5 😀")
    anna.reads("Ihre Antwort: 5 von 5")

    assert [change.score for change in await AnswerChange.all().order_by("id")] == [2, 5]
    assert (await Answer.get()).score == 5
    assert (await balance_of([customer.id], now=town.clock.now())).pending == 10


async def test_a_late_tap_is_thanked_and_not_counted(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    message_id, data = anna.data_of("5 😀")

    await passes(town, sender, 15 * DAY)
    answer = await anna.taps_data(message_id, data)
    await town.settle()

    assert "zählt nicht mehr mit" in str(answer)
    assert (await SurveyPlan.get(survey="delivery_csat")).status == "expired"
    assert await Answer.all().count() == 0


async def test_reminded_once_and_never_after_an_answer(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)

    for _ in range(100):
        await passes(town, sender, HOUR)
    await anna.looks()
    anna.reads("noch nichts von Ihnen gehört")
    assert await Push.filter(purpose="survey", status="sent").count() == 2

    await anna.taps("5 😀")
    for _ in range(10):
        await passes(town, sender, DAY)
    assert await Push.filter(purpose="survey").count() == 2


async def test_later_puts_off_and_never_ends_it(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)

    await anna.taps("Später")
    anna.reads("fragen wir noch einmal")
    anna.can_tap("5 😀")
    for _ in range(100):
        await passes(town, sender, HOUR)
    await anna.looks()
    await anna.taps("Nie mehr fragen")

    anna.reads("fragen Sie nicht mehr nach Ihrer Zufriedenheit")
    assert await consents_of([anna.id]) == {}
    assert (await SurveyPlan.get(survey="delivery_csat")).status == "cancelled"


async def test_somebody_elses_survey_takes_no_answer(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    _, data = anna.data_of("5 😀")
    bob = await town.customer("de", name="Bob", owns=[await a_customer()])
    await bob.says("/start")

    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="x", callback_data=data)]])
    sent = await town.bot.send_message(bob.id, "x", reply_markup=keyboard)
    answer = await bob.taps_data(sent.message_id, data)
    await town.settle()

    assert "gehört nicht zu diesem Chat" in str(answer)
    assert await Answer.all().count() == 0


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_whole_way_in_four_languages(town: Town, sender: Sender, locale: Locale) -> None:
    anna, _, shipment = await somebody(town, locale)
    texts = shipped_definitions()["delivery_csat"]
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)

    anna.reads(texts.wording(locale).question.replace("{number}", "1001").replace("\u00a0", " "))
    await anna.taps(plain(locale, "survey-face-1-button"))
    anna.reads(texts.follow_up(locale, "detractor").why.replace("\u00a0", " "))
    await anna.taps(plain(locale, "survey-reason-courier-button"))
    await anna.taps(plain(locale, "survey-done-button"))
    anna.reads(texts.follow_up(locale, "detractor").thanks.replace("\u00a0", " "))


async def test_who_is_happy_may_tell_others_and_is_asked_whether_we_may_ask_again(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town, agrees=False)
    await delivered(town, sender, shipment)

    await anna.says("1001")
    await anna.taps("Lieferung bewerten")
    await anna.taps("5 😀")
    await anna.taps("Fertig")

    thanks = next(message for message in anna.seen if "das freut uns sehr" in message["text"])
    assert "t.me/share/url?url=https%3A%2F%2Fshop.example.org" in str(thanks["reply_markup"])
    anna.reads("freiwillige Frage")
