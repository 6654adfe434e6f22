"""The card of a case in the staff chat: one message, edited in place, with all that an answer needs to begin."""

import asyncio
import re
from datetime import datetime, timedelta
from typing import Literal

from bot.clock import real_now
from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.i18n import Markup, html, lines, plain
from bot.outbox.messages import Button, Keyboard, callback_button, link_button, text_message
from bot.outbox.models import Push, Slot
from bot.outbox.queue import current_chat, enqueue, is_on_its_way
from bot.tickets.context import context, deadlines, suggestion
from bot.tickets.links import Door, case_link
from bot.tickets.models import Case, CaseMessage
from bot.tickets.wording import ending, owner, reader_at_work, said, title, what, who

TURNS_SHOWN = 6
MOST_OF_AN_ALBUM = 10
WRITTEN_DOWN = timedelta(seconds=2)
# A text that did not fit into one message went on in others, which no kept message is.
REST_OF_LONG_ONE = re.compile(r"case:(\d+):customer:\d+:\d+$")

Act = Literal["take", "details", "reopen"]


async def post_card(case: Case, *, settings: Settings, now: datetime) -> None:
    """Post the card, or bring the posted one up to date; nothing without a staff chat.

    One after the other for each case: of two that draw at once, the one that saw less would be the last word.
    """
    if settings.staff_chat_id is None:
        return
    case = await Case.select_for_update(no_key=True).get(id=case.id)
    keyboard = await card_keyboard(case, settings.default_locale)
    params = text_message(await card_text(case, settings, now), keyboard=keyboard)
    place = card_place(case.id)
    await enqueue(settings.staff_chat_id, "sendMessage", params, once=None, purpose="staff", now=now, slot=place)


@unit_of_work
async def show_facts(case_id: int, facts: Markup, buttons: Keyboard, *, settings: Settings, now: datetime) -> None:
    """Let the card tell what a room above knows of it, and offer what can be done there."""
    kept = [list(row) for row in buttons]
    if await Case.filter(id=case_id).update(facts=str(facts), buttons=kept):
        await post_card(await Case.get(id=case_id), settings=settings, now=now)


async def post_below(case: Case, text: Markup, *, once: str, settings: Settings, now: datetime) -> None:
    """A line in the staff chat, as a reply to the card, so that it rings; nothing without a staff chat."""
    if settings.staff_chat_id is None:
        return
    params = text_message(text)
    card = await find_card(case.id, settings)
    if card is not None:
        params["reply_parameters"] = {"message_id": card, "allow_sending_without_reply": True}
    await enqueue(settings.staff_chat_id, "sendMessage", params, once=once, purpose="staff", now=now)


async def find_card(case_id: int, settings: Settings) -> int | None:
    """The message that is the card of the case."""
    if settings.staff_chat_id is None:
        return None
    slot = await Slot.get_or_none(chat_id=await current_chat(settings.staff_chat_id), name=card_place(case_id))
    return slot.message_id if slot else None


async def wait_for_case_at(chat_id: int, message_id: int) -> int | None:
    """The same as `find_case_at`, also for a message that is on the screen already and not written down yet.

    Whoever answers within that moment would else answer nobody. It ends when nothing for that chat is on its way, and
    after two seconds.
    """
    until = real_now() + WRITTEN_DOWN
    while (case_id := await find_case_at(chat_id, message_id)) is None:
        if real_now() > until or not await is_on_its_way(chat_id):
            return await find_case_at(chat_id, message_id)
        await asyncio.sleep(0.05)
    return case_id


async def find_case_at(chat_id: int, message_id: int) -> int | None:
    """The case whose card, or whose forwarded message, this message of the staff chat is.

    An album is one push of as many messages as it has parts, which follow each other; what somebody says right after
    it is none of them.
    """
    slot = await Slot.get_or_none(chat_id=chat_id, message_id=message_id, name__startswith=card_place(""))
    if slot:
        return int(slot.name.removeprefix(card_place("")))
    first = message_id - MOST_OF_AN_ALBUM + 1
    pushes = Push.filter(chat_id=chat_id, message_id__gte=first, message_id__lte=message_id, status="sent")
    push = await pushes.order_by("-message_id", "id").first()  # the one that made it, not its later edits
    if push is None or push.message_id is None:
        return None
    parts = await CaseMessage.filter(push_id=push.id).order_by("id")
    if message_id - push.message_id < len(parts):
        return parts[0].case_id
    rest = REST_OF_LONG_ONE.match(push.once or "") if message_id == push.message_id else None
    return int(rest[1]) if rest else None


def card_place(case_id: int | str) -> str:
    return f"case:{case_id}"


async def card_text(case: Case, settings: Settings, now: datetime) -> Markup:
    """Who, about what, what was said last, who looks after it. No address, number or mail: those are asked for."""
    reader = reader_at_work(settings)
    locale = reader.locale
    messages = CaseMessage.filter(case_id=case.id)
    newest = await messages.order_by("-id").limit(TURNS_SHOWN)
    earlier = await messages.count() - len(newest)
    nobody = html(locale, "case-card-nobody") if case.owner_id is None and case.status != "closed" else Markup()
    about = [*await what(case, locale), *await context(case, reader, now)]
    facts = [title(case, locale), await who(case, reader), *about]
    told = Markup(case.facts) if case.facts else Markup()
    before = [html(locale, "case-card-earlier", count=earlier)] if earlier else []
    words = [*before, *await said(newest[::-1], locale)]
    foot = [await owner(case, locale), await deadlines(case, reader, now), ending(case, locale), nobody]
    return lines([lines(facts), told, lines(words), await suggestion(case, locale), lines(foot)], "\n\n")


async def card_keyboard(case: Case, locale: Locale) -> Keyboard:
    """Buttons that work in a month; what takes more than one step leads to the private chat with the bot."""
    opening = await _link(case, "case", "staff-open-button", locale)
    special: Keyboard = case.buttons or []
    if case.status == "closed":
        return [*special, [_button(case, "reopen", locale), *opening]]
    first = [] if case.owner_id else [_button(case, "take", locale)]
    closing = [] if case.kept_open else await _link(case, "close", "staff-close-button", locale)
    giving = await _link(case, "goodwill", "goodwill-button", locale) if case.customer_id is not None else []
    rows = [*special, [*first, _button(case, "details", locale)], [*opening, *closing], giving]
    return [row for row in rows if row]


def _button(case: Case, act: Act, locale: Locale) -> Button:
    from bot.callbacks import CaseAct  # brings aiogram along, which imports and the sender do without

    labels = {"take": "staff-take-button", "details": "staff-details-button", "reopen": "staff-reopen-button"}
    return callback_button(plain(locale, labels[act]), CaseAct(case_id=case.id, act=act).pack())


async def _link(case: Case, door: Door, key: str, locale: Locale) -> list[Button]:
    url = await case_link(case.id, door)
    return [link_button(plain(locale, key), url)] if url else []
