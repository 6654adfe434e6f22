"""The life of a return: which status follows which, who may move it, and what happens next; pure.

Statuses and transitions are those of vocabularies.md 4.4. Money is no status: what was paid back stands in rows of its
own, so that goods may come without money and money go without goods (RET-11). The two that are named there for goods
which are owed to the customer (awaiting_exchange, awaiting_return_to_customer) have no transition there: here that is
`inspected`, with what is owed as its next step.
"""

from collections.abc import Mapping
from enum import StrEnum


class Status(StrEnum):
    DRAFT = "draft"
    REQUESTED = "requested"
    APPROVED = "approved"
    REJECTED = "rejected"
    LABEL_SENT = "label_sent"
    IN_TRANSIT = "in_transit"
    PARTIALLY_RECEIVED = "partially_received"
    RECEIVED = "received"
    INSPECTED = "inspected"
    REFUNDED = "refunded"
    EXCHANGED = "exchanged"
    CREDITED = "credited"
    SENT_BACK = "sent_back"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Actor(StrEnum):
    CUSTOMER = "customer"
    STAFF = "staff"
    RULES = "rules"
    CARRIER = "carrier"
    PLATFORM = "platform"
    CLOCK = "clock"


class Step(StrEnum):
    """What happens next, and by whom; every return that is not over has one."""

    CUSTOMER_CONFIRMS = "customer_confirms"
    SHOP_DECIDES = "shop_decides"
    SHOP_SENDS_LABEL = "shop_sends_label"
    CUSTOMER_SENDS = "customer_sends"
    CARRIER_BRINGS = "carrier_brings"
    CUSTOMER_SENDS_REST = "customer_sends_rest"
    SHOP_CHECKS = "shop_checks"
    CUSTOMER_PAYS = "customer_pays"
    SHOP_SETTLES = "shop_settles"
    SHOP_CLOSES = "shop_closes"


S = Status
SETTLED = frozenset({S.REFUNDED, S.EXCHANGED, S.CREDITED, S.SENT_BACK})
OVER = frozenset({S.REJECTED, S.CLOSED, S.CANCELLED, S.EXPIRED})
# In these the items belong to the return; in the others they are free for another one.
HOLDS_ITEMS = frozenset(S) - {S.DRAFT, S.REJECTED, S.CANCELLED, S.EXPIRED}
# Nobody has sent anything yet: the customer may think again.
CANCELLABLE = frozenset({S.DRAFT, S.REQUESTED, S.APPROVED, S.LABEL_SENT})
NOT_OF_A_WITHDRAWAL = frozenset({S.REQUESTED, S.REJECTED, S.EXPIRED})

# A parcel may come without a label of ours, or without one scan: so goods can arrive from approved on.
ARRIVES: frozenset[Status] = frozenset({S.IN_TRANSIT, S.PARTIALLY_RECEIVED, S.RECEIVED})
TRAVELS = ARRIVES | {S.LABEL_SENT}
NEXT: Mapping[Status, frozenset[Status]] = {
    S.DRAFT: frozenset({S.REQUESTED, S.APPROVED, S.CANCELLED}),
    S.REQUESTED: frozenset({S.APPROVED, S.REJECTED, S.CANCELLED}),
    S.APPROVED: ARRIVES | {S.LABEL_SENT, S.REFUNDED, S.EXCHANGED, S.CREDITED, S.EXPIRED, S.CANCELLED},
    S.LABEL_SENT: ARRIVES | {S.EXPIRED, S.CANCELLED},
    S.IN_TRANSIT: frozenset({S.PARTIALLY_RECEIVED, S.RECEIVED}),
    S.PARTIALLY_RECEIVED: frozenset({S.RECEIVED}),
    S.RECEIVED: frozenset({S.INSPECTED}),
    S.INSPECTED: SETTLED,
    **{settled: frozenset({S.CLOSED}) for settled in SETTLED},
    **{over: frozenset[Status]() for over in OVER},
}

# What the platform that keeps a return has decided holds here, wherever the parcel is: it has paid, or called it off.
OF_PLATFORM: Mapping[Status, frozenset[Status]] = {
    **dict.fromkeys((S.LABEL_SENT, *ARRIVES), SETTLED | {S.CANCELLED}),
    # An order that was never paid is cancelled there, and nothing is left to be done.
    S.APPROVED: SETTLED | {S.CANCELLED, S.CLOSED},
    S.INSPECTED: SETTLED | {S.CLOSED},
    S.CANCELLED: frozenset({S.APPROVED}),  # opened again there (following.py looks whether its pieces are free)
}

# Nothing comes (back) any more, and the money for it went before.
OF_CARRIER: Mapping[Status, frozenset[Status]] = {S.APPROVED: SETTLED - {S.SENT_BACK}}

# Pieces that nobody waited for any more have come all the same: they are settled as well (late.py).
AFTER_ALL: Mapping[Status, frozenset[Status]] = dict.fromkeys((*SETTLED, S.CLOSED), frozenset({S.INSPECTED}))

# What is on its way, or here, goes on as the withdrawal that its customer has declared instead (overtaking.py).
OVERTAKEN: Mapping[Status, frozenset[Status]] = dict.fromkeys((*ARRIVES, S.INSPECTED), frozenset({S.CANCELLED}))

# Who may bring a return there. Only a declared withdrawal is approved by the customer's own tap.
MAY_BRING: Mapping[Status, frozenset[Actor]] = {
    S.DRAFT: frozenset({Actor.CUSTOMER}),
    S.REQUESTED: frozenset({Actor.CUSTOMER, Actor.PLATFORM}),
    S.APPROVED: frozenset({Actor.CUSTOMER, Actor.RULES, Actor.STAFF, Actor.PLATFORM}),
    S.REJECTED: frozenset({Actor.STAFF, Actor.PLATFORM}),
    S.LABEL_SENT: frozenset({Actor.RULES, Actor.STAFF, Actor.PLATFORM}),
    S.IN_TRANSIT: frozenset({Actor.CUSTOMER, Actor.CARRIER, Actor.STAFF}),
    S.PARTIALLY_RECEIVED: frozenset({Actor.STAFF, Actor.CARRIER, Actor.PLATFORM}),
    S.RECEIVED: frozenset({Actor.STAFF, Actor.CARRIER, Actor.PLATFORM}),
    S.INSPECTED: frozenset({Actor.STAFF, Actor.PLATFORM}),
    **{settled: frozenset({Actor.STAFF, Actor.PLATFORM}) for settled in SETTLED},
    S.CLOSED: frozenset({Actor.STAFF, Actor.PLATFORM, Actor.CLOCK}),
    S.CANCELLED: frozenset({Actor.CUSTOMER, Actor.STAFF, Actor.PLATFORM}),
    S.EXPIRED: frozenset({Actor.CLOCK}),
}

STEPS: Mapping[Status, Step] = {
    S.DRAFT: Step.CUSTOMER_CONFIRMS,
    S.REQUESTED: Step.SHOP_DECIDES,
    S.APPROVED: Step.SHOP_SENDS_LABEL,
    S.LABEL_SENT: Step.CUSTOMER_SENDS,
    S.IN_TRANSIT: Step.CARRIER_BRINGS,
    S.PARTIALLY_RECEIVED: Step.CUSTOMER_SENDS_REST,
    S.RECEIVED: Step.SHOP_CHECKS,
    S.INSPECTED: Step.SHOP_SETTLES,
    **dict.fromkeys(SETTLED, Step.SHOP_CLOSES),
}


def may_move(
    before: Status,
    after: Status,
    *,
    by: Actor,
    is_withdrawal: bool = False,
    needs_no_goods: bool = False,
    comes_late: bool = False,
    gives_way: bool = False,
) -> bool:
    """Whether this actor may move a return of `before` to `after`.

    A withdrawal is declared, not asked for: no one reviews it (draft to approved at the second tap), nobody rejects
    it, and it does not expire with its label. Where nothing has to come back, nothing is on its way. `comes_late`: the
    staff have booked pieces that came after the end. `gives_way`: its customer withdraws instead.
    """
    if by is Actor.CARRIER and needs_no_goods and after in OF_CARRIER.get(before, frozenset()):
        return True
    follows = NEXT[before] | (OF_PLATFORM.get(before, frozenset()) if by is Actor.PLATFORM else frozenset())
    if comes_late and by is Actor.STAFF:
        follows |= AFTER_ALL.get(before, frozenset())
    if gives_way and by is Actor.CUSTOMER:
        follows |= OVERTAKEN.get(before, frozenset())
    if after not in follows or by not in MAY_BRING[after] or (needs_no_goods and after in TRAVELS):
        return False
    if is_withdrawal and after in NOT_OF_A_WITHDRAWAL:
        return False
    declares = by is Actor.CUSTOMER and after is S.APPROVED
    return (is_withdrawal and before is S.DRAFT) if declares else not (before is S.DRAFT and after is S.APPROVED)


def next_step(status: Status, *, sends_itself: bool = False, keeps: bool = False) -> Step | None:
    """What happens next, None when it is over; `sends_itself`: the customer brings the parcel without our label,
    `keeps`: nothing has to come back."""
    if status is S.APPROVED and keeps:
        return Step.SHOP_SETTLES
    if status is S.APPROVED and sends_itself:
        return Step.CUSTOMER_SENDS
    return STEPS.get(status)
