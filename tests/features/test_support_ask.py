"""`main.py ask`: the chat's own answer on the command line, read-only."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import main
from bot.commands import Wiring
from bot.commands.ask import answer_without_chat, begin_asking
from bot.config import Locale, Settings
from bot.db import open_database
from bot.support.phrases import read_phrases
from bot.tickets.models import Case
from tests.support.builders import a_customer, a_product, an_order, parcel

MAIN = Path(__file__).parents[2] / "main.py"
KEYS = ["text", "locale", "intent", "confidence", "alternatives", "outcome", "order", "products", "faq", "reply"]


@pytest.fixture
async def shop(settings: Settings, tables: None) -> Settings:
    async with open_database(settings):
        erika = await a_customer(email="mail@example.org", locale="fr")
        await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
        await an_order("2002", customer=erika, parcels=[parcel("in_transit")])
        await an_order("7777", customer=await a_customer(email="other@example.org"))
        await a_product("LAMPE-1", name={"de": "Tischlampe Nordlicht"})
    return settings


async def ask(
    environment: dict[str, str], cwd: Path, *arguments: str, typed: bytes | None = None
) -> tuple[int, str, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(MAIN),
        "ask",
        *arguments,
        cwd=cwd,
        env=environment,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate(typed)
    return process.returncode or 0, out.decode(), err.decode()


async def asked(settings: Settings, text: str, mail: str | None = None, locale: Locale | None = None) -> dict[str, Any]:
    """The same without a process of its own."""
    wiring = Wiring(open_conversation=main.open_conversation, rehearse=main.rehearse)
    async with open_database(settings, read_only=True):
        return await answer_without_chat(text, settings=settings, mail=mail, locale=locale, wiring=wiring)


async def test_a_question_is_answered_as_in_the_chat(
    shop: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    options = ("--customer", "MAIL@example.org", "--locale", "de", "--json")
    code, out, err = await ask(environment, tmp_path, "wo", "ist", "1001?", *options)
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert list(answer) == KEYS
    assert (answer["text"], answer["locale"], answer["order"]) == ("wo ist 1001?", "de", "1001")
    assert (answer["intent"], answer["outcome"], answer["confidence"]) == ("order_status", "answer", 1.0)
    assert "Bestellung 1001" in answer["reply"]
    assert "<" not in answer["reply"]


async def test_a_foreign_order_is_not_known(shop: Settings) -> None:
    answer = await asked(shop, "wo ist 7777?", "mail@example.org", "de")
    assert answer["order"] is None
    assert "7777" in answer["reply"]
    assert "Kaffeebecher" not in answer["reply"]


async def test_the_customers_own_language_is_spoken_and_choices_are_told(shop: Settings) -> None:
    answer = await asked(shop, "où est ma commande", "mail@example.org")
    assert (answer["locale"], answer["outcome"], answer["order"]) == ("fr", "did_you_mean", None)
    assert answer["alternatives"] == [{"order": "2002"}, {"order": "1001"}]


async def test_products_are_told_by_article_number(shop: Settings) -> None:
    answer = await asked(shop, "LAMPE-1", locale="de")
    assert (answer["intent"], answer["products"]) == ("product", ["LAMPE-1"])
    assert "Tischlampe Nordlicht" in answer["reply"]


async def test_without_a_customer_the_chat_is_not_linked(shop: Settings) -> None:
    answer = await asked(shop, "wo ist 1001", locale="de")
    assert answer["order"] is None
    assert "verknüpfen Sie bitte zuerst" in answer["reply"]


async def test_an_unknown_customer_is_an_error(shop: Settings, environment: dict[str, str], tmp_path: Path) -> None:
    code, out, err = await ask(environment, tmp_path, "1001", "--customer", "nobody@example.org")
    assert (code, out) == (1, "")
    assert "nobody@example.org" in err


async def test_an_unknown_language_is_a_usage_error(
    shop: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    code, _, err = await ask(environment, tmp_path, "1001", "--locale", "xx")
    assert code == 2
    assert "de, en, fr, lb" in err


def lines_of(*questions: Any) -> bytes:
    return "".join(json.dumps(question) + "\n" for question in questions).encode()


async def test_a_batch_is_answered_line_by_line_in_order(
    shop: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    questions: list[dict[str, Any]] = [
        {"text": "où est ma commande", "locale": "fr"},
        {"text": "LAMPE-1"},
        {"text": "Zeile\u2028mit\nUmbruch"},
        {"text": "qwertz asdf"},
        {"text": "qwertz asdf yxcv", "locale": None},
        {"text": ""},
    ]
    typed = lines_of(*questions) + b"\n"
    code, out, err = await ask(environment, tmp_path, "--batch", "-", "--json", "--locale", "de", typed=typed)
    assert (code, err) == (0, "")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["text"] for answer in answers] == [question["text"] for question in questions]
    assert all(list(answer) == KEYS for answer in answers)
    assert [answer["locale"] for answer in answers] == ["fr", "de", "de", "de", "de", "de"]
    assert answers[1]["products"] == ["LAMPE-1"]
    assert answers[3]["outcome"] == "fallback"
    # Each is asked as the first one: two misses in a row are none.
    assert answers[3]["reply"] == answers[4]["reply"]


@pytest.mark.parametrize("mail", ["mail@example.org", None])
async def test_a_batch_is_answered_as_each_question_alone(shop: Settings, mail: str | None) -> None:
    texts = ["wo ist mein paket", "ich widerrufe", "wie widerrufe ich", "Rechnung bitte", "wo ist 9999", "/start", ""]
    texts += [phrase.text for phrase in read_phrases() if phrase.locale == "lb"][:: 10 if mail is None else 200]
    wiring = Wiring(open_conversation=main.open_conversation, rehearse=main.rehearse)
    async with open_database(shop, read_only=True):
        asking = await begin_asking(settings=shop, mail=mail, locale="de", wiring=wiring)
        profile, clock = asking.profile, asking.clock
        alone = main.rehearse(settings=shop, clock=clock, profile=profile)
        for text in texts:
            assert (await asking.ask(text))["reply"] == await alone.reply(text), text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (lines_of({"text": "hallo"}) + b"{text: hallo}\n", "line 2 is no JSON"),
        (lines_of({"text": "hallo"}, {"question": "hallo"}), 'line 2 has no "text"'),
        (lines_of(["hallo"]), 'line 1 has no "text"'),
        (lines_of({"text": "hallo", "locale": "nl"}), "line 1: the locale 'nl' is none of de, en, fr, lb"),
        (b"\xff\xfe", "is not UTF-8 at byte 0"),
    ],
)
async def test_a_line_that_is_no_question_is_named_and_nothing_is_answered(
    shop: Settings, environment: dict[str, str], tmp_path: Path, typed: bytes, told: str
) -> None:
    (tmp_path / "asked.jsonl").write_bytes(typed)
    code, out, err = await ask(environment, tmp_path, "--batch", "asked.jsonl", "--json")
    assert (code, out) == (1, "")
    assert told in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [(), ("hallo", "--batch", "asked.jsonl")])
async def test_either_a_question_or_a_batch_is_asked(
    environment: dict[str, str], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    code, out, err = await ask(environment, tmp_path, *arguments)
    assert (code, out) == (2, "")
    assert "--batch" in err


@pytest.mark.sqlite
async def test_before_there_is_a_database_a_shop_without_orders_answers(
    environment: dict[str, str], tmp_path: Path
) -> None:
    code, out, err = await ask(environment, tmp_path, "wo ist mein paket", "--locale", "de", "--json")
    assert code == 0
    assert json.loads(out)["intent"] == "order_status"
    assert "there is no database yet" in err
    assert not list(tmp_path.glob("*.sqlite3"))


async def test_a_withdrawal_is_answered_and_not_declared(shop: Settings) -> None:
    for mail in ("mail@example.org", None):
        assert "schiefgegangen" not in (await asked(shop, "ich widerrufe", mail, "de"))["reply"]
    async with open_database(shop, read_only=True):
        assert not await Case.exists()
