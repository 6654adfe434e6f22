"""Returns of the demo, one in each state, made by the verbs of a real shop before the visitor comes in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from bot.config import Settings
from bot.db import unit_of_work
from bot.demo.content import read_policy
from bot.demo.return_steps import (
    Hands,
    Step,
    approve_it,
    check_it,
    decline_it,
    give_it,
    hand_in,
    label_it,
    let_pass,
    receive_it,
    refuse_all,
    send_it_back,
    think_again,
)
from bot.outbox.queue import cancel_waiting
from bot.returns.models import Return
from bot.returns.paths import Way
from bot.returns.policies import adopt, current_policy
from bot.returns.policy import Policy
from bot.returns.receiving import Finding
from bot.returns.requests import Piece, Wish, ask
from bot.shop.models import Line, Order

RITA = 707
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
# Nobody is rung up about what was long ago: the cards tell how it stands.
RANG_THEN = ("milestone", "answer")


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


SCRATCHED = Finding({}, Decimal("3.00"), "Der Griff ist zerkratzt; das geht über das Ausprobieren hinaus.")
WASHED = "Beim Waschen eingelaufen: Das können wir leider nicht zurücknehmen. Die Pflege steht auf dem Etikett."

USED = "Es fehlen zwölf Teile: So können wir es nicht zurücknehmen und schicken es Ihnen wieder zu."

PLAYS = (
    Play("985", Way.GOODWILL, 58 * DAY, ((57 * DAY, label_it), (20 * DAY, let_pass)), reason="unwanted"),
    Play(
        "986",
        Way.WITHDRAWAL,
        48 * DAY,
        (
            *((47 * DAY, label_it), (45 * DAY, hand_in), (42 * DAY, receive_it), (41 * DAY, check_it)),
            *((40 * DAY, partial(give_it, kind="refund")), (35 * DAY, let_pass)),
        ),
    ),
    Play(
        "987",
        Way.GOODWILL,
        14 * DAY,
        (
            *((13 * DAY, label_it), (11 * DAY, hand_in), (4 * DAY, receive_it)),
            *((3 * DAY, partial(refuse_all, why=USED)), (2 * DAY, send_it_back)),
        ),
        reason="unwanted",
    ),
    Play(
        "988",
        Way.GOODWILL,
        12 * DAY,
        (
            *((11 * DAY, approve_it), (11 * DAY - MINUTE, label_it), (9 * DAY, hand_in)),
            *((3 * DAY, receive_it), (2 * DAY, check_it)),
            (2 * DAY - 60 * MINUTE, partial(give_it, kind="exchange")),
        ),
        reason="color",
        outcome="exchange",
        instead="DL-SCARF-GREEN",
    ),
    Play(
        "989",
        Way.GOODWILL,
        11 * DAY,
        (
            *((10 * DAY, approve_it), (10 * DAY - MINUTE, label_it), (8 * DAY, hand_in)),
            *((2 * DAY, receive_it), (DAY, check_it)),
            (DAY - 60 * MINUTE, partial(give_it, kind="credit")),
        ),
        reason="unwanted",
        outcome="credit",
    ),
    Play(
        "990",
        Way.GOODWILL,
        8 * DAY,
        ((7 * DAY, approve_it), (7 * DAY - MINUTE, label_it), (5 * DAY, hand_in), (120 * MINUTE, receive_it)),
        reason="style",
        outcome="credit",
    ),
    Play("992", Way.GOODWILL, 10 * DAY, ((9 * DAY, think_again),), reason="style"),
    Play(
        "995",
        Way.WITHDRAWAL,
        9 * DAY,
        (
            *((8 * DAY, label_it), (6 * DAY, hand_in), (2 * DAY, receive_it)),
            *((DAY, check_it), (DAY - 5 * MINUTE, partial(give_it, kind="refund"))),
        ),
        pieces=2,
    ),
    Play(
        "993",
        Way.WITHDRAWAL,
        8 * DAY,
        (
            *((7 * DAY, label_it), (5 * DAY, hand_in), (DAY, receive_it)),
            (120 * MINUTE, partial(check_it, finding=SCRATCHED)),
        ),
    ),
    Play(
        "994",
        Way.WITHDRAWAL,
        7 * DAY,
        ((6 * DAY, label_it), (4 * DAY, hand_in), (DAY, partial(receive_it, pieces=1))),
        pieces=2,
    ),
    Play(
        "991",
        Way.GOODWILL,
        6 * DAY,
        ((5 * DAY, partial(decline_it, why=WASHED)),),
        reason="other",
        note="Nach dem Waschen ist er viel kleiner.",
    ),
    Play(
        "996",
        Way.GOODWILL,
        5 * DAY,
        ((5 * DAY - 60 * MINUTE, approve_it), (4 * DAY, label_it), (DAY, hand_in)),
        reason="size_too_small",
        outcome="exchange",
        instead="DL-BACKPACK-24",
    ),
    Play(
        "997",
        Way.WARRANTY,
        3 * DAY,
        ((2 * DAY, approve_it), (DAY, label_it)),
        reason="defective",
        outcome="replacement",
        note="Das Mahlwerk blockiert seit gestern.",
    ),
    Play("998", Way.GOODWILL, DAY, ((180 * MINUTE, approve_it),), reason="style", outcome="credit"),
    Play("999", Way.GOODWILL, 6 * MINUTE, reason="unwanted", outcome="credit"),
    Play("1000", Way.WARRANTY, 3 * MINUTE, reason="defective", note="Die Kanne kam mit einem Sprung an."),
)
