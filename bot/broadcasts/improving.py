"""You said, we did: what was changed because customers complained, told in the channel and to who complained (LOOP-04).

Both are campaigns like any other: a post, and a message to those whose answers or cases named the cause. Only who has
agreed to offers gets it, each person once, however many copies of it there are.
"""

from collections.abc import Mapping
from datetime import datetime

from bot.broadcasts.campaigns import create
from bot.broadcasts.causes import CAUSES, WINDOW, voices_of
from bot.broadcasts.improvements import get_improvement, said_of
from bot.broadcasts.models import Improvement, Voice
from bot.broadcasts.rules import Status
from bot.broadcasts.running import cancel
from bot.broadcasts.segments import Segment
from bot.config import LOCALES, Locale, Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.i18n import Markup, html, lines, plain
from bot.shop.rows import change
from bot.staff.audit import record

TAKE = """
INSERT INTO broadcast_voice (improvement_id, source, chat_id, customer_id, said_at)
SELECT {improvement}, found.source, found.chat_id, found.customer_id, found.said_at FROM ({voices}) AS found WHERE TRUE
ON CONFLICT (source) DO NOTHING"""


class ImprovementBegunError(CustomerError):
    """It is told already, or just now, so that it cannot be taken back."""

    key = "improvement-begun-alert"


@unit_of_work
async def begin_improvement(
    cause: str, words: Mapping[Locale, str], *, author_id: int, settings: Settings, now: datetime,
    progress_chat_id: int | None = None,
) -> int:  # fmt: skip
    """Take all complaints of the last 180 days that have no answer yet, and draft the post and the message; its id.

    `words` say what was done, HTML as Telegram takes it, in the shop's own languages; what customers said is added.
    Without a channel there is no post, without a complaint no message.
    """
    if cause not in CAUSES or not words:
        raise ValueError(f"no improvement: {cause!r}, {sorted(words)}")
    made = await Improvement.create(cause=cause, author_id=author_id, created_at=now)
    window = (now - WINDOW, now)
    await change(TAKE.format(improvement=made.id, voices=voices_of(cause)), *window, *window)
    title = plain(settings.default_locale, "improvement-title", said=said_of(cause, settings.default_locale))
    if settings.community_chat_id is not None:
        made.post_id = await create(
            title, author_id=author_id, now=now, kind="channel", improvement_id=made.id,
            progress_chat_id=progress_chat_id, texts=_texts("improvement-post", cause, words),
        )  # fmt: skip
    if await Voice.exists(improvement_id=made.id):
        made.letter_id = await create(
            title, author_id=author_id, now=now, improvement_id=made.id, segment=Segment(voices_of=int(made.id)),
            progress_chat_id=progress_chat_id, texts=_texts("improvement-letter", cause, words),
        )  # fmt: skip
    await made.save()
    await record(author_id, "improvement_begun", f"improvement:{made.id}", now=now, detail={"cause": cause})
    return int(made.id)


@unit_of_work
async def drop_improvement(improvement_id: int, *, by: int, now: datetime) -> None:
    """Take it back with its drafts: its complaints wait for an answer again. ImprovementBegunError once it is told."""
    told = await get_improvement(improvement_id)
    drafts = [each for each in (told.post, told.letter) if each]
    if any(each.status not in {Status.DRAFT, Status.CANCELLED} or each.started_at for each in drafts):
        raise ImprovementBegunError
    for each in drafts:
        if each.status is Status.DRAFT:
            await cancel(each.id, by=by, now=now)
    await Voice.filter(improvement_id=improvement_id).delete()
    await Improvement.filter(id=improvement_id).delete()
    await record(by, "improvement_dropped", f"improvement:{improvement_id}", now=now)


def _texts(key: str, cause: str, words: Mapping[Locale, str]) -> dict[Locale, str]:
    """What is said in each of these languages: what we heard, and below it what was done."""
    return {
        locale: lines([html(locale, key, said=said_of(cause, locale)), Markup(words[locale])], "\n\n")
        for locale in LOCALES
        if words.get(locale, "").strip()
    }
