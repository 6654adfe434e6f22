"""What became of a call to the Bot API, in our own words; no library of Telegram's is known here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Delivered:
    """Telegram has it; `message_id` is None where the method makes no message, `poll_id` where it makes no poll."""

    message_id: int | None
    poll_id: str | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Not sent, and not the message's fault: come back in `retry_after` seconds, as often as it takes."""

    retry_after: float
    why: str = "flood"


@dataclass(frozen=True, slots=True)
class Broken:
    """Not sent, may work another time: back off."""

    why: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have arrived: Telegram has no idempotency key, so another attempt may double it."""

    why: str


@dataclass(frozen=True, slots=True)
class Hopeless:
    """Tried a few times while the chat itself answers: it is this message, and it must not hold up the next ones."""

    why: str
    maybe_sent: bool


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Nothing can be delivered to this chat until the person comes back."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has become a supergroup with this id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Gone:
    """The message to edit is no longer there, or too old for it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take this; `detail` is what it said."""

    detail: str


Outcome = Delivered | Later | Broken | Unknown | Hopeless | Unreachable | Moved | Gone | Refused
