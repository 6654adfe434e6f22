"""What somebody wants done about an order, in words of their own: the right screen, with the right order on it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import Message

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.customers.profile import Profile
from bot.outbox.overtaken import overtake
from bot.returns.declarations import is_all_declared
from bot.returns.doors import withdrawable
from bot.returns.first_words import declared_since
from bot.returns.looking import list_returns
from bot.returns.policies import current_policy
from bot.returns.receipts import words_receipt
from bot.returns.withdrawing import read_withdrawal
from bot.returns.wording import Reader
from bot.returns.written import Said, keep_declaration, waits_declaration
from bot.shop.orders import list_orders
from bot.support.declaring import is_declared, is_of_one_made, means_several
from bot.support.part_named import part_named, parts_named
from bot.support.results import Result, ReturnWanted, TopicWanted
from dialogs.states import Home, Linking, Orders, Returned, Returning, Withdrawal
from dialogs.widgets import noticing
from dialogs.withdrawing_choice import chosen_of
from dialogs.written import words_of

# As many as the screen that asks which one shows: older orders are named by their number.
ORDERS_ASKED = 50
DAY = timedelta(days=1)

Screen = tuple[State, dict[str, Any]]


async def withdrawal_screen(
    message: Message | None,
    named: Sequence[int],
    profile: Profile,
    settings: Settings,
    clock: Clock,
    *,
    is_live: bool,
) -> Screen:
    """The second step at once where only one contract can be meant; written words count from when they were written.

    Words that declare are kept whoever wrote them, also where no contract seems open: they count all the same. In a
    rehearsal, which is not live, nothing is.
    """
    now = clock.now()
    if message and is_of_one_made(words_of(message)) and (made := await made_before(profile)):
        return made
    written = _taken_as(message, now) if message else {}
    ids = list(named) or await _recent(profile, now)
    # Written on the last evening and read after midnight is in time.
    said_at = _written_at(message, now) if message else now
    who: dict[str, Any] = {"customer_ids": profile.customer_ids, "policy": await current_policy(), "settings": settings}
    found = await withdrawable(ids, now=said_at, chat_id=profile.chat_id, **who)
    if "written_at" in written and not found and await is_all_declared(ids):
        return said_before(ids)
    if message and is_live and "written_at" in written:
        each = len(named) > 1 or means_several(words_of(message))
        await _keep(message, found or list(named)[:1], profile, settings, now, each=each)
    since = {await declared_since(each, said_at, chat_id=profile.chat_id, **who) for each in found}
    if "written_at" in written and len(since) == 1 and (first := since.pop()):
        written = {"written_at": first.isoformat()}
    if not profile.customer_ids:
        return Linking.ways, noticing("withdraw-words-unlinked" if "written_at" in written else "question-link-first")
    meant = found or (list(named) if len(named) == 1 else [])
    parts = await _parts_chosen(message, meant, profile, settings, clock)
    if len(meant) == 1:
        part = parts.get(meant[0])
        state, chosen = (Withdrawal.confirm, {}) if part is None else (Withdrawal.pieces, {"chosen": part})
        return state, {"order_id": meant[0]} | chosen | written
    return Withdrawal.which, {"order_ids": found, "parts": {str(each): part for each, part in parts.items()}} | written


async def _parts_chosen(
    message: Message | None, order_ids: Sequence[int], profile: Profile, settings: Settings, clock: Clock
) -> dict[int, dict[str, int]]:
    """What of the orders its words have named, chosen already; without those of which they mean all, or nothing is
    left."""
    if message is None:
        return {}
    named = await parts_named(words_of(message), order_ids, customer_ids=profile.customer_ids)
    left = {each: await _left(message, each, profile, settings, clock) for each in named}
    return {each: chosen_of(part) for each, part in named.items() if left[each]}


async def part_cancelled(
    result: Result, message: Message | None, profile: Profile, settings: Settings, clock: Clock
) -> Screen | None:
    """The same for who cancels; None for all else, and where nothing that they have named can be withdrawn from."""
    match result:
        case TopicWanted("cancel_order", ((order_id, _),)) if message:
            named = await part_named(words_of(message), order_id, customer_ids=profile.customer_ids)
            left = frozenset[int]() if named is None else await _left(message, order_id, profile, settings, clock)
            if named is None or not left or (named and left.isdisjoint(named)):
                return None
            return Withdrawal.pieces, {"order_id": order_id, "chosen": chosen_of(named)}
        case _:
            return None


async def _left(message: Message, order_id: int, profile: Profile, settings: Settings, clock: Clock) -> frozenset[int]:
    """The lines, of what was bought, that could be withdrawn from when it was written."""
    who: dict[str, Any] = {"customer_ids": profile.customer_ids, "policy": await current_policy(), "settings": settings}
    offer = await read_withdrawal(order_id, now=_written_at(message, clock.now()), **who)
    return frozenset(line.id for line in offer.lines if line.follows is None)


def beside_declared(screen: Screen, before: dict[str, Any]) -> Screen:
    """The same, where somebody had declared `before` on the screen that was open: whatever they write next, that
    counts, and nobody reads that it does not."""
    state, data = screen
    doubt = noticing("withdraw-doubt")
    is_doubted = bool(before) and data.get("notice") == doubt["notice"]
    return state, before | data | (noticing("withdraw-doubt-kept") if is_doubted else {})


def said_before(order_ids: Sequence[int]) -> Screen:
    """Nothing is left to declare: what came in, when, and how it stands; no second case for the staff."""
    if len(order_ids) == 1:
        return Withdrawal.confirm, {"order_id": order_ids[0]}
    return Withdrawal.which, {"order_ids": []}


async def made_before(profile: Profile) -> Screen | None:
    """The withdrawals that they have made, for who takes one back or asks about it."""
    made = any(sheet.is_declared for sheet in await list_returns(profile.customer_ids))
    return (Returned.list, noticing("withdraw-made")) if made else None


async def denied_screen(profile: Profile) -> Screen:
    """Nothing is declared by who does not want to; what they have declared before stands, and is said to."""
    if made := await made_before(profile):
        return made
    is_kept = await waits_declaration(profile.chat_id)
    return Home.menu, noticing("withdraw-denied-kept" if is_kept else "withdraw-denied")


async def _keep(
    message: Message, order_ids: Sequence[int], profile: Profile, settings: Settings, now: datetime, *, each: bool
) -> None:
    """Kept for the staff, and at once a receipt that stays: content, date and time (§ 356a (4) BGB)."""
    words, written_at = words_of(message), _written_at(message, now)
    reader = Reader(profile.locale, profile.tz, settings.shop_name)
    receipt = await keep_declaration(
        Said(words, message.message_id, written_at, message.edit_date),
        order_ids,
        each=each,
        chat_id=profile.chat_id,
        reader=reader,
        settings=settings,
        now=now,
    )
    if receipt is not None:
        await message.reply(words_receipt(words, written_at, reader))
        await overtake([receipt], now=now)


def _taken_as(message: Message, now: datetime) -> dict[str, Any]:
    """Words that declare count from when they were written; what is negated, past or takes back is asked about."""
    words = words_of(message)
    if is_declared(words):
        return {"written_at": _written_at(message, now).isoformat()}
    return {} if "?" in words else noticing("withdraw-doubt")


async def return_screen(wanted: ReturnWanted, profile: Profile, clock: Clock) -> Screen:
    """The items of the order that is meant, with what was named chosen; where it may be any, the list comes first."""
    wished = wanted.wished
    said: dict[str, Any] = {"line_id": wanted.line_id, "quantity": wanted.quantity, "follows": wanted.follows}
    said |= {"reason": wished.reason, "outcome": wished.outcome} if wished else {}
    said = {name: value for name, value in said.items() if value is not None}
    ids = list(wanted.order_ids) or await _recent(profile, clock.now())
    if len(ids) == 1:
        return Returning.pieces, {"order_id": ids[0]} | said
    return Orders.page, {"wish": "return_item"} | said | noticing("return-which")


async def _recent(profile: Profile, now: datetime) -> list[int]:
    today = now.astimezone(profile.tz).date()
    page = await list_orders(profile.customer_ids, today=today, limit=ORDERS_ASKED)
    return [order.id for order in page.orders]


def _written_at(message: Message, now: datetime) -> datetime:
    """By the shop's clock: a bot that was down, or is busy, hears of it later. What was edited says so since then."""
    edited = message.edit_date
    late = real_now() - (datetime.fromtimestamp(edited, UTC) if edited else message.date)
    return now - late if timedelta(0) < late < DAY else now
