"""Tells customers what became of their return: the silent card at every step, a ringing message at a milestone.

To be called in the transaction of the step. The outbox decides when a message may ring.
"""

from collections.abc import Sequence
from datetime import date, datetime

from bot.config import Locale, Settings
from bot.customers.audience import Recipient, chats_of, find_recipients
from bot.outbox.messages import Keyboard, text_message
from bot.outbox.papers import paper_file
from bot.outbox.queue import NewPush, enqueue_all
from bot.returns.card_buttons import card_keyboard, open_button, photo_button
from bot.returns.identity import identity_of
from bot.returns.label_again import label_papers
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.receipts import receipt_paper, receipt_text
from bot.returns.rights import with_right
from bot.returns.sheet import ReturnSheet
from bot.returns.wording import Reader, card_text, push_text, slot_of

S = Status
RINGS = frozenset(
    {
        *(S.LABEL_SENT, S.PARTIALLY_RECEIVED, S.RECEIVED, S.REJECTED, S.EXPIRED),
        *(S.REFUNDED, S.EXCHANGED, S.CREDITED, S.SENT_BACK),
    }
)
# These ring when somebody else than the customer or the rules has taken them.
RINGS_BY_SHOP = frozenset({S.APPROVED, S.CANCELLED})
# Another label than the one they have.
REPLACED = "label_replaced"
SHOP = frozenset({Actor.STAFF, Actor.PLATFORM})


async def announce_new(return_id: int, *, settings: Settings, now: datetime) -> None:
    """The receipt of a declaration, word for word and as a file, or word of a request to their other chats; below it
    the card. What one declaration has made is one receipt, with a card each."""
    sheet, recipients = await _news_of(return_id, settings, now)
    declared = await _whole(sheet)
    asked_in = (await Return.get(id=return_id)).chat_id
    pushes = []
    for recipient in recipients:
        reader = _reader(recipient, settings, now)
        if recipient.chat_id == asked_in and not sheet.is_declared:
            continue  # the screen has just said so, and the card comes below it
        purpose = "answer" if recipient.chat_id == asked_in else "milestone"
        pushes += await _receipts(declared, recipient, reader, purpose)
    cards = [card for each in declared for card in _cards(each, recipients, settings, now)]
    await enqueue_all([*pushes, *cards], now=now)


async def announce_step(return_id: int, after: Status, *, by: Actor, settings: Settings, now: datetime) -> None:
    """The card shows it; where it is a milestone it rings, too, once."""
    sheet, recipients = await _news_of(return_id, settings, now)
    pushes = _cards(sheet, recipients, settings, now)
    if after in RINGS or (after in RINGS_BY_SHOP and by in SHOP):
        for recipient in recipients:
            pushes += _milestone(after.value, sheet, recipient, settings, now)
    await enqueue_all(pushes, now=now)


async def announce(return_id: int, kind: str | None, *, settings: Settings, now: datetime) -> None:
    """The card shows it, and a message rings about something that is no step of its own: photo, keeps, paid, gone."""
    sheet, recipients = await _news_of(return_id, settings, now)
    pushes = _cards(sheet, recipients, settings, now)
    for recipient in recipients if kind else ():
        if kind == REPLACED:
            pushes += _milestone(REPLACED, sheet, recipient, settings, now, name=f"{kind}-{sheet.revision}")
            continue
        text = push_text(kind or "", sheet, _reader(recipient, settings, now))
        keyboard = _asking_keyboard(kind, sheet, recipient.locale) or _keyboard(sheet, recipient.locale, settings)
        params = text_message(text, keyboard=keyboard)
        pushes.append(_push(sheet, recipient, "sendMessage", params, "milestone", kind=f"{kind}-{sheet.revision}"))
    await enqueue_all(pushes, now=now)


async def update_cards(return_id: int, *, settings: Settings, now: datetime) -> None:
    """Show what came to be known without a step: a photo, another day."""
    sheet, recipients = await _news_of(return_id, settings, now)
    await enqueue_all(_cards(sheet, recipients, settings, now), now=now)


def reminder(sheet: ReturnSheet, recipient: Recipient, settings: Settings, *, kind: str, day: date) -> NewPush:
    """What has not left yet (remind), should have by now (overdue), or waits for its label (waiting); once a day."""
    reader = Reader(recipient.locale, recipient.tz, settings.shop_name, today=day)
    params = text_message(push_text(kind, sheet, reader), keyboard=_keyboard(sheet, recipient.locale, settings))
    return _push(sheet, recipient, "sendMessage", params, "milestone", kind=f"{kind}-{day.isoformat()}")


async def send_receipt(
    return_id: int, *, chat_id: int, customer_ids: Sequence[int], settings: Settings, now: datetime
) -> None:
    """The file of a declaration once more, for whoever asks for it; NotFoundError when it is not theirs."""
    sheet = await read_sheet(return_id, customer_ids=customer_ids)
    for recipient in (await find_recipients([chat_id], settings=settings)).values():
        reader = _reader(recipient, settings, now)
        paper = await _paper(await _whole(sheet), recipient, reader)
        await enqueue_all([_push(sheet, recipient, "sendDocument", paper, "answer")], now=now)


def _reader(recipient: Recipient, settings: Settings, now: datetime) -> Reader:
    today = now.astimezone(recipient.tz).date()
    return Reader(recipient.locale, recipient.tz, settings.shop_name, today=today)


async def _whole(sheet: ReturnSheet) -> list[ReturnSheet]:
    """Everything that the same declaration has made, in that order."""
    return [sheet, *[await read_sheet(other.id) for other in sheet.also]] if sheet.also else [sheet]


async def _news_of(return_id: int, settings: Settings, now: datetime) -> tuple[ReturnSheet, Sequence[Recipient]]:
    sheet = await with_right(await read_sheet(return_id), settings=settings, now=now)
    return sheet, await chats_of(sheet.customer_id, settings=settings)


def _cards(sheet: ReturnSheet, recipients: Sequence[Recipient], settings: Settings, now: datetime) -> list[NewPush]:
    cards = []
    for recipient in recipients:
        text = card_text(sheet, _reader(recipient, settings, now))
        params = text_message(text, keyboard=_keyboard(sheet, recipient.locale, settings), silent=True)
        cards.append(_push(sheet, recipient, "sendMessage", params, "card", slot=slot_of(sheet.id)))
    return cards


async def _receipts(
    declared: Sequence[ReturnSheet], recipient: Recipient, reader: Reader, purpose: str
) -> list[NewPush]:
    sheet = declared[0]
    keyboard = [[open_button(sheet.id, reader.locale)]]
    if not sheet.is_declared:
        text = text_message(push_text("requested", sheet, reader), keyboard=keyboard)
        return [_push(sheet, recipient, "sendMessage", text, purpose, kind="requested")]
    identity = await identity_of(sheet.order_id, chat_id=recipient.chat_id)
    text = text_message(receipt_text(declared, identity, reader), keyboard=keyboard)
    paper = await _paper(declared, recipient, reader) | {"disable_notification": True}
    return [
        _push(sheet, recipient, "sendMessage", text, purpose, kind="receipt"),
        _push(sheet, recipient, "sendDocument", paper, purpose, kind="paper"),
    ]


async def _paper(declared: Sequence[ReturnSheet], recipient: Recipient, reader: Reader) -> dict[str, object]:
    identity = await identity_of(declared[0].order_id, chat_id=recipient.chat_id)
    return {"document": paper_file(receipt_paper(declared, identity, reader))}


def _milestone(
    kind: str, sheet: ReturnSheet, recipient: Recipient, settings: Settings, now: datetime, *, name: str | None = None
) -> list[NewPush]:
    """A label brings its file, and a code as a picture to be shown at the counter; the first of them tells of it.
    What may happen more than once has a `name` of its own each time."""
    name = name or kind
    reader = _reader(recipient, settings, now)
    text = push_text(kind, sheet, reader)
    params = text_message(text, keyboard=_keyboard(sheet, reader.locale, settings))
    papers = label_papers(sheet) if kind in {S.LABEL_SENT, REPLACED} else []
    if not papers:
        return [_push(sheet, recipient, "sendMessage", params, "milestone", kind=name)]
    telling = {"caption": text, "parse_mode": "HTML", "reply_markup": params["reply_markup"]}
    below = [telling, *({"disable_notification": True} for _ in papers[1:])]
    names = [name, *(f"{name}-{method}" for method, _ in papers[1:])]
    return [
        _push(sheet, recipient, method, paper | more, "milestone", kind=each)
        for (method, paper), more, each in zip(papers, below, names, strict=True)
    ]


def _keyboard(sheet: ReturnSheet, locale: Locale, settings: Settings) -> Keyboard:
    return card_keyboard(sheet, locale, staffed=settings.staff_chat_id is not None)


def _asking_keyboard(kind: str | None, sheet: ReturnSheet, locale: Locale) -> Keyboard:
    """Whoever is asked for a photo can send it in one tap."""
    return [[photo_button(sheet.id, locale)]] if kind == "photo" else ()


def _push(
    sheet: ReturnSheet,
    recipient: Recipient,
    method: str,
    params: dict[str, object],
    purpose: str,
    *,
    kind: str | None = None,
    slot: str | None = None,
) -> NewPush:
    """Without the order: who has muted the news of its parcels still wants to hear of their money."""
    once = f"return:{sheet.id}:{kind}:chat:{recipient.chat_id}" if kind else None
    return NewPush(recipient.chat_id, method, params, purpose, once, customer_id=sheet.customer_id, slot=slot)
