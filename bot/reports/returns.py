"""How much of what was delivered comes back: rate, reasons, value, days until the money is back, exchanges."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from math import ceil
from statistics import median
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from bot.config import Locale
from bot.db import document
from bot.reports.periods import Period, within
from bot.reports.returned_goods import valued
from bot.reports.satisfaction import change_as_json, figures_as_json
from bot.reports.segments import UNKNOWN
from bot.returns.machine import HOLDS_ITEMS
from bot.returns.paths import Way
from bot.shop.products import localised
from bot.shop.rows import Row, fetch, moment
from bot.statistics import Change, Estimate, change, estimate

# What was delivered in the period, whenever it came back: so a rate is never above one, and has an interval. What was
# given for something that came back was not sold, so that it is not counted when it comes back as well.
OF_PERIOD = "o.delivered_at IS NOT NULL AND NOT o.is_test AND NOT o.is_hidden"
DELIVERED = f"""
SELECT l.sku, max(l.name) AS name, p.category, sum(l.quantity) AS pieces
FROM shop_line l JOIN shop_order o ON o.id = l.order_id LEFT JOIN shop_product p ON p.sku = l.sku
WHERE l.quantity > 0 AND {OF_PERIOD}{{period}} GROUP BY l.sku, CASE WHEN l.sku IS NULL THEN l.name END, p.category"""  # noqa: S608
RETURNED = f"""
SELECT r.id, r.goods, r.currency, r.outcome, r.created_at, r.declared_at, i.quantity, i.accepted, i.reason,
  l.sku, l.name, l.unit_price, p.category,
  (SELECT min(m.at) FROM return_payment m WHERE m.request_id = r.id AND m.kind = 'refund') AS refunded_at
FROM return_item i JOIN return_request r ON r.id = i.request_id JOIN shop_line l ON l.id = i.line_id
JOIN shop_order o ON o.id = l.order_id LEFT JOIN shop_product p ON p.sku = l.sku
WHERE r.status IN ? AND r.way <> ? AND r.follows IS NULL AND {OF_PERIOD}{{period}} ORDER BY r.id, i.id"""  # noqa: S608
NAMES = "SELECT sku, name FROM shop_product WHERE sku IN ?"
DAY = timedelta(days=1)
NOT_TOLD = "not_told"
# A share is reckoned as CSAT's is, by Wilson: what came back counts like a 5, what was kept like a 1.
YES, NO = 5, 1

By = Literal["reason", "product", "category"]
GROUPINGS: tuple[By, ...] = get_args(By)
Values = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that came back of those delivered, and what was paid for them by currency."""

    key: str
    returned: int
    estimate: Estimate
    values: Values
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Returns:
    """Of the pieces delivered in the period: how many are in returns that were not refused, taken back or let expire.

    What a check did not accept has not come back. `days_to_refund` is from the request or declaration to the first
    refund, one entry a return. `exchanges`: the share of returns whose wish is another article.
    """

    period: Period
    by: By | None
    delivered: int
    returned: int
    estimate: Estimate
    change: Change | None
    returns: int
    values: Values
    outcomes: Mapping[str, int]
    exchanges: Estimate
    reasons: Mapping[str, int]
    days_to_refund: Sequence[float]
    groups: tuple[Group, ...]


@dataclass(slots=True)
class _Tally:
    pieces: int = 0
    values: defaultdict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))


async def returns(period: Period, *, by: By | None = None, tz: ZoneInfo, locale: Locale = "en") -> Returns:
    """The days of `period` in the shop's time zone; the rate against the period of the same length before it.

    `locale`: products are named in, as the catalogue does, else as an order did.
    """
    delivered, items = await _read(period, tz)
    earlier = period.before()
    counts, requests = _counts(delivered, items), _requests(items)
    outcomes = Counter(request["outcome"] for request in requests)
    exchanged = {YES: outcomes["exchange"], NO: len(requests) - outcomes["exchange"]}
    return Returns(
        period=period,
        by=by,
        delivered=sum(counts.values()),
        returned=counts[YES],
        estimate=estimate("csat", counts),
        change=change("csat", _counts(*await _read(earlier, tz)), counts) if earlier else None,
        returns=len(requests),
        values=dict(_tally(items, lambda _: "")[""].values),
        outcomes=dict(outcomes.most_common()),
        exchanges=estimate("csat", exchanged),
        reasons=_reasons(items),
        days_to_refund=sorted(days for request in requests if (days := _days(request)) is not None),
        groups=_groups(by, delivered, items, await _names(delivered, locale) if by == "product" else {}) if by else (),
    )


def nearest_rank(values: Sequence[float], share: float) -> float | None:
    """The smallest of the sorted values that so many of them (0 to 1) do not exceed; None of none."""
    return values[max(ceil(share * len(values)), 1) - 1] if values else None


def returns_as_json(told: Returns) -> dict[str, Any]:
    """With the keys of the other reports; `n` are delivered pieces, `score` the rate in percent, money is text."""
    return {
        "metric": "returns",
        **figures_as_json(told.estimate),
        "delivered_pieces": told.delivered,
        "returned_pieces": told.returned,
        "returns": told.returns,
        "value": _texts(told.values),
        "reasons": dict(told.reasons),
        "outcomes": dict(told.outcomes),
        "exchange_share": figures_as_json(told.exchanges),
        "days_to_refund": {
            "n": len(told.days_to_refund),
            "median": _rounded(median(told.days_to_refund) if told.days_to_refund else None),
            "p90": _rounded(nearest_rank(told.days_to_refund, 0.9)),
        },
        "by": told.by,
        "groups": [
            {
                "key": group.key,
                "name": group.name,
                "returned_pieces": group.returned,
                **figures_as_json(group.estimate),
                "value": _texts(group.values),
            }
            for group in told.groups
        ],
        "change": change_as_json(told.change),
    }


async def _read(period: Period, tz: ZoneInfo) -> tuple[list[Row], list[Row]]:
    of_period, values = within("o.delivered_at", *period.bounds(tz))
    delivered = await fetch(DELIVERED.format(period=of_period), *values)
    items = await fetch(RETURNED.format(period=of_period), sorted(HOLDS_ITEMS), Way.CANCEL.value, *values)
    return delivered, valued(items)


async def _names(delivered: Sequence[Row], locale: Locale) -> dict[str, str]:
    """By key of a product; orders name things in the language of whoever ordered them."""
    skus = sorted({row["sku"] for row in delivered if row["sku"]})
    told = {row["sku"]: localised(document(row["name"]), locale)[0] for row in await fetch(NAMES, skus)}
    return {KEYS["product"](row): told.get(row["sku"]) or row["name"] for row in delivered}


def _counts(delivered: Sequence[Row], items: Sequence[Row]) -> dict[int, int]:
    return _of(sum(int(row["pieces"]) for row in delivered), sum(item["pieces"] for item in items))


def _of(delivered: int, returned: int) -> dict[int, int]:
    """More cannot come back than was delivered, whatever a shop corrects in its orders later."""
    gone = min(returned, delivered)
    return {YES: gone, NO: delivered - gone}


def _requests(items: Sequence[Row]) -> list[Row]:
    """Those of which anything has come back, or is to: what a check has sent back in whole is none."""
    return list({item["id"]: item for item in items if item["pieces"]}.values())


def _days(request: Row) -> float | None:
    refunded_at = moment(request["refunded_at"])
    began: datetime | None = moment(request["declared_at"]) or moment(request["created_at"])
    return (refunded_at - began) / DAY if refunded_at and began else None


def _reasons(items: Sequence[Row]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for item in items:
        found[item["reason"] or NOT_TOLD] += item["pieces"]
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def _groups(by: By, delivered: Sequence[Row], items: Sequence[Row], names: Mapping[str, str]) -> tuple[Group, ...]:
    """The most pieces first; products and categories of which nothing came back are there, too."""
    came, went = _tally(items, KEYS[by]), Counter[str]()
    for row in delivered:
        for key in came if by == "reason" else [KEYS[by](row)]:
            went[key] += int(row["pieces"])
    made = [
        Group(
            key,
            came[key].pieces,
            estimate("csat", _of(went[key], came[key].pieces)),
            dict(came[key].values),
            names.get(key),
        )
        for key in list(went.keys() | came.keys())
    ]
    return tuple(sorted(made, key=lambda group: (-group.returned, -group.estimate.n, group.key)))


def _tally(items: Sequence[Row], key_of: Callable[[Row], str]) -> defaultdict[str, _Tally]:
    found: defaultdict[str, _Tally] = defaultdict(_Tally)
    for item in items:
        tally = found[key_of(item)]
        tally.pieces += item["pieces"]
        tally.values[item["currency"]] += item["value"]
    return found


KEYS: Mapping[By, Callable[[Row], str]] = {
    "reason": lambda row: row["reason"] or NOT_TOLD,
    "product": lambda row: row["sku"] or row["name"] or UNKNOWN,
    "category": lambda row: row["category"] or UNKNOWN,
}


def _texts(values: Values) -> dict[str, str]:
    return {currency: str(value) for currency, value in sorted(values.items())}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
