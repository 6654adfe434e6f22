"""The sender as it runs: a process of its own (`run --role sender`) or a task beside the one that answers."""

import asyncio
from contextlib import suppress

import structlog

from bot.clock import Clock
from bot.config import Settings
from bot.outbox.claims import release_drain
from bot.outbox.drain import Terms, drain
from bot.outbox.sender import Sender, open_sender
from bot.outbox.tally import Tally
from bot.pacing import Pacer

# How soon something new is noticed; each look is one small read.
IDLE_S = 0.1
FIRST_TROUBLE_S = 1.0
LONGEST_TROUBLE_S = 60.0

log = structlog.get_logger(__name__)


async def send_forever(settings: Settings, clock: Clock, stop: asyncio.Event, *, pacer: Pacer | None = None) -> None:
    """Drain until `stop` is set, then write down what is in flight and let another process take over.

    The database must be open. `pacer` is that of the replies when they leave from the same process; in a process of
    its own the sender has BOTE_SEND_RATE for itself. Raises OperatorError when the token is not valid.
    """
    terms = Terms(settings)
    async with open_sender(settings, pacer or Pacer(settings.send_rate)) as sender:
        await sender.check()
        log.info("sender started", bot=sender.bot_id, rate=settings.send_rate)
        trouble_s = FIRST_TROUBLE_S
        while not stop.is_set():
            tally = await _tick(clock, sender, terms, stop)
            trouble_s = min(2 * trouble_s, LONGEST_TROUBLE_S) if tally.troubled else FIRST_TROUBLE_S
            await _pause(stop, trouble_s if tally.troubled else _rest_after(tally))
        await release_drain(sender.bot_id, terms.owner)
        log.info("sender stopped", bot=sender.bot_id)


async def _tick(clock: Clock, sender: Sender, terms: Terms, stop: asyncio.Event) -> Tally:
    try:
        return await drain(clock.now, sender, terms, stop=stop)
    except Exception:  # the edge of the loop: the rows are still there, and their leases run out
        log.exception("drain failed")
        return Tally(troubled=True)


def _rest_after(tally: Tally) -> float:
    return 0 if tally.sent or tally.deferred or tally.skipped or tally.failed else IDLE_S


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
