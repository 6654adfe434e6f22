"""The server's tables agree with aiogram, pictures are measured right, and memory stays bounded."""

from __future__ import annotations

import asyncio
import struct
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from benchmarks.make_spec import TARGET, read_aiogram, render
from bot.webchat.bot_api import METHODS
from bot.webchat.files import FileStore, Upload
from bot.webchat.images import Picture, read_picture
from bot.webchat.messages import post_by_bot
from bot.webchat.process import start_process
from bot.webchat.spec import METHODS as SPECIFIED
from bot.webchat.state import KEPT_MESSAGES, Chatroom
from bot.webchat.updates import KEPT_SECONDS, UpdateQueue
from tests.support.webchat import png

ROOT = Path(__file__).resolve().parents[3]


def test_the_written_specification_is_that_of_the_installed_aiogram() -> None:
    assert TARGET.read_text(encoding="utf-8") == render(*read_aiogram()), "run python benchmarks/make_spec.py"


def test_every_specified_method_is_implemented() -> None:
    assert set(METHODS) == set(SPECIFIED)


def test_the_package_imports_nothing_of_the_project_and_no_bot_library() -> None:
    code = (
        "import sys, bot.webchat.server, bot.webchat.process;"
        "print([m for m in sys.modules if m.split('.')[0] in ('aiogram', 'telegram', 'handlers', 'dialogs')"
        " or (m.startswith('bot.') and not m.startswith('bot.webchat'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 30, 40) + bytes(9)
PICTURES = [
    (png(40, 30), Picture("image/png", "png", 40, 30)),
    (JPEG, Picture("image/jpeg", "jpg", 40, 30)),
    (b"GIF89a" + struct.pack("<HH", 40, 30), Picture("image/gif", "gif", 40, 30)),
    (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x27\0\0\x1d\0\0", Picture("image/webp", "webp", 40, 30)),
    (b"RIFF\0\0\0\0WEBPVP8L" + bytes(5) + struct.pack("<I", 39 | 29 << 14), Picture("image/webp", "webp", 40, 30)),
    (b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + struct.pack("<HH", 40, 30), Picture("image/webp", "webp", 40, 30)),
    (b"%PDF-1.7", None),
    (b"\xff\xd8\xff", None),
    (b"\x89PNG\r\n\x1a\n", None),
    (b"", None),
]


@pytest.mark.parametrize(("data", "picture"), PICTURES, ids=[str(p) + str(i) for i, (_, p) in enumerate(PICTURES)])
def test_a_picture_is_measured_from_its_first_bytes(data: bytes, picture: Picture | None) -> None:
    assert read_picture(data) == picture


def test_a_chat_keeps_its_last_ten_thousand_messages() -> None:
    room = Chatroom()
    chat = room.private_chat(room.add_bot("1:x", "b_bot", "B"), room.add_user("Anna"))
    ids = [post_by_bot(room, chat, {"text": "x"})["message_id"] for _ in range(KEPT_MESSAGES + 5)]
    assert (len(chat.messages), next(iter(chat.messages))) == (KEPT_MESSAGES, ids[5])


def test_files_are_kept_up_to_a_total_and_equal_ones_once() -> None:
    store = FileStore(limit=100)
    files = [store.add(Upload(f"{number}", "text/plain", bytes([number]) * 40), "document") for number in range(4)]
    assert [store.find(file.file_id) is not None for file in files] == [False, False, True, True]
    assert store.size == 80
    assert store.add(Upload("3", "text/plain", bytes([3]) * 40), "document") is files[3]


async def test_updates_are_kept_for_a_day() -> None:
    now = 0.0
    queue = UpdateQueue(1, clock=lambda: now)
    queue.add("message", {"text": "old"}, 5)
    now = KEPT_SECONDS / 2
    queue.add("message", {"text": "young"}, 5)
    now = KEPT_SECONDS + 1.0
    assert [update.payload["text"] for update in await queue.poll(0, 100, 0)] == ["young"]


def test_numbers_are_not_used_twice_after_a_restart() -> None:
    seconds = 1_790_000_000.0
    earlier, later = Chatroom(wall=lambda: seconds), Chatroom(wall=lambda: seconds + 60)
    ids = []
    for room in (earlier, later):
        chat = room.private_chat(room.add_bot("1:x", "b_bot", "B"), room.add_user("Anna"))
        ids.append([post_by_bot(room, chat, {"text": "x"})["message_id"] for _ in range(100)])
    assert max(ids[0]) < min(ids[1])
    assert max(ids[1]) < 2**31


async def test_a_server_runs_in_a_process_of_its_own() -> None:
    process = await asyncio.to_thread(start_process, token="7:x", username="p_bot", user_ids=[1, 2])
    try:
        async with aiohttp.ClientSession() as http, http.get(f"{process.url}/api/users") as response:
            assert [user["id"] for user in await response.json()] == [1, 2]
    finally:
        await asyncio.to_thread(process.stop)
    assert process._process.returncode == 0
