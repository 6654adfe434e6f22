"""Plans to ask somebody: made once, in the transaction of what happened, judged at once to tell what is in the way."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.config import Settings
from bot.customers.consents import consents_of
from bot.db import unit_of_work
from bot.outbox.facts import Consents
from bot.shop.rows import change, fetch, moment
from bot.shop.statuses import ShipmentStatus
from bot.surveys.definitions import Definition, Trigger, definitions
from bot.surveys.delays import categories_of, longest_delay
from bot.surveys.gates import Never, foresee
from bot.surveys.rules import spread
from bot.surveys.situations import PlanFacts, find_people, read_situations

# What happened longer ago is history, and nobody is asked about that.
NEWS = timedelta(hours=24)

INSERT = """
INSERT INTO survey_plan (once, survey, version, metric, customer_id, chat_id, order_id, shipment_id, case_id,
  source, status, created_at, due_at, expires_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'trigger', 'planned', ?, ?, ?) ON CONFLICT (once) DO NOTHING RETURNING id"""
FORESEEN = "UPDATE survey_plan SET status = ?, why = ?, judged_at = ? WHERE id = ?"
DELIVERED = """
SELECT o.id, o.customer_id, o.delivered_at FROM shop_order o JOIN shop_shipment s ON s.order_id = o.id
WHERE s.id = ? AND o.customer_id IS NOT NULL AND NOT o.is_test AND NOT o.is_hidden AND o.state = ?"""
# Only what a customer has asked for is a conversation: at the end of a case about trouble the shop asks whether it is
# solved, and of the two questions a case gets one. Not whoever is to reach no human any more. Who has linked a purchase
# since they began to talk is asked, too; without any there is nobody whose points they would be. An open case has no
# closed_at; naming the status as well would lead SQLite through all cases that ever were.
ENDED_TALKS = """
SELECT c.id, c.chat_id, c.closed_at, CASE WHEN c.order_guessed THEN NULL ELSE c.order_id END AS order_id, coalesce(
  c.customer_id, (
  SELECT l.customer_id FROM customer_link l WHERE l.chat_id = c.chat_id ORDER BY l.id LIMIT 1)) AS customer_id
FROM ticket_case c
WHERE c.closed_at > ? AND c.first_answer_at IS NOT NULL AND c.cause = 'human'
  AND c.chat_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ticket_ban b WHERE b.id = c.chat_id)"""
MADE = "SELECT once FROM survey_plan WHERE once IN ?"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that happened to a customer; `subject` ("order:7") makes a plan about it unrepeatable."""

    subject: str
    at: datetime
    customer_id: int
    chat_id: int | None = None
    order_id: int | None = None
    shipment_id: int | None = None
    case_id: int | None = None


@unit_of_work
async def plan_for_delivery(shipment_id: int, *, now: datetime, settings: Settings) -> int:
    """Plan to ask about an order whose last parcel has just arrived; how many plans that made.

    To be called in the transaction of the scan. Old stories, test orders and parts of an order plan nothing.
    """
    rows = await fetch(DELIVERED, shipment_id, str(ShipmentStatus.DELIVERED))
    at = moment(rows[0]["delivered_at"]) if rows else None
    if at is None or now - at >= NEWS:
        return 0
    order_id, customer_id = rows[0]["id"], rows[0]["customer_id"]
    occasion = Occasion(f"order:{order_id}", at, customer_id, order_id=order_id, shipment_id=shipment_id)
    return await plan("delivered", [occasion], now=now, settings=settings)


async def plan_for_ended_talks(now: datetime, settings: Settings) -> int:
    """Plan to ask about conversations that have ended within a day; how many plans that made."""
    talks = [
        Occasion(
            f"case:{row['id']}",
            moment(row["closed_at"]) or now,
            row["customer_id"],
            chat_id=row["chat_id"],
            order_id=row["order_id"],
            case_id=row["id"],
        )
        for row in await fetch(ENDED_TALKS, now - NEWS)
        if row["customer_id"] is not None
    ]
    return await plan("case_closed", talks, now=now, settings=settings)


@unit_of_work
async def plan(
    trigger: Trigger,
    occasions: Sequence[Occasion],
    *,
    now: datetime,
    settings: Settings,
    consents: Consents = consents_of,
) -> int:
    """A plan for each occasion and each survey of this trigger, once."""
    if not occasions:
        return 0
    known = await definitions()
    asking = [each for each in known.values() if each.trigger == trigger and each.active]
    wanted = {once_of(each.key, occasion.subject): (occasion, each) for occasion in occasions for each in asking}
    before = {row["once"] for row in await fetch(MADE, [*wanted])}
    fresh = [pair for once, pair in wanted.items() if once not in before]
    ordered = await _categories(fresh)
    made = [
        made
        for occasion, definition in fresh
        if (made := await _insert(occasion, definition, ordered.get(occasion.order_id or 0, ()), now))
    ]
    await _foresee(made, known, now=now, settings=settings, consents=consents)
    return len(made)


def once_of(survey: str, subject: str) -> str:
    """What makes a plan unrepeatable: this survey about this."""
    return f"{survey}:{subject}"


async def _categories(fresh: Sequence[tuple[Occasion, Definition]]) -> Mapping[int, Collection[str | None]]:
    """What was ordered, where a survey waits for it."""
    wanted = {occasion.order_id for occasion, each in fresh if occasion.order_id and each.delay_by_category}
    return await categories_of(sorted(wanted))


async def _insert(
    occasion: Occasion, definition: Definition, categories: Collection[str | None], now: datetime
) -> PlanFacts | None:
    once = once_of(definition.key, occasion.subject)
    delay = longest_delay(definition.delay_hours, definition.delay_by_category, categories)
    first, last = (timedelta(hours=hours) for hours in delay)
    due_at, expires_at = occasion.at + spread(once, first, last), occasion.at + definition.latest
    who = [occasion.customer_id, occasion.chat_id, occasion.order_id, occasion.shipment_id, occasion.case_id]
    what = [once, definition.key, definition.version, definition.metric]
    rows = await change(INSERT, *what, *who, now, due_at, expires_at)
    if not rows:
        return None
    log.info("survey planned", plan=rows[0]["id"], survey=definition.key)
    about = (occasion.customer_id, occasion.chat_id, occasion.order_id, occasion.case_id)
    return PlanFacts(rows[0]["id"], definition.key, *about, due_at=due_at, expires_at=expires_at)


async def _foresee(
    plans: Sequence[PlanFacts],
    known: Mapping[str, Definition],
    *,
    now: datetime,
    settings: Settings,
    consents: Consents,
) -> None:
    """Note what would be in the way now; only who is not in the sample never will be asked."""
    if not plans:
        return
    people = await find_people(plans)
    found = await read_situations(plans, people, known, now=now, settings=settings, consents=consents)
    for each in plans:
        verdict = foresee(known[each.survey], found[each.id].about, found[each.id].people, now)
        is_over = isinstance(verdict, Never) and verdict.why == "not_sampled"
        why = str(verdict.why) if verdict else None
        await change(FORESEEN, "withheld" if is_over else "planned", why, now, each.id)
