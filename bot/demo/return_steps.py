"""What becomes of the demo's returns, step by step: what Mia, the carrier, the customer and the clock do with one."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.config import Settings
from bot.demo.content import find_team
from bot.returns.closing import close_settled
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.moving import cancel, move
from bot.returns.policy import Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.settling import send_back, settle
from bot.returns.unsent import mind_unsent
from bot.returns.verdicts import approve, decline


@dataclass(frozen=True, slots=True)
class Hands:
    """What a step is done with: the return, its first line, and what the verbs want to know."""

    return_id: int
    line_id: int
    owner_ids: Sequence[int]
    policy: Policy
    settings: Settings


Step = Callable[[Hands, datetime], Awaitable[Any]]


def _by_mia(hands: Hands, now: datetime) -> Mapping[str, Any]:
    return {"staff_id": find_team().id, "settings": hands.settings, "now": now}


async def approve_it(hands: Hands, now: datetime) -> None:
    await approve(hands.return_id, policy=hands.policy, **_by_mia(hands, now))


async def decline_it(hands: Hands, now: datetime, *, why: str) -> None:
    await decline(hands.return_id, why, **_by_mia(hands, now))


async def label_it(hands: Hands, now: datetime) -> None:
    number = f"DEMO-R-{hands.return_id:04}"
    label = NewLabel(code=number, tracking_number=number)
    await send_label(hands.return_id, label, by=Actor.STAFF, policy=hands.policy, **_by_mia(hands, now))


async def hand_in(hands: Hands, now: datetime) -> None:
    await move(hands.return_id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=hands.settings, now=now)


async def receive_it(hands: Hands, now: datetime, *, pieces: int | None = None) -> None:
    arrived = None if pieces is None else {hands.line_id: pieces}
    await receive(hands.return_id, arrived, **_by_mia(hands, now))


async def check_it(hands: Hands, now: datetime, *, finding: Finding | None = None) -> None:
    await check(hands.return_id, finding or Finding(), policy=hands.policy, **_by_mia(hands, now))


async def give_it(hands: Hands, now: datetime, *, kind: str) -> None:
    await settle(hands.return_id, kind, **_by_mia(hands, now))


async def refuse_all(hands: Hands, now: datetime, *, why: str) -> None:
    await check_it(hands, now, finding=Finding({hands.line_id: 0}, why=why))


async def send_it_back(hands: Hands, now: datetime) -> None:
    await send_back(hands.return_id, **_by_mia(hands, now))


async def let_pass(hands: Hands, now: datetime) -> None:
    """What the clock does until then with what was not sent, and with what was settled."""
    while (row := await Return.get(id=hands.return_id)).remind_at and row.remind_at <= now:
        await mind_unsent(hands.settings, now=row.remind_at)
    await close_settled(hands.settings, now=now)


async def think_again(hands: Hands, now: datetime) -> None:
    await cancel(hands.return_id, customer_ids=hands.owner_ids, settings=hands.settings, now=now)
