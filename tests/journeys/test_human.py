"""From "human" to an answer and back to the bot, through the real chat, group and sender."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import load_profile
from bot.jobs import remind
from bot.outbox.models import Push
from bot.outbox.queue import enqueue
from bot.outbox.service import send_forever
from bot.staff.models import AuditEntry
from bot.staff.roles import Role, grant
from bot.tickets.models import Case, CaseMessage
from handlers.rehearsal import rehearse
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person, Town, open_town, text_of
from tests.support.webchat import Json, Visitor, data_of

ALWAYS = "Mo-Su 00:00-24:00"


@dataclass(slots=True)
class Shop:
    """A town with a staff group: Mia answers in it, Tom only sits in it."""

    town: Town
    group: int
    mia: Visitor
    tom: Visitor

    async def card(self, text: str = "Fall") -> Json:
        return await self.sees(lambda message: text in text_of(message) and "inline_keyboard" in str(message))

    async def sees(self, fits: Callable[[Json], bool]) -> Json:
        """The newest message of the bot like that in the group."""

        async def probe() -> Json | None:
            messages = await self.mia.reads(chat_id=self.group)
            return next((m for m in reversed(messages) if m["from"]["is_bot"] and fits(m)), None)

        found: Json = await eventually(probe)
        return found

    async def replies(self, who: Visitor, text: str, to: Json) -> Json:
        return await who.says(text, reply_to=to["message_id"], chat_id=self.group)

    async def replies_with_file(self, who: Visitor, file: tuple[str, bytes], caption: str, to: Json) -> None:
        fields = {"user_id": str(who.id), "caption": caption, "reply_to_message_id": str(to["message_id"])}
        form = aiohttp.FormData(fields, quote_fields=False)
        form.add_field("file", file[1], filename=file[0])
        url = f"{self.town.web.url}/api/chats/{self.group}/messages"
        async with self.town.web.http.post(url, data=form) as response:
            assert response.status == 201, await response.text()

    async def taps(self, who: Visitor, label: str, card: Json) -> Json:
        found = next(text for row in card["reply_markup"]["inline_keyboard"] for text in [row_text(row, label)] if text)
        body = {"user_id": who.id, "message_id": card["message_id"], "callback_data": data_of(card, found)}
        answer: Json = await self.town.web.ask("POST", f"/api/chats/{self.group}/taps", body)
        return answer


def row_text(row: list[Json], label: str) -> str:
    return next((key["text"] for key in row if label in key["text"]), "")


async def eventually(probe: Callable[[], Awaitable[Any]]) -> Any:
    async with asyncio.timeout(10):
        while True:
            if found := await probe():
                return found
            await asyncio.sleep(0.03)


@pytest.fixture
async def shop(database: Settings, clock: Clock) -> AsyncIterator[Shop]:
    changed: dict[str, Any] = {"default_locale": "de", "shop_name": "Laden", "business_hours": ALWAYS, "send_rate": 0}
    async with open_town(database, clock, **changed) as town:
        mia, tom = await town.web.visitor("Mia"), await town.web.visitor("Tom")
        group = town.web.room.add_group("Team", [mia.id, tom.id])
        town.settings.staff_chat_id, town.settings.owner_ids = group.id, "1"
        await grant(1, mia.id, Role.AGENT, name="Mia", settings=town.settings, now=clock.now())
        stop = asyncio.Event()
        sender = asyncio.create_task(send_forever(town.settings, clock, stop))
        try:
            yield Shop(town, group.id, mia, tom)
        finally:
            stop.set()
            await sender


async def anna_of(shop: Shop, locale: Any = "de") -> Person:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    anna = await shop.town.customer(locale, owns=[erika])
    await anna.says("/start")
    return anna


@pytest.mark.parametrize(
    ("locale", "words", "heard"),
    [
        ("de", "Mensch", "Team ist benachrichtigt"),
        ("en", "I want to talk to a human", "Our team has been told"),
        ("fr", "je veux parler à un humain", "Notre équipe est prévenue"),
        ("lb", "Mënsch", "Eis Ekipp weess Bescheed"),
    ],
)
async def test_a_human_is_asked_for_in_every_language(shop: Shop, locale: str, words: str, heard: str) -> None:
    anna = await anna_of(shop, locale)
    await anna.says(words)
    anna.reads(heard)
    card = text_of(await shop.card())
    for told in ("1001", f"Sprache: {locale}", words, "Anna"):
        assert told in card


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

    await shop.taps(shop.mia, "Schließen", card)
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

    await shop.replies_with_file(shop.mia, ("etikett.pdf", b"%PDF-1.4 label"), "Ihr Etikett", await shop.card())
    await eventually(lambda: seen(anna, "Ihr Etikett"))
    assert anna.screen["document"]["file_name"] == "etikett.pdf"


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
    answer = await shop.taps(shop.tom, "Schließen", card)
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
    said = await rehearse("mensch", settings=shop.town.settings, clock=shop.town.clock, profile=profile)
    assert "nur ich antworten" in said
    assert await Case.all().count() == 0


async def seen(person: Person, text: str, *, times: int = 1) -> bool:
    await person.looks()
    return sum(text in text_of(message) for message in person.seen) >= times


async def seen_by(visitor: Visitor, text: str) -> bool:
    return any(text in text_of(message) for message in await visitor.reads() if message["from"]["is_bot"])
