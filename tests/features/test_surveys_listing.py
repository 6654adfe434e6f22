"""Every plan can be looked up with its reason: by the operator on the command line, by the customer in the chat."""

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.config import LOCALES, Settings
from bot.customers.holds import open_hold
from bot.db import open_database
from bot.errors import OperatorError
from bot.i18n import plain
from bot.outbox.consent import revoke
from bot.surveys.answers import record_score
from bot.surveys.invitations import send_due
from bot.surveys.launches import launch
from bot.surveys.listing import list_surveys, own_unasked
from bot.surveys.models import SurveyPlan
from main import app
from tests.support.postman import NOON
from tests.support.surveys import agree, arrives, content, somebody, the_plan

THEN = NOON + timedelta(days=2)


async def three_plans(settings: Settings) -> None:
    """One answered, one withheld, one that waits."""
    await launch(content("nps", active=False), name="nps.toml", now=NOON)
    anna = await somebody()
    await arrives(anna, settings=settings)
    await send_due(THEN, settings)
    await record_score((await the_plan()).id, 2, chat_id=701, now=THEN, settings=settings)
    await arrives(await somebody(702, number="1002", agrees=False), settings=settings)
    await send_due(THEN, settings)
    await arrives(await somebody(703, number="1003", agrees=False), at=THEN, settings=settings)


async def test_every_plan_is_listed_with_what_became_of_it(database: Settings) -> None:
    await three_plans(database)

    waiting, withheld, answered = await list_surveys()

    assert (answered["status"], answered["why"], answered["score"], answered["order_number"]) == (
        *("answered", None, 2, "1001"),
    )
    assert (withheld["status"], withheld["why"], withheld["reason"]) == (
        *("withheld", "no_consent", "there is no consent to this kind of message"),
    )
    assert (waiting["status"], waiting["why"], waiting["chat_id"]) == ("planned", "no_consent", None)
    assert [each["id"] for each in await list_surveys(status="withheld")] == [withheld["id"]]
    assert [each["id"] for each in await list_surveys(customer=str(answered["customer_id"]))] == [answered["id"]]
    with pytest.raises(OperatorError, match="not found"):
        await list_surveys(customer="nobody@example.org")
    json.dumps([waiting, withheld, answered])


async def test_a_customer_reads_why_they_were_not_asked(database: Settings) -> None:
    await three_plans(database)
    owners = [plan.customer_id for plan in await SurveyPlan.all().order_by("id")]

    for locale in LOCALES:
        assert await own_unasked([owners[0]], locale=locale) == ()
        [unasked] = await own_unasked([owners[1]], locale=locale)
        assert (unasked.is_final, unasked.order_number, unasked.reason) == (
            *(True, "1002", plain(locale, "why-no_consent")),
        )


async def test_nobody_reads_that_a_question_waits_to_which_they_have_not_agreed(database: Settings) -> None:
    """A plan that a hold keeps back waits only while the consent is there; without one it is told when it is over."""
    await three_plans(database)
    _, _, never_agreed = [plan.customer_id for plan in await SurveyPlan.all().order_by("id")]
    assert await own_unasked([never_agreed], locale="de") == ()
    await agree(703)
    assert await own_unasked([never_agreed], locale="de") == (), "what kept it back is no longer true"

    bob = await somebody(704, number="1004")
    await open_hold(bob.customer.id, reason="case", subject="case:1", now=THEN)
    await arrives(bob, at=THEN, settings=database)
    [waiting] = await own_unasked([bob.customer.id], locale="de")
    assert (waiting.is_final, waiting.order_number) == (False, "1004")
    await revoke(704, "survey", now=THEN)
    assert await own_unasked([bob.customer.id], locale="de") == ()


@pytest.fixture
def call(environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return lambda *arguments: CliRunner().invoke(app, arguments)


@pytest.mark.usefixtures("tables")
def test_the_command_prints_them_for_people_and_for_scripts(call: Callable[..., Result], settings: Settings) -> None:
    async def fill() -> None:
        async with open_database(settings):
            await three_plans(settings)

    asyncio.run(fill())

    told = json.loads(call("show", "surveys", "--json").stdout)["surveys"]
    assert [each["status"] for each in told] == ["planned", "withheld", "answered"]
    assert "there is no consent" in call("show", "surveys", "--status", "withheld").stdout
    assert call("show", "surveys", "--status", "expired").stdout == "No surveys.\n"
