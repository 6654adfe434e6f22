"""Bodies that came before what they speak of: they wait under its name, and go on as soon as it is there."""

from collections.abc import Sequence

from bot.connectors.told import OrderRef
from bot.shop.rows import change, skip_locked


class WaitingError(Exception):
    """A body about something that has not come yet; the message is the name it waits under."""


def for_order(order: OrderRef) -> str:
    return f"no order {order.external_id} of {order.source} (yet)"


def for_fulfilment(order: OrderRef, external_id: str) -> str:
    return f"no fulfilment {external_id} of {order.source} (yet)"


def for_parcel(tracking_key: str) -> str:
    return f"no parcel with the number {tracking_key} (yet)"


async def release(names: Sequence[str]) -> None:
    """Let those that wait under these names be tried at once, but for one that somebody is trying right now."""
    statement = f"""
    UPDATE connector_inbox SET retry_at = NULL WHERE id IN (
      SELECT id FROM connector_inbox WHERE processed_at IS NULL AND error IN ?{skip_locked()})"""  # noqa: S608  # our own words
    await change(statement, list(names))
