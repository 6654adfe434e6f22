"""The buttons below a return's card, and below the messages that tell of it."""

from bot.config import Locale
from bot.i18n import plain
from bot.outbox.messages import Button, callback_button, link_button
from bot.returns.machine import Status
from bot.returns.sheet import ReturnSheet

Rows = list[list[Button]]

# Until then the customer still has something to do with the parcel.
TO_SEND = frozenset({Status.APPROVED, Status.LABEL_SENT})


def card_keyboard(sheet: ReturnSheet, locale: Locale, *, staffed: bool) -> Rows:
    """Everything that can be done is behind the first button; a human is always one tap away."""
    rows = [[open_button(sheet.id, locale)]]
    if sheet.label and sheet.label.url and sheet.status in TO_SEND:
        rows.insert(0, [link_button(plain(locale, "return-label-button"), sheet.label.url)])
    if sheet.right and sheet.status is Status.REJECTED:
        rows.insert(0, [withdraw_button(sheet.order_id, locale)])
    if staffed and (sheet.is_open or sheet.status is Status.REJECTED):
        rows.append([human_button(sheet.order_id, locale)])
    return rows


def open_button(return_id: int, locale: Locale) -> Button:
    from bot.callbacks import OpenReturn

    return callback_button(plain(locale, "return-open-button"), OpenReturn(return_id=return_id).pack())


def withdraw_button(order_id: int, locale: Locale) -> Button:
    from bot.callbacks import BeginWithdrawal

    return callback_button(plain(locale, "withdraw-button"), BeginWithdrawal(order_id=order_id).pack())


def photo_button(return_id: int, locale: Locale) -> Button:
    from bot.callbacks import AddReturnPhoto

    return callback_button(plain(locale, "return-photo-button"), AddReturnPhoto(return_id=return_id).pack())


def human_button(order_id: int, locale: Locale) -> Button:
    from bot.callbacks import AskHuman

    return callback_button(plain(locale, "case-human-button"), AskHuman(order_id=order_id).pack())
