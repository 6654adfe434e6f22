"""What people write in a case, as it is kept and as it travels: alone, with the rest of its album, or corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bot.i18n import Markup, escape
from bot.outbox.amending import amend, gather, join_album
from bot.outbox.messages import text_message
from bot.outbox.queue import PushOptions, enqueue
from bot.tickets.models import CaseMessage

Kind = Literal["text", "photo", "document", "voice", "audio", "video", "animation", "video_note"]
METHODS = {
    "photo": "sendPhoto",
    "document": "sendDocument",
    "voice": "sendVoice",
    "audio": "sendAudio",
    "video": "sendVideo",
    "animation": "sendAnimation",
    "video_note": "sendVideoNote",
}
# Telegram shows no words below it.
WORDLESS = "video_note"
# Telegram's limits in UTF-16 units, less what stands above the words.
LONGEST_TEXT = 3_800
LONGEST_CAPTION = 900
# A longer piece is cut between two words if the last gap is at most so far from its end.
LONGEST_WORD = 200


@dataclass(frozen=True, slots=True)
class Written:
    """A message as somebody wrote it: words, or a file of a kind that Telegram sends again by its id, with words.

    `album` is what the parts of one album have in common; without a `message_id` it can never be corrected.
    """

    kind: Kind
    text: str
    message_id: int | None = None
    file_id: str | None = None
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """Where a message goes: what stands above its words, what it is for, its buttons, what it answers there."""

    chat_id: int
    head: Markup
    purpose: str
    once: str | None
    markup: Mapping[str, Any] | None = None
    reply_to: int | None = None


async def keep(
    case_id: int, author: str, written: Written, *, now: datetime, staff_id: int | None = None
) -> CaseMessage:
    return await CaseMessage.create(
        case_id=case_id,
        author=author,
        staff_id=staff_id,
        kind=written.kind,
        text=written.text,
        file_id=written.file_id,
        album=written.album,
        at=now,
        chat_message=written.message_id,
    )


async def find_kept(case_id: int, written: Written, *authors: str) -> CaseMessage | None:
    """The same message as it was kept before: it was edited since, or it is only delivered again."""
    if written.message_id is None:
        return None
    return await CaseMessage.get_or_none(case_id=case_id, chat_message=written.message_id, author__in=authors)


async def send(message: CaseMessage, way: Way, *, now: datetime, **options: Any) -> None:
    """Queue it; what belongs to an album that still waits goes with the others, and what is too long in pieces."""
    first = await _album_of(message)
    if first and first.push_id and await join_album(first.push_id, _method(message), _params(message, Markup(), way)):
        message.push_id = first.push_id
    else:
        message.push_id = await _queue(message, way, now, PushOptions(**options))  # type: ignore[typeddict-item]
    await message.save(update_fields=["push_id"])
    for number, piece in enumerate(_pieces(message)[1:], start=2):
        once = f"{way.once}:{number}" if way.once else None
        text = text_message(escape(piece))
        await enqueue(
            way.chat_id,
            "sendMessage",
            text,
            once=once,
            purpose=way.purpose,
            now=now,
            customer_id=options.get("customer_id"),
        )


async def correct(message: CaseMessage, text: str, way: Way, *, now: datetime) -> bool:
    """Keep other words and let what was sent say them, too; False when it cannot be changed any more."""
    was_long = len(_pieces(message)) > 1
    message.text, message.edited_at = text, now
    await message.save(update_fields=["text", "edited_at"])
    if message.push_id is None or was_long or len(_pieces(message)) > 1:
        return False
    before = CaseMessage.filter(case_id=message.case_id, push_id=message.push_id, id__lt=message.id)
    place = await before.count()
    head = Markup() if place else way.head
    return await amend(message.push_id, _method(message), _params(message, head, way), now=now, place=place)


async def _album_of(message: CaseMessage) -> CaseMessage | None:
    """Its part before this one."""
    if message.album is None:
        return None
    others = CaseMessage.filter(case_id=message.case_id, album=message.album, author=message.author)
    return await others.filter(id__lt=message.id).order_by("-id").first()


async def _queue(message: CaseMessage, way: Way, now: datetime, options: PushOptions) -> int | None:
    params = _params(message, way.head, way)
    if way.reply_to is not None:
        params["reply_parameters"] = {"message_id": way.reply_to, "allow_sending_without_reply": True}
    push_id = await enqueue(
        way.chat_id, _method(message), params, once=way.once, purpose=way.purpose, now=now, **options
    )
    if push_id and message.album:
        await gather(push_id)
    return push_id


def _method(message: CaseMessage) -> str:
    return METHODS.get(message.kind, "sendMessage")


def _params(message: CaseMessage, head: Markup, way: Way) -> dict[str, Any]:
    """An album has no buttons, so none of its parts has."""
    markup = {"reply_markup": dict(way.markup)} if way.markup and not message.album else {}
    words = escape(_pieces(message)[0])
    if message.kind == "text":
        return text_message(Markup(f"{head}\n{words}".strip())) | markup
    if message.kind == WORDLESS:
        return {message.kind: message.file_id} | markup
    caption = Markup(f"{head}\n{words}")
    return {message.kind: message.file_id, "caption": caption.strip(), "parse_mode": "HTML"} | markup


def _pieces(message: CaseMessage) -> list[str]:
    """Its words as they fit into messages: the first piece stands below the head, or below the file."""
    piece, rest = _cut(message.text or "", LONGEST_TEXT if message.kind == "text" else LONGEST_CAPTION)
    pieces = [piece]
    while rest:
        piece, rest = _cut(rest, LONGEST_TEXT)
        pieces.append(piece)
    return pieces


def _cut(text: str, longest: int) -> tuple[str, str]:
    """What fits into so many UTF-16 units, and the rest."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * longest:
        return text, ""
    fits = units[: 2 * longest].decode("utf-16-le", "ignore")
    gap = max(fits.rfind(" "), fits.rfind("\n"))
    if gap >= len(fits) - LONGEST_WORD:
        fits = fits[:gap]
    return fits, text[len(fits) :].lstrip()
