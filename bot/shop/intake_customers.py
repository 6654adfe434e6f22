"""The customers of incoming orders: who is known already, who is new."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from bot.shop.incoming import IncomingCustomer
from bot.shop.numbers import email_key, phone_key
from bot.shop.rows import Row, fetch, insert_rows, locked, new_ids, update_rows

TABLE = "shop_customer"
KEPT = ("external_id", "email", "email_key", "phone", "phone_key", "name", "locale")
COLUMNS = ("id", "source", *KEPT)

Wanted = tuple[str, IncomingCustomer, int | None]
"""Source, customer as told, and the customer that the order has now."""


class CustomerBook:
    """All customers that a batch may mean; who is looked up twice is one row."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_id: dict[int, Row] = {}
        self._by_external_id: dict[tuple[str, str], Row] = {}
        self._by_email: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
        self._added: list[Row] = []
        self._changed: dict[int, Row] = {}
        for row in rows:
            self._by_id[row["id"]] = row
            self._list(row)

    def enter(self, source: str, customer: IncomingCustomer, current_id: int | None) -> Row:
        """The row of this customer, completed by what is told now; a new one gets its id from `save`."""
        told = _columns(customer)
        row = self._find(source, told, current_id)
        if row is None:
            row = dict.fromkeys(KEPT) | told | {"id": None, "source": source}
            self._added.append(row)
        elif any(row[column] != value for column, value in told.items()):
            row.update(told)
            if row["id"] is not None:
                self._changed[row["id"]] = row
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

    def _find(self, source: str, told: dict[str, Any], current_id: int | None) -> Row | None:
        """By external id, else by e-mail; else the order's own customer if nothing told contradicts it.

        So the nameless customer of an order that was linked before the shop told who bought keeps its chats.
        """
        external_id, email = told.get("external_id"), told.get("email_key")
        if external_id and (row := self._by_external_id.get((source, external_id))):
            return row
        for row in self._by_email[source, email] if email else ():
            if not external_id or row["external_id"] is None:
                return row
        own = self._by_id.get(current_id or 0)
        agrees = own and all(own[key] in {None, told.get(key, own[key])} for key in ("external_id", "email_key"))
        return own if agrees else None

    def _list(self, row: Row) -> None:
        if row["external_id"]:
            self._by_external_id.setdefault((row["source"], row["external_id"]), row)
        if row["email_key"]:
            known = self._by_email[row["source"], row["email_key"]]
            if not any(each is row for each in known):
                known.append(row)


async def open_book(wanted: Sequence[Wanted]) -> CustomerBook:
    """Load everybody whom these customers may turn out to be."""
    rows: dict[int, Row] = {}
    for statement, values in _questions(wanted):
        for row in await fetch(statement + locked(), *values):
            rows.setdefault(row["id"], row)
    return CustomerBook(rows[id_] for id_ in sorted(rows))


def _questions(wanted: Sequence[Wanted]) -> Iterable[tuple[str, tuple[Any, ...]]]:
    for source in {source for source, _, _ in wanted}:
        told = [customer for each, customer, _ in wanted if each == source]
        if external_ids := sorted({customer.external_id for customer in told if customer.external_id}):
            yield BY_EXTERNAL_ID, (source, external_ids)
    if emails := sorted({key for _, customer, _ in wanted if (key := email_key(customer.email))}):
        yield BY_EMAIL, (emails,)
    if ids := sorted({current_id for _, _, current_id in wanted if current_id}):
        yield BY_ID, (ids,)


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
