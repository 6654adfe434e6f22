"""The command line, one file a command, and what commands get from the packages above `bot`."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from bot.clock import Clock
from bot.config import Settings
from bot.pacing import Pacer

if TYPE_CHECKING:
    from bot.support.results import Answer


class Conversation(Protocol):
    """The half of the bot that talks, on one Bot API server; built in main.py from handlers and dialogs."""

    @property
    def pacer(self) -> Pacer | None:
        """The budget that replies are sent within; what else leaves from this process has to share it."""

    async def poll(self, stop: asyncio.Event) -> None:
        """Answer updates until `stop` is set and everything begun is answered."""

    async def feed_update(self, raw: dict[str, Any]) -> None:
        """Answer one update of a webhook; a repeated one changes nothing."""

    async def announce(self) -> None:
        """Tell the server our commands and remember our own name; needed before either of the above."""


class Rehearsing(Protocol):
    """One person and the bot without a chat; built in main.py from handlers/rehearsal.py."""

    async def reply(self, text: str, understood: "Answer | None" = None) -> str:
        """What the person would read, had they written this first; nothing is written and nothing is sent.

        How the text is `understood` need not be found out again where it is known.
        """


@dataclass(frozen=True, slots=True)
class Wiring:
    """What `bot` may not import itself, passed as `ctx.obj` and loaded on first use."""

    open_conversation: Callable[[Settings, Clock], AbstractAsyncContextManager[Conversation]]
    rehearse: Callable[..., Rehearsing]
