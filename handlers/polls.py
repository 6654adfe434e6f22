"""The figures of polls: Telegram tells them again at each vote, and never who has voted."""

from aiogram import Router
from aiogram.types import Poll, Update

from bot.broadcasts.poll_results import note_figures
from bot.clock import real_now


def build() -> Router:
    router = Router(name="polls")
    router.poll.register(on_figures)
    return router


async def on_figures(poll: Poll, event_update: Update) -> None:
    counts = [option.voter_count for option in poll.options]
    voters, number = poll.total_voter_count, event_update.update_id
    await note_figures(poll.id, number, counts, voters=voters, closed=poll.is_closed, now=real_now())
