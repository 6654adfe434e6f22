"""Reads what the policy has to know about a batch of pushes; nothing that none of them needs."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.config import Settings
from bot.customers.audience import Recipient, find_recipients
from bot.customers.holds import holds_over
from bot.db import connection, in_dialect
from bot.outbox.budget import A_WEEK
from bot.outbox.claims import Claimed, as_time
from bot.outbox.policy import NEVER_HELD, Facts, HoldFact
from bot.outbox.purposes import BUDGETED, PROBLEMS, News
from bot.outbox.quiet import Place

# What was sent, what is being sent, and what may have arrived; the batch itself is what the question is about.
CONTACTS = """
SELECT id, chat_id, customer_id, purpose, settled_at FROM outbox_push
WHERE {column} IN ({persons}) AND id NOT IN ({batch}) AND purpose IN ({purposes}) AND (
  (status = 'sent' AND settled_at > ?) OR (status = 'waiting' AND (leased_until IS NOT NULL OR doubtful > 0)))"""

MUTES = "SELECT chat_id, order_id, level FROM customer_mute WHERE chat_id IN ({chats}) AND order_id IN ({orders})"

Consents = Callable[[Sequence[int]], Awaitable[Mapping[int, frozenset[str]]]]
Person = tuple[str, int]
Contact = tuple[int, datetime]


async def nobody_consents(_chat_ids: Sequence[int]) -> Mapping[int, frozenset[str]]:
    """The consents of each chat, as long as there is no way to give one."""
    return {}


@dataclass(slots=True)
class People:
    """Everything read about the people of one batch; a person is a chat or a customer."""

    unknown: Place
    recipients: Mapping[int, Recipient] = field(default_factory=dict)
    mutes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    consents: Mapping[int, frozenset[str]] = field(default_factory=dict)
    holds: Mapping[int, tuple[HoldFact, ...]] = field(default_factory=dict)
    contacts: dict[Person, set[Contact]] = field(default_factory=dict)
    problems: dict[Person, set[Contact]] = field(default_factory=dict)

    def facts_for(self, row: Claimed) -> Facts:
        recipient = self.recipients.get(row.chat_id)
        contacts = _of_persons(self.contacts, row.chat_id, row.customer_id)
        problems = _of_persons(self.problems, row.chat_id, row.customer_id)
        return Facts(
            place=Place(recipient.zones, recipient.country) if recipient else self.unknown,
            unreachable=recipient.unreachable if recipient else None,
            mute=self.mutes.get((row.chat_id, row.order_id)) if row.order_id else None,
            consents=self.consents.get(row.chat_id, frozenset()),
            holds=self.holds.get(row.chat_id, ()),
            contacts=tuple(at for _, at in contacts),
            last_problem_at=max((at for _, at in problems), default=None),
        )

    def count(self, row: Claimed, at: datetime) -> None:
        """This one goes out now: the others of the batch have to know."""
        for counted, kept in ((row.purpose.in_budget, self.contacts), (row.purpose.problem, self.problems)):
            if counted:
                _note(kept, row.id, row.chat_id, row.customer_id, at)


async def read_people(
    rows: Sequence[Claimed], *, now: datetime, settings: Settings, consents: Consents = nobody_consents
) -> People:
    """What is known about the people of these rows."""
    people = People(unknown=Place((settings.time_zone,)))
    people.recipients = await find_recipients([row.chat_id for row in rows if row.chat_id > 0], settings=settings)
    people.mutes = await _read_mutes([row for row in rows if row.order_id and row.purpose.news < News.ALWAYS])
    people.holds = await _read_holds([row for row in rows if row.purpose.name not in NEVER_HELD], now)
    if budgeted := [row for row in rows if row.purpose.in_budget]:
        people.consents = await consents([row.chat_id for row in budgeted])
        await _read_contacts(people, rows, budgeted, now)
    return people


async def _read_mutes(rows: Sequence[Claimed]) -> dict[tuple[int, int], str]:
    if not rows:
        return {}
    chats, orders = {row.chat_id for row in rows}, {row.order_id for row in rows}
    statement = in_dialect(MUTES.format(chats=_marks(chats), orders=_marks(orders)))
    found = await connection().execute_query_dict(statement, [*chats, *orders])
    return {(mute["chat_id"], mute["order_id"]): mute["level"] for mute in found}


async def _read_holds(rows: Sequence[Claimed], now: datetime) -> dict[int, tuple[HoldFact, ...]]:
    if not rows:
        return {}
    found = await holds_over({(row.chat_id, row.customer_id) for row in rows}, now=now)
    return {chat_id: tuple(HoldFact(*hold) for hold in holds) for chat_id, holds in found.items()}


async def _read_contacts(people: People, rows: Sequence[Claimed], asked: Sequence[Claimed], now: datetime) -> None:
    batch = [row.id for row in rows]
    await _read_half(people, "chat_id", {row.chat_id for row in asked}, batch, now)
    await _read_half(people, "customer_id", {row.customer_id for row in asked if row.customer_id}, batch, now)


async def _read_half(people: People, column: str, persons: set[int], batch: Sequence[int], now: datetime) -> None:
    """By chat, or by customer: each has its index."""
    if not persons:
        return
    purposes = [*BUDGETED, *PROBLEMS]
    marks = {"persons": _marks(persons), "batch": _marks(batch), "purposes": _marks(purposes)}
    statement = in_dialect(CONTACTS.format(column=column, **marks))
    for row in await connection().execute_query_dict(statement, [*persons, *batch, *purposes, now - A_WEEK]):
        kept = people.contacts if row["purpose"] in BUDGETED else people.problems
        _note(kept, row["id"], row["chat_id"], row["customer_id"], as_time(row["settled_at"]) or now)


def _marks(values: Iterable[Any]) -> str:
    return ", ".join("?" for _ in values)


def _of_persons(kept: Mapping[Person, set[Contact]], chat_id: int, customer_id: int | None) -> set[Contact]:
    return kept.get(("chat", chat_id), set()) | kept.get(("customer", customer_id or 0), set())


def _note(kept: dict[Person, set[Contact]], row_id: int, chat_id: int, customer_id: int | None, at: datetime) -> None:
    kept.setdefault(("chat", chat_id), set()).add((row_id, at))
    if customer_id:
        kept.setdefault(("customer", customer_id), set()).add((row_id, at))
