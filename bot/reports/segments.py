"""How answers are grouped: by time, by what was delivered and who carried it, by whom it was for.

A segment is an expression over an answer `a` and what is joined to it. An answer about an order with several parcels
or products counts in each of their groups, once; what is not known makes the group `unknown`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from bot.db import is_sqlite
from bot.reports.periods import offsets, quarters
from bot.shipping.carriers.names import carrier_word
from bot.shop.rows import fetch, moment
from bot.statistics import Metric

By = Literal[
    "week", "month", "quarter", "carrier", "country", "language", "product", "category", "first-order", "survey"
]  # fmt: skip
SEGMENTS: tuple[By, ...] = get_args(By)
OVER_TIME: frozenset[By] = frozenset({"week", "month", "quarter"})
UNKNOWN = "unknown"

ORDER = " LEFT JOIN shop_order o ON o.id = a.order_id"
BUYER = f"{ORDER} LEFT JOIN shop_customer c ON c.id = coalesce(o.customer_id, a.customer_id)"
LINES = " LEFT JOIN shop_line l ON l.order_id = a.order_id AND l.quantity > 0"
PRODUCTS = f"{LINES} LEFT JOIN shop_product q ON q.sku = l.sku"
# Of an order in several parcels, the one that was asked about.
PARCELS = """ LEFT JOIN survey_plan p ON p.id = a.plan_id
 LEFT JOIN shop_shipment s ON s.order_id = a.order_id AND (p.shipment_id IS NULL OR s.id = p.shipment_id)"""

# Whose orders are one person's follows bot/customers/persons.py: one account, else one mailbox, else this customer.
ONE_PERSON = {
    "coalesce(c.external_id, '') <> ''": "d.source = c.source AND d.external_id = c.external_id",
    "coalesce(c.email_key, '') <> ''": "d.source = c.source AND d.email_key = c.email_key AND d.external_id IS NULL",
    "o.customer_id IS NOT NULL": "d.id = o.customer_id",
}
EARLIER = """EXISTS (SELECT 1 FROM shop_customer d JOIN shop_order e ON e.customer_id = d.id
 WHERE {same} AND NOT e.is_test AND NOT e.is_hidden
 AND (e.placed_at < o.placed_at OR (e.placed_at = o.placed_at AND e.id < o.id)))"""
FIRST_OR_REPEAT = " ".join(
    f"WHEN {known} THEN CASE WHEN {EARLIER.format(same=same)} THEN 'repeat' ELSE 'first' END"
    for known, same in ONE_PERSON.items()
)

SPAN = "SELECT min(answered_at) AS earliest, max(answered_at) AS latest FROM survey_answer WHERE survey = ?"
# SQLite has no start of a quarter; the name of each month is that of its quarter.
STEPS = {"week": "'weekday 0', '-6 days'", "month": "'start of month'", "quarter": "'start of month'"}


@dataclass(frozen=True, slots=True)
class Segment:
    """`key` is what an answer is grouped by after these joins, `name` makes the group's name of it.

    `several`: one answer may have more than one key. `values` fill the marks in `key`.
    """

    key: str
    joins: str = ""
    several: bool = False
    values: tuple[Any, ...] = ()
    name: Callable[[str], str | None] = str


async def segment(by: By, *, metric: Metric, tz: ZoneInfo) -> Segment:
    """How answers of the metric are grouped; weeks, months and quarters are those of the time zone."""
    if by not in OVER_TIME:
        return PLAIN[by]
    if not is_sqlite():
        local = f"to_char(date_trunc('{by}', a.answered_at AT TIME ZONE ?), 'YYYY-MM-DD')"
        return replace(PLAIN[by], key=local, values=(tz.key,))
    ahead, values = await _minutes_ahead(metric, tz)
    # Without fractions of a second, which would be rounded up into the next day.
    return replace(PLAIN[by], key=f"date(substr(a.answered_at, 1, 19), {ahead}, {STEPS[by]})", values=values)


async def quarter(column: str, *, metric: Metric, tz: ZoneInfo) -> tuple[str, list[datetime]]:
    """An expression that is the same for answers of one quarter of the time zone, and its values."""
    [span] = await fetch(SPAN, metric)
    earliest, latest = moment(span["earliest"]), moment(span["latest"])
    if earliest is None or latest is None:
        return "0", []
    begins = quarters(tz, earliest, latest)
    branches = "".join(f" WHEN {column} >= ? THEN {number}" for number in range(len(begins)))
    return f"CASE{branches} END", begins


def following(key: str, by: By) -> str:
    """The week, month or quarter after this one: `2027-W01` after `2026-W53`, `2027-Q1` after `2026-Q4`."""
    if by == "week":
        year, _, week = key.partition("-W")
        return _week((date.fromisocalendar(int(year), int(week), 1) + timedelta(weeks=1)).isoformat())
    if by == "quarter":
        return _quarter((quarter_begin(key) + timedelta(days=93)).isoformat())
    return _month((date.fromisoformat(f"{key}-01") + timedelta(days=31)).isoformat())


def quarter_begin(key: str) -> date:
    """The first day of `2026-Q4`."""
    year, _, number = key.partition("-Q")
    return date(int(year), int(number) * 3 - 2, 1)


async def _minutes_ahead(metric: Metric, tz: ZoneInfo) -> tuple[str, tuple[Any, ...]]:
    """For SQLite, which knows no time zones: how far the local time of an answer is ahead of UTC."""
    [span] = await fetch(SPAN, metric)
    earliest, latest = moment(span["earliest"]), moment(span["latest"])
    if earliest is None or latest is None:
        return "'+0 minutes'", ()
    [(_, first), *changes] = offsets(tz, earliest, latest)
    branches, values = "", []
    for since, minutes in reversed(changes):
        branches += " WHEN a.answered_at >= ? THEN ?"
        values += [since, f"{minutes:+} minutes"]
    return (f"CASE{branches} ELSE ? END" if branches else "?"), (*values, f"{first:+} minutes")


def _week(monday: str) -> str:
    year, week, _ = date.fromisoformat(monday).isocalendar()
    return f"{year}-W{week:02}"


def _month(first: str) -> str:
    return first[:7]


def _quarter(day: str) -> str:
    year, month, _ = day.split("-")
    return f"{year}-Q{(int(month) + 2) // 3}"


def _language(locale: str) -> str | None:
    """`de` for `de-AT`."""
    return locale.replace("_", "-").partition("-")[0].strip().casefold() or None


def _country(code: str) -> str | None:
    return code.strip().upper() or None


PLAIN: dict[By, Segment] = {
    "week": Segment("", name=_week),
    "month": Segment("", name=_month),
    "quarter": Segment("", name=_quarter),
    "carrier": Segment("s.carrier", PARCELS, several=True, name=carrier_word),
    "country": Segment("o.ship_country", ORDER, name=_country),
    "language": Segment("coalesce(a.locale, c.locale)", BUYER, name=_language),
    "product": Segment("coalesce(l.sku, l.name)", LINES, several=True),
    "category": Segment("q.category", PRODUCTS, several=True),
    "first-order": Segment(f"CASE {FIRST_OR_REPEAT} END", BUYER),
    "survey": Segment("CASE WHEN a.imported THEN 'imported' ELSE a.definition END"),
}
