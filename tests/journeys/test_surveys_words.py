"""What customers type around a survey: a comment finds its answer, and what is no comment goes where it belongs."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.outbox.sender import Sender, open_sender
from bot.pacing import Pacer
from bot.surveys.models import Answer
from bot.tickets.models import Case, CaseMessage
from tests.support.chat import Town, open_town
from tests.support.invited import delivered, passes, somebody, until_asked
from tests.support.webchat import eventually

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


async def test_words_before_a_reason_leave_the_reasons_to_be_tapped(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    await anna.taps("1 😞")
    place = next(each["message_id"] for each in reversed(anna.messages) if "Zu spät" in str(each.get("reply_markup")))
    await anna.says("Das Paket lag im Regen")
    await anna.taps("Zu spät", message_id=place)
    await eventually(Answer.filter(comment="Das Paket lag im Regen", reasons=["late"]).exists)


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


async def test_a_comment_is_mended_hours_later_and_a_typed_score_by_another(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    asked = anna.screen["message_id"]
    typed = await anna.visitor.says("2", reply_to=asked)
    await anna.sees_after(typed)
    said = await anna.visitor.says("zu spaet und nass")
    await anna.sees_after(said)
    await passes(town, sender, 5 * HOUR)

    await anna.visitor.edits(said["message_id"], "zu spät und nass")
    await eventually(Answer.filter(comment="zu spät und nass").exists)
    await anna.visitor.edits(typed["message_id"], "4")
    await eventually(Answer.filter(score=4).exists)
    await anna.sees_after(await anna.visitor.says("3", reply_to=asked))

    answer = await Answer.get()
    assert (answer.score, answer.comment) == (3, "zu spät und nass")


async def test_who_writes_something_else_after_a_score_reaches_a_human_with_a_tap(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    await anna.taps("5 😀")

    await anna.says("Ich will meine Daten löschen")
    await anna.taps("Mensch")

    await eventually(Case.filter(cause="human").exists)


async def test_whoever_replies_to_the_question_for_the_reason_hours_later_is_understood(
    town: Town, sender: Sender
) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    await anna.sees_after(await anna.visitor.says("5", reply_to=anna.screen["message_id"]))
    why = anna.screen["message_id"]
    await passes(town, sender, 2 * HOUR)

    await anna.sees_after(await anna.visitor.says("Alles prima verpackt", reply_to=why))

    assert (await Answer.get()).comment == "Alles prima verpackt"
    await anna.looks()
    [thanks] = [each["text"] for each in anna.seen if each["message_id"] == why]
    assert "Ihre Antwort: 5 von 5" in thanks


async def test_what_comes_too_late_leads_to_a_human(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    asked = anna.screen["message_id"]
    await anna.taps("2 🙁")
    _, change = anna.data_of("Bewertung ändern")
    await passes(town, sender, 15 * DAY)

    assert "zählt nicht mehr mit" in str(await anna.taps_data(asked, change))
    await town.settle()
    await anna.looks()
    assert "5 😀" not in str(anna.screen), "no scale that then refuses"
    for words in ("zu spät, aber schlecht", "5"):
        await anna.sees_after(await anna.visitor.says(words, reply_to=asked))
        anna.reads("schon abgeschlossen", "„Mensch“")
    await anna.taps("Mensch")
    await eventually(Case.filter(cause="human").exists)

    assert await Answer.all().values_list("score", "comment") == [(2, None)]


async def test_what_replies_to_another_message_is_no_comment(town: Town, sender: Sender) -> None:
    anna, _, shipment = await somebody(town)
    await anna.says("/help")
    other = anna.screen["message_id"]
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    await anna.taps("5 😀")

    await anna.sees_after(await anna.visitor.says("Das Paket ist doch gar nicht da!", reply_to=other))

    assert (await Answer.get()).comment is None


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


@pytest.mark.parametrize("text", ["Ich möchte die Bestellung widerrufen", "Hiermit widerrufe ich meine Bestelung"])
@pytest.mark.parametrize("replied", [False, True])
@pytest.mark.parametrize("tapped", [False, True])
async def test_a_withdrawal_in_any_words_is_one_whatever_was_asked(
    town: Town, sender: Sender, text: str, replied: bool, tapped: bool
) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    asked = anna.screen["message_id"]
    if tapped:
        await anna.taps("5 😀")

    await anna.sees_after(await anna.visitor.says(text, reply_to=asked if replied else None))

    anna.reads("Vertrag", "1001")
    anna.does_not_read("steht jetzt bei Ihrer Bewertung", "zuerst eine Bewertung")
    assert [answer.comment for answer in await Answer.all()] == ([text] if tapped else []), "said is said"


@pytest.mark.parametrize("text", ["wo ist mein paket", "Wo ist meine Bestellung?", "Mein Paket ist nicht angekommen"])
async def test_a_question_in_so_many_words_is_answered_also_in_reply(town: Town, sender: Sender, text: str) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    asked = anna.screen["message_id"]
    await anna.taps("4 🙂")

    await anna.sees_after(await anna.visitor.says(text, reply_to=asked))

    anna.reads("Bestellung 1001")
    assert (await Answer.get()).comment is None


async def test_a_return_is_offered_and_its_reason_kept_and_other_words_are_a_comment(
    town: Town, sender: Sender
) -> None:
    anna, _, shipment = await somebody(town)
    await delivered(town, sender, shipment)
    await until_asked(town, sender, anna)
    await anna.taps("1 😞")

    await anna.says("Der Artikel ist kaputt")
    anna.does_not_read("steht jetzt bei Ihrer Bewertung")
    assert (await Answer.get()).comment == "Der Artikel ist kaputt"
    await anna.sees_after(await anna.visitor.says("Der Zusteller war unhöflich", reply_to=anna.seen[-2]["message_id"]))
    assert "unhöflich" in str((await Answer.get()).comment)


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
