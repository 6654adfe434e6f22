"""Labels for the way back: sent once, or none at all; unsent.py minds those that nobody uses."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.returns.label import LabelFile
from bot.returns.machine import OVER, Actor, Status
from bot.returns.models import Return
from bot.returns.moving import MovedOnError, act, find_seen, move
from bot.returns.parcels import parcel_of
from bot.returns.paths import Way
from bot.returns.policy import Policy
from bot.returns.send_by import await_parcel
from bot.shop.models import Shipment
from bot.shop.numbers import tracking_key

S = Status


@dataclass(frozen=True, slots=True)
class NewLabel:
    """A page to print, a code for the counter, a file, or several of them; `expires_on` is its last day, by the shop's
    rules if None. `file` is one that Telegram keeps for us.

    `carrier` is our word of who brings it, where that is known.
    """

    url: str | None = None
    code: str | None = None
    tracking_number: str | None = None
    expires_on: date | None = None
    carrier: str | None = None
    file: LabelFile | None = None

    def as_kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = {"url": self.url, "code": self.code}
        return kept | {"file_id": self.file.id, "file_kind": self.file.kind} if self.file else kept


class LabelTakenError(CustomerError):
    """The number is of another return's label, or of a parcel that went out; nothing was sent."""

    key = "rma-label-taken-alert"


class NoAddressError(CustomerError):
    """Nobody could say where to send it; nothing was done."""

    key = "rma-no-address-alert"


@unit_of_work
async def send_label(
    return_id: int,
    label: NewLabel,
    *,
    by: Actor,
    policy: Policy,
    settings: Settings,
    now: datetime,
    staff_id: int | None = None,
    seen: int | None = None,
) -> Status:
    """The customer gets it in the chat, with what to do and until when; MovedOnError as `move` has it,
    LabelTakenError for the number of another parcel.

    The same once more is nothing new; another one for a return that has one is refused: `replace_label` voids it.
    """
    row = await find_seen(return_id, seen)
    if row.status == S.LABEL_SENT:
        if row.label == label.as_kept():
            return S.LABEL_SENT
        raise MovedOnError
    key = tracking_key(label.tracking_number) if label.tracking_number else None
    if by is Actor.STAFF and key and await _is_taken(key, row):
        raise LabelTakenError
    await _keep(return_id, label, key, policy=policy, settings=settings, now=now)
    return await move(return_id, S.LABEL_SENT, by=by, settings=settings, now=now, staff_id=staff_id, seen=seen)


@unit_of_work
async def replace_label(
    return_id: int,
    label: NewLabel,
    *,
    policy: Policy,
    settings: Settings,
    now: datetime,
    staff_id: int,
    seen: int | None = None,
    rings: bool = True,
) -> None:
    """A wrong label is void: the customer gets this one and reads so, and scans of the old number move nothing here.

    MovedOnError where none was sent or something is on its way, LabelTakenError as above; the same once more is nothing
    new.
    """
    row = await find_seen(return_id, seen)
    if row.status != S.LABEL_SENT:
        raise MovedOnError
    if row.label == label.as_kept():
        return
    key = tracking_key(label.tracking_number) if label.tracking_number else None
    if key and await _is_taken(key, row):
        raise LabelTakenError
    await _keep(return_id, label, key, policy=policy, settings=settings, now=now)
    news = "label_replaced" if rings else None
    await act(row, "label", by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now, news=news)


@unit_of_work
async def without_label(
    return_id: int,
    *,
    staff_id: int,
    policy: Policy,
    settings: Settings,
    now: datetime,
    seen: int | None = None,
    rings: bool = True,
) -> None:
    """The customer sends it without a label of ours, and is told so and where to; MovedOnError when it is on its way
    already, NoAddressError where the shop's rules name none."""
    row = await find_seen(return_id, seen)
    if row.status != S.APPROVED or row.keeps or row.way == Way.CANCEL:
        raise MovedOnError
    if not policy.address:
        raise NoAddressError
    row.sends_itself, row.label = True, {"address": list(policy.address)}
    await row.save(update_fields=["sends_itself", "label"])
    await await_parcel(return_id, settings=settings, now=now)
    news = "sending" if rings else None
    await act(row, "itself", by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now, news=news)


async def _keep(
    return_id: int, label: NewLabel, key: str | None, *, policy: Policy, settings: Settings, now: datetime
) -> None:
    today = now.astimezone(settings.time_zone).date()
    await Return.filter(id=return_id).update(
        label=label.as_kept(),
        label_key=key,
        label_carrier=label.carrier,
        label_expires_on=label.expires_on or today + timedelta(days=policy.label_days),
    )


async def _is_taken(key: str, row: Return) -> bool:
    """Scans of a number move one parcel: a slip of the finger would receive the wrong return, or one never sent."""
    others = Return.filter(label_key=key).exclude(id__in=[row.id, *await parcel_of(row.id)])
    return await others.exclude(status__in=sorted(OVER)).exists() or await Shipment.filter(tracking_key=key).exists()
