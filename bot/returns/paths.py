"""Which ways back are open for one item of an order, until when, and why the others are not; pure.

No way ever closes on a legal right because of doubt: a day that is only assumed leaves it to the shop (rules.md 3.6).

What was left with a neighbour has not been received by the consumer, or somebody they have named (§ 356 (2) BGB), and
no scan tells when it is: all three windows are counted from that scan, with a word that a later receipt counts instead,
and are open, as a doubt for people, for NEIGHBOUR_KEEPS after their last day. That neither rules.md nor the law knows:
how long a neighbour keeps a parcel at most is our own choice, and who got it later than that has to tell people so.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.returns.windows import STATUTORY, Instruction, Periods, Receipt, goodwill_ends, warranty_ends, withdrawal_ends

# Our own choice: so much later than a neighbour somebody has it at the latest.
NEIGHBOUR_KEEPS = timedelta(days=14)


class Way(StrEnum):
    """The ways back, the strongest right first."""

    CANCEL = "cancel"
    WITHDRAWAL = "withdrawal"
    WARRANTY = "warranty"
    GOODWILL = "goodwill"


# Declared, not asked for: before the handover a withdrawal is a cancellation.
DECLARED = frozenset({Way.WITHDRAWAL, Way.CANCEL})
# What the law gives: no clock and no platform ends it, people do.
RIGHTS = DECLARED | {Way.WARRANTY}
# What has left the shop comes back by one of these.
BACK = frozenset({Way.WITHDRAWAL, Way.WARRANTY, Way.GOODWILL})


class Excluded(StrEnum):
    """Why there is no right of withdrawal, § 312g (2) BGB; `sealed_*` only once the customer has unsealed it."""

    MADE_TO_MEASURE = "made_to_measure"
    PERISHABLE = "perishable"
    SEALED_HYGIENE = "sealed_hygiene"
    MIXED = "mixed"
    SEALED_MEDIA = "sealed_media"
    NEWSPAPER = "newspaper"
    DIGITAL = "digital"
    DATED_SERVICE = "dated_service"

    @property
    def is_about_the_seal(self) -> bool:
        return self in {Excluded.SEALED_HYGIENE, Excluded.SEALED_MEDIA}


class Closed(StrEnum):
    """Why a way is not open."""

    OVER = "over"
    EXCLUDED = "excluded"
    NOT_OFFERED = "not_offered"
    SHIPPED = "shipped"
    NOTHING_LEFT = "nothing_left"
    NOT_THERE_YET = "not_there_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of an order: how many were bought, how many are in other returns or were paid back already.

    `unshipped` of those that are left have not left the shop, and `lost` ones never came. `goodwill_days` is what the
    shop grants for this product in this market, 0 for nothing. A download's time runs from the day it was `bought_on`,
    and ends when it `is_provided`.
    """

    line_id: int
    bought: int
    taken: int = 0
    unshipped: int = 0
    lost: int = 0
    excluded: Excluded | None = None
    goodwill_days: int = 0
    bought_on: date | None = None
    is_provided: bool = True

    @property
    def is_withheld(self) -> bool:
        """A download that the customer has not got: the right of withdrawal lasts until then (§ 356 (5) BGB)."""
        return self.excluded is Excluded.DIGITAL and not self.is_provided

    @property
    def left(self) -> int:
        return max(self.bought - self.taken, 0)


@dataclass(frozen=True, slots=True)
class Open:
    """A way that is open; `until` is its last day, None while its time has not begun.

    `if_sealed`: only while the seal is unbroken. `until_provided`: a download, until the customer has it.
    `is_doubtful`: its day has passed by a date that nobody told. `from_neighbour`: it is counted from the day on which
    somebody next door took it in.
    """

    way: Way
    until: date | None
    if_sealed: bool = False
    is_doubtful: bool = False
    until_provided: bool = False
    from_neighbour: date | None = None


@dataclass(frozen=True, slots=True)
class Shut:
    """A way that is not open, and why; `ended_on` is the last day it was."""

    way: Way
    why: Closed
    ended_on: date | None = None
    excluded: Excluded | None = None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Everything that can be said of one item: how many of it may go back, and by which ways.

    `unshipped` of those that are `left` are still in the shop: these are cancelled. `lost` ones never came, so that
    they can only be withdrawn from; `is_past`: that time is over for all that did come.
    """

    line_id: int
    left: int
    open: tuple[Open, ...]
    shut: tuple[Shut, ...]
    unshipped: int = 0
    lost: int = 0
    is_past: bool = False

    @property
    def sent(self) -> int:
        """Those that can be sent back: what has left the shop and did not get lost."""
        return self.left - self.unshipped - self.lost

    def most(self, way: Way) -> int:
        """How many may go this way; a contract can be withdrawn from wherever its goods are."""
        withdrawable = self.lost if self.is_past else self.left
        return {Way.CANCEL: self.unshipped, Way.WITHDRAWAL: withdrawable}.get(way, self.sent)

    def find(self, way: Way) -> Open | None:
        return next((each for each in self.open if each.way is way), None)


def ways_back(
    item: Item,
    *,
    receipt: Receipt,
    today: date,
    regions: tuple[str, ...] = (),
    instruction: Instruction | None = None,
    periods: Periods = STATUTORY,
) -> Eligibility:
    """What is open for an item today; `receipt` is that of the whole order, days are of the customer's clock."""
    if item.left == 0:
        nothing = tuple(Shut(way, Closed.NOTHING_LEFT) for way in Way)
        return Eligibility(item.line_id, 0, (), nothing)
    # Without a thing that arrives the time runs from the contract (§ 355 (2) BGB).
    begun = Receipt(item.bought_on) if item.is_withheld else receipt
    withdrawal = withdrawal_ends(begun, regions=regions, instruction=instruction, periods=periods)
    right = _withdrawal(item, withdrawal, begun, today)
    is_past = item.lost > 0 and isinstance(right, Shut) and right.why is Closed.OVER
    judged = (
        _cancel(item),
        Open(Way.WITHDRAWAL, None) if is_past else right,
        _warranty(item, warranty_ends(receipt, periods=periods), receipt, today),
        _goodwill(item, goodwill_ends(receipt, days=item.goodwill_days, regions=regions), receipt, today),
    )
    opened = tuple(each for each in judged if isinstance(each, Open))
    shut = tuple(each for each in judged if isinstance(each, Shut))
    return Eligibility(item.line_id, item.left, opened, shut, item.unshipped, item.lost, is_past)


def _cancel(item: Item) -> Open | Shut:
    return Open(Way.CANCEL, None) if item.unshipped else Shut(Way.CANCEL, Closed.SHIPPED)


def _withdrawal(item: Item, end: date | None, receipt: Receipt, today: date) -> Open | Shut:
    sealed = item.excluded is not None and item.excluded.is_about_the_seal
    if item.excluded and not sealed and not item.is_withheld:
        return Shut(Way.WITHDRAWAL, Closed.EXCLUDED, excluded=item.excluded)
    judged = _in_time(Way.WITHDRAWAL, end, receipt, today)
    if isinstance(judged, Open):
        provides = item.is_withheld and not judged.is_doubtful
        return replace(judged, if_sealed=sealed, until_provided=provides)
    return judged


def _warranty(item: Item, end: date | None, receipt: Receipt, today: date) -> Open | Shut:
    """For whatever arrived: no flag of a product takes this right away."""
    if item.unshipped + item.lost == item.left:
        return Shut(Way.WARRANTY, Closed.NOT_THERE_YET)
    return _in_time(Way.WARRANTY, end, receipt, today)


def _goodwill(item: Item, end: date | None, receipt: Receipt, today: date) -> Open | Shut:
    if item.goodwill_days <= 0:
        return Shut(Way.GOODWILL, Closed.NOT_OFFERED)
    return _in_time(Way.GOODWILL, end, receipt, today)


def _in_time(way: Way, end: date | None, receipt: Receipt, today: date) -> Open | Shut:
    """By the last day of any of the windows; of one that is not sure people decide."""
    left_on = receipt.on if receipt.with_neighbour else None
    if end is None or today <= end:
        return Open(way, end, from_neighbour=left_on)
    if receipt.is_assumed or (left_on and today <= end + NEIGHBOUR_KEEPS):
        return Open(way, end, is_doubtful=True, from_neighbour=left_on)
    return Shut(way, Closed.OVER, end)
