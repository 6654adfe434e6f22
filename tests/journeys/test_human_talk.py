"""A customer and the staff in one chat: albums, corrections, notes, floods, nights, and forms left open."""

from typing import Any

import pytest
from aiogram.types import Chat, Message, PhotoSize, Update, User

from bot.clock import Clock
from bot.config import Settings
from bot.i18n import plain
from bot.outbox.models import Push
from bot.tickets.models import Case, CaseMessage
from tests.support.chat import Person, text_of
from tests.support.staffed import Shop, anna_of, eventually, open_shop, seen
from tests.support.webchat import Json, png


async def a_talk(shop: Shop, locale: Any = "de") -> tuple[Person, Json]:
    anna = await anna_of(shop, locale)
    await anna.says("/human")
    return anna, await shop.card()


def albums(messages: list[Json]) -> list[str]:
    return [message["media_group_id"] for message in messages if message["from"]["is_bot"] and "photo" in message]


async def test_an_album_arrives_as_an_album_both_ways(shop: Shop) -> None:
    anna, card = await a_talk(shop)
    await anna.visitor.sends(*((f"{number}.png", png()) for number in range(3)), caption="so kam es an")
    await eventually(lambda: in_group(shop, 3))
    shown = albums(await shop.mia.reads(chat_id=shop.group))
    assert len(set(shown)) == 1

    files = [(f"{number}.png", png()) for number in range(2)]
    await shop.replies_with_files(shop.mia, *files, caption="so sollte es aussehen", to=card)
    await eventually(lambda: seen(anna, "so sollte es aussehen"))
    assert len(albums(anna.seen)) == 2
    assert len(set(albums(anna.seen))) == 1
    await shop.card("so sollte es aussehen ✓ Zugestellt")


async def in_group(shop: Shop, count: int) -> bool:
    return len(albums(await shop.mia.reads(chat_id=shop.group))) == count


@pytest.mark.parametrize("command", ["/note nur intern", "/notiz nur intern", "/take"])
async def test_an_album_below_a_command_stays_among_the_staff(shop: Shop, command: str) -> None:
    anna, card = await a_talk(shop)
    files = [(f"{number}.png", png()) for number in range(3)]
    await shop.replies_with_files(shop.mia, *files, caption=command, to=card)
    await shop.replies(shop.mia, "Alles gut", card)
    await eventually(lambda: seen(anna, "Alles gut"))
    assert albums(anna.seen) == []
    assert await CaseMessage.filter(author="note", kind="photo").count() == 3


async def test_what_is_too_long_for_one_message_arrives_in_two(shop: Shop) -> None:
    anna, card = await a_talk(shop)
    written = " ".join(f"Zeile {number} \N{GRINNING FACE}" for number in range(310))
    await shop.replies(shop.mia, f"{written} Ende", card)
    await eventually(lambda: seen(anna, "Ende"))
    first, second = [text_of(message) for message in anna.seen if "Zeile" in text_of(message)]
    assert f"{first.split(chr(10), 1)[1]} {second}" == f"{written} Ende"

    await anna.visitor.sends(("1.png", png()), caption=f"{'so ' * 330} kam es")
    rest = await shop.sees(lambda message: text_of(message).endswith("kam es"))
    await shop.replies(shop.mia, "Bis zum Ende gelesen", rest)
    await eventually(lambda: seen(anna, "Bis zum Ende gelesen"))


async def test_what_the_staff_tell_each_other_stays_among_them(shop: Shop) -> None:
    """The bot is an administrator of the group and hears all of it."""
    anna, card = await a_talk(shop)
    await anna.visitor.sends(("1.png", png()), ("2.png", png()), caption="so kam es an")
    await eventually(lambda: in_group(shop, 2))
    theirs = await shop.tom.says("Schon wieder", chat_id=shop.group)
    await shop.replies(shop.mia, "Das bleibt unter uns", theirs)
    await shop.replies(shop.mia, "Wir sehen nach", card)
    await eventually(lambda: seen(anna, "Wir sehen nach"))
    assert not [m for m in anna.seen if "unter uns" in text_of(m)]


async def test_an_answer_to_any_part_of_an_album_arrives(shop: Shop) -> None:
    anna, _ = await a_talk(shop)
    await anna.visitor.sends(("1.png", png()), ("2.png", png()), caption="so kam es an")
    await eventually(lambda: in_group(shop, 2))
    for number, part in enumerate([m for m in await shop.mia.reads(chat_id=shop.group) if "photo" in m]):
        await shop.replies(shop.mia, f"Bild {number} gesehen", part)
    await eventually(lambda: seen(anna, "Bild 1 gesehen"))
    assert await seen(anna, "Bild 0 gesehen")


async def test_corrections_are_mirrored_both_ways(shop: Shop) -> None:
    anna, card = await a_talk(shop)
    mine = await anna.visitor.says("Bestelung 1001")
    await shop.sees(lambda message: "Bestelung 1001" in text_of(message))
    await anna.visitor.edits(mine["message_id"], "Bestellung 1001")
    shown = await shop.sees(lambda message: "Bestellung 1001" in text_of(message) and "👤 Anna" in text_of(message))
    assert not [m for m in await shop.mia.reads(chat_id=shop.group) if "Bestelung" in text_of(m)]

    answer = await shop.replies(shop.mia, "Kommt morgn", shown)
    await eventually(lambda: seen(anna, "Kommt morgn"))
    await shop.edits(shop.mia, answer, "Kommt morgen")
    await eventually(lambda: seen(anna, "Kommt morgen"))
    assert not [message for message in anna.seen if "morgn" in text_of(message)]
    assert card["message_id"] < shown["message_id"]


async def test_a_corrected_caption_is_mirrored(shop: Shop) -> None:
    """The page corrects texts only, so the update comes as Telegram would send it."""
    anna, _ = await a_talk(shop)
    mine = await anna.visitor.sends(("schaden.png", png()), caption="kaput")
    shown = await shop.sees(lambda message: "kaput" in text_of(message))
    at = shop.town.clock.now()
    edited = Message(
        message_id=mine["message_id"],
        date=at,
        edit_date=int(at.timestamp()),
        chat=Chat(id=anna.id, type="private"),
        from_user=User(id=anna.id, is_bot=False, first_name="Anna"),
        photo=[PhotoSize(file_id="x", file_unique_id="x", width=1, height=1)],
        caption="kaputt",
    )
    update = Update(update_id=987_654, edited_message=edited)
    await shop.town.dispatcher.feed_update(shop.town.bot, update)
    corrected = await shop.sees(lambda message: "kaputt" in text_of(message))
    assert corrected["message_id"] == shown["message_id"]
    assert corrected["photo"] == shown["photo"]


async def test_nothing_becomes_a_note_afterwards_and_no_note_an_answer(shop: Shop) -> None:
    anna, card = await a_talk(shop)
    sent = await shop.replies(shop.mia, "Guten Tag", card)
    await eventually(lambda: seen(anna, "Guten Tag"))
    await shop.edits(shop.mia, sent, "/note Guten Tag, Geheimnis")
    await shop.sees(lambda message: "schon bei der Kundin" in text_of(message))

    kept = await shop.replies(shop.mia, "/note Geheimnis eins", card)
    await shop.card("Geheimnis eins")
    await shop.edits(shop.mia, kept, "Geheimnis zwei")
    await shop.card("Geheimnis zwei")
    await anna.looks()
    assert not [message for message in anna.seen if "Geheimnis" in text_of(message)]
    assert "Geheimnis" not in str([push.params for push in await Push.filter(chat_id=anna.id)])


async def test_what_customers_begin_with_a_slash_is_no_note(shop: Shop) -> None:
    anna, _ = await a_talk(shop)
    await anna.visitor.says("/note ist mir egal, wo bleibt mein Paket")
    await shop.sees(lambda message: "/note ist mir egal" in text_of(message) and "👤 Anna" in text_of(message))


async def test_a_flood_is_five_posts_and_one_card(shop: Shop) -> None:
    anna, card = await a_talk(shop)
    for number in range(12):
        await anna.visitor.says(f"hallo {number}")
    await shop.card("hallo 11")
    posts = [m for m in await shop.mia.reads(chat_id=shop.group) if "👤 Anna" in text_of(m) and m != card]
    assert len(posts) == 5


async def test_a_form_left_open_does_not_swallow_what_is_meant_for_a_human(shop: Shop) -> None:
    bert = await shop.town.customer("de", name="Bert")
    await bert.says("/link")
    await bert.taps("Bestellnummer")
    await bert.says("mensch")
    await bert.visitor.says("Mein Päckchen ist nass geworden")
    await shop.sees(lambda message: "nass geworden" in text_of(message))
    await bert.looks()
    bert.reads("Team ist benachrichtigt")


async def test_asking_by_button_leaves_the_form_too(shop: Shop) -> None:
    bert = await shop.town.customer("de", name="Bert")
    await bert.says("/link")
    await bert.taps("Bestellnummer")
    await bert.taps("Mensch")
    await eventually(lambda: seen(bert, "Team ist benachrichtigt"))
    await bert.visitor.says("Mein Päckchen ist nass geworden")
    await shop.sees(lambda message: "nass geworden" in text_of(message))


@pytest.mark.parametrize("locale", ["de", "en", "fr", "lb"])
async def test_at_night_everybody_is_told_when_and_then_left_in_peace(
    database: Settings, clock: Clock, locale: Any
) -> None:
    hours = {weekday: f"{weekday} 00:00-00:01" for weekday in ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")}
    async with open_shop(database, clock, business_hours=", ".join(hours.values())) as shop:
        anna, _ = await a_talk(shop, locale)
        await eventually(lambda: seen(anna, LATER[locale]))
        for number in range(3):
            await anna.visitor.says(f"?{number}")
        await shop.sees(lambda message: "?2" in text_of(message))
        await anna.looks()
        assert sum("🌙" in text_of(message) for message in anna.seen) == 0, "they were told when they asked"


LATER = {"de": "Team ist gerade nicht da", "en": "Our team is away", "fr": "équipe est absente", "lb": "grad net do"}


@pytest.mark.parametrize("locale", ["de", "en", "fr", "lb"])
async def test_a_talk_is_answered_and_ended_in_the_customers_language(shop: Shop, locale: Any) -> None:
    anna, card = await a_talk(shop, locale)
    await shop.replies(shop.mia, "Hallo Anna", card)
    await eventually(lambda: seen(anna, "Hallo Anna"))
    anna.can_tap(plain(locale, "case-end-button"))
    await anna.taps(plain(locale, "case-end-button"))
    await eventually(lambda: seen(anna, text_of({"text": plain(locale, "case-closed")})))
    assert "Person hat das Gespräch selbst beendet" in text_of(await shop.card("geschlossen"))
    case = await Case.all().first()
    assert case is not None
    assert case.closed_because == "customer"
