"""Makes the calls that an answer takes and does nothing else: with it the chat server is measured, not a bot.

python -m benchmarks.idle_bot URL TOKEN
"""

import argparse
import asyncio
from collections.abc import Sequence
from typing import Any

from benchmarks.static_screens import CARD, CARD_BUTTONS, LIST, LIST_BUTTONS
from benchmarks.wire import Json, Wire

CONNECTIONS = 32
OPEN, BACK = "open", "back"


class IdleBot:
    """Bare calls over kept connections; knows of each chat only its newest screen."""

    def __init__(self, url: str, token: str) -> None:
        self._url, self._path = url, f"/bot{token}"
        self._wires: asyncio.Queue[Wire] = asyncio.Queue()
        self._newest: dict[int, int] = {}

    async def run(self) -> None:
        for _ in range(CONNECTIONS):
            await self._wires.put(await Wire(self._url).__aenter__())
        offset = 0
        async with Wire(self._url) as wire, asyncio.TaskGroup() as answers:
            while True:
                call = {"offset": offset, "timeout": 25}
                for update in (await wire.post(f"{self._path}/getUpdates", call))["result"]:
                    offset = update["update_id"] + 1
                    answers.create_task(self._answer(update))

    async def _answer(self, update: Json) -> None:
        wire = await self._wires.get()
        try:
            if tap := update.get("callback_query"):
                await self._edit(wire, tap)
            else:
                await self._send(wire, update["message"])
        finally:
            self._wires.put_nowait(wire)

    async def _send(self, wire: Wire, message: Json) -> None:
        chat_id = message["chat"]["id"]
        screen = _LIST if message["text"] == "/orders" else _CARD
        sent = await wire.post(f"{self._path}/sendMessage", {"chat_id": chat_id} | screen)
        above, self._newest[chat_id] = self._newest.get(chat_id), sent["result"]["message_id"]
        if above:
            retired = {"chat_id": chat_id, "message_id": above}
            await wire.post(f"{self._path}/editMessageReplyMarkup", retired)

    async def _edit(self, wire: Wire, tap: Json) -> None:
        place = {"chat_id": tap["message"]["chat"]["id"], "message_id": tap["message"]["message_id"]}
        screen = _CARD if tap["data"] == OPEN else _LIST
        await wire.post(f"{self._path}/editMessageText", place | screen)
        await wire.post(f"{self._path}/answerCallbackQuery", {"callback_query_id": tap["id"]})


def _screen(text: str, buttons: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The first row opens the card, the last goes back."""
    rows = [
        [{"text": label, "callback_data": OPEN if row == 0 else BACK} for label in names]
        for row, names in enumerate(buttons)
    ]
    return {
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {"inline_keyboard": rows},
    }


_LIST, _CARD = _screen(LIST, LIST_BUTTONS), _screen(CARD, CARD_BUTTONS)

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("url")
    parser.add_argument("token")
    asyncio.run(IdleBot(**vars(parser.parse_args())).run())
