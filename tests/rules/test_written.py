"""What of a message a case keeps, and what the rest is called."""

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.types import Chat, Dice, Document, Location, Message, PhotoSize, Sticker, Voice

from bot.config import LOCALES
from bot.i18n import plain, raise_on_faulty_texts
from dialogs.written import NAMED, as_written, command_in, kind_of

VOICE = Voice(file_id="v", file_unique_id="v", duration=1)
STICKER = Sticker(file_id="s", file_unique_id="s", type="regular", width=1, height=1, is_animated=False, is_video=False)


def message(**content: Any) -> Message:
    return Message(message_id=7, date=datetime(2026, 11, 18, tzinfo=UTC), chat=Chat(id=1, type="private"), **content)


def test_texts_photos_and_documents_are_kept_with_their_album() -> None:
    sizes = [PhotoSize(file_id=name, file_unique_id=name, width=1, height=1) for name in ("small", "large")]
    photo = as_written(message(photo=sizes, caption="so", media_group_id="a"))
    document = as_written(message(document=Document(file_id="d", file_unique_id="d")))
    text = as_written(message(text="hallo"), "anders")
    assert photo is not None
    assert document is not None
    assert text is not None
    assert (photo.kind, photo.text, photo.file_id, photo.album, photo.message_id) == ("photo", "so", "large", "a", 7)
    assert (document.kind, document.file_id, document.album) == ("document", "d", None)
    assert (text.kind, text.text) == ("text", "anders")


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ({"sticker": STICKER}, "Sticker"),
        ({"location": Location(latitude=1, longitude=1)}, "Standort"),
        ({"dice": Dice(emoji="x", value=1)}, "Diese Art Nachricht"),
    ],
)
def test_what_cannot_be_passed_on_is_named(content: dict[str, Any], named: str) -> None:
    assert as_written(message(**content)) is None
    assert plain("de", kind_of(message(**content))) == named


@pytest.mark.parametrize("before", ["", " ", "\u200b", "\ufeff\n", "\u2060\u00a0"])
@pytest.mark.parametrize("slash", ["/", "\uff0f"])
def test_a_command_is_one_behind_signs_nobody_sees(before: str, slash: str) -> None:
    assert command_in(message(text=f"{before}{slash}note geheim")) == "/note geheim"


@pytest.mark.parametrize("text", ["", "\u200b", "note", "1/2 davon", "\u200bja /note"])
def test_what_only_holds_a_slash_is_no_command(text: str) -> None:
    assert command_in(message(text=text)) is None


def test_a_voice_message_goes_on_by_its_id() -> None:
    voice = as_written(message(voice=VOICE))
    assert voice is not None
    assert (voice.kind, voice.file_id, voice.text) == ("voice", "v", "")


def test_every_kind_has_its_name_in_every_language() -> None:
    raise_on_faulty_texts()
    assert all(plain(locale, f"kind-{kind.value}") for locale in LOCALES for kind in NAMED)
