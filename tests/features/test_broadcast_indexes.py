"""What a campaign asks about its rows in the outbox reads its own rows, whatever else waits there."""

import pytest

from bot.broadcasts.expanding import expand, mind_campaigns
from bot.broadcasts.running import cancel, pause, resume
from bot.config import Settings
from bot.db import connection, is_sqlite
from tests.support.offers import MARKETER, a_fan, started
from tests.support.plans import distinct, indexes_of, plan_of, statements_about
from tests.support.postman import NOON, Postman, drained

# Other people's news, and another campaign.
FILL = """
WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < 20000)
INSERT INTO outbox_push (chat_id, purpose, urgency, method, params, template_id, due_at, created_at, status, attempts,
  doubtful, has_text)
SELECT 100000 + number, CASE WHEN number % 2 = 0 THEN 'answer' ELSE '{purpose}' END, 4, 'sendMessage', '{{}}',
  CASE WHEN number % 2 = 1 THEN 9000 END, {now}, {now}, 'waiting', 0, 0, TRUE FROM counted"""


@pytest.mark.parametrize(("purpose", "index"), [("offer", "ix_push_template"), ("offer_once", "ix_push_once")])
@pytest.mark.parametrize("counted", ["while_empty", "as_it_is"])
async def test_a_campaign_finds_its_rows_by_their_template(
    database: Settings, counted: str, purpose: str, index: str
) -> None:
    with statements_about("outbox_push") as said:
        await a_campaigns_day(database, never_twice=purpose == "offer_once")
    asked = {query: values for query, values in distinct(said).items() if "template_id IN" in query}
    if counted == "while_empty":
        await connection().execute_query("DELETE FROM outbox_push")
        await connection().execute_query("ANALYZE")
    await connection().execute_query(
        FILL.format(purpose=purpose, now="?1" if is_sqlite() else "$1::timestamptz"), [NOON]
    )
    if counted == "as_it_is":
        await connection().execute_query("ANALYZE")

    plans = {query: await plan_of(query, values) for query, values in asked.items()}

    assert len(plans) >= 5
    assert {query: plan for query, plan in plans.items() if {*indexes_of(plan)} != {index}} == {}


async def a_campaigns_day(settings: Settings, *, never_twice: bool) -> None:
    for chat_id in (1, 2, 3):
        await a_fan(chat_id)
    campaign_id = await started(settings, never_twice=never_twice)
    await expand(campaign_id, now=NOON, page=1)
    await pause(campaign_id, by=MARKETER, now=NOON)
    await resume(campaign_id, by=MARKETER, now=NOON)
    await mind_campaigns(settings, now=NOON)
    await drained(settings, Postman())
    await mind_campaigns(settings, now=NOON)
    await cancel(await started(settings, never_twice=never_twice), by=MARKETER, now=NOON)
