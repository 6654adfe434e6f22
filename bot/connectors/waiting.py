"""Bodies that came before what they speak of: they wait under its name, and go on as soon as it is there."""

from collections.abc import Sequence

from bot.clock import real_now
from bot.connectors.told import OrderRef
from bot.shop.rows import change, skip_locked

LONGEST = 255

RELEASE = """
UPDATE connector_inbox SET retry_at = ?, attempts = 0 WHERE id IN (
  SELECT id FROM connector_inbox WHERE waits_for IN ? AND (leased_until IS NULL OR leased_until < ?){locked})"""


class WaitingError(Exception):
    """A body about something that has not come yet; `name` is what it waits under."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no {name} (yet)")
        self.name = name


def for_order(order: OrderRef) -> str:
    return f"order {order.external_id} of {order.source}"[:LONGEST]


def for_fulfilment(order: OrderRef, external_id: str) -> str:
    return f"fulfilment {external_id} of {order.source}"[:LONGEST]


def for_return(source: str, external_id: str) -> str:
    return f"return {external_id} of {source}"[:LONGEST]


def for_parcel(tracking_key: str) -> str:
    return f"parcel with the number {tracking_key}"[:LONGEST]


async def release(names: Sequence[str]) -> None:
    """Let those that wait under these names be tried at once, as if they had just come, even those given up.

    Not one that somebody tries right now. Found by the index of names, however long the backlog is.
    """
    now = real_now()
    await change(RELEASE.format(locked=skip_locked()), now, list(names), now)
