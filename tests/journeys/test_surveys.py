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
from bot.customers.consents import consents_of, give
from bot.i18n import plain
from bot.loyalty.ledger import balance_of
from bot.outbox.drain import Terms, drain
from bot.outbox.models import Push
from bot.outbox.sender import Sender, open_sender
from bot.pacing import Pacer
from bot.shipping.events import record_event
from bot.shop.models import Customer, Shipment
from bot.surveys.definitions import shipped_definitions
from bot.surveys.launches import launch
from bot.surveys.models import Answer, AnswerChange, SurveyPlan
from bot.surveys.rounds import go_round
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.chat import Person, Town, open_town
from tests.support.surveys import content
from tests.support.webchat import eventually, png

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


async def somebody(town: Town, locale: Locale = "de", *, agrees: bool = True) -> tuple[Person, Customer, Shipment]:
    """Somebody at home in the chat whose parcel is out for delivery."""
    await launch(content("nps", active=False), name="nps.toml", now=town.clock.now())
    customer = await a_customer()
    order = await an_order("1001", customer=customer, parcels=[parcel("in_transit")], ship_country="DE")
    person = await town.customer(locale, owns=[customer])
    if agrees:
        await agree(town, person)
    await person.says("/start")
    return person, customer, await Shipment.get(order_id=order.id)


async def agree(town: Town, person: Person) -> None:
    proof = {"wording": "Ja", "version": 1, "locale": "de", "request_message_id": 1, "confirm_message_id": 2}
    await give(person.id, "survey", **proof, now=town.clock.now())  # type: ignore[arg-type]  # as two taps give it


async def delivered(town: Town, sender: Sender, shipment: Shipment) -> None:
    now = town.clock.now()
    await record_event(shipment.id, scan("delivered", at=now), now=now, settings=town.settings)
    await passes(town, sender, timedelta())


async def passes(town: Town, sender: Sender, span: timedelta) -> None:
    """So much time passes in the shop; what falls due is asked and sent."""
    town.clock.advance(span)
    for _ in range(3):
        await go_round(town.clock.now(), town.settings)
        await drain(town.clock.now, sender, Terms(town.settings, owner="test"))


async def until_asked(town: Town, sender: Sender, person: Person) -> None:
    """Hour by hour until the invitation is there."""
    for _ in range(60):
        await passes(town, sender, HOUR)
        await person.looks()
        if any("survey" in str(message.get("reply_markup")) for message in person.seen):
            return
    raise AssertionError("nobody has asked")


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


async def test_a_comment_that_is_edited_takes_the_place_of_what_it_said(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    await anna.taps("1 😞")
    await anna.says("Das Paket lag im Regen")
    mine = next(each for each in reversed(anna.messages) if not each["from"]["is_bot"])
    await anna.says("und war offen")

    path = f"/api/chats/{anna.id}/messages/{mine['message_id']}"
    await town.web.ask("PATCH", path, {"user_id": anna.id, "text": "Das Paket lag im Schnee"})
    await eventually(Answer.filter(comment="Das Paket lag im Schnee\nund war offen").exists)

    [first, _second] = (await Answer.get()).comment_parts
    assert first == {
        "message": mine["message_id"],
        "text": "Das Paket lag im Schnee",
        "before": ["Das Paket lag im Regen"],
    }
    said = [message.text for message in await CaseMessage.filter(author="customer").order_by("id")]
    assert said == ["1/5", "Das Paket lag im Schnee", "und war offen"], "the staff read it as it is now"


async def test_human_still_reaches_a_human_and_questions_are_still_answered(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    await anna.taps("4 🙂")

    await anna.says("1001")
    anna.reads("Bestellung 1001", "Zugestellt")
    await anna.taps("Startseite")
    await anna.visitor.says("Mensch")
    await eventually(Case.filter(cause="human").exists)

    assert (await Answer.get()).comment is None
    assert (await Case.get()).cause == "human"


async def test_a_command_is_never_a_comment(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    invitation = anna.screen["message_id"]
    await anna.taps("4 🙂")

    await anna.says("/foo")
    anna.does_not_read("steht jetzt bei Ihrer Bewertung")
    anna.has_a_way_on()
    await anna.taps_data(*anna.data_of("Bewertung ändern"))
    await anna.taps("4 🙂")
    await anna.sees_after(await anna.visitor.says("/foo", reply_to=invitation))
    await anna.says("/points")
    anna.reads("Sie haben 0 Punkte")
    assert (await Answer.get()).comment is None


async def test_a_reply_finds_its_survey_days_later(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    asked = anna.screen["message_id"]

    await anna.sees_after(await anna.visitor.says("zu langsam", reply_to=asked))
    anna.reads("Tippen Sie bitte zuerst eine Bewertung an")
    await anna.sees_after(await anna.visitor.says("3", reply_to=asked))
    anna.reads("Ihre Antwort: 3 von 5")
    await passes(town, sender, 4 * DAY)
    await anna.says("/start")
    await anna.sees_after(await anna.visitor.says("zu langsam", reply_to=asked))

    assert ((await Answer.get()).score, (await Answer.get()).comment) == (3, "zu langsam")


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
