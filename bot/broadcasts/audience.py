"""Who is in a segment at this moment, counted while staff still choose, with the reasons why others are not (BRC-06).

A chat counts once, and so does a person with several chats: the one with the lowest id stands for them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.broadcasts.matching import conditions
from bot.broadcasts.rules import LASTS
from bot.broadcasts.segments import Segment
from bot.config import LOCALES, Settings
from bot.outbox.budget import A_DAY, A_WEEK, AFTER_PROBLEM, IN_A_WEEK
from bot.outbox.purposes import BUDGETED, PROBLEMS
from bot.shop.rows import Row, fetch

HOLD = "hold_"
AGREES = """EXISTS (
    SELECT 1 FROM customer_consent c WHERE c.chat_id = chat.id AND c.purpose = 'promo' AND c.active = TRUE)"""
# Language and country as bot/customers/audience.py finds them, for everybody at once.
AUDIENCE = """
WITH known AS (
  SELECT chat.id AS chat_id, chat.locale AS chosen, chat.language_code, chat.time_zone,
    chat.unreachable_because AS unreachable, {agrees} AS agrees,
    (SELECT own.customer_id FROM customer_link own WHERE own.chat_id = chat.id ORDER BY own.id LIMIT 1) AS customer_id,
    (SELECT who.locale FROM customer_link own JOIN shop_customer who ON who.id = own.customer_id
      WHERE own.chat_id = chat.id AND who.locale IS NOT NULL ORDER BY own.id LIMIT 1) AS spoken,
    (SELECT upper(o.ship_country) FROM customer_link own JOIN shop_order o ON o.customer_id = own.customer_id
      WHERE own.chat_id = chat.id AND o.ship_country IS NOT NULL
      ORDER BY o.placed_at DESC, o.id DESC LIMIT 1) AS country
  FROM customer_chat chat WHERE chat.id > 0 AND {conditions}),
placed AS (SELECT known.*, {locale} AS locale FROM known),
found AS (
  SELECT chat_id, customer_id, locale, country, time_zone, CASE
    WHEN unreachable IS NOT NULL THEN unreachable WHEN NOT agrees THEN 'no_consent'
    WHEN locale NOT IN ? THEN 'no_language' END AS held
  FROM placed WHERE {where}),
stands AS (
  SELECT found.chat_id, who.id AS customer_id, who.source, who.external_id, who.email_key,
    CASE WHEN who.external_id <> '' THEN 'account:' || who.source || ':' || who.external_id
    WHEN who.external_id IS NULL AND who.email_key <> '' THEN 'e-mail:' || who.source || ':' || who.email_key
    ELSE 'customer:' || who.id END AS person
  FROM found JOIN customer_link own ON own.chat_id = found.chat_id JOIN shop_customer who ON who.id = own.customer_id
  WHERE found.held IS NULL),
chosen AS (SELECT person, min(chat_id) AS chat_id FROM stands GROUP BY person),
doubles AS (
  SELECT DISTINCT stands.chat_id FROM stands JOIN chosen ON chosen.person = stands.person
  WHERE stands.chat_id <> chosen.chat_id{before}),
audience AS (
  SELECT found.chat_id, found.customer_id, found.locale, found.country, found.time_zone,
    CASE WHEN found.held IS NULL AND doubles.chat_id IS NOT NULL THEN 'same_person' ELSE found.held END AS held
  FROM found LEFT JOIN doubles ON doubles.chat_id = found.chat_id)
"""
# Whoever is found now may be somebody who stands in the frozen part of the audience already, with another chat.
SAME_PERSONS = (
    "JOIN customer_link l ON l.customer_id = stands.customer_id",
    """JOIN shop_customer kin ON kin.source = stands.source AND kin.external_id = stands.external_id
    AND stands.external_id <> '' JOIN customer_link l ON l.customer_id = kin.id""",
    """JOIN shop_customer kin ON kin.email_key = stands.email_key AND kin.source = stands.source
    AND stands.email_key <> '' AND kin.external_id IS NULL AND stands.external_id IS NULL
    JOIN customer_link l ON l.customer_id = kin.id""",
)
BEFORE = """
  UNION SELECT stands.chat_id FROM stands {kin}
    JOIN broadcast_recipient r ON r.campaign_id = {campaign} AND r.chat_id = l.chat_id AND r.held_because IS NULL"""
HOLDS = """
    FROM customer_link own JOIN customer_hold hold ON hold.customer_id = own.customer_id
    WHERE own.chat_id = audience.chat_id AND hold.released_at IS NULL AND (hold.until IS NULL OR hold.until > ?) AND (
      hold.purposes LIKE '%advertising%' OR hold.purposes LIKE '%everything%' OR hold.purposes LIKE '%offer%')"""
COUNTS = f"""
SELECT why, locale, country, time_zone, count(*) AS number FROM (
  SELECT audience.locale, audience.country, audience.time_zone, CASE WHEN held IS NOT NULL THEN held
    ELSE 'hold_' || (SELECT min(hold.reason) {HOLDS}) END AS why FROM audience) AS judged
GROUP BY why, locale, country, time_zone"""  # noqa: S608  # ours
CONTACT, TROUBLE = (f"p.purpose IN {names}" for names in (BUDGETED, PROBLEMS))  # tuples print as SQL has them
# As budget.pause_at judges it when it begins: whom it pauses for beyond the end (`at_end`) never gets it.
SINCE = "sum(CASE WHEN {of} AND p.settled_at {since} ? THEN 1 ELSE 0 END)"
PAUSES = {
    name: ", ".join(
        f"{SINCE.format(of=of, since=since)} AS {name}_{column}"
        for column, of in (("day", CONTACT), ("week", CONTACT), ("trouble", TROUBLE))
    )
    for name, since in (("at_start", ">"), ("at_end", ">="))
}
CONTACTS = f"""
SELECT why, count(*) AS number FROM (
  SELECT CASE WHEN at_end_day > 0 OR at_end_week >= {IN_A_WEEK} OR at_end_trouble > 0 THEN 'too_late'
    WHEN at_start_day > 0 THEN 'contact_day' WHEN at_start_week >= {IN_A_WEEK} THEN 'contact_week'
    WHEN at_start_trouble > 0 THEN 'after_problem' END AS why FROM (
    SELECT {PAUSES["at_start"]}, {PAUSES["at_end"]}
    FROM audience JOIN outbox_push p ON p.chat_id = audience.chat_id
    WHERE audience.held IS NULL AND p.settled_at > ? AND p.status = 'sent' AND ({CONTACT} OR {TROUBLE})
      AND NOT EXISTS (SELECT 1 {HOLDS})
    GROUP BY audience.chat_id) AS contacts) AS judged WHERE why IS NOT NULL GROUP BY why"""  # noqa: S608  # likewise


@dataclass(frozen=True, slots=True)
class Audience:
    """How many would get it now, by language, country (None: unknown), country and chosen zone; how many of the
    segment not, by reason.

    `later` are among those who get it and will wait, since their contact budget is used up: `contact_day`,
    `contact_week`, `after_problem`; for `too_late` of the total it is until the offer has expired, so that they never
    get it.
    Reasons are codes whose plain words are `why-…`; a hold is `hold_…`.
    """

    total: int = 0
    by_locale: dict[str, int] = field(default_factory=dict)
    by_country: dict[str | None, int] = field(default_factory=dict)
    by_place: dict[tuple[str | None, str | None], int] = field(default_factory=dict)
    withheld: dict[str, int] = field(default_factory=dict)
    later: dict[str, int] = field(default_factory=dict)
    too_late: int = 0

    @property
    def held(self) -> dict[str, int]:
        """Who will be withheld when it is sent to them, by reason, unless the reason has gone by then."""
        return {why: number for why, number in self.withheld.items() if why.startswith(HOLD)}

    @property
    def left_out(self) -> dict[str, int]:
        """Who of the segment will not be among those that it is begun for, by reason."""
        return {why: number for why, number in self.withheld.items() if not why.startswith(HOLD)}

    @property
    def frozen(self) -> int:
        """How many it would be begun for now: the same number as `Results.audience`."""
        return self.total + sum(self.held.values())


@dataclass(frozen=True, slots=True)
class Query:
    """A statement that begins with the audience as a table expression, and the values it needs."""

    text: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the chats, for the campaign that they are frozen in: ids above the one, up to and with the other."""

    campaign_id: int
    above: int
    up_to: int


async def count_audience(
    segment: Segment,
    *,
    locales: Collection[str] = LOCALES,
    settings: Settings,
    now: datetime,
    begins: datetime | None = None,
    expires: datetime | None = None,
) -> Audience:
    """The audience of a segment as it is now; `locales` are the languages that will be served.

    Contact budgets are judged for an offer that begins then (None: now) and holds until `expires` (None: a week).
    """
    query = audience_query(segment, locales=locales, settings=settings, now=now)
    counts = await fetch(query.text + COUNTS, *query.values, now)
    at = begins or now
    end = expires or at + LASTS
    since = [moment - span for moment in (at, end) for span in (A_DAY, A_WEEK, AFTER_PROBLEM)]
    contacts = await fetch(query.text + CONTACTS, *query.values, *since, at - A_WEEK, now)
    return _summed(counts, contacts)


def expected_duration(total: int, *, settings: Settings) -> timedelta:
    """How long sending to so many takes at the set rate, when nothing else is sent and everybody is awake."""
    return timedelta(seconds=total / settings.send_rate) if settings.send_rate else timedelta()


def audience_query(
    segment: Segment,
    *,
    locales: Collection[str],
    settings: Settings,
    now: datetime,
    agreeing_only: bool = False,
    span: Span | None = None,
) -> Query:
    """The audience as a table expression `audience` of chat_id, customer_id, locale, country, time_zone and held.

    `held` is null for those who get it. `agreeing_only` leaves out who did not consent or cannot be reached; `span`
    keeps to a part of the chats, and leaves out whose other chat is frozen in the campaign already.
    """
    terms, values = conditions(segment, now=now, zone=settings.time_zone)
    if agreeing_only:
        terms = [AGREES, "chat.unreachable_because IS NULL", *terms]
    if span:
        terms, values = ["chat.id > ?", "chat.id <= ?", *terms], [span.above, span.up_to, *values]
    where, chosen = _where(segment)
    before = "".join(BEFORE.format(kin=kin, campaign=span.campaign_id) for kin in SAME_PERSONS) if span else ""
    text = AUDIENCE.format(
        agrees=AGREES,
        conditions=" AND ".join(terms or ["TRUE"]),
        before=before,
        locale=_locale(settings.default_locale),
        where=where,
    )
    return Query(text, (*values, list(locales), *chosen))


def _where(segment: Segment) -> tuple[str, Sequence[Any]]:
    wanted = [("locale IN ?", segment.languages), ("country IN ?", segment.countries)]
    given = [(term, list(values)) for term, values in wanted if values]
    return " AND ".join(term for term, _ in given) or "TRUE", [values for _, values in given]


def _locale(default: str) -> str:
    """The chosen language, else that of their app, else that of their orders, else the shop's."""
    ours = ", ".join(f"'{locale}'" for locale in LOCALES)
    guesses = "".join(
        f" WHEN substr(replace(lower({column}), '_', '-') || '-', 1, 3) = '{locale}-' THEN '{locale}'"
        for column in ("language_code", "spoken")
        for locale in LOCALES
    )
    return f"CASE WHEN chosen IN ({ours}) THEN chosen{guesses} ELSE '{default}' END"


def _summed(counts: Sequence[Row], contacts: Sequence[Row]) -> Audience:
    by_locale, by_country, withheld = dict[str, int](), dict[str | None, int](), dict[str, int]()
    by_place = dict[tuple[str | None, str | None], int]()
    for row in counts:
        number = int(row["number"])
        if row["why"]:
            withheld[row["why"]] = withheld.get(row["why"], 0) + number
            continue
        by_locale[row["locale"]] = by_locale.get(row["locale"], 0) + number
        by_country[row["country"]] = by_country.get(row["country"], 0) + number
        place = (row["country"], row["time_zone"])
        by_place[place] = by_place.get(place, 0) + number
    paused = {row["why"]: int(row["number"]) for row in contacts}
    return Audience(
        total=sum(by_locale.values()),
        by_locale=by_locale,
        by_country=by_country,
        by_place=by_place,
        withheld=withheld,
        too_late=paused.pop("too_late", 0),
        later=paused,
    )
