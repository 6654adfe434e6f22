"""What customers complain of, by cause: the reasons of unhappy answers, and what closed cases were about (LOOP-04)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.shop.rows import fetch
from bot.surveys.rules import MOODS

# Those of surveys/rules.py and tickets/resolutions.py that a shop can do something about.
CAUSES = (
    *("late", "damaged", "wrong_item", "lost", "packaging", "courier", "address", "product", "price", "payment"),
    *("returning", "service", "slow", "unsolved", "unhelpful", "unfriendly", "complicated"),
)
WINDOW = timedelta(days=180)

# Who praises the packaging has not complained of it.
UNHAPPY = " OR ".join(f"(a.survey = '{metric}' AND a.score <= {passive})" for metric, (_, passive) in MOODS.items())
OF_CAUSE = "CAST(a.reasons AS TEXT) LIKE '%\"{cause}\"%'"
ANSWERS = (
    f"FROM survey_answer a WHERE a.reasons IS NOT NULL AND ({UNHAPPY}) AND a.answered_at >= ? AND a.answered_at < ?"
)
CASES = "FROM ticket_case k WHERE k.closed_at >= ? AND k.closed_at < ? AND k.status IN ('resolved', 'closed')"
ANSWERED = """
SELECT substr(v.source, length(v.source) - length(i.cause) + 1) AS cause, count(*) AS number
FROM broadcast_voice v JOIN broadcast_improvement i ON i.id = v.improvement_id
WHERE v.said_at >= ? AND v.said_at < ?
  AND EXISTS (SELECT 1 FROM broadcast_campaign c WHERE c.improvement_id = i.id AND c.started_at IS NOT NULL)
GROUP BY 1"""
VOICES = f"""
SELECT 'answer:' || a.id || ':{{cause}}' AS source, a.chat_id, a.customer_id, a.answered_at AS said_at
{ANSWERS} AND {OF_CAUSE}
UNION ALL
SELECT 'case:' || k.id || ':{{cause}}', k.chat_id, k.customer_id, k.closed_at
{CASES} AND k.resolved_cause = '{{cause}}'"""  # our own names


@dataclass(frozen=True, slots=True)
class Complaints:
    """Unhappy answers and closed cases that name a cause; `unanswered`: nothing was posted or sent about them yet."""

    cause: str
    answers: int
    cases: int
    unanswered: int


async def complaints(*, since: datetime, until: datetime) -> tuple[Complaints, ...]:
    """Every cause that was named from the first to before the second; first those that most wait for an answer."""
    sums = ", ".join(
        f"sum(CASE WHEN {OF_CAUSE.format(cause=cause)} THEN 1 ELSE 0 END) AS of_{cause}" for cause in CAUSES
    )
    [named] = await fetch(f"SELECT {sums} {ANSWERS}", since, until)  # likewise
    counted = await fetch(f"SELECT k.resolved_cause AS cause, count(*) AS number {CASES} GROUP BY 1", since, until)
    cases = {row["cause"]: int(row["number"]) for row in counted}
    answered = {row["cause"]: int(row["number"]) for row in await fetch(ANSWERED, since, until)}
    answers = {cause: int(named[f"of_{cause}"] or 0) for cause in CAUSES}
    found = []
    for cause in CAUSES:
        total = answers[cause] + cases.get(cause, 0)
        found.append(Complaints(cause, answers[cause], cases.get(cause, 0), max(total - answered.get(cause, 0), 0)))
    heard = [each for each in found if each.answers or each.cases]
    return tuple(sorted(heard, key=lambda each: (-each.unanswered, -each.answers - each.cases, each.cause)))


def voices_of(cause: str) -> str:
    """A SELECT of source, chat_id, customer_id and said_at of all that name this cause; takes (since, until) twice."""
    if cause not in CAUSES:
        raise ValueError(f"no cause: {cause!r}")
    return VOICES.format(cause=cause)
