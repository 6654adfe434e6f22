"""From "human" to an answer and back to the bot, through the real chat, group and sender."""

from datetime import timedelta
from typing import Any

import pytest

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import load_profile
from bot.i18n import plain
from bot.jobs import remind
from bot.outbox.models import Push
from bot.outbox.queue import enqueue
from bot.staff.models import AuditEntry
from bot.tickets.models import Case, CaseMessage
from handlers.rehearsal import Rehearsal
from tests.support.chat import open_town, text_of
from tests.support.staffed import Shop, anna_of, eventually, seen, seen_by


@pytest.mark.parametrize(
    ("locale", "words", "heard"),
    [
        ("de", "Mensch", "Team ist benachrichtigt"),
        ("en", "I want to talk to a human", "Our team has been told"),
        ("fr", "je veux parler à un humain", "Notre équipe est prévenue"),
        ("lb", "Mënsch", "Eis Ekipp weess Bescheed"),
    ],
)
async def test_a_human_is_asked_for_in_every_language(shop: Shop, locale: Any, words: str, heard: str) -> None:
    anna = await anna_of(shop, locale)
    await anna.says(words)
    anna.reads(heard)
    card = text_of(await shop.card())
    for told in ("1001", f"Sprache: {plain(locale, f'language-name-{locale}')}", words, "Anna"):
        assert told in card


async def test_what_was_said_before_a_restart_stands_on_the_card(shop: Shop) -> None:
    anna = await anna_of(shop)
    await anna.says("wo ist 1001")
    await shop.town.restart_bot()
    await anna.taps("Mensch")
    card = text_of(await shop.card())
    for said in ("👤 wo ist 1001", "🤖", "Unterwegs", "👤 [🙋 Mensch]"):
        assert said in card


async def test_what_a_form_asked_for_is_not_on_the_card(shop: Shop) -> None:
    bert = await shop.town.customer("de", name="Bert")
    await bert.says("/link")
    await bert.taps("Bestellnummer")
    await bert.says("1001")
    await bert.says("geheim@example.org")
    await bert.says("mensch")
    assert "geheim" not in text_of(await shop.card())


async def test_a_human_is_asked_for_by_button_and_by_typing_where_a_form_waits(shop: Shop) -> None:
    bert = await shop.town.customer("de", name="Bert")
    await bert.says("/link")
    await bert.taps("Bestellnummer")
    await bert.says("mensch")
    bert.reads("Team ist benachrichtigt")
    await bert.taps("Gespräch beenden")
    await eventually(lambda: seen(bert, "beendet"))

    await bert.says("/help")
    await bert.taps("Mensch")
    await eventually(lambda: seen(bert, "Team ist benachrichtigt", times=2))
    assert await Case.all().count() == 2


async def test_staff_answer_by_replying_and_the_bot_is_silent_until_the_case_is_closed(shop: Shop) -> None:
    anna = await anna_of(shop)
    await anna.says("mensch")
    card = await shop.card()

    await shop.replies(shop.mia, "Guten Tag, worum <geht> es?", card)
    await eventually(lambda: seen(anna, "Guten Tag, worum <geht> es?"))
    await shop.card("✓ Zugestellt")

    before = len(anna.seen)
    await anna.visitor.says("wo ist 1001")
    asked = await shop.sees(lambda message: "wo ist 1001" in text_of(message) and "👤 Anna" in text_of(message))
    await shop.town.settle()
    await anna.looks()
    assert len(anna.seen) == before

    await shop.replies(shop.mia, "Morgen!", asked)
    await eventually(lambda: seen(anna, "Morgen!"))
    await anna.says("/orders")  # commands still work
    anna.can_tap("1001")

    await shop.replies(shop.mia, "/close question answered", card)
    await eventually(lambda: seen(anna, "beendet"))
    await anna.says("wo ist 1001")
    anna.reads("1001")


async def test_news_of_a_parcel_still_arrive_while_a_human_talks(shop: Shop) -> None:
    anna = await anna_of(shop)
    await anna.says("mensch")
    now = shop.town.clock.now()
    await enqueue(anna.id, "sendMessage", {"text": "Paket da"}, once="x", purpose="alarm", now=now)
    await eventually(lambda: seen(anna, "Paket da"))


async def test_photos_and_documents_go_both_ways(shop: Shop) -> None:
    anna = await anna_of(shop)
    await anna.says("mensch")
    await shop.card()
    await anna.visitor.sends(("schaden.pdf", b"%PDF-1.4 test"), caption="der Schaden")
    forwarded = await shop.sees(lambda message: "document" in message)
    assert "der Schaden" in text_of(forwarded)

    form_file = forwarded["document"]["file_id"]
    case = await Case.all().first()
    assert case
    kept = await CaseMessage.get(case_id=case.id, kind="document")
    assert (kept.file_id, kept.author) == (form_file, "customer")

    label = ("etikett.pdf", b"%PDF-1.4 label")
    await shop.replies_with_files(shop.mia, label, caption="Ihr Etikett", to=await shop.card())
    await eventually(lambda: seen(anna, "Ihr Etikett"))
    assert anna.screen["document"]["file_name"] == "etikett.pdf"


@pytest.mark.parametrize("kind", ["voice", "audio", "video", "animation", "video_note"])
async def test_sound_and_video_go_both_ways_as_what_they_are(shop: Shop, kind: str) -> None:
    anna = await anna_of(shop)
    await anna.says("mensch")
    await shop.card()
    words = "" if kind == "video_note" else "so klingt es"
    sent = await anna.visitor.sends(("aufnahme.bin", b"from anna"), caption=words, kind=kind)
    shown = await shop.sees(lambda message: kind in message)
    assert shown[kind]["file_id"] == sent[kind]["file_id"]
    assert words in text_of(shown)
    await shop.replies_with_files(shop.mia, ("antwort.bin", b"from mia"), caption=words, to=shown, kind=kind)

    async def heard() -> bool:
        await anna.looks()
        return kind in anna.screen and anna.screen["from"]["is_bot"]

    await eventually(heard)
    card = await shop.card("✓")
    assert card["text"].count(plain("de", f"kind-{kind}")) == 2


async def test_a_note_stays_in_the_group(shop: Shop) -> None:
    anna = await anna_of(shop)
    await anna.says("mensch")
    card = await shop.card()
    await shop.replies(shop.mia, "/note sehr ungeduldig", card)
    await shop.card("sehr ungeduldig")
    await shop.replies(shop.mia, "/notiz geheim", card)
    await shop.sees(lambda message: "Diesen Befehl kenne ich nicht" in text_of(message))
    await shop.replies(shop.mia, "Hallo Anna", card)
    await eventually(lambda: seen(anna, "Hallo Anna"))
    assert not [m for m in anna.seen if "ungeduldig" in text_of(m) or "geheim" in text_of(m)]
    queued = str([push.params for push in await Push.filter(chat_id=anna.id)])
    assert "Hallo Anna" in queued
    assert "ungeduldig" not in queued


async def test_being_in_the_group_grants_nothing(shop: Shop) -> None:
    anna = await anna_of(shop)
    await anna.says("mensch")
    card = await shop.card()
    await shop.replies(shop.tom, "ich bin der Chef", card)
    await shop.sees(lambda message: "nur, wer dafür eingetragen ist" in text_of(message))
    answer = await shop.taps(shop.tom, "Ich kümmere mich", card)
    assert "nur, wer dafür eingetragen ist" in str(answer)
    await anna.looks()
    assert not [message for message in anna.seen if "Chef" in text_of(message)]
    case = await Case.all().first()
    assert case is not None
    assert case.status == "open"


async def test_an_answer_to_somebody_who_stopped_the_bot_is_marked_with_the_reason(shop: Shop) -> None:
    anna = await anna_of(shop)
    await anna.says("mensch")
    card = await shop.card()
    await anna.visitor.blocks()
    await shop.replies(shop.mia, "Hallo?", card)
    await shop.card("✗ Nicht zugestellt: der Bot wurde in diesem Chat gestoppt")


async def test_contact_data_go_to_the_private_chat_of_staff_and_the_look_is_on_record(shop: Shop) -> None:
    await shop.mia.says("/id")
    await eventually(lambda: seen_by(shop.mia, str(shop.mia.id)))
    anna = await anna_of(shop)
    await anna.says("mensch")
    await shop.taps(shop.mia, "Kontaktdaten", await shop.card())
    await eventually(lambda: seen_by(shop.mia, "@example.org"))
    assert await AuditEntry.filter(staff_id=shop.mia.id, action="view").count() == 1


async def test_the_queue_is_for_staff_and_the_silent_are_reminded(shop: Shop) -> None:
    anna = await anna_of(shop)
    await anna.says("mensch")
    await shop.card()
    await shop.mia.says("/queue", chat_id=shop.group)
    await shop.sees(lambda message: "Ein Fall ist offen" in text_of(message))

    await Case.all().update(opened_at=shop.town.clock.now() - timedelta(minutes=16))
    await remind(shop.town.settings, shop.town.clock)
    await shop.sees(
        lambda message: "hat niemand reagiert" in text_of(message) or "noch hat niemand" in text_of(message)
    )


async def test_owners_name_the_staff_in_private(shop: Shop) -> None:
    boss = await shop.town.web.visitor("Boss")
    shop.town.settings.owner_ids = f"1,{boss.id}"
    await boss.says(f"/staff grant {shop.tom.id} agent Tom")
    await eventually(lambda: seen_by(boss, "Eingetragen"))
    anna = await anna_of(shop)
    await anna.says("mensch")
    await shop.replies(shop.tom, "Hier ist Tom", await shop.card())
    await eventually(lambda: seen(anna, "Hier ist Tom"))


async def test_without_a_staff_chat_the_bot_says_where_humans_are(database: Settings, clock: Clock) -> None:
    async with open_town(database, clock, shop_contact="team@example.org") as town:
        anna = await town.customer("de")
        await anna.says("mensch")
        anna.reads("team@example.org")
        assert not any("Mensch" in button for button in anna.buttons)
    assert await Case.all().count() == 0


async def test_a_rehearsal_calls_nobody(shop: Shop) -> None:
    profile = await load_profile(7, language_code="de", first_name="A", settings=shop.town.settings)
    said = await Rehearsal(shop.town.settings, shop.town.clock, profile).reply("mensch")
    assert "nur ich antworten" in said
    assert await Case.all().count() == 0
