"""A shop with people in it: a staff group, Mia who answers in it, Tom who only sits in it, and the sender at work."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.clock import Clock
from bot.config import Settings
from bot.outbox.models import Slot
from bot.outbox.service import send_forever
from bot.staff.roles import Role, grant
from bot.tickets.marks import mark_answers
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
        """The newest card like that, or what answers one, once the bot has written down which message it is.

        Replies are found by that.
        """
        card = await self.sees(lambda message: text in text_of(message) and "inline_keyboard" in str(message))
        if "reply_markup" in card:
            await eventually(Slot.filter(chat_id=self.group, message_id=card["message_id"]).exists)
        return card

    async def sees(self, fits: Callable[[Json], bool]) -> Json:
        """The newest message of the bot like that in the group."""

        async def probe() -> Json | None:
            messages = await self.mia.reads(chat_id=self.group)
            return next((m for m in reversed(messages) if m["from"]["is_bot"] and fits(m)), None)

        found: Json = await eventually(probe)
        return found

    async def replies(self, who: Visitor, text: str, to: Json) -> Json:
        return await who.says(text, reply_to=to["message_id"], chat_id=self.group)

    async def replies_with_files(
        self, who: Visitor, *files: tuple[str, bytes], caption: str, to: Json, kind: str = ""
    ) -> None:
        fields = {"user_id": str(who.id), "caption": caption, "reply_to_message_id": str(to["message_id"])}
        fields["kind"] = kind
        form = aiohttp.FormData(fields, quote_fields=False)
        for name, data in files:
            form.add_field("file", data, filename=name)
        url = f"{self.town.web.url}/api/chats/{self.group}/messages"
        async with self.town.web.http.post(url, data=form) as response:
            assert response.status == 201, await response.text()

    async def edits(self, who: Visitor, message: Json, text: str) -> None:
        path = f"/api/chats/{self.group}/messages/{message['message_id']}"
        await self.town.web.ask("PATCH", path, {"user_id": who.id, "text": text})

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


@asynccontextmanager
async def open_shop(settings: Settings, clock: Clock, **changed: Any) -> AsyncIterator[Shop]:
    """The shop with its bot, its sender, and the tick that marks answers."""
    ours: dict[str, Any] = {"default_locale": "de", "shop_name": "Laden", "business_hours": ALWAYS, "send_rate": 0}
    async with open_town(settings, clock, **(ours | changed)) as town:
        mia, tom = await town.web.visitor("Mia"), await town.web.visitor("Tom")
        group = town.web.room.add_group("Team", [mia.id, tom.id], bot_is_admin=True)
        town.settings.staff_chat_id, town.settings.owner_ids = group.id, "1"
        await grant(1, mia.id, Role.AGENT, name="Mia", settings=town.settings, now=clock.now())
        town.has_sender, stop = True, asyncio.Event()
        at_work = [
            asyncio.create_task(send_forever(town.settings, clock, stop)),
            asyncio.create_task(_mark(town.settings, clock, stop)),
        ]
        try:
            yield Shop(town, group.id, mia, tom)
        finally:
            stop.set()
            await asyncio.gather(*at_work)


async def _mark(settings: Settings, clock: Clock, stop: asyncio.Event) -> None:
    while not stop.is_set():
        await mark_answers(settings, now=clock.now())
        await asyncio.sleep(0.05)


async def anna_of(shop: Shop, locale: Any = "de") -> Person:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    anna = await shop.town.customer(locale, owns=[erika])
    await anna.says("/start")
    return anna


async def seen(person: Person, text: str, *, times: int = 1) -> bool:
    await person.looks()
    return sum(text in text_of(message) for message in person.seen) >= times


async def seen_by(visitor: Visitor, text: str) -> bool:
    return any(text in text_of(message) for message in await visitor.reads() if message["from"]["is_bot"])
