"""Returns of the demo, one in each state, made by the verbs of a real shop before the visitor comes in."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from bot.config import Settings
from bot.db import unit_of_work
from bot.demo.content import find_team, read_policy
from bot.outbox.queue import cancel_waiting
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.moving import cancel, move
from bot.returns.paths import Way
from bot.returns.policies import adopt, current_policy
from bot.returns.policy import Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import settle
from bot.returns.verdicts import approve, decline
from bot.shop.models import Line, Order

RITA = 707
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
# Nobody is rung up about what was long ago: the cards tell how it stands.
RANG_THEN = ("milestone", "answer")


@dataclass(frozen=True, slots=True)
class Hands:
    """What a step is done with: the return, its first line, and what the verbs want to know."""

    return_id: int
    line_id: int
    owner_ids: Sequence[int]
    policy: Policy
    settings: Settings


Step = Callable[[Hands, datetime], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Play:
    """A return of an order: so many of its first item, asked for so long before the opening, and what came of it;
    `instead` is the article in exchange."""

    order: str
    way: Way
    ago: timedelta
    steps: Sequence[tuple[timedelta, Step]] = ()
    pieces: int = 1
    reason: str | None = None
    outcome: str = "refund"
    instead: str | None = None
    note: str | None = None


async def play_returns(settings: Settings, opened_at: datetime) -> None:
    """All of them, in one go and once, by Mia's hands."""
    if not await Return.exists():
        await _play_all(settings, opened_at)


@unit_of_work
async def _play_all(settings: Settings, opened_at: datetime) -> None:
    await adopt(read_policy(), name="returns.toml", now=opened_at)
    policy = await current_policy()
    for play in sorted(PLAYS, key=lambda each: each.ago, reverse=True):
        await _play(play, policy, settings, opened_at)
    for purpose in RANG_THEN:
        await cancel_waiting(chat_id=RITA, purpose=purpose, now=opened_at)


async def _play(play: Play, policy: Policy, settings: Settings, opened_at: datetime) -> None:
    order = await Order.get(number=play.order)
    line = await Line.filter(order_id=order.id).order_by("position").first()
    assert line is not None  # noqa: S101  # every order of the data files has one
    piece = Piece(line.id, play.pieces, play.reason, play.instead)
    owner_ids = [order.customer_id or 0]
    made = await ask(
        Wish(order_id=order.id, pieces=(piece,), way=play.way, outcome=play.outcome, note=play.note),
        customer_ids=owner_ids,
        chat_id=RITA,
        locale="de",
        policy=policy,
        settings=settings,
        now=opened_at - play.ago,
    )
    hands = Hands(made.id, line.id, owner_ids, policy, settings)
    for ago, step in play.steps:
        await step(hands, opened_at - ago)


def _by_mia(hands: Hands, now: datetime) -> Mapping[str, Any]:
    return {"staff_id": find_team().id, "settings": hands.settings, "now": now}


async def _approve(hands: Hands, now: datetime) -> None:
    await approve(hands.return_id, policy=hands.policy, **_by_mia(hands, now))


async def _decline(hands: Hands, now: datetime, *, why: str) -> None:
    await decline(hands.return_id, why, **_by_mia(hands, now))


async def _label(hands: Hands, now: datetime) -> None:
    number = f"DEMO-R-{hands.return_id:04}"
    label = NewLabel(code=number, tracking_number=number)
    await send_label(hands.return_id, label, by=Actor.STAFF, policy=hands.policy, **_by_mia(hands, now))


async def _hand_in(hands: Hands, now: datetime) -> None:
    await move(hands.return_id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=hands.settings, now=now)


async def _receive(hands: Hands, now: datetime, *, pieces: int | None = None) -> None:
    arrived = None if pieces is None else {hands.line_id: pieces}
    await receive(hands.return_id, arrived, **_by_mia(hands, now))


async def _check(hands: Hands, now: datetime, *, finding: Finding | None = None) -> None:
    await check(hands.return_id, finding or Finding(), policy=hands.policy, **_by_mia(hands, now))


async def _refund(hands: Hands, now: datetime) -> None:
    await settle(hands.return_id, "refund", **_by_mia(hands, now))


async def _think_again(hands: Hands, now: datetime) -> None:
    await cancel(hands.return_id, customer_ids=hands.owner_ids, settings=hands.settings, now=now)


SCRATCHED = Finding({}, Decimal("3.00"), "Der Griff ist zerkratzt; das geht über das Ausprobieren hinaus.")
WASHED = "Beim Waschen eingelaufen: Das können wir leider nicht zurücknehmen. Die Pflege steht auf dem Etikett."

PLAYS = (
    Play("992", Way.GOODWILL, 10 * DAY, ((9 * DAY, _think_again),), reason="style"),
    Play(
        "995",
        Way.WITHDRAWAL,
        9 * DAY,
        (
            *((8 * DAY, _label), (6 * DAY, _hand_in), (2 * DAY, _receive)),
            *((DAY, _check), (DAY - 5 * MINUTE, _refund)),
        ),
        pieces=2,
    ),
    Play(
        "993",
        Way.WITHDRAWAL,
        8 * DAY,
        (
            *((7 * DAY, _label), (5 * DAY, _hand_in), (DAY, _receive)),
            (120 * MINUTE, partial(_check, finding=SCRATCHED)),
        ),
    ),
    Play(
        "994",
        Way.WITHDRAWAL,
        7 * DAY,
        ((6 * DAY, _label), (4 * DAY, _hand_in), (DAY, partial(_receive, pieces=1))),
        pieces=2,
    ),
    Play(
        "991",
        Way.GOODWILL,
        6 * DAY,
        ((5 * DAY, partial(_decline, why=WASHED)),),
        reason="other",
        note="Nach dem Waschen ist er viel kleiner.",
    ),
    Play(
        "996",
        Way.GOODWILL,
        5 * DAY,
        ((5 * DAY - 60 * MINUTE, _approve), (4 * DAY, _label), (DAY, _hand_in)),
        reason="size_too_small",
        outcome="exchange",
        instead="DL-BACKPACK-24",
    ),
    Play(
        "997",
        Way.WARRANTY,
        3 * DAY,
        ((2 * DAY, _approve), (DAY, _label)),
        reason="defective",
        outcome="replacement",
        note="Das Mahlwerk blockiert seit gestern.",
    ),
    Play("998", Way.GOODWILL, DAY, ((180 * MINUTE, _approve),), reason="style", outcome="credit"),
    Play("999", Way.GOODWILL, 6 * MINUTE, reason="unwanted", outcome="credit"),
    Play("1000", Way.WARRANTY, 3 * MINUTE, reason="defective", note="Die Kanne kam mit einem Sprung an."),
)
