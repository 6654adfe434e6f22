"""Every button's data fits into what Telegram takes, whatever ids a shop will ever have."""

from datetime import UTC, datetime
from importlib import import_module
from itertools import product
from pkgutil import iter_modules
from typing import Any, Literal, get_args, get_origin

import pytest
from aiogram.filters.callback_data import CallbackData
from pydantic.fields import FieldInfo

from bot import callbacks
from bot.customers.linking import TOKEN_BYTES
from bot.returns.entering_pieces import CODE, MARK
from bot.returns.numbers import NUMBER_LENGTH

MOST_BYTES = 64
# Words of our own making, as long as they get.
WORDS = {
    "token": "t" * -(-TOKEN_BYTES * 4 // 3),
    "number": "R-" + "8" * NUMBER_LENGTH,
    "intent": "i" * 32,
    "pieces": "z" * (MARK + CODE),
    "key": "k" * 32,
    "button": "b" * 16,
}
MODULES = [callbacks, *(import_module(f"bot.callbacks.{found.name}") for found in iter_modules(callbacks.__path__))]
DEFINED = [each for module in MODULES for each in vars(module).values() if isinstance(each, type)]
BUTTONS = [each for each in DEFINED if issubclass(each, CallbackData)]
OURS = [each for each in BUTTONS if each is not CallbackData]


def extremes(name: str, field: FieldInfo) -> list[Any]:
    """The values of a field that are the longest as text."""
    if get_origin(field.annotation) is Literal:
        return list(get_args(field.annotation))
    if field.annotation is bool:
        return [True, False]
    if field.annotation is int:
        [most] = [found.le for found in field.metadata if hasattr(found, "le")] or [callbacks.MOST]
        return [most]
    return [WORDS[name]]


@pytest.mark.parametrize("data", OURS, ids=lambda data: data.__name__)
def test_the_data_of_a_button_fits(data: type[CallbackData]) -> None:
    choices = [extremes(name, field) for name, field in data.model_fields.items()]
    packed = [
        data.model_validate(dict(zip(data.model_fields, values, strict=True))).pack() for values in product(*choices)
    ]

    assert max(len(each.encode()) for each in packed) <= MOST_BYTES
    assert all(data.unpack(each).pack() == each for each in packed)


def test_no_two_buttons_are_mistaken_for_each_other() -> None:
    assert len(OURS) > 15
    assert len({data.__prefix__ for data in OURS}) == len(OURS)


def test_ids_are_bounded_so_that_none_breaks_a_statement() -> None:
    far = int(datetime(2200, 1, 1, tzinfo=UTC).timestamp())
    assert far < callbacks.MOST
    for data in OURS:
        for field in data.model_fields.values():
            if field.annotation is int:
                assert [found.le for found in field.metadata if hasattr(found, "le")], data.__name__
