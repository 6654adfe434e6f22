"""What the staff may do about a return at each point of its way; pure.

Some acts are one tap on the card, the others are asked for in private because they take more than that.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.returns.deciding import may_decline
from bot.returns.machine import OVER, SETTLED, Status, Step
from bot.returns.paths import Way
from bot.returns.sheet import ReturnSheet

S = Status


class Act(StrEnum):
    """One tap on the card."""

    APPROVE = "approve"
    KEEP = "keep"
    PHOTO = "photo"
    FEE = "fee"
    FREE = "free"
    GONE = "gone"
    ON_WAY = "onway"
    ALL_HERE = "here"
    ALL_FINE = "fine"
    UNDO = "undo"
    SEND_BACK = "back"
    CLOSE = "close"


class Task(StrEnum):
    """Several steps, in private."""

    DECLINE = "decline"
    KEEP = "keep"
    LABEL = "label"
    RECEIVE = "receive"
    CHECK = "check"
    SETTLE = "settle"
    LATE = "late"
    TOPUP = "topup"


# What a payment is called, and where it brings a return that nothing stands in the way of.
OUTCOME_OF = {"refund": S.REFUNDED, "credit": S.CREDITED, "exchange": S.EXCHANGED, "replacement": S.EXCHANGED}
MONEY = frozenset({"refund", "credit"})
ARTICLES = frozenset({"exchange", "replacement"})
ACTS: Mapping[Status, tuple[Act, ...]] = {
    S.REQUESTED: (Act.APPROVE, Act.PHOTO),
    S.APPROVED: (Act.ALL_HERE, Act.ON_WAY),
    S.LABEL_SENT: (Act.ALL_HERE, Act.ON_WAY),
    S.IN_TRANSIT: (Act.ALL_HERE, Act.UNDO),
    S.PARTIALLY_RECEIVED: (Act.ALL_HERE, Act.UNDO),
    S.RECEIVED: (Act.ALL_FINE, Act.UNDO),
    S.INSPECTED: (Act.SEND_BACK,),
    **dict.fromkeys(SETTLED, (Act.CLOSE,)),
}
TASKS: Mapping[Status, tuple[Task, ...]] = {
    S.APPROVED: (Task.LABEL, Task.RECEIVE, Task.KEEP),
    S.LABEL_SENT: (Task.LABEL, Task.RECEIVE),
    S.IN_TRANSIT: (Task.RECEIVE,),
    S.PARTIALLY_RECEIVED: (Task.RECEIVE, Task.CHECK),
    S.RECEIVED: (Task.CHECK,),
}
# Until then the way back may still be given away.
WAIVABLE = frozenset(S) - SETTLED - OVER - {S.DRAFT}
# In these it is the staff who have to do something; the others wait for the customer, a carrier or a day to come.
OF_STAFF = frozenset({Step.SHOP_DECIDES, Step.SHOP_SENDS_LABEL, Step.SHOP_CHECKS, Step.SHOP_SETTLES})
PAYABLE = frozenset({S.APPROVED, S.LABEL_SENT, S.IN_TRANSIT, S.PARTIALLY_RECEIVED, S.INSPECTED})


def acts_of(sheet: ReturnSheet) -> tuple[Act, ...]:
    """The taps that mean something now."""
    fee = (Act.FEE,) if sheet.fee.amount and sheet.status in WAIVABLE else ()
    return (*_acts_of(sheet), *fee, *((Act.FREE,) if _waits_for_money(sheet) else ()))


def tasks_of(sheet: ReturnSheet) -> tuple[Task, ...]:
    """What can be done in private now; money may go before the goods have come (RET-11), a check comes after them."""
    if sheet.status is S.REQUESTED:
        return (Task.KEEP, Task.DECLINE) if may_decline(sheet.way, sheet.status) else (Task.KEEP,)
    topup = (Task.TOPUP,) if _waits_for_money(sheet) else ()
    if sheet.status is S.APPROVED and sheet.needs_no_goods:
        return (*topup, Task.SETTLE)
    has_article = sheet.left.amount and any(kind not in MONEY for kind in kinds_of(sheet))
    is_due = sheet.brought.amount or has_article or (sheet.status is S.INSPECTED and sheet.is_accepted)
    paying = (Task.SETTLE,) if sheet.status in PAYABLE and is_due else ()
    late = (Task.LATE,) if sheet.outstanding else ()
    return (*TASKS.get(sheet.status, ()), *topup, *paying, *late)


def kinds_of(sheet: ReturnSheet) -> tuple[str, ...]:
    """What can be given for it, what the customer wished first.

    After a withdrawal the money goes back the way it came, unless they asked for something else (§ 357 (3) BGB).
    Another article is given once, and not before its difference was paid: what is left beside it is money.
    """
    more = {Way.WARRANTY: ("credit", "replacement"), Way.GOODWILL: ("credit",)}.get(sheet.way, ())
    kinds = tuple(dict.fromkeys((sheet.outcome, "refund", *more)))
    kinds = tuple(kind for kind in kinds if kind != "exchange") if sheet.owes else kinds
    return tuple(kind for kind in kinds if kind in MONEY) if sheet.has_article else kinds


def is_ready(sheet: ReturnSheet) -> bool:
    """Whether what is paid now ends it: it is checked, or nothing has to come back."""
    return sheet.is_checked


def rests(sheet: ReturnSheet) -> bool:
    """Whether somebody else has to act before the staff have to: they are reminded of nothing."""
    waits_for_photo = sheet.status is S.REQUESTED and sheet.photo_asked_at is not None
    return waits_for_photo or sheet.step not in OF_STAFF


def _waits_for_money(sheet: ReturnSheet) -> bool:
    """Whether the customer has been asked to pay what another article costs more."""
    return sheet.owes is not None and sheet.is_checked


def _acts_of(sheet: ReturnSheet) -> tuple[Act, ...]:
    if sheet.status is S.APPROVED and sheet.needs_no_goods:
        return (Act.GONE,) if sheet.way is Way.CANCEL or sheet.lost else ()
    if sheet.status is S.INSPECTED and sheet.is_accepted:
        return ()
    if (sheet.way is Way.CANCEL or sheet.lost) and sheet.status in {S.REFUNDED, S.CREDITED}:
        return (Act.GONE, Act.CLOSE)
    return ACTS.get(sheet.status, ())
