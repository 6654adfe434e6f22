"""Every screen by name: where the families of screens meet."""

from aiogram.fsm.state import State, StatesGroup


class Language(StatesGroup):
    choice = State()


class Home(StatesGroup):
    menu = State()


class Linking(StatesGroup):
    ways = State()
    number = State()
    proof = State()
    offer = State()


class Orders(StatesGroup):
    page = State()


class Order(StatesGroup):
    card = State()
    items = State()


class Timeline(StatesGroup):
    events = State()


class Products(StatesGroup):
    page = State()
    card = State()
    facts = State()


class Settings(StatesGroup):
    menu = State()
    zone = State()
    zone_typed = State()
    news = State()


class Account(StatesGroup):
    card = State()
    unlink = State()


class Help(StatesGroup):
    text = State()


class Privacy(StatesGroup):
    text = State()


# Screens that wait for typing; everywhere else typed text is a question.
TYPING = frozenset({Linking.number, Linking.proof, Settings.zone_typed})
