"""What belongs to a return and is another one."""

from dataclasses import dataclass
from datetime import date

from bot.returns.machine import Status


@dataclass(frozen=True, slots=True)
class Beside:
    """Another return: in the same parcel, of another order, or of the same declaration.

    `send_by` is the last day for its parcel, None where nothing is to be sent (any more), or the shop owes a label.
    """

    id: int
    number: str
    order_number: str
    status: Status
    send_by: date | None = None
