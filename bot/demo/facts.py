"""What the demo's data files tell: who there is, what they bought, and all that happens to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.config import Locale

CENT = Decimal("0.01")
TAX_RATES = {"DE": 19, "AT": 20, "IE": 23, "GB": 20, "FR": 20, "LU": 17}


@dataclass(frozen=True, slots=True)
class Reply:
    """How somebody answers a survey by themselves: a score, one of the quick reasons, and words."""

    survey: str
    score: int
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody the visitor can be; `customer` is the shop's id of theirs.

    `agrees`: to surveys, by their own taps, when the demo opens.
    """

    id: int
    first_name: str
    language: Locale
    about: str
    customer: str
    agrees: bool = False
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class Restock:
    """A product that was sold out is there again, as the shop's next file of stock tells it."""

    at: datetime
    sku: str
    stock: int


@dataclass(frozen=True, slots=True)
class Team:
    """Who answers for the shop, and the group in which they do."""

    id: int
    name: str
    language: Locale
    about: str
    group: str
    greeting: str


@dataclass(frozen=True, slots=True)
class Marketer:
    """Who writes the shop's offers, and owns its channel."""

    id: int
    name: str
    language: Locale
    about: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What a carrier says of a parcel, in our words, with the new expected day or the name of who signed."""

    at: datetime
    status: str
    place: str
    text: str
    reason: str | None = None
    expected_on: date | None = None
    signed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    sku: str
    name: str
    variant: str | None
    quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel with all its scans, told and still to come.

    `packed_at` None: it was packed before the demo opened, so that it is imported. `contents` None: everything.
    """

    position: int
    carrier: str
    tracking_number: str
    tracking_url: str
    expected_on: date | None
    window: tuple[datetime | None, datetime | None]
    contents: tuple[tuple[str, int], ...] | None
    scans: tuple[Scan, ...]
    packed_at: datetime | None
    handed_over_at: datetime | None


@dataclass(frozen=True, slots=True)
class Purchase:
    """An order with all that happens to it; `status` is the shop's word for it when the demo opens.

    `paid_at` None: paid when it was placed, unless the status says otherwise.
    """

    seat: Seat
    number: str
    placed_at: datetime
    status: str
    payment: str
    currency: str
    shipping: Decimal
    discount: Decimal
    items: tuple[Item, ...]
    parcels: tuple[Parcel, ...]
    customer: Mapping[str, str]
    ship_to: Mapping[str, str]
    paid_at: datetime | None
    cancelled_at: datetime | None

    @property
    def external_id(self) -> int:
        """The platform's own id."""
        return 5_800_000_000_000 + int(self.number)

    @property
    def goods(self) -> Decimal:
        return sum((item.price * item.quantity for item in self.items), Decimal())

    @property
    def total(self) -> Decimal:
        return self.goods + self.shipping - self.discount

    @property
    def tax(self) -> Decimal:
        """Part of the total, as European prices are."""
        rate = TAX_RATES[self.ship_to["country"]]
        return (self.total * rate / (100 + rate)).quantize(CENT)


@dataclass(frozen=True, slots=True)
class Opening:
    """What relative times and addresses in the data files are relative to."""

    at: datetime
    zone: ZoneInfo
    pages: str
