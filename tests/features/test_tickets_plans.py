"""The case of an unhappy answer tells the staff what there is to know, and what is best done about it."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.config import Settings
from bot.loyalty.ledger import book
from bot.shop.models import Shipment
from bot.surveys.answers import give_reason, record_score
from bot.tickets.cards import card_text
from bot.tickets.cases import resolve_case
from bot.tickets.looking import read_sheet
from bot.tickets.models import Case
from bot.tickets.plans import KIND, introduce, plans
from bot.tickets.resolutions import Resolution
from bot.tickets.wording import reader_at_work
from main import app
from tests.support.postman import NOON
from tests.support.surveys import Asked, arrives, somebody, the_plan

OWN = {"kind": KIND, "courier": {"action": "claimed", "de": ["Bei der Spedition anrufen"]}}


@pytest.fixture
def shop(database: Settings) -> Settings:
    return database.model_copy(update={"staff_chat_id": -100, "default_locale": "de"})


async def unhappy(shop: Settings, score: int = 1) -> tuple[Asked, int]:
    """Anna's parcel came two days late, and she says so; the plan of the survey."""
    anna = await somebody()
    await Shipment.filter(id=anna.shipment.id).update(expected_on=(NOON - timedelta(days=2)).date())
    await arrives(anna, settings=shop)
    plan = await the_plan()
    await record_score(plan.id, score, chat_id=anna.chat_id, now=NOON, settings=shop, locale="de")
    return anna, plan.id


async def the_card(shop: Settings) -> str:
    return await card_text(await Case.get(cause="detractor"), shop, NOON)


async def test_the_card_tells_answer_way_person_and_what_is_best_done(shop: Settings) -> None:
    anna, plan_id = await unhappy(shop)
    await book(anna.customer.id, 120, kind="survey", source="earlier", reason="survey", now=NOON)
    text = await the_card(shop)
    assert "Antwort: 1/5" in text
    assert "erwartet" in text
    assert "zugestellt" in text
    assert "2 Tage zu spät" in text
    assert "Punkte: 120" in text
    assert "Sprache: Deutsch" in text
    assert "Vorschlag: Grund nicht bekannt" in text

    await give_reason(plan_id, "damaged", given=True, chat_id=anna.chat_id, settings=shop, now=NOON)
    text = await the_card(shop)
    assert "Antwort: 1/5 · beschädigt" in text
    assert "Vorschlag: beschädigt" in text
    assert "Ersatz schicken" in text
    assert "nicht bekannt" not in text
    case = await Case.get()
    assert "Ersatz schicken" in (await read_sheet(case.id, reader_at_work(shop), now=NOON)).text


async def test_a_reason_taken_back_takes_its_plan_along_and_another_score_is_shown(shop: Settings) -> None:
    anna, plan_id = await unhappy(shop)
    for reason, given in (("late", True), ("courier", True), ("late", False)):
        await give_reason(plan_id, reason, given=given, chat_id=anna.chat_id, settings=shop, now=NOON)
    text = await the_card(shop)
    assert "Zusteller" in text
    assert "Versandkosten" not in text

    await record_score(plan_id, 4, chat_id=anna.chat_id, now=NOON, settings=shop)
    assert "Antwort: 4/5" in await the_card(shop)
    assert (await Case.get()).status == "open", "somebody still looks at what went wrong"


async def test_a_closed_case_suggests_nothing_and_the_next_one_tells_of_it(shop: Settings) -> None:
    await unhappy(shop)
    case = await Case.get()
    await resolve_case(case.id, Resolution("late", "refunded"), staff_id=1, settings=shop, now=NOON)
    assert "Vorschlag" not in await the_card(shop)

    later = await Case.create(cause="lost", customer_id=case.customer_id, opened_at=NOON)
    text = await card_text(later, shop, NOON)
    assert f"Davor: Fall {case.id}, unzufrieden nach einer Umfrage · erstattet" in text
    assert "Vorschlag: verloren" in text


async def test_a_file_of_the_shops_own_replaces_what_it_names(shop: Settings) -> None:
    shipped = await plans()
    assert [(await introduce(OWN, name="own.toml", now=NOON)).outcome for _ in range(2)] == ["new", "unchanged"]
    found = await plans()
    assert found["courier"].steps("de") == ("Bei der Spedition anrufen",)
    assert found["late"] == shipped["late"]

    again = await introduce(OWN | {"courier": {"action": "other", "de": ["Warten"]}}, name="own.toml", now=NOON)
    assert (again.outcome, again.version) == ("updated", 2)
    assert (await plans())["courier"].action == "other"


def test_plans_are_imported_from_the_command_line_and_faults_are_told(
    tables: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    file, bad = tmp_path / "plans.toml", tmp_path / "bad.toml"
    file.write_text(f'kind = "{KIND}"\n[late]\naction = "refunded"\nen = ["Apologise"]\n')
    bad.write_text(f'kind = "{KIND}"\n[late]\nen = ["Apologise"]\n')
    runner = CliRunner(env=environment)

    told = runner.invoke(app, ["import", str(file), "--json"])
    assert json.loads(told.stdout)["case_plans"] == [{"version": 1, "outcome": "new"}]
    assert "plans for cases: unchanged, version 1" in runner.invoke(app, ["import", str(file)]).stdout
    refused = runner.invoke(app, ["import", str(bad)])
    assert refused.exit_code != 0
    assert "late.action: is missing; add it" in str(refused.exception or refused.output)
