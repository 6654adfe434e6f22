"""Warnings follow what they warn of: one that still waits says what holds now, one that was read gets its all clear.

A warning may be about one parcel or about several at once. Its all clear comes when nothing of it is left, once, and
only about parcels of which no turn of their way has said so since: "out for delivery" is an all clear by itself.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.config import Settings
from bot.customers.audience import Recipient, chats_of
from bot.i18n import Markup, html, lines
from bot.outbox.messages import text_message
from bot.outbox.models import Push
from bot.outbox.overtaken import overtake, put_back
from bot.outbox.queue import NewPush, enqueue_all
from bot.shipping.attending import find_case
from bot.shipping.cards import LEVELS
from bot.shipping.milestones import ALL_CLEAR, ON_TIME, Milestone
from bot.shipping.models import Alert
from bot.shipping.news import levels_of
from bot.shipping.routes import route_to
from bot.shipping.subjects import Subject
from bot.shipping.told import Told, told_news
from bot.shipping.warnings import MERGED, Warned, parcel_lines, subject_of, warning_key, warning_pushes
from bot.shipping.watching import read_watched_parcel, worry_now
from bot.shipping.wording import push_keyboard, push_text
from bot.shipping.worries import LATE, LOST, PREDICTED, SILENCE, Watched, Worry
from bot.shop.states import is_coming

# Whoever was told of these hears when they are over; what else there is ends with a turn of the way, which says it.
WITH_ALL_CLEAR = frozenset({SILENCE, LOST, PREDICTED})
# Warnings this old are forgotten by everybody.
OLDEST = timedelta(days=60)

Recovered = tuple[Alert, Subject]


async def follow_warnings(parcel: Watched, *, now: datetime, settings: Settings) -> None:
    """Bring every warning that this parcel was told of in, and its all clear, in line with how things are now."""
    told = Alert.filter(shipment_id=parcel.shipment_id, opened_at__gt=now - OLDEST, told_as__not_isnull=True)
    names = {str(name) for name in await told.values_list("told_as", flat=True)}
    recipients = await chats_of(parcel.customer_id, settings=settings) if names else ()
    for name in sorted(names) if recipients else ():
        await _follow_warning(name, recipients, now=now, settings=settings)


async def _follow_warning(name: str, recipients: Sequence[Recipient], *, now: datetime, settings: Settings) -> None:
    alerts = await Alert.filter(told_as=name).order_by("id")
    warnings = await _pushes(name, recipients)
    left = [alert for alert in alerts if alert.closed_at is None]
    waiting = [each for each in recipients if each.chat_id in warnings and warnings[each.chat_id].status == "waiting"]
    if waiting and len(left) < len(alerts):
        await _correct(name, left, waiting, warnings, now=now, settings=settings)
    heard = [each for each in recipients if each.chat_id in warnings and warnings[each.chat_id].status == "sent"]
    if heard and not left:
        recovered = await _recovered(alerts, now=now, settings=settings)
        for recipient in heard:
            await _clear(name, recovered, recipient, now=now)


async def _correct(
    name: str,
    left: Sequence[Alert],
    waiting: Sequence[Recipient],
    warnings: Mapping[int, Push],
    *,
    now: datetime,
    settings: Settings,
) -> None:
    """A warning that nobody has read yet speaks of what is left of it, or not at all."""
    found = [warned for alert in left if (warned := await _still_worrying(alert, now=now, settings=settings))]
    new = await warning_pushes(found, waiting, name=name, now=now, settings=settings) if found else []
    changed = [push for push in new if push.params != warnings[push.chat_id].params]
    stale = changed if new else waiting
    await overtake([warnings[each.chat_id].id for each in stale], now=now)
    for push in changed:
        await put_back(warnings[push.chat_id].id, dict(push.params), now=now, expires_at=push.expires_at)


async def _still_worrying(alert: Alert, *, now: datetime, settings: Settings) -> Warned | None:
    parcel = await read_watched_parcel(alert.shipment_id)
    worry = await worry_now(parcel, now, settings) if parcel else None
    if parcel is None or worry is None or (worry.kind, worry.cause_at) != (alert.kind, alert.cause_at):
        return None
    case = await find_case(alert.shipment_id, alert.kind)
    return Warned(parcel, worry, case.id if case else None)


async def _recovered(alerts: Sequence[Alert], *, now: datetime, settings: Settings) -> list[Recovered]:
    """The parcels of a warning that are on their way again, in no other trouble, and were not warned of anew."""
    found = []
    for alert in alerts:
        parcel = await read_watched_parcel(alert.shipment_id) if alert.kind in WITH_ALL_CLEAR else None
        if parcel is None or not is_coming(parcel.status):
            continue
        if _is_troubling(alert, await worry_now(parcel, now, settings)) or _has_moved(alert, parcel, settings):
            continue
        if not await Alert.filter(shipment_id=alert.shipment_id, id__gt=alert.id, announced=True).exists():
            found.append((alert, await subject_of(parcel, now, settings)))
    return found


def _is_troubling(alert: Alert, worry: Worry | None) -> bool:
    """That it is late, and no more, is known by then: one that was lost and moves again is an all clear."""
    is_known = worry is not None and worry.kind == LATE and not worry.is_told and alert.kind != PREDICTED
    return worry is not None and not is_known


def _has_moved(alert: Alert, parcel: Watched, settings: Settings) -> bool:
    """Whether a delay that was predicted has come as a later day: that is told by itself, and no relief."""
    if alert.kind != PREDICTED:
        return False
    tz = route_to(parcel.country, settings).tz
    return parcel.expected_on is None or parcel.expected_on > alert.cause_at.astimezone(tz).date()


async def _clear(name: str, recovered: Sequence[Recovered], recipient: Recipient, *, now: datetime) -> None:
    """One message to a chat; while it waits it speaks of what nothing else was told of meanwhile, or is taken back."""
    unsaid = [each for each in recovered if await _is_unsaid(each, recipient.chat_id)]
    once = _clear_name(name)
    known = (await _pushes(once, [recipient])).get(recipient.chat_id)
    if not unsaid:
        await overtake([known.id] if known else [], now=now)
        return
    new = _clear_push(once, unsaid, recipient, now)
    if known is None:
        await enqueue_all([new], now=now)
    elif known.status == "superseded" or new.params != known.params:
        await overtake([known.id], now=now)
        await put_back(known.id, dict(new.params), now=now, expires_at=new.expires_at)


async def _is_unsaid(recovered: Recovered, chat_id: int) -> bool:
    """Whether nothing has said it since, to a chat that hears of such small things about this order at all."""
    alert, subject = recovered
    told = (await told_news(subject)).get(chat_id, Told())
    level = (await levels_of(subject.order.id)).get(chat_id, LEVELS[0])
    return level == LEVELS[0] and not told.has_turned_since(alert.opened_at)


def _clear_name(name: str) -> str:
    """`shipment:9:alert-silence:…` → `shipment:9:all_clear:alert-silence:…`, beside the turns of its way."""
    if name.startswith(MERGED):
        return f"{name}:clear"
    parcel, alert, trouble = name.partition(":alert-")
    return f"{parcel}:{ALL_CLEAR}{alert}{trouble}"


def _clear_push(name: str, unsaid: Sequence[Recovered], recipient: Recipient, now: datetime) -> NewPush:
    alert, subject = unsaid[0]
    turn = _turn(alert, now)
    if name.startswith(MERGED):
        params = text_message(_many(unsaid, recipient))
    else:
        text = push_text(turn, subject, recipient, today=now.astimezone(recipient.tz).date())
        params = text_message(text, keyboard=push_keyboard(turn, subject, recipient))
    return NewPush(
        recipient.chat_id,
        "sendMessage",
        params,
        turn.purpose,
        once=f"{name}:chat:{recipient.chat_id}",
        expires_at=turn.expires_at(recipient.tz),
        customer_id=subject.order.customer_id,
        order_id=None if name.startswith(MERGED) else subject.order.id,
    )


def _turn(alert: Alert, at: datetime) -> Milestone:
    kind = ON_TIME if alert.kind == PREDICTED else ALL_CLEAR
    return Milestone(kind, at, warning_key(alert.kind, alert.cause_at))


def _many(unsaid: Sequence[Recovered], recipient: Recipient) -> Markup:
    locale, subjects = recipient.locale, [subject for _, subject in unsaid]
    listed = parcel_lines(subjects, locale)
    was_predicted = any(alert.kind == PREDICTED for alert, _ in unsaid)
    title = html(locale, "alert-clear-many-predicted" if was_predicted else "alert-clear-many")
    return lines([title, *listed, Markup(" "), html(locale, "alert-clear-text")])


async def _pushes(name: str, recipients: Sequence[Recipient]) -> dict[int, Push]:
    """The pushes of this name, by chat; found by their whole name, because only that is indexed."""
    rows = await Push.filter(once__in=[f"{name}:chat:{each.chat_id}" for each in recipients])
    return {row.chat_id: row for row in rows}
