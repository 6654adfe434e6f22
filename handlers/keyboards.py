"""Stateless buttons under plain messages."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup


def one_button(label: str, data: CallbackData) -> InlineKeyboardMarkup:
    return buttons((label, data))


def buttons(*labelled: tuple[str, CallbackData]) -> InlineKeyboardMarkup:
    """One button a row."""
    rows = [[InlineKeyboardButton(text=label, callback_data=data.pack())] for label, data in labelled]
    return InlineKeyboardMarkup(inline_keyboard=rows)
