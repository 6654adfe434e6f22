"""Reads what the policy has to know about a batch of pushes; nothing that none of them needs."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.config import Settings
from bot.customers.audience import Recipient, find_recipients
from bot.customers.consents import consents_of
from bot.customers.holds import holds_over
from bot.customers.persons import persons_of
from bot.db import among, connection, id_list, in_dialect
from bot.outbox.budget import A_WEEK
from bot.outbox.claims import Claimed, as_time
from bot.outbox.policy import NEVER_HELD, Facts, HoldFact
from bot.outbox.purposes import BUDGETED, PROBLEMS, News
from bot.outbox.quiet import Place

# What was sent, what is being sent, and what may have arrived; the batch itself is what the question is about.
CONTACTS = """
SELECT id, chat_id, customer_id, purpose, settled_at FROM outbox_push
WHERE {column} {among} AND NOT (id {among}) AND purpose IN ({purposes}) AND (
  (status = 'sent' AND settled_at > ?) OR (status = 'waiting' AND (leased_until IS NOT NULL OR doubtful > 0)))"""

MUTES = "SELECT chat_id, order_id, level FROM customer_mute WHERE chat_id {among} AND order_id {among}"

Consents = Callable[[Sequence[int]], Awaitable[Mapping[int, frozenset[str]]]]
# Everybody a chat stands for, and every chat of theirs: several chats of a person are one budget, and so are the
# customers they are at several postcodes.
KIN = """
SELECT own.chat_id AS of_chat, kin.customer_id, kin.chat_id FROM customer_link own
JOIN customer_link kin ON kin.customer_id = own.customer_id WHERE own.chat_id {among}"""

Person = tuple[str, int]
Contact = tuple[int, datetime]


@dataclass(slots=True)
class People:
    """Everything read about the people of one batch; a person is all their chats and customers (`kin`, by chat)."""

    unknown: Place
    recipients: Mapping[int, Recipient] = field(default_factory=dict)
    mutes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    consents: Mapping[int, frozenset[str]] = field(default_factory=dict)
    holds: Mapping[int, tuple[HoldFact, ...]] = field(default_factory=dict)
    kin: dict[int, set[Person]] = field(default_factory=dict)
    contacts: dict[Person, set[Contact]] = field(default_factory=dict)
    problems: dict[Person, set[Contact]] = field(default_factory=dict)

    def facts_for(self, row: Claimed) -> Facts:
        recipient = self.recipients.get(row.chat_id)
        persons = {*_persons(row.chat_id, row.customer_id), *self.kin.get(row.chat_id, ())}
        contacts, problems = _of_persons(self.contacts, persons), _of_persons(self.problems, persons)
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
    rows: Sequence[Claimed], *, now: datetime, settings: Settings, consents: Consents = consents_of
) -> People:
    """What is known about the people of these rows."""
    people = People(unknown=Place((settings.time_zone,)))
    people.recipients = await find_recipients([row.chat_id for row in rows if row.chat_id > 0], settings=settings)
    people.mutes = await _read_mutes([row for row in rows if row.order_id and row.purpose.news < News.ALWAYS])
    people.holds = await _read_holds([row for row in rows if row.purpose.name not in NEVER_HELD], now)
    if asked := [row.chat_id for row in rows if row.purpose.consent]:
        people.consents = await consents(asked)
    if budgeted := [row for row in rows if row.purpose.in_budget]:
        await _read_contacts(people, rows, budgeted, now)
    return people


async def _read_mutes(rows: Sequence[Claimed]) -> dict[tuple[int, int], str]:
    if not rows:
        return {}
    chats, orders = {row.chat_id for row in rows}, {row.order_id for row in rows if row.order_id}
    statement = in_dialect(MUTES.format(among=among()))
    found = await connection().execute_query_dict(statement, [id_list(chats), id_list(orders)])
    return {(mute["chat_id"], mute["order_id"]): mute["level"] for mute in found}


async def _read_holds(rows: Sequence[Claimed], now: datetime) -> dict[int, tuple[HoldFact, ...]]:
    if not rows:
        return {}
    found = await holds_over({(row.chat_id, row.customer_id) for row in rows}, now=now)
    return {chat_id: tuple(HoldFact(*hold) for hold in holds) for chat_id, holds in found.items()}


async def _read_contacts(people: People, rows: Sequence[Claimed], asked: Sequence[Claimed], now: datetime) -> None:
    batch = [row.id for row in rows]
    people.kin = await _read_kin({row.chat_id for row in asked})
    await _add_same_persons(people.kin)
    persons = {person for row in asked for person in _persons(row.chat_id, row.customer_id)}.union(*people.kin.values())
    for column, kind in (("chat_id", "chat"), ("customer_id", "customer")):
        await _read_half(people, column, {id_ for each, id_ in persons if each == kind}, batch, now)


async def _read_kin(chats: set[int]) -> dict[int, set[Person]]:
    kin: dict[int, set[Person]] = {}
    statement = in_dialect(KIN.format(among=among()))
    for row in await connection().execute_query_dict(statement, [id_list(chats)]):
        kin.setdefault(row["of_chat"], set()).update(_persons(row["chat_id"], row["customer_id"]))
    return kin


async def _add_same_persons(kin: Mapping[int, set[Person]]) -> None:
    """What was sent about another customer of the same account or mailbox was sent to the same person."""
    same = await persons_of({id_ for persons in kin.values() for kind, id_ in persons if kind == "customer"})
    for persons in kin.values():
        persons |= {("customer", other) for kind, id_ in persons if kind == "customer" for other in same[id_]}


async def _read_half(people: People, column: str, persons: set[int], batch: Sequence[int], now: datetime) -> None:
    """By chat, or by customer: each has its index."""
    if not persons:
        return
    purposes = [*BUDGETED, *PROBLEMS]
    statement = in_dialect(CONTACTS.format(column=column, among=among(), purposes=", ".join("?" * len(purposes))))
    values = [id_list(persons), id_list(batch), *purposes, now - A_WEEK]
    for row in await connection().execute_query_dict(statement, values):
        kept = people.contacts if row["purpose"] in BUDGETED else people.problems
        _note(kept, row["id"], row["chat_id"], row["customer_id"], as_time(row["settled_at"]) or now)


def _persons(chat_id: int, customer_id: int | None) -> list[Person]:
    return [("chat", chat_id), *([("customer", customer_id)] if customer_id else [])]


def _of_persons(kept: Mapping[Person, set[Contact]], persons: Iterable[Person]) -> set[Contact]:
    return {contact for person in persons for contact in kept.get(person, ())}


def _note(kept: dict[Person, set[Contact]], row_id: int, chat_id: int, customer_id: int | None, at: datetime) -> None:
    for person in _persons(chat_id, customer_id):
        kept.setdefault(person, set()).add((row_id, at))
