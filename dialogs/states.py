"""Every screen by name: where the families of screens meet."""

from aiogram.fsm.state import State, StatesGroup

from dialogs.offer_states import OF_OFFERS, OFFERS_TYPED
from dialogs.review_states import Reviewing


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


class Withdrawal(StatesGroup):
    which = State()
    confirm = State()
    pieces = State()
    closed = State()
    done = State()


class Asking(StatesGroup):
    about = State()
    words = State()
    kept = State()


class Changing(StatesGroup):
    menu = State()
    cancel = State()
    wish = State()
    asked = State()


class Returned(StatesGroup):
    list = State()
    card = State()
    cancel = State()
    sent = State()
    photo = State()
    money = State()


class Terms(StatesGroup):
    days = State()
    form = State()


class Refunds(StatesGroup):
    list = State()


class Returning(StatesGroup):
    pieces = State()
    reason = State()
    details = State()
    wish = State()
    exchange = State()
    summary = State()
    more = State()
    refused = State()
    done = State()


class Timeline(StatesGroup):
    events = State()


class Products(StatesGroup):
    page = State()
    category = State()
    price = State()


class Wishes(StatesGroup):
    list = State()


class ProductCard(StatesGroup):
    card = State()
    facts = State()
    reviews = State()


class Settings(StatesGroup):
    menu = State()
    zone = State()
    zone_typed = State()
    news = State()


class Account(StatesGroup):
    card = State()
    unlink = State()


class Points(StatesGroup):
    card = State()
    how = State()
    codes = State()


class Rewards(StatesGroup):
    list = State()
    confirm = State()


class Inviting(StatesGroup):
    card = State()


class Community(StatesGroup):
    card = State()


class Help(StatesGroup):
    text = State()
    contact = State()
    returns = State()


class Consents(StatesGroup):
    diary = State()


class Privacy(StatesGroup):
    text = State()


class Queue(StatesGroup):
    page = State()


class Case(StatesGroup):
    card = State()
    history = State()
    contact = State()
    transfer = State()


class ReturnDesk(StatesGroup):
    card = State()
    decline = State()
    keep = State()
    label = State()
    receive = State()
    check = State()
    loss = State()
    refusal = State()
    why = State()
    settle = State()
    late = State()
    late_why = State()
    topup = State()
    ship = State()


class Writing(StatesGroup):
    reply = State()
    note = State()


class Closing(StatesGroup):
    cause = State()
    action = State()
    words = State()


class Goodwill(StatesGroup):
    choice = State()
    code = State()
    confirm = State()


class Members(StatesGroup):
    list = State()
    card = State()
    name = State()
    revoke = State()
    number = State()
    role = State()


class Reports(StatesGroup):
    picture = State()
    grouping = State()


class Comments(StatesGroup):
    newest = State()


class Questions(StatesGroup):
    groups = State()


class FaqDesk(StatesGroup):
    list = State()
    intents = State()
    card = State()
    question = State()
    phrases = State()
    answer = State()


# Families that only those who work here may see.
FOR_STAFF: frozenset[type[StatesGroup]] = frozenset(
    {Queue, Case, ReturnDesk, Writing, Closing, Goodwill, Members, Reports, Comments, Questions, FaqDesk} | OF_OFFERS
)

# Screens that wait for a customer's own words about an order.
ABOUT_ORDERS = frozenset({Returned.photo, Returning.details, Changing.wish, Asking.words})

# Screens on which something has been begun that only a later tap brings to its end.
BEGUN = frozenset(
    {
        *(Returning.pieces, Returning.reason, Returning.wish, Returning.exchange, Returning.summary, Returning.more),
        *(Withdrawal.confirm, Withdrawal.pieces, Returned.cancel, Returned.sent, Returned.money),
        *(Changing.menu, Changing.cancel),
    }
)

# Screens that wait for typing; everywhere else typed text is a question.
TYPING = frozenset(
    {
        *(Linking.number, Linking.proof, Settings.zone_typed, Reviewing.words, *ABOUT_ORDERS, *OFFERS_TYPED),
        *(Writing.reply, Writing.note, Closing.words, Members.name, Members.number),
        *(Goodwill.code, Goodwill.confirm, FaqDesk.question, FaqDesk.phrases, FaqDesk.answer),
        *(state for state in ReturnDesk.__states__ if state is not ReturnDesk.card),
    }
)
