"""What is forgotten by itself, how long after what, and why so long (rules.md 3.4); `privacy retention` lists it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.db import unit_of_work
from bot.shop.rows import change, fetch

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows of `table` that fit `condition`, whose `?` is the time before which they are old.

    They are deleted, or get the `change`. `from_year_end`: the years count from the end of the row's year.
    """

    name: str
    table: str
    condition: str
    years: int
    ground: str
    change: str = ""
    from_year_end: bool = False


RULES = (
    Rule(
        "words and pictures of closed cases",
        "ticket_message",
        "case_id IN (SELECT id FROM ticket_case WHERE closed_at < ?)",
        1,
        "performance of the contract, GDPR Art. 6(1)(b)",
    ),
    Rule(
        "pictures of closed returns",
        "return_photo",
        "request_id IN (SELECT id FROM return_request WHERE closed_at < ?)",
        1,
        "performance of the contract, GDPR Art. 6(1)(b)",
    ),
    Rule(
        "who gave an answer, and in which words; the score stays without a person",
        "survey_answer",
        "answered_at < ? AND (customer_id IS NOT NULL OR chat_id IS NOT NULL OR order_id IS NOT NULL "
        "OR order_number IS NOT NULL OR comment IS NOT NULL OR comment_parts IS NOT NULL OR photos IS NOT NULL "
        "OR locale IS NOT NULL OR plan_id IS NOT NULL)",
        2,
        "consent, GDPR Art. 6(1)(a)",
        # Its name would lead to the points, the case and the person; an imported one's keeps it from coming twice.
        change="once = CASE WHEN plan_id IS NULL THEN once ELSE 'forgotten:' || id END, "
        "customer_id = NULL, chat_id = NULL, order_id = NULL, order_number = NULL, plan_id = NULL, "
        "comment = NULL, comment_parts = NULL, photos = NULL, locale = NULL",
    ),
    Rule(
        "who was asked, and about what",
        "survey_plan",
        "expires_at < ?",
        2,
        "consent, GDPR Art. 6(1)(a)",
    ),
    Rule(
        "who followed a link of an offer",
        "broadcast_click",
        "last_at < ?",
        2,
        "consent, GDPR Art. 6(1)(a)",
    ),
    Rule(
        "for whom offers were meant; how many got them stays",
        "broadcast_recipient",
        "due_at < ?",
        2,
        "consent, GDPR Art. 6(1)(a)",
    ),
    Rule(
        "whose complaint the shop has answered; how many there were stays",
        "broadcast_voice",
        "said_at < ? AND (chat_id IS NOT NULL OR customer_id IS NOT NULL)",
        2,
        "better service, GDPR Art. 6(1)(f)",
        change="chat_id = NULL, customer_id = NULL",
    ),
    Rule(
        "who asked the bot what, and in which words; what came of it stays without a person",
        "support_question",
        "asked_at < ? AND (chat_id IS NOT NULL OR text IS NOT NULL)",
        1,
        "better answers, GDPR Art. 6(1)(f)",
        change="chat_id = NULL, text = NULL",
    ),
    Rule(
        "who came by an invitation; what came of it stays without a person",
        "loyalty_referral",
        "came_at < ? AND status IN ('counted', 'refused', 'revoked') "
        "AND (chat_id IS NOT NULL OR customer_id IS NOT NULL OR order_id IS NOT NULL)",
        1,
        "performance of the contract and against abuse, GDPR Art. 6(1)(b) and (f)",
        change="chat_id = NULL, customer_id = NULL, order_id = NULL",
    ),
    Rule(
        "who took part in a contest; the ticket stays without a person",
        "community_contest_entry",
        "chat_id IS NOT NULL AND contest_id IN (SELECT id FROM community_contest WHERE ended_at < ?)",
        1,
        "performance of the contract, GDPR Art. 6(1)(b)",
        change="chat_id = NULL, locale = NULL",
    ),
    Rule(
        "who asked to join a group, and what was answered",
        "community_join_request",
        "noted_at < ?",
        1,
        "performance of the contract, GDPR Art. 6(1)(b)",
    ),
    Rule(
        "for whom a link into a group was made",
        "community_personal_link",
        "ended_at < ?",
        1,
        "performance of the contract, GDPR Art. 6(1)(b)",
    ),
    Rule(
        "who was asked for a review",
        "community_review_ask",
        "expires_at < ?",
        2,
        "consent, GDPR Art. 6(1)(a)",
    ),
    Rule(
        "what customers say of products",
        "community_review",
        "changed_at < ?",
        5,
        "consent, GDPR Art. 6(1)(a)",
    ),
    Rule(
        "proof of withdrawn consents",
        "customer_consent",
        "withdrawn_at < ?",
        3,
        "proof, GDPR Art. 7(1) and 17(3)(e)",
    ),
    Rule(
        "orders of erased customers",
        "shop_order",
        "placed_at < ? AND customer_id IN (SELECT id FROM shop_customer WHERE erased_at IS NOT NULL)",
        8,
        "tax and commercial law, GDPR Art. 6(1)(c)",
        from_year_end=True,
    ),
)


async def overdue(now: datetime) -> list[tuple[Rule, int]]:
    """How many rows each rule would forget at `now`."""
    counted = []
    for rule in RULES:
        statement = f"SELECT count(*) AS found FROM {rule.table} WHERE {rule.condition}"  # noqa: S608  # our own words
        [row] = await fetch(statement, _before(rule, now))
        counted.append((rule, int(row["found"])))
    return counted


@unit_of_work
async def forget_what_is_old(now: datetime) -> int:
    """Forget all of it; how many rows that were."""
    forgotten = 0
    for rule, count in await overdue(now):
        if count:
            verb = f"UPDATE {rule.table} SET {rule.change}" if rule.change else f"DELETE FROM {rule.table}"  # noqa: S608  # our own words
            await change(f"{verb} WHERE {rule.condition}", _before(rule, now))
            forgotten += count
    return forgotten


def _before(rule: Rule, now: datetime) -> datetime:
    return datetime(now.year - rule.years, 1, 1, tzinfo=UTC) if rule.from_year_end else now - rule.years * YEAR
