"""What customers write to a human: shown as they sent it, corrected as they correct it, never as a flood."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.config import Settings
from bot.outbox.models import Push
from bot.tickets.cards import find_case_at
from bot.tickets.cases import open_human_case
from bot.tickets.hearing import MOST_POSTS, POSTS_WITHIN, add_customer_message
from bot.tickets.messages import Written
from bot.tickets.models import CaseMessage
from bot.tickets.replies import reply
from tests.support.postman import NOON, Postman, a_chat, drained, let_time_pass

STAFF_CHAT, ANNA, MIA = -100, 100, 790
NIGHT = datetime(2026, 11, 18, 22, 0, tzinfo=UTC)


@pytest.fixture
async def shop(database: Settings) -> Settings:
    await a_chat(ANNA, first_name="Anna", locale="de", time_zone="Europe/Berlin")
    return database.model_copy(update={"staff_chat_id": STAFF_CHAT, "default_locale": "de", "shop_name": "Laden"})


@pytest.fixture
async def postman() -> Postman:
    return Postman()


@pytest.fixture
async def case_id(shop: Settings, postman: Postman) -> int:
    case_id = await open_human_case(ANNA, order_id=None, locale="de", settings=shop, now=NOON)
    await drained(shop, postman)
    return case_id


def photo(message_id: int, text: str = "", album: str | None = None) -> Written:
    return Written("photo", text, message_id, f"file-{message_id}", album)


async def hears(shop: Settings, case_id: int, *said: Written, now: datetime = NOON) -> None:
    for written in said:
        await add_customer_message(case_id, written, settings=shop, now=now)


async def posts(since: int = 0) -> list[Push]:
    return await Push.filter(chat_id=STAFF_CHAT, slot=None, id__gt=since).order_by("id")


async def test_a_flood_is_merged_into_the_card(shop: Settings, postman: Postman, case_id: int) -> None:
    await hears(shop, case_id, *(Written("text", f"hallo {number}", number) for number in range(1, 21)))
    await drained(shop, postman)

    assert len(await posts()) == MOST_POSTS
    card = postman.texts_to(STAFF_CHAT)[-1]
    assert "hallo 20" in card
    assert "14 frühere Nachrichten" in card
    assert await CaseMessage.filter(case_id=case_id, author="customer").count() == 20


async def test_after_an_answer_or_a_pause_it_is_posted_again(shop: Settings, postman: Postman, case_id: int) -> None:
    await hears(shop, case_id, *(Written("text", "?", number) for number in range(1, 10)))
    await reply(case_id, Written("text", "Ja?", 50), staff_id=MIA, settings=shop, now=NOON)
    await hears(shop, case_id, Written("text", "endlich", 10))
    assert [each.params["text"].endswith("endlich") for each in await posts()][-1]

    await hears(shop, case_id, *(Written("text", "?", number) for number in range(11, 20)))
    before = len(await posts())
    await hears(shop, case_id, Written("text", "später", 20), now=NOON + POSTS_WITHIN)
    assert len(await posts()) == before + 1


async def test_an_album_stays_an_album_and_each_of_its_parts_is_answered(
    shop: Settings, postman: Postman, case_id: int
) -> None:
    parts = [photo(1, "kaputt", "a"), photo(2, album="a"), photo(3, album="a")]
    await hears(shop, case_id, *parts)
    assert (await drained(shop, postman)).sent == 0, "the others may still come"
    await let_time_pass()
    await drained(shop, postman)

    [album] = [call for call in postman.calls if call.method == "sendMediaGroup"]
    assert [item["media"] for item in album.params["media"]] == ["file-1", "file-2", "file-3"]
    assert "kaputt" in album.params["media"][0]["caption"]
    assert "Anna" in album.params["media"][0]["caption"]
    assert "caption" not in album.params["media"][1]
    assert album.params["reply_parameters"]["message_id"] == 1

    [push] = await posts()
    assert push.message_id is not None
    assert [await find_case_at(STAFF_CHAT, push.message_id + place) for place in range(3)] == [case_id] * 3
    assert await find_case_at(STAFF_CHAT, push.message_id + 10) is None


async def test_a_part_that_comes_late_or_is_of_another_kind_goes_alone(
    shop: Settings, postman: Postman, case_id: int
) -> None:
    document = Written("document", "Rechnung", 2, "file-2", "a")
    await hears(shop, case_id, photo(1, album="a"), document)
    await let_time_pass()
    await drained(shop, postman, ticks=2)
    await hears(shop, case_id, photo(3, album="a"))
    await let_time_pass()
    await drained(shop, postman)

    sent = [call.method for call in postman.calls if call.chat_id == STAFF_CHAT]
    assert sent[-3:] == ["sendPhoto", "sendDocument", "sendPhoto"]


async def test_an_album_is_one_post_however_full(shop: Settings, postman: Postman, case_id: int) -> None:
    await hears(shop, case_id, *(photo(number, album="a") for number in range(1, 13)))
    await let_time_pass()
    await drained(shop, postman, ticks=2)
    await let_time_pass()
    await drained(shop, postman)
    sizes = [len(call.params["media"]) for call in postman.calls if call.method == "sendMediaGroup"]
    assert sizes == [10, 2]


async def test_a_correction_is_mirrored_where_the_staff_read_it(shop: Settings, postman: Postman, case_id: int) -> None:
    await hears(shop, case_id, Written("text", "Bestelung 1001", 1), Written("text", "Bestellung 1001", 1))
    await drained(shop, postman)
    assert "Bestellung 1001" in postman.calls[-1].text, "it had not been sent yet"

    await hears(shop, case_id, Written("text", "Bestellung 1002", 1))
    await drained(shop, postman)
    edit = postman.calls[-1]
    assert (edit.method, edit.params["message_id"]) == ("editMessageText", (await posts())[0].message_id)
    assert "Bestellung 1002" in edit.text
    assert "Anna" in edit.text
    assert await CaseMessage.filter(case_id=case_id, author="customer").count() == 1


async def test_a_caption_is_corrected_and_the_picture_stays(shop: Settings, postman: Postman, case_id: int) -> None:
    await hears(shop, case_id, photo(1, "kaput"))
    await drained(shop, postman)
    await hears(shop, case_id, photo(1, "kaputt"))
    await drained(shop, postman)
    edit = postman.calls[-1]
    assert edit.method == "editMessageCaption"
    assert "kaputt" in edit.params["caption"]
    assert "photo" not in edit.params


async def test_a_caption_within_an_album_is_corrected_in_its_place(
    shop: Settings, postman: Postman, case_id: int
) -> None:
    await hears(shop, case_id, photo(1, "eins", "a"), photo(2, "zwei", "a"), photo(2, "zwo", "a"))
    await let_time_pass()
    await drained(shop, postman)
    [album] = [call for call in postman.calls if call.method == "sendMediaGroup"]
    assert [item["caption"].split()[-1] for item in album.params["media"]] == ["eins", "zwo"]

    await hears(shop, case_id, photo(2, "zwei!", "a"))
    await drained(shop, postman)
    edit, [push] = postman.calls[-1], [each for each in await posts() if each.method == "sendMediaGroup"]
    assert push.message_id is not None
    assert (edit.method, edit.params["message_id"], edit.params["caption"]) == (
        "editMessageCaption",
        push.message_id + 1,
        "zwei!",
    )


async def test_a_message_delivered_again_changes_nothing(shop: Settings, postman: Postman, case_id: int) -> None:
    for _ in range(3):
        await hears(shop, case_id, Written("text", "einmal", 1))
    assert len(await posts()) == 1
    assert await CaseMessage.filter(case_id=case_id, edited_at__not_isnull=True).count() == 0


async def test_a_merged_message_is_corrected_on_the_card(shop: Settings, postman: Postman, case_id: int) -> None:
    await hears(shop, case_id, *(Written("text", "?", number) for number in range(1, 7)), Written("text", "!!", 6))
    await drained(shop, postman)
    assert "!! ✎" in postman.texts_to(STAFF_CHAT)[-1]


async def test_at_night_the_customer_is_told_once_a_day_when_somebody_is_there(
    shop: Settings, postman: Postman, case_id: int
) -> None:
    evenings = [NIGHT, NIGHT + timedelta(hours=1), NIGHT + timedelta(hours=23, minutes=59), NIGHT + timedelta(hours=24)]
    for number, now in enumerate(evenings, 1):
        await hears(shop, case_id, Written("text", "hallo", number), now=now)
        await drained(shop, postman, now, ticks=2)
    notes = [text for text in postman.texts_to(ANNA) if "gerade nicht da" in text]
    assert ["Donnerstag" in note for note in notes] == [True, False]
    assert "Freitag" in notes[1]


async def test_nobody_is_told_of_an_absence_while_somebody_answers(
    shop: Settings, postman: Postman, case_id: int
) -> None:
    await reply(case_id, Written("text", "Bin noch da", 50), staff_id=MIA, settings=shop, now=NIGHT)
    await hears(shop, case_id, Written("text", "gut", 1), now=NIGHT + timedelta(minutes=10))
    await hears(shop, case_id, Written("text", "Noch jemand?", 2), now=NIGHT + timedelta(minutes=31))
    await drained(shop, postman, NIGHT + timedelta(minutes=31), ticks=3)
    assert sum("gerade nicht da" in text for text in postman.texts_to(ANNA)) == 1
