"""What the staff give an unhappy customer: points, a code or a coupon, once a tap, within their limit, and told."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.i18n import Markup, escape, html, lines, plain
from bot.loyalty.coupons import check_code, give_code, issue, new_code
from bot.loyalty.ledger import book
from bot.loyalty.reward_file import Reward
from bot.loyalty.wording import worth_text
from bot.outbox.messages import Keyboard, copy_button, text_message
from bot.outbox.queue import enqueue
from bot.shop.models import Order
from bot.staff.audit import record
from bot.staff.roles import Right, Role, find_role, may
from bot.tickets.cards import post_card
from bot.tickets.clock import note_contact
from bot.tickets.models import Case, CaseGoodwill, CaseMessage
from bot.tickets.replies import find_chat
from bot.tickets.telling import reader_of

# Above that it is a slip of the finger, whoever gives it.
MOST_POINTS = 100_000
LONGEST_WORDS = 500

# given: booked and on its way. before: this tap, or another at the same moment, has given already. used: the code is
# somebody's already. not_allowed: whoever gives does not (any more) answer customers.
Outcome = Literal["given", "before", "closed", "nobody", "too_much", "too_many", "used", "not_allowed"]


@dataclass(frozen=True, slots=True)
class Gift:
    """Points, or a code that the shop knows, or a coupon with the terms of a reward; only one of them.

    The coupon gets its `code` when it is given.
    """

    points: int = 0
    code: str | None = None
    reward: Reward | None = None

    def __post_init__(self) -> None:
        if bool(self.points) is bool(self.code or self.reward) or not 0 <= self.points <= MOST_POINTS:
            raise ValueError(f"either points or a code: {self.points}, {self.code!r}")
        if self.code:
            check_code(self.code)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What somebody of the staff may still give in a case: `left` points and `codes` (None: as many as they like).

    `serial` counts what was given; whoever gives names it, so that of two taps at once one gives.
    """

    serial: int
    given: int
    left: int | None
    codes: int | None


async def allowance(case_id: int, *, staff_id: int, settings: Settings) -> Allowance:
    """Owners give what they like, agents together no more points and codes in a case than the settings say."""
    gifts = await CaseGoodwill.filter(case_id=case_id)
    given, codes = sum(gift.points or 0 for gift in gifts), sum(bool(gift.code) for gift in gifts)
    if await find_role(staff_id, settings=settings) is Role.OWNER:
        return Allowance(len(gifts), given, None, None)
    left, codes_left = settings.goodwill_points - given, settings.goodwill_codes - codes
    return Allowance(len(gifts), given, max(0, left), max(0, codes_left))


@unit_of_work
async def give(
    case_id: int,
    gift: Gift,
    *,
    tap: str,
    staff_id: int,
    settings: Settings,
    now: datetime,
    words: str | None = None,
    message_id: int | None = None,
) -> Outcome:
    """Give it to the customer of the case and tell them, with the words of whoever gives; on record.

    `tap` names the tap ("1", "message:77"): the same one again gives nothing. What was given shows ✓ on the card.
    """
    if not await may(staff_id, Right.ANSWER, settings=settings):
        return "not_allowed"
    case = await Case.select_for_update(no_key=True).get_or_none(id=case_id)
    if case is None or case.status == "closed":
        return "closed"
    if case.customer_id is None:
        return "nobody"
    source = f"goodwill:case:{case_id}:{tap}"
    if refused := await _refused(case_id, gift, source, staff_id, settings):
        return refused
    if gift.reward:
        gift = replace(gift, code=new_code())
    if not await _hand_over(case, case.customer_id, gift, source, now):
        return "used"
    await CaseGoodwill.create(
        case_id=case_id, source=source, points=gift.points or None, code=gift.code, staff_id=staff_id, given_at=now
    )
    push_id = await _tell(case, gift, source, words, settings, now)
    await CaseMessage.create(
        case_id=case_id,
        author="staff",
        staff_id=staff_id,
        text=" · ".join(filter(None, (gift_text(gift, settings.default_locale), words))),
        at=now,
        push_id=push_id,
        chat_message=message_id,
    )
    await Case.filter(id=case_id, owner_id=None).update(owner_id=staff_id, taken_at=now)
    await note_contact(case_id, now=now)
    detail = {"code": gift.code} if gift.code else {"points": gift.points}
    await record(staff_id, "goodwill", f"case:{case_id}", now=now, detail=detail)
    await post_card(await Case.get(id=case_id), settings=settings, now=now)
    return "given"


def gift_text(gift: Gift, locale: Locale) -> str:
    """As the staff read it."""
    if gift.reward:
        worth = worth_text(gift.reward.terms, locale)
        return plain(locale, "goodwill-coupon-given", worth=worth, code=gift.code or "")
    if gift.code:
        return plain(locale, "goodwill-code-given", code=gift.code)
    return plain(locale, "goodwill-points-given", count=gift.points)


async def _refused(case_id: int, gift: Gift, source: str, staff_id: int, settings: Settings) -> Outcome | None:
    if await CaseGoodwill.filter(source=source).exists():
        return "before"
    allowed = await allowance(case_id, staff_id=staff_id, settings=settings)
    if allowed.left is not None and gift.points > allowed.left:
        return "too_much"
    return "too_many" if allowed.codes == 0 and not gift.points else None


async def _hand_over(case: Case, customer_id: int, gift: Gift, source: str, now: datetime) -> bool:
    """False for a code that somebody has already."""
    order = await Order.get_or_none(id=case.order_id) if case.order_id else None
    reason, values = ("goodwill_order", {"number": order.number}) if order else ("goodwill", None)
    if gift.reward and gift.code:
        return await issue(
            *(customer_id, gift.code, gift.reward.terms),
            source=source,
            reason=reason,
            expires_at=now + gift.reward.lasts,
            now=now,
            order_id=case.order_id,
            values=values,
        )
    if gift.code:
        return await give_code(
            *(customer_id, gift.code), source=source, reason=reason, now=now, order_id=case.order_id, values=values
        )
    return await book(
        *(customer_id, gift.points),
        kind="goodwill",
        source=source,
        reason=reason,
        now=now,
        order_id=case.order_id,
        values=values,
    )


async def _tell(
    case: Case, gift: Gift, source: str, words: str | None, settings: Settings, now: datetime
) -> int | None:
    """A service message: what was given and why, nothing that advertises. None where there is no chat."""
    if not await find_chat(case, settings) or case.chat_id is None:
        return None
    locale, _ = await reader_of(case, settings)
    said = escape(" ".join((words or "").split())[:LONGEST_WORDS])
    keyboard: Keyboard = ()
    if gift.code:
        text = _code_told(gift, gift.code, settings, now, locale)
        keyboard = [[copy_button(plain(locale, "goodwill-copy-button"), gift.code)]]
    else:
        text = html(locale, "goodwill-told-points", shop=settings.shop_name, count=gift.points)
    return await enqueue(
        case.chat_id,
        "sendMessage",
        text_message(lines([text, Markup(f"\n{said}") if said else Markup()]), keyboard=keyboard),
        once=source,
        purpose="loop",
        now=now,
        customer_id=case.customer_id,
        order_id=case.order_id,
    )


def _code_told(gift: Gift, code: str, settings: Settings, now: datetime, locale: Locale) -> Markup:
    if gift.reward is None:
        return html(locale, "goodwill-told-code", shop=settings.shop_name, code=code)
    day = (now + gift.reward.lasts).astimezone(settings.time_zone).date()
    worth = worth_text(gift.reward.terms, locale)
    return html(locale, "goodwill-told-coupon", shop=settings.shop_name, code=code, worth=worth, day=day)
