"""Ids of open screens that do not meet."""

import secrets

from aiogram_dialog.api.entities import stack


def use_distinct_ids() -> None:
    """Give screens random ids.

    aiogram-dialog's own are the second and one of a hundred numbers: of two screens opened in the same second
    one in a hundred pairs is taken for one screen, and going back from the upper loses both. It has no setting
    for this, so the name it calls is replaced; tests/guards/test_dialogs.py notices if that stops working.
    """
    stack.new_id = _random_id


def _random_id() -> str:
    return secrets.token_hex(4)
