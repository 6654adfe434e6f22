"""Buttons and pictures as aiogram takes them."""

from typing import Any

from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from tests.support.webchat import png


def keyboard(*buttons: dict[str, Any]) -> InlineKeyboardMarkup:
    """One row of these buttons."""
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(**button)] for button in buttons])


def picture(width: int = 40, height: int = 30) -> BufferedInputFile:
    return BufferedInputFile(png(width, height), "picture.png")
