"""The conditions of a segment as terms of SQL about one chat; who chooses them never sees any (BRC-06)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.broadcasts.segments import NPS_SCORES, Segment

# Orders that were bought and not taken back as a whole; tries of the shop itself are none.
ORDERS = """customer_link own JOIN shop_order o ON o.customer_id = own.customer_id
      AND o.is_test = FALSE AND o.is_hidden = FALSE AND o.state NOT IN ('cancelled', 'failed', 'refunded')"""
ORDERED_WITHIN = f"EXISTS (SELECT 1 FROM {ORDERS} WHERE own.chat_id = chat.id AND o.placed_at > ?)"  # noqa: S608  # ours
NOT_ORDERED_FOR = f"(SELECT max(o.placed_at) FROM {ORDERS} WHERE own.chat_id = chat.id) <= ?"  # noqa: S608  # likewise
BOUGHT = f"""EXISTS (SELECT 1 FROM {ORDERS} JOIN shop_line i ON i.order_id = o.id AND i.quantity > i.refunded
      LEFT JOIN shop_product p ON p.sku = i.sku WHERE own.chat_id = chat.id AND (i.sku IN ? OR p.category IN ?))"""  # noqa: S608
# Who the chat stands for has said so last, wherever they were asked.
NPS = """(SELECT a.score FROM customer_link own JOIN survey_answer a ON a.customer_id = own.customer_id
      WHERE own.chat_id = chat.id AND a.survey = 'nps' ORDER BY a.answered_at DESC, a.id DESC LIMIT 1) IN ?"""
POINTS = """(SELECT coalesce(sum(e.points), 0) FROM customer_link own
      JOIN loyalty_entry e ON e.customer_id = own.customer_id AND (e.available_at IS NULL OR e.available_at <= ?)
      WHERE own.chat_id = chat.id)"""
REACTED = """EXISTS (SELECT 1 FROM broadcast_recipient r JOIN broadcast_click k ON k.recipient_id = r.id
      WHERE r.chat_id = chat.id AND r.campaign_id IN ?)"""
# Whoever stands for somebody else had it for both. The occasion is the last order, or the year.
HAD = """EXISTS (SELECT 1 FROM broadcast_recipient r JOIN broadcast_campaign c ON c.id = r.campaign_id
      WHERE r.chat_id = chat.id AND c.origin = ? AND (r.held_because IS NULL OR r.held_because = 'same_person')
      AND c.started_at > {since})"""
# By the chat in which it was said, or as the customer who said it anywhere.
VOICE = """EXISTS (SELECT 1 FROM broadcast_voice v WHERE v.improvement_id = ? AND (v.chat_id = chat.id
      OR v.customer_id IN (SELECT own.customer_id FROM customer_link own WHERE own.chat_id = chat.id)))"""
HEARD = """EXISTS (SELECT 1 FROM broadcast_recipient r JOIN broadcast_campaign c ON c.id = r.campaign_id
      WHERE r.chat_id = chat.id AND c.improvement_id = ?
      AND (r.held_because IS NULL OR r.held_because = 'same_person'))"""
LAST_ORDER = f"(SELECT max(o.placed_at) FROM {ORDERS} WHERE own.chat_id = chat.id)"  # noqa: S608  # likewise
ONCE_A_YEAR = timedelta(days=300)
A_NIGHT = timedelta(days=1)
FIRST_ORDER = f"""EXISTS (SELECT 1 FROM (SELECT min(o.placed_at) AS at FROM {ORDERS} WHERE own.chat_id = chat.id)
      AS first WHERE {{days}})"""  # noqa: S608  # likewise
A_DAY = "(first.at >= ? AND first.at < ?)"
# Hardly an order is older; and SQLite takes a chain of at most a thousand ORs (MOST_CHOSEN days in each year).
YEARS = 19


def conditions(segment: Segment, *, now: datetime, zone: ZoneInfo) -> tuple[list[str], list[Any]]:
    """Terms that must all hold for the row `chat` of customer_chat, and their values in order.

    Language and country are no part of it: they are found for every chat anyway (audience.py). `zone` says when a
    day of the year begins and ends.
    """
    given = [*_purchases(segment, now, zone), *_relations(segment, now)]
    return [term for term, _ in given], [value for _, values in given for value in values]


def _purchases(segment: Segment, now: datetime, zone: ZoneInfo) -> list[tuple[str, list[Any]]]:
    found: list[tuple[str, list[Any]]] = []
    if segment.bought_products or segment.bought_categories:
        found.append((BOUGHT, [list(segment.bought_products), list(segment.bought_categories)]))
    if segment.ordered_within is not None:
        found.append((ORDERED_WITHIN, [now - timedelta(days=segment.ordered_within)]))
    if segment.not_ordered_for is not None:
        found.append((NOT_ORDERED_FOR, [now - timedelta(days=segment.not_ordered_for)]))
    if segment.anniversary:
        spans = list(_earlier_days(segment.anniversary, now, zone))
        days = " OR ".join([A_DAY] * len(spans)) or "FALSE"
        found.append((FIRST_ORDER.format(days=days), [moment for span in spans for moment in span]))
    return found


def _relations(segment: Segment, now: datetime) -> list[tuple[str, list[Any]]]:
    found: list[tuple[str, list[Any]]] = []
    if segment.nps:
        spans = [NPS_SCORES[group] for group in segment.nps]
        found.append((NPS, [[score for low, high in spans for score in range(low, high + 1)]]))
    if segment.points_from is not None:
        found.append((f"{POINTS} >= ?", [now, segment.points_from]))
    if segment.points_to is not None:
        found.append((f"{POINTS} <= ?", [now, segment.points_to]))
    if segment.reacted_to:
        found.append((REACTED, [list(segment.reacted_to)]))
    if segment.voices_of is not None:
        found += [(VOICE, [segment.voices_of]), (f"NOT {HEARD}", [segment.voices_of])]
    if segment.not_had and segment.anniversary:
        found.append((f"NOT {HAD.format(since='?')}", [segment.not_had, now - ONCE_A_YEAR]))
    elif segment.not_had:
        found.append((f"NOT {HAD.format(since=LAST_ORDER)}", [segment.not_had]))
    return found


def _earlier_days(days: tuple[str, ...], now: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """From when until when it was one of these days of the year where the shop is, in each year before.

    At the turn of the year yesterday is in the year before, and no anniversary.
    """
    this_year = now.astimezone(zone).year
    for year in range(this_year - YEARS, this_year):
        for told in days:
            month, _, day = told.partition("-")
            try:
                on = date(year, int(month), int(day))
            except ValueError:  # the 29th of February
                continue
            begins, ends = (datetime.combine(each, time(), zone).astimezone(UTC) for each in (on, on + A_NIGHT))
            if ends <= now - ONCE_A_YEAR:
                yield begins, ends
