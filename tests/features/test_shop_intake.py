"""An intake stays as fast as the shop grows: every question it asks is answered by an index."""

import pytest

from bot.shipping.events import EVENTS
from bot.shop import catalogue, intake, intake_contents, intake_customers, parcels
from bot.shop.rows import fetch
from bot.surveys import history
from tests.support.builders import an_order, parcel

KEYS = [str(number) for number in range(130)]
IDS = list(range(130))


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (intake.BY_EXTERNAL_ID, ("web", KEYS)),
        (intake.BY_NUMBER, (KEYS,)),
        (intake_customers.BY_EXTERNAL_ID, ("web", KEYS)),
        (intake_customers.BY_EMAIL, (KEYS,)),
        (intake_customers.BY_ID, (IDS,)),
        (intake_contents.SELECT_LINES, (IDS,)),
        (intake_contents.SELECT_PARCELS, (IDS,)),
        (parcels.STANDING_OF_ORDERS, (IDS,)),
        (EVENTS, (IDS,)),
        (catalogue.SELECT, (KEYS,)),
        (history.KNOWN, (KEYS,)),
        (history.BY_NUMBER, (KEYS,)),
    ],
    ids=lambda each: each.split("FROM ")[-1][:60] if isinstance(each, str) else "",
)
async def test_no_question_looks_through_a_whole_table(
    database: object, statement: str, values: tuple[object, ...]
) -> None:
    await an_order("1001", source="web", external_id="a", parcels=[parcel("in_transit")])

    plan = [row["detail"] for row in await fetch(f"EXPLAIN QUERY PLAN {statement}", *values)]

    assert not [step for step in plan if step.startswith("SCAN")]
    # "source" alone would be every order of the shop.
    assert not [step for step in plan if step.endswith("(source=?)")]
