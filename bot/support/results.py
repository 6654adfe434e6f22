"""What a typed question turned out to be: one type an answer, taken apart with match by whoever answers."""

from dataclasses import dataclass
from typing import Literal

Intent = Literal["order_status", "product", "human", "withdrawal", "give_back", "found", "unknown"]
Outcome = Literal["answer", "did_you_mean", "fallback", "human"]


@dataclass(frozen=True, slots=True)
class OrderFound:
    """One order of the customer's own; `read_as_typo` when a wrong digit was forgiven."""

    order_id: int
    number: str
    read_as_typo: bool = False


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """Several orders fit: the customer says which."""

    numbers: tuple[str, ...]


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
class ProductFound:
    product_id: int
    sku: str


@dataclass(frozen=True, slots=True)
class ProductChoice:
    """Several products fit: their ids and article numbers, the best first."""

    product_ids: tuple[int, ...]
    skus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HumanWanted:
    """Somebody asks for a person."""


@dataclass(frozen=True, slots=True)
class WithdrawalWanted:
    """Somebody withdraws from a contract, or asks how; `order_ids` are those named, none where none was."""

    order_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnWanted:
    """Something is to go back or is faulty; `order_ids` as above."""

    order_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Nothing we know; said honestly, with the menu."""


Result = (
    OrderFound
    | OrderChoice
    | NothingOpen
    | UnknownOrder
    | LinkFirst
    | ProductFound
    | ProductChoice
    | HumanWanted
    | WithdrawalWanted
    | ReturnWanted
    | NotUnderstood
)


@dataclass(frozen=True, slots=True)
class IntentMatch:
    """How sure we are of an intent, from 0 to 1."""

    intent: Intent
    confidence: float


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
            case OrderChoice() | ProductChoice():
                return "did_you_mean"
            case HumanWanted():
                return "human"
            case NotUnderstood():
                return "fallback"
            case _:
                return "answer"
