"""Contests: one entry a person until the deadline, one draw that everybody can repeat, and no second one in silence."""

import asyncio
import json
from collections import Counter
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest

from bot.community import verify_draw
from bot.community.contest_draws import draw, draw_again, mind_contests
from bot.community.contest_entries import answer_prize, count_entries, enter, leave, standing_of
from bot.community.contest_export import describe_draw, export_draw, list_places
from bot.community.contest_models import Contest, ContestEntry, ContestPlace
from bot.community.contest_news import call_off, launch
from bot.community.contests import (
    ContestFixedError,
    ContestUnreadyError,
    arrange,
    create_contest,
    get_contest,
    list_contests,
    write,
)
from bot.community.drawing import places
from bot.config import Settings
from bot.customers.profile import ensure_chat
from bot.loyalty.models import LoyaltyEntry
from bot.outbox.models import Push
from bot.privacy.erasure import erase
from bot.privacy.subject import erasable_by_chat
from bot.staff.models import AuditEntry
from bot.staff.roles import Role, appoint
from tests.support.contests import CHANNEL, LASTS, a_draft, an_open_contest, entered
from tests.support.postman import NOON

OVER = NOON + LASTS
MARKETER = 77


async def drawn(settings: Settings, *chats: int, winners: int = 1) -> int:
    contest_id = await an_open_contest(settings, winners=winners)
    await entered(contest_id, *chats, settings=settings)
    assert await draw(contest_id, settings=settings, now=OVER)
    return contest_id


async def posts() -> list[Push]:
    return await Push.filter(chat_id=CHANNEL).order_by("id")


async def test_the_commitment_is_published_before_anybody_takes_part_and_the_seed_is_not(database: Settings) -> None:
    contest_id = await an_open_contest(database)

    row, [post] = await Contest.get(id=contest_id), await posts()
    assert str(row.commitment) in post.params["text"]
    assert str(row.seed) not in json.dumps(post.params) + await export_draw(contest_id) + str(
        await get_contest(contest_id)
    )
    assert len(bytes.fromhex(row.seed or "")) == 32
    [[button]] = post.params["reply_markup"]["inline_keyboard"]
    assert button["url"].endswith(f"=contest_{contest_id}")
    assert all(f"Eine &lt;Kanne&gt; {locale}" in post.params["text"] for locale in ("de", "en", "fr", "lb"))


async def test_it_is_opened_once_and_then_says_what_it_says(database: Settings) -> None:
    contest_id = await an_open_contest(database)

    for attempt in (
        launch(contest_id, by=1, settings=database, now=NOON),
        write(contest_id, "de", "terms", "Anders"),
        arrange(contest_id, winners=2),
    ):
        with pytest.raises(ContestFixedError):
            await attempt


async def test_what_is_missing_keeps_it_from_opening(database: Settings) -> None:
    async def missing(contest_id: int) -> object:
        with pytest.raises(ContestUnreadyError) as refused:
            await launch(contest_id, by=1, settings=database, now=NOON)
        return refused.value.values["what"]

    contest_id = await a_draft(locales=("de",))
    assert await missing(contest_id) == "channel"
    database.community_chat_id = CHANNEL
    assert await missing(contest_id) == "bot"
    await an_open_contest(database)
    await write(contest_id, "fr", "title", "Une théière")
    assert await missing(contest_id) == "half"
    await write(contest_id, "fr", "title", "")
    await arrange(contest_id, deadline=NOON)
    assert await missing(contest_id) == "past"
    assert await missing(await create_contest("Leer", "de", author_id=1, now=NOON)) == "texts"
    assert [each.status for each in await list_contests()] == ["draft", "open", "draft"]


async def test_a_reader_gets_their_language_or_one_they_may_understand(database: Settings) -> None:
    contest = await get_contest(await a_draft(locales=("de", "fr")))

    assert [contest.words("title", each) for each in ("de", "lb", "fr", "en")] == [
        "Kanne de", "Kanne de", "Kanne fr", "Kanne de",
    ]  # fmt: skip


async def test_once_a_person_until_the_deadline_and_nobody_who_works_here(database: Settings) -> None:
    contest_id = await an_open_contest(database)
    await appoint(MARKETER, Role.MARKETER, name="Mia", now=NOON)

    assert await entered(contest_id, 501, 501, MARKETER, settings=database) == ["in", "already", "staff"]
    late = NOON + LASTS
    assert await enter(contest_id, 502, locale="de", settings=database, now=late) == "over"
    assert await enter(999, 502, locale="de", settings=database, now=NOON) == "gone"
    assert await count_entries(contest_id) == 1
    assert not await leave(contest_id, 501, now=late)
    assert await LoyaltyEntry.all().count() == 0  # no points for it


async def test_who_withdraws_leaves_no_trace_and_may_come_again(database: Settings) -> None:
    contest_id = await an_open_contest(database)
    await entered(contest_id, 501, settings=database)
    ticket = (await standing_of(contest_id, 501)).ticket

    assert await leave(contest_id, 501, now=NOON)
    assert not await leave(contest_id, 501, now=NOON)
    assert await ContestEntry.all().count() == 0
    assert await entered(contest_id, 501, settings=database) == ["in"]
    assert (await standing_of(contest_id, 501)).ticket != ticket


async def test_the_draw_is_the_one_that_seed_and_list_lead_to_and_comes_once(
    database: Settings, tmp_path: Path
) -> None:
    contest_id = await an_open_contest(database, winners=3)
    await entered(contest_id, *range(501, 521), settings=database)

    await mind_contests(database, now=OVER - timedelta(seconds=1))
    assert (await get_contest(contest_id)).status == "open"
    await mind_contests(database, now=OVER)
    await mind_contests(database, now=OVER)

    told = await describe_draw(contest_id)
    order = list(islice(places(bytes.fromhex(told["seed"]), told["tickets"]), 3))
    assert [each["ticket"] for each in told["places"]] == order
    assert list(verify_draw.faults(told)) == []
    assert (
        "\n".join(verify_draw.draw(bytes.fromhex(told["seed"]), told["tickets"])[:3]).encode()
        == "\n".join(order).encode()
    )
    (tmp_path / "contest.json").write_text(await export_draw(contest_id))
    assert verify_draw.main([str(tmp_path / "contest.json")]) == 0
    exported = await export_draw(contest_id)
    assert not any(f'"{chat}"' in exported or f" {chat}" in exported for chat in range(501, 521))


async def test_the_channel_reads_tickets_winners_read_it_in_private_and_the_staff_get_a_card(
    database: Settings,
) -> None:
    people = (98_765_432_101, 98_765_432_102, 98_765_432_103)  # found in no hexadecimal number by chance
    await appoint(MARKETER, Role.MARKETER, name="Mia", now=NOON)
    contest_id = await drawn(database, *people, winners=2)

    told, [_, post] = await describe_draw(contest_id), await posts()
    winners = [each["ticket"] for each in told["places"]]
    assert all(each in post.params["text"] for each in [*winners, told["seed"], told["digest"], told["commitment"]])
    assert not any(str(chat) in post.params["text"] for chat in people)
    chats = {(await ContestEntry.get(ticket=each)).chat_id for each in winners}
    prizes = await Push.filter(purpose="prize")
    assert {each.chat_id for each in prizes} == chats
    assert all(each.params["text"].count("You have won") == 1 for each in prizes)
    [card] = await Push.filter(chat_id=MARKETER)
    assert "2" in card.params["text"]


async def test_drawing_again_takes_the_next_place_and_keeps_who_and_why(database: Settings) -> None:
    contest_id = await drawn(database, 501, 502, 503)
    [first] = await list_places(contest_id)

    second = await draw_again(contest_id, 1, "no_answer", by=MARKETER, settings=database, now=OVER)

    told = await describe_draw(contest_id)
    assert second is not None
    assert [each["ticket"] for each in told["places"]] == verify_draw.draw(
        bytes.fromhex(told["seed"]), told["tickets"]
    )[:2]
    assert [each["drawn_again_because"] for each in told["places"]] == ["no_answer", None]
    assert list(verify_draw.faults(told)) == []
    replaced = await ContestPlace.get(id=first.id)
    assert (replaced.replaced_by, replaced.why, (await ContestPlace.get(place=2)).drawn_by) == (
        MARKETER,
        "no_answer",
        MARKETER,
    )
    audit = await AuditEntry.get(action="contest_drawn_again")
    assert (audit.staff_id, audit.detail) == (MARKETER, {"place": 1, "why": "no_answer", "next": 2})
    assert "Drawn again: 1" in (await posts())[-1].params["text"]
    assert await Push.filter(purpose="prize", chat_id=first.entry.chat_id).count() == 2
    with pytest.raises(ContestFixedError):
        await draw_again(contest_id, 1, "no_answer", by=MARKETER, settings=database, now=OVER)
    assert await draw_again(contest_id, 2, "not_entitled", by=MARKETER, settings=database, now=OVER) is not None
    assert await draw_again(contest_id, 3, "not_entitled", by=MARKETER, settings=database, now=OVER) is None
    assert list(verify_draw.faults(await describe_draw(contest_id))) == []


async def test_a_winner_answers_and_may_still_decline_but_not_the_other_way_round(database: Settings) -> None:
    contest_id = await drawn(database, 501)

    assert not await answer_prize(contest_id, 502, "accepted", now=OVER)
    answers = [
        await answer_prize(contest_id, 501, each, now=OVER) for each in ("accepted", "accepted", "declined", "accepted")
    ]
    assert answers == [True, False, True, False]
    assert (await standing_of(contest_id, 501)).answer == "declined"


async def test_one_that_is_called_off_is_not_drawn(database: Settings) -> None:
    contest_id = await an_open_contest(database)
    await entered(contest_id, 501, settings=database)

    await call_off(contest_id, by=1, settings=database, now=NOON)

    await mind_contests(database, now=OVER)
    assert (await get_contest(contest_id)).status == "cancelled"
    assert await ContestPlace.all().count() == 0
    assert "Abgesagt" in (await posts())[-1].params["text"]
    assert "reply_markup" not in (await posts())[-1].params


async def test_without_anybody_nobody_wins(database: Settings) -> None:
    contest_id = await drawn(database)

    assert list(verify_draw.faults(await describe_draw(contest_id))) == []
    assert (await get_contest(contest_id)).frozen == 0


async def erased(chat_id: int, settings: Settings) -> None:
    await erase(await erasable_by_chat(chat_id), settings=settings, now=OVER)


async def test_who_is_erased_before_the_draw_is_in_none_and_after_it_the_ticket_stays_nobodys(
    database: Settings,
) -> None:
    contest_id = await an_open_contest(database, winners=1)
    for chat in (501, 502, 503, 504):
        await ensure_chat(chat, now=NOON)
    await entered(contest_id, 501, 502, 503, 504, settings=database)
    gone = (await standing_of(contest_id, 501)).ticket
    await erased(501, database)
    await draw(contest_id, settings=database, now=OVER)
    assert gone not in (await describe_draw(contest_id))["tickets"]

    told = await describe_draw(contest_id)
    order = [
        await ContestEntry.get(ticket=each) for each in verify_draw.draw(bytes.fromhex(told["seed"]), told["tickets"])
    ]
    for entry in order[:2]:
        await erased(entry.chat_id or 0, database)
    third = await draw_again(contest_id, 1, "no_answer", by=1, settings=database, now=OVER)

    told = await describe_draw(contest_id)
    assert third is not None
    assert (third.place, [each["drawn_again_because"] for each in told["places"]]) == (3, ["no_answer", "erased", None])
    assert len(told["tickets"]) == 3
    assert list(verify_draw.faults(told)) == []


@pytest.mark.postgres
async def test_of_many_at_once_one_takes_part_one_draws_and_one_draws_again(database: Settings) -> None:
    contest_id = await an_open_contest(database, winners=2)
    taps = await asyncio.gather(*(entered(contest_id, 501, settings=database) for _ in range(20)))
    assert Counter(each for [each] in taps) == {"in": 1, "already": 19}
    await entered(contest_id, *range(502, 512), settings=database)

    draws = [draw(contest_id, settings=database, now=OVER) for _ in range(6)]
    late = [leave(contest_id, 505, now=NOON), enter(contest_id, 600, locale="de", settings=database, now=NOON)]
    done = await asyncio.gather(*draws, *late)

    assert done[:6].count(True) == 1
    told = await describe_draw(contest_id)
    assert (list(verify_draw.faults(told)), len(told["places"])) == ([], 2)
    # Whoever was too late for the list is told so, and whoever is in it is in the draw.
    assert len(told["tickets"]) == await count_entries(contest_id) == (await get_contest(contest_id)).frozen

    again = [draw_again(contest_id, 1, "no_answer", by=number, settings=database, now=OVER) for number in range(6)]
    outcomes = await asyncio.gather(*again, return_exceptions=True)
    assert sum(isinstance(each, ContestFixedError) for each in outcomes) == 5
    told = await describe_draw(contest_id)
    assert (list(verify_draw.faults(told)), len(told["places"])) == ([], 3)
