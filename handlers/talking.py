"""Remembers what a chat was about from one turn to the next, inside the data of the screen that is open."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message, TelegramObject
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import Context
from aiogram_dialog.api.internal import CONTEXT_KEY

from bot.clock import real_now
from bot.conversations.topics import Topic, keep_topic, read_topic
from bot.support.products_meant import StockNewsWanted
from bot.support.results import Answer, DidYouMean, Intent, NotUnderstood, OrderChoice, OrderFound, TopicWanted
from bot.support.returns_meant import OwnListed, ReturnFound, WithdrawalAsked
from dialogs.states import (
    FOR_STAFF,
    Asking,
    Changing,
    Home,
    Order,
    Orders,
    Products,
    Refunds,
    Returned,
    Returning,
    Timeline,
    Withdrawal,
)
from handlers.topics import is_done_here

# What somebody is about who has come to a screen by tapping.
ABOUT: dict[type[StatesGroup], Intent] = {
    Order: "order_status",
    Orders: "order_status",
    Timeline: "order_status",
    Returning: "return_item",
    Returned: "refund_status",
    Refunds: "refund_status",
    Withdrawal: "withdrawal",
    Changing: "cancel_order",
}


# Where a wish cannot be fulfilled, or somebody else sees to it.
OVER = frozenset({Withdrawal.closed, Returning.refused, Changing.asked})
# Where it has led to a return: "when?" asks for its money.
RETURNED = frozenset({Withdrawal.done, Returning.done})


@dataclass(slots=True)
class Talk:
    """The turn before, and what the running one notes for the next."""

    before: Topic | None = None
    intent: str | None = None
    asked: str | None = None
    meant: tuple[str, ...] = ()
    missed: bool = False
    by: str | None = None

    @property
    def has_missed(self) -> bool:
        """Whether the turn before was not understood, either."""
        return self.before is not None and self.before.missed

    def note(self, understood: Answer, *, staffed: bool) -> None:
        """What this answer leaves open."""
        self.intent = understood.intent if understood.intent != "unknown" else None
        match understood.result:
            case DidYouMean(intents):
                self.asked, self.meant, self.missed = "meant", tuple(intents), True
            case NotUnderstood():
                self.missed = True
                self.asked = "human" if staffed and self.has_missed else None
            case TopicWanted(intent, _) if staffed and not is_done_here(intent):
                self.asked = "human"
            case OrderFound(_, _, True):
                self.asked = "typo"
            case StockNewsWanted(None):
                self.asked = "restock"
            case WithdrawalAsked("until"):
                self.asked = "until"
            case ReturnFound() | OwnListed("returns"):
                self.intent = "refund_status"
            case OwnListed("orders"):
                self.intent = "order_status"
            case OrderChoice(_, wish, deadline):
                self.intent = wish or self.intent
                self.by = deadline.told() if deadline else None
            case _:
                pass


class LastTopic(BaseMiddleware):
    """Stands inside the dialogs' own middlewares, which write the open screen down after each turn: no query more."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        now, context = real_now(), data.get(CONTEXT_KEY)
        talk = data["talk"] = Talk(read_topic(context.dialog_data, now) if context else None)
        result = await handler(event, data)
        manager: DialogManager | None = data.get("dialog_manager")
        if manager and manager.has_context() and manager.current_context().state.group not in FOR_STAFF:
            after = manager.current_context()
            topic = Topic(
                at=now,
                intent=talk.intent or _intent_of(after, talk.before, is_new=after is not context),
                order_id=_order_of(after, talk, typed=isinstance(event, Message)),
                asked=talk.asked or _asked_on(after, staffed=data["settings"].staff_chat_id is not None),
                meant=talk.meant,
                missed=talk.missed,
                product_id=_product_of(after, talk, typed=isinstance(event, Message)),
                return_id=_id_on(after, "return_id"),
                by=talk.by or (talk.before.by if talk.before and after is context else None),
            )
            keep_topic(after.dialog_data, topic)
        return result


def _intent_of(context: Context, before: Topic | None, *, is_new: bool) -> str | None:
    """What was asked for is still what the screen is about that answered, until it is done."""
    if context.state in OVER:
        return None
    if context.state in RETURNED:
        return "refund_status"
    if before and before.intent and not is_new:
        return before.intent
    wish = context.start_data.get("wish") if isinstance(context.start_data, dict) else None
    if isinstance(wish, str):
        return wish
    return ABOUT.get(context.state.group)


def _asked_on(context: Context, *, staffed: bool) -> str | None:
    """The screen that offers to ask the staff asks a question, too."""
    wish = context.start_data.get("wish") if isinstance(context.start_data, dict) else None
    return "human" if staffed and context.state == Asking.about and wish != "feedback" else None


def _id_on(context: Context, name: str) -> int | None:
    """What the screen shows."""
    shown = context.start_data.get(name) if isinstance(context.start_data, dict) else None
    return shown if isinstance(shown, int) else None


def _order_of(context: Context, talk: Talk, *, typed: bool) -> int | None:
    """The order on the screen, else the one before; who taps their way home, or to all orders, has done with it."""
    if order_id := _id_on(context, "order_id"):
        return order_id
    left: tuple[State, ...] = () if typed else (Home.menu, Orders.page)
    return talk.before.order_id if talk.before and context.state not in left else None


def _product_of(context: Context, talk: Talk, *, typed: bool) -> int | None:
    """The product on the screen, else the one before: "tell me when it is back", after a question between.

    Not after a list of others, nor for who taps: they have gone on to something else.
    """
    if product_id := _id_on(context, "product_id"):
        return product_id
    return talk.before.product_id if talk.before and typed and context.state.group is not Products else None
