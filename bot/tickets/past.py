"""What somebody told and sent back before, for the card of their case: the last scores, the returns.

The tables belong to rooms above this one, which open cases and may not be imported here; so they are read by name.
"""

from bot.config import Locale
from bot.i18n import Markup, html
from bot.shop.rows import fetch

SCORES = """
SELECT a.survey, a.score FROM survey_answer AS a
WHERE a.survey IN ('nps', 'csat') AND (
  a.customer_id = ? OR a.order_id IN (SELECT o.id FROM shop_order AS o WHERE o.customer_id = ?))
ORDER BY a.answered_at DESC, a.id DESC LIMIT 20"""
RETURNS = """
SELECT count(*) AS number, count(CASE WHEN closed_at IS NULL THEN 1 END) AS open FROM return_request
WHERE customer_id = ? AND status NOT IN ('draft', 'cancelled', 'expired')"""


async def last_scores(customer_id: int, locale: Locale) -> Markup:
    """Their newest NPS and CSAT, imported ones too; empty when they have never answered."""
    newest: dict[str, int] = {}
    for row in await fetch(SCORES, customer_id, customer_id):
        newest.setdefault(row["survey"], row["score"])
    shown = [
        html(locale, f"desk-last-{survey}", score=newest[survey]) for survey in ("nps", "csat") if survey in newest
    ]
    return html(locale, "desk-last-scores", scores=Markup(" · ").join(shown)) if shown else Markup()


async def past_returns(customer_id: int, locale: Locale) -> Markup:
    """How often they have sent something back, and how much of that is under way; empty without any."""
    [row] = await fetch(RETURNS, customer_id)
    return html(locale, "desk-returns", returns=row["number"], open=row["open"]) if row["number"] else Markup()
