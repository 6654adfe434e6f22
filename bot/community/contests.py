"""Contests as the staff write them: a draft, opened once and then as it is, or called off (BRC-14)."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.community.contest_models import Contest
from bot.community.drawing import SEED_BYTES, commitment_of
from bot.config import LOCALES, Locale
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.i18n import FALLBACKS
from bot.shop.rows import change, fetch, locked
from bot.staff.audit import record

MOST = {"title": 80, "prize": 500, "terms": 3_000}
PARTS = tuple(MOST)
MOST_WINNERS = 20
LOCK = "SELECT id FROM community_contest WHERE id = ?"
OPENED = """
UPDATE community_contest SET status = 'open', opened_at = ?, seed = ?, commitment = ?
WHERE id = ? AND status = 'draft' RETURNING id"""
CANCELLED = """
UPDATE community_contest SET status = 'cancelled', ended_at = ? WHERE id = ? AND status = 'open' RETURNING id"""


class ContestGoneError(CustomerError):
    """There is none with this id."""

    key = "contest-gone-alert"


class ContestFixedError(CustomerError):
    """It is open or over, and says what it says."""

    key = "contest-fixed-alert"


class ContestUnreadyError(CustomerError):
    """Something is missing before it can open; `what` of the message says what."""

    key = "contest-unready-alert"


@dataclass(frozen=True, slots=True)
class ContestFacts:
    """`texts` are {locale: {"title", "prize", "terms"}}, as typed; the seed is not among the facts on purpose."""

    id: int
    status: str
    texts: dict[Locale, dict[str, str]]
    winners: int
    deadline: datetime | None
    commitment: str | None
    digest: str | None
    frozen: int | None
    author_id: int | None

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The languages in which all of it is written."""
        return tuple(each for each in LOCALES if all(self.texts.get(each, {}).get(part) for part in PARTS))

    @property
    def halves(self) -> tuple[Locale, ...]:
        """Those in which something is, but not all."""
        begun = (each for each in LOCALES if any(self.texts.get(each, {}).values()))
        return tuple(each for each in begun if each not in self.locales)

    def words(self, part: str, locale: Locale) -> str:
        """Title, prize or terms for readers of a language: their own, else one they may understand, as of offers."""
        complete = self.locales or LOCALES
        order = [each for each in (locale, *FALLBACKS[locale], *LOCALES) if each in complete]
        return next((text for each in order if (text := self.texts.get(each, {}).get(part))), "")


async def find_contest(contest_id: int) -> ContestFacts | None:
    row = await Contest.get_or_none(id=contest_id)
    return _facts(row) if row else None


async def get_contest(contest_id: int) -> ContestFacts:
    """ContestGoneError where there is none."""
    if contest := await find_contest(contest_id):
        return contest
    raise ContestGoneError


async def list_contests(*, limit: int = 10, offset: int = 0, status: str | None = None) -> tuple[ContestFacts, ...]:
    """The newest first."""
    rows = Contest.filter(status=status) if status else Contest.all()
    return tuple([_facts(row) for row in await rows.order_by("-id").limit(limit).offset(offset)])


@unit_of_work
async def create_contest(title: str, locale: Locale, *, author_id: int, now: datetime) -> int:
    """A new draft, with its title in one language; its id."""
    texts = {locale: {"title": title[: MOST["title"]]}}
    row = await Contest.create(texts=texts, author_id=author_id, created_at=now)
    return int(row.id)


@unit_of_work
async def write(contest_id: int, locale: Locale, part: str, text: str) -> None:
    """Set title, prize or terms in a language; an empty text takes it away. ContestFixedError for what is no draft."""
    contest = await _draft(contest_id)
    told = {name: words for name, words in contest.texts.get(locale, {}).items() if name != part}
    if text.strip():
        told[part] = text.strip()[: MOST[part]]
    await Contest.filter(id=contest_id).update(texts=contest.texts | {locale: told})


@unit_of_work
async def arrange(contest_id: int, *, deadline: datetime | None = None, winners: int | None = None) -> None:
    """Set until when, or how many win."""
    await _draft(contest_id)
    changes: dict[str, Any] = {"deadline": deadline, "winners": winners}
    await Contest.filter(id=contest_id).update(**{name: value for name, value in changes.items() if value is not None})


@unit_of_work
async def open_contest(contest_id: int, *, by: int | None, now: datetime) -> ContestFacts:
    """Make the seed, commit to it, and let people take part; of two who tap at once one has done it."""
    contest = await _draft(contest_id)
    if missing := missing_of(contest, now=now):
        raise ContestUnreadyError(what=missing)
    seed = secrets.token_bytes(SEED_BYTES)
    await change(OPENED, now, seed.hex(), commitment_of(seed), contest_id)
    await record(by, "contest_opened", f"contest:{contest_id}", now=now)
    return await get_contest(contest_id)


@unit_of_work
async def cancel_contest(contest_id: int, *, by: int | None, now: datetime) -> ContestFacts:
    """Nobody can take part any more, and nothing is drawn. ContestFixedError for what is not open."""
    if not await change(CANCELLED, now, contest_id):
        raise ContestFixedError
    await record(by, "contest_cancelled", f"contest:{contest_id}", now=now)
    return await get_contest(contest_id)


def missing_of(contest: ContestFacts, *, now: datetime) -> str | None:
    """What keeps a draft from being opened: `texts`, `half`, `deadline` or `past`."""
    if not contest.locales:
        return "texts"
    if contest.halves:
        return "half"
    if contest.deadline is None:
        return "deadline"
    return "past" if contest.deadline <= now else None


async def _draft(contest_id: int) -> ContestFacts:
    """Locked until the transaction ends."""
    await fetch(f"{LOCK}{locked()}", contest_id)
    contest = await get_contest(contest_id)
    if contest.status != "draft":
        raise ContestFixedError
    return contest


def _facts(row: Contest) -> ContestFacts:
    texts = {locale: dict(row.texts[locale]) for locale in LOCALES if locale in row.texts}
    return ContestFacts(
        row.id, row.status, texts, row.winners, row.deadline, row.commitment, row.digest, row.frozen, row.author_id
    )
