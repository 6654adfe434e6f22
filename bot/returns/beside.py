"""What belongs to a return and is another one."""

from dataclasses import dataclass

from bot.returns.machine import Status


@dataclass(frozen=True, slots=True)
class Beside:
    """Another return: in the same parcel, of another order, or of the same declaration."""

    id: int
    number: str
    order_number: str
    status: Status
