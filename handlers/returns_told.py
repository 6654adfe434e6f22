"""Which screen tells of a return that somebody has typed about: its card, the list, the money."""

from typing import Any

from aiogram.fsm.state import State

from bot.support.returns_meant import MoneyAwaited, OwnListed, ReturnFound, UnknownReturn, WithdrawalAsked
from dialogs.states import Orders, Refunds, Returned, Terms
from dialogs.widgets import noticing

Screen = tuple[State, dict[str, Any]]


def return_told(result: ReturnFound | UnknownReturn | OwnListed | MoneyAwaited | WithdrawalAsked) -> Screen:
    match result:
        case ReturnFound(return_id):
            return Returned.card, {"return_id": return_id}
        case UnknownReturn(number):
            return Returned.list, noticing("question-return-unknown", number=number)
        case OwnListed("orders"):
            return Orders.page, {}
        case OwnListed(_, needed):
            return Returned.list, noticing("return-help-which") if needed else {}
        case WithdrawalAsked(what, order_ids):
            return Terms.form if what == "form" else Terms.days, {"order_ids": list(order_ids)}
        case MoneyAwaited(return_id, asks_when):
            said = {"return_id": return_id, "asks_when": asks_when}
            return Refunds.list, {name: value for name, value in said.items() if value}
