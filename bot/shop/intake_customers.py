"""The customers of incoming orders: who is known already, who is new.

A customer is one person at one postcode (see `models.Customer`), so an order that is to go elsewhere now moves to
another customer, and who could see it by its old postcode no longer does.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from bot.shop.incoming import IncomingCustomer
from bot.shop.numbers import email_key, phone_key
from bot.shop.rows import Row, fetch, insert_rows, locked, new_ids, update_rows

TABLE = "shop_customer"
IDENTITY = ("external_id", "email_key")
KEPT = ("external_id", "email", "email_key", "phone", "phone_key", "name", "locale", "postal_key")
COLUMNS = ("id", "source", *KEPT)

Wanted = tuple[str, IncomingCustomer, int | None]
"""Source, customer as told, and the customer that the order has now."""
Place = tuple[str, str, str]
"""Source, external id or e-mail, and postcode."""


class CustomerBook:
    """All customers that a batch may mean; who is looked up twice is one row."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_id: dict[int, Row] = {}
        self._by_external_id: dict[Place, Row] = {}
        self._by_email: defaultdict[Place, list[Row]] = defaultdict(list)
        self._added: list[Row] = []
        self._changed: dict[int, Row] = {}
        for row in rows:
            self._by_id[row["id"]] = row
            self._list(row)

    def enter(self, source: str, customer: IncomingCustomer, postal_key: str, current_id: int | None) -> Row:
        """The row of this customer at this postcode, completed by what is told now; a new one gets its id from `save`.

        Somebody known whose order goes elsewhere keeps their name and addresses in the new row.
        """
        told = _columns(customer) | {"postal_key": postal_key}
        own = self._same_person(told, current_id)
        known = {key: own[key] for key in KEPT if own[key] is not None} if own else {}
        row = self._find(source, known | told, own)
        if row is None:
            row = dict.fromkeys(KEPT) | known | told | {"id": None, "source": source}
            self._added.append(row)
        else:
            self._complete(row, {"external_id": known.get("external_id", row["external_id"])} | told)
        self._list(row)
        return row

    async def save(self) -> None:
        """Write whom the batch added or changed."""
        if self._added:
            for row, id_ in zip(self._added, await new_ids(TABLE, len(self._added)), strict=True):
                row["id"] = id_
        await insert_rows(TABLE, COLUMNS, [[row[column] for column in COLUMNS] for row in self._added])
        changed = [[*(row[column] for column in KEPT), row["id"]] for row in self._changed.values()]
        await update_rows(TABLE, KEPT, changed)

    def has_changed(self, row: Row) -> bool:
        return row["id"] in self._changed

    def _same_person(self, told: dict[str, Any], current_id: int | None) -> Row | None:
        """The order's own customer, unless something told contradicts it."""
        own = self._by_id.get(current_id or 0)
        return own if own and all(own[key] in {None, told.get(key, own[key])} for key in IDENTITY) else None

    def _find(self, source: str, told: dict[str, Any], own: Row | None) -> Row | None:
        """By external id, else by e-mail; else the order's own customer, at the same postcode.

        So the nameless customer of an order that was linked before the shop told who bought keeps its chats.
        """
        external_id, email, postal_key = told.get("external_id"), told.get("email_key"), told["postal_key"]
        if external_id and (row := self._by_external_id.get((source, external_id, postal_key))):
            return row
        for row in self._by_email[source, email, postal_key] if email else ():
            if not external_id or row["external_id"] is None:
                return row
        return own if own and (own["postal_key"] == postal_key or _is_blank(own)) else None

    def _complete(self, row: Row, told: dict[str, Any]) -> None:
        if any(row[column] != value for column, value in told.items()):
            row.update(told)
            if row["id"] is not None:
                self._changed[row["id"]] = row

    def _list(self, row: Row) -> None:
        if row["external_id"]:
            self._by_external_id.setdefault((row["source"], row["external_id"], row["postal_key"]), row)
        if row["email_key"]:
            known = self._by_email[row["source"], row["email_key"], row["postal_key"]]
            if not any(each is row for each in known):
                known.append(row)


def _is_blank(own: Row) -> bool:
    """Nobody and nowhere yet: the customer of one order, of which the shop has told neither who nor where to."""
    return not own["postal_key"] and not any(own[key] for key in IDENTITY)


async def open_book(wanted: Sequence[Wanted]) -> CustomerBook:
    """Load everybody whom these customers may turn out to be, and whom the orders have now, wherever they live."""
    ids = sorted({current_id for _, _, current_id in wanted if current_id})
    rows = {row["id"]: row for row in (await fetch(BY_ID + locked(), ids) if ids else ())}
    for statement, values in _questions(wanted, list(rows.values())):
        for row in await fetch(statement + locked(), *values):
            rows.setdefault(row["id"], row)
    return CustomerBook(rows[id_] for id_ in sorted(rows))


def _questions(wanted: Sequence[Wanted], current: Sequence[Row]) -> Iterable[tuple[str, tuple[Any, ...]]]:
    told = [(source, customer.external_id, email_key(customer.email)) for source, customer, _ in wanted]
    told += [(row["source"], row["external_id"], row["email_key"]) for row in current]
    for source in {source for source, _, _ in told}:
        if external_ids := sorted({external_id for each, external_id, _ in told if each == source and external_id}):
            yield BY_EXTERNAL_ID, (source, external_ids)
    if emails := sorted({email for _, _, email in told if email}):
        yield BY_EMAIL, (emails,)


SELECT = f"SELECT {', '.join(COLUMNS)} FROM {TABLE} WHERE "  # noqa: S608  # our own names
BY_EXTERNAL_ID = SELECT + "source = ? AND external_id IN ?"
# Without the source, or SQLite would look through all customers of it instead of using the index of addresses.
BY_EMAIL = SELECT + "email_key IN ?"
BY_ID = SELECT + "id IN ?"


def _columns(customer: IncomingCustomer) -> dict[str, Any]:
    told = {
        "external_id": customer.external_id,
        "email": customer.email,
        "email_key": email_key(customer.email),
        "phone": customer.phone,
        "phone_key": phone_key(customer.phone, country=customer.country),
        "name": customer.name,
        "locale": customer.locale,
    }
    return {column: value for column, value in told.items() if value is not None}
