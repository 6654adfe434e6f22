"""Reads what the gates have to know about plans: what they are about, who would be asked, when they were asked last."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.config import Settings
from bot.customers.audience import customers_of
from bot.customers.holds import last_held
from bot.customers.persons import persons_of
from bot.outbox.facts import Consents
from bot.outbox.outlook import read_outlook
from bot.shop.rows import Row, change, fetch, locked, moment
from bot.shop.states import CANCELLED, REFUNDED, STATE_OF_WORD, plain_word
from bot.shop.statuses import ShipmentStatus
from bot.surveys.definitions import Definition
from bot.surveys.gates import COMPLAINT_ECHO, About, Asked
from bot.surveys.rules import is_sampled

LINKS = "SELECT customer_id, chat_id FROM customer_link WHERE customer_id IN ? ORDER BY id"
MEET = "INSERT INTO survey_contact (person) VALUES {rows} ON CONFLICT (person) DO NOTHING"
HOLD = "SELECT id FROM survey_contact WHERE person IN ? ORDER BY person"
ELSEWHERE = "SELECT person, asked_elsewhere_at FROM survey_contact WHERE person IN ? AND asked_elsewhere_at IS NOT NULL"
NOTED = "UPDATE survey_contact SET asked_elsewhere_at = ? WHERE person IN ?"
ORDERS = """
SELECT o.id, o.number, o.state, o.status AS word, o.is_test, o.is_hidden,
  EXISTS (SELECT 1 FROM shop_refund r WHERE r.order_id = o.id) AS is_refunded,
  EXISTS (SELECT 1 FROM shop_return b WHERE b.order_id = o.id AND b.status IN ('requested', 'approved')) AS is_returning
FROM shop_order o WHERE o.id IN ?"""
CASES = "SELECT id, status FROM ticket_case WHERE id IN ?"
# A withheld invitation was none: the person has not been asked. One that had to wait on its way, for the morning or
# after a problem, asked when it arrived.
ASKED = """
SELECT a.survey, a.metric, a.chat_id, a.customer_id, coalesce(p.settled_at, a.delivered_at, a.invited_at) AS invited_at
FROM survey_plan a LEFT JOIN outbox_push p ON p.id = a.push_id
WHERE a.{whom} IN ? AND a.invited_at > ? AND a.status IN ('invited', 'answered', 'expired')"""
LONGEST_WAY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan as it stands in its row; `chat_id` is set where only this chat can be asked."""

    id: int
    survey: str
    customer_id: int
    chat_id: int | None
    order_id: int | None
    case_id: int | None
    due_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class People:
    """The chats in which a plan could ask, and all customers these chats stand for, at any postcode: one person."""

    chats: tuple[int, ...]
    customers: tuple[int, ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset({*(f"chat:{id_}" for id_ in self.chats), *(f"customer:{id_}" for id_ in self.customers)})


@dataclass(frozen=True, slots=True)
class Situation:
    """What a plan is about, and whom it could ask where."""

    about: About
    people: tuple[Asked, ...]
    number: str | None


def plan_facts(row: Row) -> PlanFacts:
    """A row of survey_plan."""
    times = {name: moment(row[name]) for name in ("due_at", "expires_at")}
    values: dict[str, Any] = {name: row[name] for name in PlanFacts.__slots__} | times
    return PlanFacts(**values)


async def find_people(plans: Sequence[PlanFacts]) -> dict[int, People]:
    """Who a plan's person is, by plan."""
    chats: dict[int, list[int]] = {}
    for row in await fetch(LINKS, sorted({plan.customer_id for plan in plans})):
        chats.setdefault(row["customer_id"], []).append(row["chat_id"])
    linked = {
        plan.id: [chat for chat in chats.get(plan.customer_id, []) if plan.chat_id in {None, chat}] for plan in plans
    }
    owners = await customers_of([chat for each in linked.values() for chat in each])
    kin = await persons_of({*(plan.customer_id for plan in plans), *(each for of in owners.values() for each in of)})
    return {plan.id: _people(plan, linked[plan.id], owners, kin) for plan in plans}


async def hold_people(people: Iterable[People]) -> None:
    """Keep everybody else from inviting these people until the unit of work ends.

    In the order of their names, so that two processes never wait for each other.
    """
    keys = sorted({key for each in people for key in each.keys})
    if keys:
        await change(MEET.format(rows=", ".join(["(?)"] * len(keys))), *keys)
        await change(HOLD + locked(), keys)


async def note_asked_elsewhere(people: People, *, now: datetime) -> None:
    """Whoever was asked something by another room is not asked by a survey soon after; they are held by the caller."""
    await change(NOTED, now, sorted(people.keys))


async def read_situations(
    plans: Sequence[PlanFacts],
    people: Mapping[int, People],
    known: Mapping[str, Definition],
    *,
    now: datetime,
    settings: Settings,
    consents: Consents,
) -> dict[int, Situation]:
    """Everything the gates ask for, in a few queries however many plans there are."""
    persons = {(chat, plan.customer_id) for plan in plans for chat in people[plan.id].chats}
    outlook = await read_outlook(persons, purpose="survey", now=now, settings=settings, consents=consents)
    customers = sorted({customer for each in people.values() for customer in each.customers})
    chats = sorted({chat for each in people.values() for chat in each.chats})
    complaints = await last_held(customers, reason="complaint", after=now - COMPLAINT_ECHO)
    asked = await _invitations(chats, customers, since=now - _longest(known) - LONGEST_WAY)
    elsewhere = await _asked_elsewhere(people.values())
    orders = {row["id"]: row for row in await _rows(ORDERS, [plan.order_id for plan in plans])}
    cases = {row["id"]: row["status"] for row in await _rows(CASES, [plan.case_id for plan in plans])}

    def asked_in(plan: PlanFacts, chat: int) -> Asked:
        definition, own = known[plan.survey], people[plan.id]
        times = [row for row in asked if row["chat_id"] == chat or row["customer_id"] in own.customers]
        complained = [complaints[customer] for customer in own.customers if customer in complaints]
        return Asked(
            chat_id=chat,
            facts=outlook[chat, plan.customer_id],
            asked_any=max(filter(None, [_last(times), *(elsewhere.get(key) for key in own.keys)]), default=None),
            asked_same=_last(row for row in times if _kin(row) == definition.kin),
            complained_at=max(complained, default=None),
            is_sampled=is_sampled(plan.survey, f"customer:{plan.customer_id}", definition.sample_percent),
        )

    return {
        plan.id: Situation(
            _about(known[plan.survey], orders.get(plan.order_id or 0), cases.get(plan.case_id or 0)),
            tuple(asked_in(plan, chat) for chat in people[plan.id].chats),
            orders[plan.order_id]["number"] if plan.order_id in orders else None,
        )
        for plan in plans
    }


def _people(
    plan: PlanFacts,
    chats: Sequence[int],
    owners: Mapping[int, Sequence[int]],
    kin: Mapping[int, Collection[int]],
) -> People:
    known = dict.fromkeys((plan.customer_id, *(owner for chat in chats for owner in owners.get(chat, ()))))
    customers = dict.fromkeys((*known, *(other for each in known for other in sorted(kin[each]))))
    return People(tuple(chats), tuple(customers))


def _longest(known: Mapping[str, Definition]) -> timedelta:
    return timedelta(days=max(max(each.throttle.any_days, each.throttle.same_days) for each in known.values()))


async def _invitations(chats: Sequence[int], customers: Sequence[int], *, since: datetime) -> list[Row]:
    """By chat and by customer: each has its index."""
    by_chat = await fetch(ASKED.format(whom="chat_id"), chats, since) if chats else []
    return [*by_chat, *await fetch(ASKED.format(whom="customer_id"), customers, since)]


async def _asked_elsewhere(people: Iterable[People]) -> dict[str, datetime]:
    keys = sorted({key for each in people for key in each.keys})
    found = {row["person"]: moment(row["asked_elsewhere_at"]) for row in await fetch(ELSEWHERE, keys)} if keys else {}
    return {person: at for person, at in found.items() if at}


async def _rows(statement: str, ids: Iterable[int | None]) -> list[Row]:
    wanted = sorted({id_ for id_ in ids if id_ is not None})
    return await fetch(statement, wanted) if wanted else []


def _about(definition: Definition, order: Row | None, case_status: str | None) -> About:
    word = STATE_OF_WORD.get(plain_word(order["word"])) if order else None
    state = order["state"] if order else None
    is_over = {
        "delivered": state == ShipmentStatus.DELIVERED,
        "return_closed": order is not None,
        "case_closed": case_status == "closed",
    }
    return About(
        is_hidden=bool(order and (order["is_test"] or order["is_hidden"])),
        is_cancelled=CANCELLED in {word, state},
        is_refunded=bool(order and (order["is_refunded"] or word == REFUNDED)),
        is_over=is_over[definition.trigger],
        has_open_return=bool(order and order["is_returning"]),
    )


def _last(rows: Iterable[Row]) -> datetime | None:
    times: list[Any] = [moment(row["invited_at"]) for row in rows]
    return max(times, default=None)


def _kin(row: Row) -> str:
    return "nps" if row["metric"] == "nps" else str(row["survey"])
