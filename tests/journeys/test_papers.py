"""Papers and codes that a push tells in words arrive as files, once, even when the first attempt fails."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.outbox.drain import Terms, drain
from bot.outbox.papers import Block, Paper, draw_paper, paper_file, qr_picture
from bot.outbox.queue import enqueue
from bot.outbox.sender import open_sender
from bot.pacing import Pacer
from bot.webchat.images import read_picture
from tests.support.postman import NOON, let_time_pass, row
from tests.support.webchat import TOKEN, Visitor, WebChat, open_webchat

pytestmark = pytest.mark.drawn_apart

RECEIPT = Paper(
    "Widerruf-1001.pdf",
    "Eingangsbestätigung",
    [Block("Artikel", ["2 Kaffeebecher „Łódź“", "1 Théière, Ελλάδα, Україна"]), Block("", ["Ohne Überschrift"])],
    foot="Bitte aufbewahren. 🎁",
    qr="R-7K3FA",
)


@pytest.fixture
async def chat() -> AsyncIterator[WebChat]:
    async with open_webchat() as opened:
        yield opened


def at(settings: Settings, chat: WebChat) -> Settings:
    return settings.model_copy(
        update={"telegram_token": SecretStr(TOKEN), "telegram_api_url": chat.url, "send_rate": 0}
    )


async def sent(settings: Settings, chat: WebChat) -> None:
    here = at(settings, chat)
    async with open_sender(here, Pacer(0)) as sender:
        await drain(lambda: NOON, sender, Terms(here, owner="test"))


async def files_of(visitor: Visitor, kind: str) -> list[bytes]:
    told = [message[kind] for message in await visitor.reads() if kind in message]
    ids = [each[-1]["file_id"] if isinstance(each, list) else each["file_id"] for each in told]
    found = [visitor.chat.room.files.find(file_id) for file_id in ids]
    return [file.data for file in found if file]


async def test_a_receipt_arrives_as_a_file_with_its_words_below(database: Settings, chat: WebChat) -> None:
    anna = await chat.customer("Anna")
    params = {"document": paper_file(RECEIPT), "caption": "Ihre Bestätigung"}
    await enqueue(anna.id, "sendDocument", params, once="r:1", purpose="answer", now=NOON)
    await sent(database, chat)

    [pdf] = await files_of(anna, "document")
    assert pdf.startswith(b"%PDF-")
    [message] = [message for message in await anna.reads() if "document" in message]
    assert (message["caption"], message["document"]["file_name"]) == ("Ihre Bestätigung", "Widerruf-1001.pdf")


async def test_a_code_arrives_as_a_picture_large_enough_to_be_scanned(database: Settings, chat: WebChat) -> None:
    anna = await chat.customer("Anna")
    await enqueue(anna.id, "sendPhoto", {"photo": qr_picture("R-7K3FA")}, once="q:1", purpose="answer", now=NOON)
    await sent(database, chat)

    [png] = await files_of(anna, "photo")
    picture = read_picture(png)
    assert picture is not None
    assert picture.width == picture.height >= 300


async def test_after_a_fault_of_telegram_it_is_made_anew_and_comes_once(database: Settings, chat: WebChat) -> None:
    anna = await chat.customer("Anna")
    await chat.fault(method="sendDocument", error_code=500)
    push_id = await enqueue(
        anna.id, "sendDocument", {"document": paper_file(RECEIPT)}, once="r:1", purpose="answer", now=NOON
    )
    await sent(database, chat)
    assert push_id is not None
    assert (await row(push_id)).status == "waiting"
    await let_time_pass()
    await sent(database, chat)

    assert len(await files_of(anna, "document")) == 1


async def test_a_long_paper_has_as_many_pages_as_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the bot may be started from anywhere
    blocks = [Block(f"Teil {number}", ["Ein sehr langer Satz über die Rückgabe. " * 8] * 6) for number in range(9)]
    pdf = await draw_paper({"name": "x.pdf", "title": "Lang", "foot": "", "qr": "",
                            "blocks": [{"heading": each.heading, "lines": each.lines} for each in blocks]})  # fmt: skip
    assert pdf.count(b"/Type /Page\n") > 1
