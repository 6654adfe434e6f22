"""Polls of the channel: posted once, closed on their day, and counted by the newest figures alone."""

import asyncio
from datetime import timedelta
from itertools import permutations

import pytest

from bot.broadcasts.calendar import timeline
from bot.broadcasts.poll_models import ChannelPoll, PollFigures
from bot.broadcasts.poll_posting import close_poll, post_poll, sample_poll
from bot.broadcasts.poll_results import note_figures, results_of
from bot.broadcasts.polls import (
    PollFixedError,
    PollUnreadyError,
    create_poll,
    get_poll,
    plan_poll,
    read_countries,
    read_options,
    unplan_poll,
    write_poll,
)
from bot.clock import real_now
from bot.config import Settings
from bot.outbox.errors import Delivered, Refused
from bot.outbox.models import Push
from tests.support.channel import CHANNEL, HOUR, methods, with_channel
from tests.support.polls import AUTHOR, LASTS, a_poll, an_open_poll, round_of, told
from tests.support.postman import NOON, Postman, drained


@pytest.fixture
def shop(database: Settings) -> Settings:
    return with_channel(database)


async def test_a_poll_is_posted_once_anonymous_as_it_is_written(shop: Settings) -> None:
    postman = Postman()
    poll_id = await an_open_poll(
        shop, postman, several=True, members_only=True, countries=["LU", "DE"], deadline=NOON + LASTS
    )
    await round_of(shop, postman)
    [call] = postman.calls
    assert (call.chat_id, call.method) == (CHANNEL, "sendPoll")
    assert call.params == {
        "chat_id": CHANNEL,
        "question": "Welche Farbe?",
        "options": [{"text": "Rot"}, {"text": "Blau"}],
        "is_anonymous": True,
        "allows_multiple_answers": True,
        "members_only": True,
        "country_codes": ["LU", "DE"],
        "description": "Abstimmen bis 20.11.2026, 12:00",
    }
    with pytest.raises(PollFixedError):
        await write_poll(poll_id, question="Anders?")


async def test_two_taps_at_once_post_it_once(shop: Settings) -> None:
    poll_id = await a_poll()
    tapped = [post_poll(poll_id, by=AUTHOR, settings=shop, now=NOON) for _ in range(5)]
    done = await asyncio.gather(*tapped, return_exceptions=True)
    assert sum(isinstance(each, PollFixedError) for each in done) == 4
    assert await Push.filter(method="sendPoll").count() == 1


async def test_a_planned_poll_comes_at_its_time_and_can_be_taken_back_before(shop: Settings) -> None:
    postman = Postman()
    poll_id = await a_poll(post_at=NOON + HOUR)
    await plan_poll(poll_id, by=AUTHOR, now=NOON)
    await unplan_poll(poll_id, by=AUTHOR, now=NOON)
    await round_of(shop, postman, NOON + 2 * HOUR)
    assert postman.calls == []
    await write_poll(poll_id, post_at=NOON + 3 * HOUR)
    await plan_poll(poll_id, by=AUTHOR, now=NOON)
    await round_of(shop, postman, NOON + 3 * HOUR - timedelta(seconds=1))
    assert postman.calls == []
    await round_of(shop, postman, NOON + 3 * HOUR)
    assert methods(postman) == ["sendPoll"]


async def test_a_planned_poll_that_was_over_when_the_bot_came_back_is_not_posted(shop: Settings) -> None:
    postman = Postman()
    poll_id = await a_poll(post_at=NOON + HOUR, deadline=NOON + 2 * HOUR)
    await plan_poll(poll_id, by=AUTHOR, now=NOON)
    await round_of(shop, postman, NOON + 3 * HOUR)
    assert (postman.calls, (await get_poll(poll_id)).status) == ([], "cancelled")


async def test_it_closes_on_its_day_and_only_once(shop: Settings) -> None:
    postman = Postman()
    poll_id = await an_open_poll(shop, postman, deadline=NOON + LASTS)
    await round_of(shop, postman, NOON + LASTS - timedelta(seconds=1))
    assert methods(postman) == ["sendPoll"]
    for later in (LASTS, LASTS + HOUR):
        await round_of(shop, postman, NOON + later)
    assert methods(postman) == ["sendPoll", "stopPoll"]
    assert postman.calls[1].params == {"chat_id": CHANNEL, "message_id": 71}
    with pytest.raises(PollFixedError):
        await close_poll(poll_id, by=AUTHOR, settings=shop, now=NOON + LASTS)


async def test_what_is_closed_before_it_was_posted_never_comes(shop: Settings) -> None:
    postman = Postman()
    poll_id = await a_poll()
    await post_poll(poll_id, by=AUTHOR, settings=shop, now=NOON)
    await close_poll(poll_id, by=AUTHOR, settings=shop, now=NOON)
    await round_of(shop, postman)
    assert postman.calls == []


async def test_what_is_closed_while_it_leaves_is_stopped_once_it_is_there(shop: Settings) -> None:
    poll_id = await a_poll()

    async def close(_: object) -> None:
        await close_poll(poll_id, by=AUTHOR, settings=shop, now=NOON)

    postman = Postman(on_the_way=close).says(CHANNEL, Delivered(71, "tg-5"))
    await post_poll(poll_id, by=AUTHOR, settings=shop, now=NOON)
    await drained(shop, postman)
    assert methods(postman) == ["sendPoll"]
    postman.on_the_way = None
    await round_of(shop, postman)
    assert methods(postman) == ["sendPoll", "stopPoll"]


async def test_what_the_channel_refused_says_why_and_can_be_tried_once_more(shop: Settings) -> None:
    postman = Postman().says(CHANNEL, Refused("need administrator rights in the channel chat"))
    poll_id = await a_poll()
    await post_poll(poll_id, by=AUTHOR, settings=shop, now=NOON)
    await drained(shop, postman)
    found = await results_of(await get_poll(poll_id), settings=shop)
    assert (found.status, found.why) == ("failed", "refused")
    await post_poll(poll_id, by=AUTHOR, settings=shop, now=NOON)
    await drained(shop, postman)
    assert (await results_of(await get_poll(poll_id), settings=shop)).is_there
    with pytest.raises(PollFixedError):
        await post_poll(poll_id, by=AUTHOR, settings=shop, now=NOON)


@pytest.mark.parametrize("order", [*permutations((1, 2, 3, 4))][::5])
async def test_figures_are_the_newest_in_whatever_order_updates_come(shop: Settings, order: tuple[int, ...]) -> None:
    poll_id = await an_open_poll(shop, Postman())
    by_number = {1: (1, 0), 2: (2, 0), 3: (2, 1), 4: (1, 1)}
    for number in order:
        await told(number, *by_number[number])
        assert not await told(number, *by_number[number])  # once more
    found = await results_of(await get_poll(poll_id), settings=shop)
    assert (found.counts, found.voters) == ((1, 1), 2)


async def test_figures_at_once_end_at_the_newest(shop: Settings) -> None:
    poll_id = await an_open_poll(shop, Postman())
    await asyncio.gather(*(told(number, number, 0) for number in range(1, 21)))
    assert (await results_of(await get_poll(poll_id), settings=shop)).counts == (20, 0)


async def test_figures_that_come_before_we_know_the_poll_are_not_lost(shop: Settings) -> None:
    await told(1, 1, 0)
    poll_id = await an_open_poll(shop, Postman())
    assert (await results_of(await get_poll(poll_id), settings=shop)).counts == (1, 0)


async def test_after_a_week_of_silence_a_lower_number_is_newer(shop: Settings) -> None:
    poll_id = await an_open_poll(shop, Postman())
    await told(900, 5, 5, at=real_now() - timedelta(days=8))
    await told(7, 6, 5)
    assert (await results_of(await get_poll(poll_id), settings=shop)).counts == (6, 5)


async def test_a_closed_poll_stays_as_it_was_closed(shop: Settings) -> None:
    poll_id = await an_open_poll(shop, Postman())
    await told(3, 2, 1, closed=True)
    assert not await told(4, 9, 9)
    assert (await results_of(await get_poll(poll_id), settings=shop)).counts == (2, 1)


async def test_what_somebody_closed_in_the_app_is_closed_here_and_not_stopped_again(shop: Settings) -> None:
    postman = Postman()
    poll_id = await an_open_poll(shop, postman)
    await told(1, 1, 0, closed=True)
    await round_of(shop, postman)
    assert ((await get_poll(poll_id)).status, methods(postman)) == ("closed", ["sendPoll"])


async def test_the_preview_is_the_poll_closed_without_what_only_channels_have(shop: Settings) -> None:
    poll_id = await a_poll(members_only=True, countries=["LU"])
    params = sample_poll(await get_poll(poll_id), shop)
    assert (params["is_closed"], params["question"]) == (True, "Welche Farbe?")
    assert params.keys().isdisjoint({"members_only", "country_codes"})


async def test_what_is_missing_keeps_it_from_being_posted(shop: Settings) -> None:
    bare = await create_poll("Was?", author_id=AUTHOR, now=NOON)
    past, crossed = await a_poll(deadline=NOON), await a_poll(post_at=NOON + 2 * HOUR, deadline=NOON + HOUR)
    for poll_id, what in ((bare, "options"), (past, "past"), (crossed, "order")):
        with pytest.raises(PollUnreadyError) as refused:
            await post_poll(poll_id, by=AUTHOR, settings=shop, now=NOON)
        assert refused.value.values["what"] == what
    shop.community_chat_id = None
    with pytest.raises(PollUnreadyError):
        await post_poll(await a_poll(), by=AUTHOR, settings=shop, now=NOON)


async def test_polls_stand_in_the_calendar(shop: Settings) -> None:
    await an_open_poll(shop, Postman(), deadline=NOON + LASTS)
    later = await a_poll(question="Und dann?", post_at=NOON + HOUR)
    await plan_poll(later, by=AUTHOR, now=NOON)
    await a_poll(question="Nur ein Entwurf")
    found = [(each.title, each.phase, each.at) for each in await timeline(settings=shop, now=NOON)]
    assert found == [("Welche Farbe?", "waiting", NOON), ("Und dann?", "scheduled", NOON + HOUR)]


def test_answers_are_read_one_a_line() -> None:
    assert read_options(" Rot \n\nBlau  hell") == ("Rot", "Blau hell")
    assert [read_options(text) for text in ("", "Rot\nrot", "x" * 101, "\n".join(map(str, range(13))))] == [None] * 4
    assert len(read_options("\n".join(map(str, range(12)))) or ()) == 12


def test_countries_are_read_by_their_codes() -> None:
    assert read_countries("lu, DE  fr LU") == ("LU", "DE", "FR")
    assert [read_countries(text) for text in ("", "Luxemburg", "L1")] == [None] * 3


async def test_no_column_of_a_poll_says_who_has_chosen_what(shop: Settings) -> None:
    await an_open_poll(shop, Postman())
    await note_figures("tg-5", 1, [1, 0], voters=1, closed=False, now=real_now())
    assert (ChannelPoll.Columns.personal, PollFigures.Columns.personal) == ("author_id", "")
