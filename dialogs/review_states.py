"""The screens of product reviews by name; `dialogs/states.py` is where all others meet."""

from aiogram.fsm.state import State, StatesGroup


class Reviewing(StatesGroup):
    list = State()
    card = State()
    words = State()
    remove = State()
