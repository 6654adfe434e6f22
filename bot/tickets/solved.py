"""The one question after a case about trouble is closed: is it solved for you? (LOOP-03, N11)

It is an answer to what the customer has told us, no survey: it needs no consent, and waits for the morning.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from bot.config import Locale, Settings
from bot.i18n import Markup, has_text, html, lines, plain
from bot.outbox.messages import Button, Keyboard, callback_button, text_message
from bot.outbox.queue import cancel_waiting, enqueue
from bot.shop.models import Order
from bot.shop.rows import fetch, moment
from bot.tickets.bans import is_banned
from bot.tickets.clock import CLOCKED
from bot.tickets.models import Case, CaseMessage
from bot.tickets.telling import reader_of

# How long the buttons count, and a reply; and a yes or no that is typed without one.
ANSWERABLE = timedelta(days=30)
TYPED_WITHIN = timedelta(days=1)

QUESTION = """
SELECT c.id, c.asked_at, c.solved, s.message_id FROM ticket_case c
JOIN outbox_slot s ON s.chat_id = c.chat_id AND s.name = 'solved:' || c.id
WHERE c.chat_id = ? AND c.asked_at > ? ORDER BY c.asked_at DESC, c.id DESC"""


@dataclass(frozen=True, slots=True)
class Question:
    """The question as it stands in the chat of its customer."""

    case_id: int
    message_id: int
    asked_at: datetime
    is_replied: bool


async def find_question(chat_id: int, *, reply_to: int | None, now: datetime) -> Question | None:
    """The question that this is a reply to; for what is no reply the one of the last day that nobody has answered."""
    for row in await fetch(QUESTION, chat_id, now - ANSWERABLE):
        asked_at = cast(datetime, moment(row["asked_at"]))
        is_open = row["solved"] is None and now < asked_at + TYPED_WITHIN
        if row["message_id"] == reply_to or (reply_to is None and is_open):
            return Question(row["id"], row["message_id"], asked_at, is_replied=reply_to is not None)
    return None


async def ask_whether_solved(case: Case, *, settings: Settings, now: datetime) -> bool:
    """Ask the customer of a case that is just being closed; False when they were asked before, or are not to be.

    Not who has only asked for a human: there is a survey for that. Nobody is asked whom nobody has written to, unless
    they were promised to hear from us (clock.py): then this is the word that they get. To be called in the transaction
    of the closing.
    """
    if case.cause == "human" or case.chat_id is None or await is_banned(case.chat_id):
        return False
    if case.cause not in CLOCKED and not await CaseMessage.filter(case_id=case.id, author="staff").exists():
        return False
    if not await Case.filter(id=case.id, asked_at=None).update(asked_at=now):
        return False
    locale, _ = await reader_of(case, settings)
    params = text_message(await _question(case, locale, settings), keyboard=answering_keyboard(case.id, locale))
    await enqueue(
        case.chat_id,
        "sendMessage",
        params,
        once=f"case:{case.id}:solved:{int(now.timestamp())}",
        purpose="loop",
        now=now,
        customer_id=case.customer_id,
        order_id=case.order_id,
        slot=_place(case.id),
    )
    return True


async def withdraw_question(case: Case, *, now: datetime) -> None:
    """The case is opened again before the question has gone out: it is asked when the case is closed at last."""
    if case.chat_id is not None and await cancel_waiting(now=now, chat_id=case.chat_id, slot=_place(case.id)):
        await Case.filter(id=case.id).update(asked_at=None)


def answering_keyboard(case_id: int, locale: Locale, *, only_yes: bool = False) -> Keyboard:
    """Yes and no; whoever has said no can still say that it is solved now."""
    if only_yes:
        return [[_button(case_id, "solved-now-button", locale, solved=True)]]
    yes, no = (_button(case_id, f"solved-{key}-button", locale, solved=key == "yes") for key in ("yes", "no"))
    return [[yes, no]]


def _button(case_id: int, key: str, locale: Locale, *, solved: bool) -> Button:
    from bot.callbacks import CaseSolved  # brings aiogram along, which imports and the sender do without

    return callback_button(plain(locale, key), CaseSolved(case_id=case_id, solved=solved).pack())


async def _question(case: Case, locale: Locale, settings: Settings) -> Markup:
    """What was done about it, where customers can see that for themselves, and the question."""
    order = await Order.get_or_none(id=case.order_id) if case.order_id else None
    shop = settings.shop_name
    about = html(locale, "solved-about-order", shop=shop, number=order.number) if order else Markup()
    done = f"solved-done-{case.resolved_action}"
    told = html(locale, done) if has_text(done) else Markup()
    return lines([about or html(locale, "solved-about", shop=shop), told, html(locale, "solved-ask")], "\n\n")


def _place(case_id: int) -> str:
    return f"solved:{case_id}"
