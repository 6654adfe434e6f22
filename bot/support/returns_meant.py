"""What a typed text turned out to be about returns: one of them, the list, the money, the days of a withdrawal."""

from dataclasses import dataclass
from typing import Literal

# What somebody needs of a return that is under way.
Help = Literal["label", "keep", "next"]


@dataclass(frozen=True, slots=True)
class ReturnFound:
    """A return of the customer's own, and what they need of it, where they said so."""

    return_id: int
    number: str
    help: Help | None = None


@dataclass(frozen=True, slots=True)
class UnknownReturn:
    """None of the customer's own returns has this number; whether anybody's has is not looked up."""

    number: str


@dataclass(frozen=True, slots=True)
class OwnListed:
    """The list of one's orders or returns; with `help` the customer says for which return."""

    what: Literal["orders", "returns"]
    help: Help | None = None


@dataclass(frozen=True, slots=True)
class Wished:
    """Why something goes back and what for, in the words of the returns room (reasons.py); no outcome: not said."""

    reason: str
    outcome: str | None


@dataclass(frozen=True, slots=True)
class WithdrawalAsked:
    """Until when one may withdraw, or where the form is; of these orders, of all where none is told."""

    what: Literal["until", "form"]
    order_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawalDenied:
    """Somebody says that they do not want to withdraw, and no more; `order_ids` are those named."""

    order_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyAwaited:
    """Money that is to come back: for one return, or for all; `asks_when`: its day is what is asked for."""

    return_id: int | None = None
    asks_when: bool = False
