"""What a person has agreed to, purpose by purpose: given in two taps, withdrawn in one, proven by the wording (N16)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.customers.models import Consent, ConsentAsk
from bot.customers.profile import ensure_chat
from bot.db import among, connection, id_list, in_dialect, unit_of_work

# What Purpose.consent of the outbox names, and taking part in the shop's community.
PURPOSES = ("survey", "promo", "community")
# Who says "later" is asked once more, at another moment; nobody is asked a third time.
MOST_ASKS = 2
ACTIVE = "SELECT chat_id, purpose FROM customer_consent WHERE chat_id {among} AND active = TRUE"
GIVE = """
INSERT INTO customer_consent (chat_id, purpose, version, locale, wording, request_message_id, confirm_message_id,
  given_at, active) VALUES (?, ?, ?, ?, ?, ?, ?, ?, TRUE)
ON CONFLICT (chat_id, purpose, active) DO NOTHING RETURNING id"""
ASK = """
INSERT INTO customer_consent_ask (chat_id, purpose, moment, asked_at, times) VALUES (?, ?, ?, ?, 1)
ON CONFLICT (chat_id, purpose) DO NOTHING RETURNING id"""
ASK_AGAIN = """
UPDATE customer_consent_ask SET moment = ?, asked_at = ?, times = times + 1, answer = NULL, answered_at = NULL
WHERE chat_id = ? AND purpose = ? AND answer = 'later' AND times < ? AND moment <> ? RETURNING id"""


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """One consent of the diary, in force while `withdrawn_at` is None; `withdrawn_by` tells how it ended."""

    purpose: str
    version: int
    locale: str
    wording: str
    request_message_id: int
    confirm_message_id: int
    given_at: datetime
    withdrawn_at: datetime | None
    withdrawn_by: str | None

    @property
    def is_active(self) -> bool:
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class AskEntry:
    """That somebody was asked, at which moment, and what they said: yes, no, later or (None) nothing yet."""

    purpose: str
    moment: str
    asked_at: datetime
    answer: str | None
    answered_at: datetime | None


async def consents_of(chat_ids: Collection[int]) -> Mapping[int, frozenset[str]]:
    """The purposes that each chat agrees to now; who agrees to nothing is left out."""
    found: dict[int, frozenset[str]] = {}
    statement = in_dialect(ACTIVE.format(among=among()))
    for row in await connection().execute_query_dict(statement, [id_list(chat_ids)]):
        found[row["chat_id"]] = found.get(row["chat_id"], frozenset()) | {row["purpose"]}
    return found


@unit_of_work
async def give(
    chat_id: int,
    purpose: str,
    *,
    wording: str,
    version: int,
    locale: str,
    request_message_id: int,
    confirm_message_id: int,
    now: datetime,
) -> bool:
    """Note a consent confirmed by the second tap; False when there is one in force already.

    The caller has seen to it that both taps are the chat's own account: a private chat, and its owner tapping.
    """
    _check(purpose)
    proof = [chat_id, purpose, version, locale, wording, request_message_id, confirm_message_id, now]
    if not await _changes(GIVE, proof):
        return False
    await answer_ask(chat_id, purpose, answer="yes", now=now)
    return True


@unit_of_work
async def withdraw(chat_id: int, purpose: str, *, now: datetime, by: str = "settings") -> bool:
    """End the consent in force; False when there is none. `outbox.consent.revoke` also stops what waits."""
    ended = Consent.filter(chat_id=chat_id, purpose=purpose, active=True)
    return bool(await ended.update(active=None, withdrawn_at=now, withdrawn_by=by))


@unit_of_work
async def refuse(chat_id: int, purpose: str, *, now: datetime) -> None:
    """Note that somebody wants never to be asked for this: an objection, whether they had agreed or not."""
    _check(purpose)
    said = {"answer": "no", "answered_at": now}
    if not await ConsentAsk.filter(chat_id=chat_id, purpose=purpose).update(**said):
        await ensure_chat(chat_id, now=now)
        ask = ConsentAsk(chat_id=chat_id, purpose=purpose, moment="never_again", asked_at=now, **said)
        await ConsentAsk.bulk_create([ask], ignore_conflicts=True)


async def diary(chat_id: int) -> tuple[ConsentEntry, ...]:
    """Every consent this chat has ever given, the newest first."""
    rows = await Consent.filter(chat_id=chat_id).order_by("-given_at", "-id")
    return tuple(ConsentEntry(*(getattr(row, name) for name in ConsentEntry.__slots__)) for row in rows)


async def asks_of(chat_id: int) -> tuple[AskEntry, ...]:
    """What this chat was asked for, and what came of it."""
    rows = await ConsentAsk.filter(chat_id=chat_id).order_by("asked_at", "id")
    return tuple(AskEntry(*(getattr(row, name) for name in AskEntry.__slots__)) for row in rows)


async def may_ask(chat_id: int, purpose: str, *, moment: str | None = None) -> bool:
    """Whether this chat may be asked at this moment: never before, or "later" at another moment."""
    if await Consent.filter(chat_id=chat_id, purpose=purpose).exists():
        return False
    ask = await ConsentAsk.get_or_none(chat_id=chat_id, purpose=purpose)
    return ask is None or (ask.answer == "later" and ask.times < MOST_ASKS and ask.moment != moment)


@unit_of_work
async def note_ask(chat_id: int, purpose: str, *, moment: str, now: datetime) -> bool:
    """Take the one chance to ask, before asking; False when somebody else took it or there is none."""
    _check(purpose)
    if not await may_ask(chat_id, purpose, moment=moment):
        return False
    await ensure_chat(chat_id, now=now)
    if await _changes(ASK, [chat_id, purpose, moment, now]):
        return True
    return await _changes(ASK_AGAIN, [moment, now, chat_id, purpose, MOST_ASKS, moment])


@unit_of_work
async def answer_ask(chat_id: int, purpose: str, *, answer: str, now: datetime) -> None:
    """Note what came of asking; nothing when nobody has asked."""
    await ConsentAsk.filter(chat_id=chat_id, purpose=purpose).update(answer=answer, answered_at=now)


async def _changes(statement: str, values: list[Any]) -> bool:
    """Whether the statement has found a row to write; of many at once it is one."""
    return bool(await connection().execute_query_dict(in_dialect(statement), values))


def _check(purpose: str) -> None:
    if purpose not in PURPOSES:
        raise ValueError(f"not a purpose of a consent: {purpose!r}")
