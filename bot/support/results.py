"""What a typed question turned out to be: one type an answer, taken apart with match by whoever answers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from bot.support.dates import Deadline
from bot.support.products_meant import ProductChoice, ProductFound, ProductSought, StockNewsWanted
from bot.support.returns_meant import (
    MoneyAwaited,
    OwnListed,
    ReturnFound,
    UnknownReturn,
    Wished,
    WithdrawalAsked,
    WithdrawalDenied,
)

Intent = Literal[
    "order_status",
    "delivery_time",
    "delivery_options",
    "cancel_order",
    "change_order",
    "change_address",
    "return_item",
    "withdrawal",
    "refund_status",
    "return_policy",
    "parcel_missing",
    "damaged_item",
    "wrong_item",
    "complaint",
    "invoice",
    "payment_methods",
    "payment_problem",
    "product_info",
    "place_order",
    "account",
    "loyalty_points",
    "coupon",
    "referral",
    "community",
    "feedback",
    "newsletter",
    "human",
    "contact",
    "privacy",
    "language",
    "greeting",
    "thanks",
    "product",
    "faq",
    "unknown",
]
# What can be asked for in words; the other three are what a text turned out to be about.
INTENTS: tuple[Intent, ...] = tuple(each for each in get_args(Intent) if each not in ("product", "faq", "unknown"))
Outcome = Literal["answer", "did_you_mean", "fallback", "human"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """When an order is expected, and whether that is in time for the day that was asked about, as far as known."""

    expected_on: date | None = None
    is_late: bool = False
    is_over: bool = False
    deadline: date | None = None
    is_met: bool | None = None


@dataclass(frozen=True, slots=True)
class OrderFound:
    """One order of the customer's own; `read_as_typo` when a wrong digit was forgiven.

    `arrival` where they asked when it comes; `is_only` where they asked for another one, and there is none.
    """

    order_id: int
    number: str
    read_as_typo: bool = False
    arrival: Arrival | None = None
    is_only: bool = False


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """Several orders fit: the customer says which, and goes on with what they wish to be done about it.

    `deadline` is the day that they have asked about, where the wish is to know when it comes.
    """

    numbers: tuple[str, ...]
    wish: Intent | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class NothingOpen:
    """Every order has arrived or ended; the last one is shown, if there ever was one."""

    last_order_id: int | None
    last_number: str | None


@dataclass(frozen=True, slots=True)
class UnknownOrder:
    """None of the customer's own orders has this number; whether anybody's has is not looked up."""

    number: str


@dataclass(frozen=True, slots=True)
class LinkFirst:
    """A question about orders from a chat that no purchase is linked to."""


@dataclass(frozen=True, slots=True)
class MailGiven:
    """An e-mail address, alone or with the number of an order; `is_own`: of purchases that this chat may see. Nobody
    else's is looked up."""

    is_own: bool
    number: str | None = None


@dataclass(frozen=True, slots=True)
class HumanWanted:
    """Somebody asks for a person."""


@dataclass(frozen=True, slots=True)
class WithdrawalWanted:
    """Somebody withdraws from a contract, or asks how; `order_ids` are those named, none where none was.

    `goes_on`: they did so before, and now only say for which order.
    """

    order_ids: tuple[int, ...] = ()
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class ReturnWanted:
    """Something is to go back or is faulty; `order_ids` as above, the others where named; `follows`: given by that."""

    order_ids: tuple[int, ...] = ()
    line_id: int | None = None
    quantity: int | None = None
    wished: Wished | None = None
    follows: int | None = None


@dataclass(frozen=True, slots=True)
class TopicWanted:
    """Any other thing that somebody wants; `orders` are the ids and numbers of those that may be meant by it.

    `is_own`: there is something of the customer's own to show.
    """

    intent: Intent
    orders: tuple[tuple[int, str], ...] = ()
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class FaqFound:
    """An entry of the shop's own questions and answers, by its key; `beside` is what the bot does besides."""

    key: str
    beside: "Result | None" = None


@dataclass(frozen=True, slots=True)
class YesOrNo:
    """An answer to what the bot did not ask in words."""

    yes: bool


@dataclass(frozen=True, slots=True)
class DidYouMean:
    """Not sure enough: the likeliest entries of the shop's (keys) and intents, together at most three."""

    intents: tuple[Intent, ...]
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Nothing we know; said honestly, with the menu."""


Result = (
    OrderFound
    | OrderChoice
    | NothingOpen
    | UnknownOrder
    | LinkFirst
    | MailGiven
    | ProductFound
    | ProductChoice
    | ProductSought
    | StockNewsWanted
    | HumanWanted
    | WithdrawalWanted
    | ReturnWanted
    | ReturnFound
    | UnknownReturn
    | OwnListed
    | MoneyAwaited
    | WithdrawalAsked
    | WithdrawalDenied
    | TopicWanted
    | YesOrNo
    | FaqFound
    | DidYouMean
    | NotUnderstood
)


@dataclass(frozen=True, slots=True)
class IntentMatch:
    """How sure we are of an intent, from 0 to 1; `faq` is the key of the entry where the intent is "faq"."""

    intent: Intent
    confidence: float
    faq: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The result with how it was reached; `alternatives` are what else it might have meant, likeliest first."""

    result: Result
    intent: Intent
    confidence: float
    alternatives: tuple[IntentMatch, ...] = ()

    @property
    def outcome(self) -> Outcome:
        match self.result:
            case OrderChoice() | ProductChoice() | DidYouMean():
                return "did_you_mean"
            case HumanWanted():
                return "human"
            case NotUnderstood():
                return "fallback"
            case _:
                return "answer"
