"""Screens keep their promises: each state has a window, each window speaks four languages and fits a message."""

import ast
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.state import State
from aiogram.fsm.storage.memory import DisabledEventIsolation, MemoryStorage
from aiogram.types import InlineKeyboardMarkup, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.api.entities import Stack
from aiogram_dialog.widgets.common import Actionable

from bot.broadcasts.polls import MOST_COUNTRIES, MOST_OPTION, MOST_OPTIONS, MOST_QUESTION
from bot.callbacks import ConfirmLink, OpenMenu, OpenOrder
from bot.clock import Clock
from bot.community.contest_draws import draw
from bot.community.contests import MOST, MOST_WINNERS
from bot.community.review_models import Review
from bot.community.reviews import MOST_WORDS
from bot.config import LOCALES, Locale, Settings
from bot.customers.profile import Profile
from bot.i18n import escape, raise_on_faulty_texts
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Order as OrderRow
from dialogs import offer_states, states
from dialogs.intents import use_distinct_ids
from dialogs.screens import screens
from dialogs.widgets import LONGEST_CAPTION, LONGEST_MESSAGE, LONGEST_TYPED, noticing, visible_length
from handlers.dispatcher import build_dispatcher
from handlers.rehearsal import GivenProfile, Rehearsal
from tests.support.answers import given
from tests.support.builders import (
    PLACED,
    Item,
    Parcel,
    a_colleague,
    a_customer,
    a_product,
    a_return,
    a_talked_about_case,
    an_order,
    parcel,
    scan,
)
from tests.support.contests import LASTS, a_draft, an_open_contest, entered
from tests.support.offers import an_offer
from tests.support.polls import a_poll
from tests.support.postman import NOON

DIALOGS = Path(__file__).parents[2] / "dialogs"
GROUPS = [*vars(states).values(), *vars(offer_states).values()]
ALL_STATES = sorted(
    (state for group in GROUPS if hasattr(group, "__all_states__") for state in group.__all_states__),
    key=lambda state: str(state.state),
)
NASTY = "<b>&amp;\"'" * 60
FAMILIES = [path for path in sorted(DIALOGS.glob("*.py")) if "def build" in path.read_text("utf-8")]


@pytest.fixture(autouse=True)
def _loud_texts() -> None:
    raise_on_faulty_texts()


@pytest.fixture(scope="module")
def dialogs() -> list[Dialog]:
    return screens()


def test_every_state_has_a_window(dialogs: list[Dialog]) -> None:
    shown = {state for dialog in dialogs for state in dialog.windows}
    assert shown == set(ALL_STATES)


def test_widget_ids_are_unique_within_a_dialog(dialogs: list[Dialog]) -> None:
    for dialog in dialogs:
        ids = Counter(id_ for window in dialog.windows.values() for id_ in _ids(window))
        assert [id_ for id_, count in ids.items() if count > 1] == [], dialog


def test_exactly_the_screens_that_read_typing_are_known_as_such(dialogs: list[Dialog]) -> None:
    windows = [(state, window) for dialog in dialogs for state, window in dialog.windows.items()]
    reading = {state for state, window in windows if isinstance(window, Window) and window.on_message}
    assert reading == states.TYPING


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_screen_families_do_not_import_each_other(path: Path) -> None:
    families = {f"dialogs.{other.stem}" for other in FAMILIES}
    assert families.isdisjoint(_imports(path)), path


def test_screens_opened_in_the_same_second_have_different_ids() -> None:
    use_distinct_ids()
    stack = Stack()
    ids = [stack.push(states.Home.menu, None).id for _ in range(100)]
    assert len(set(ids)) == 100


def test_stateless_buttons_fit_into_callback_data() -> None:
    token, order_id = "x" * 43, 2**63 - 1
    for data in (OpenMenu(), OpenOrder(order_id=order_id), ConfirmLink(token=token)):
        assert len(data.pack().encode()) <= 64


@pytest.mark.parametrize("locale", LOCALES)
async def test_every_window_speaks(database: Settings, locale: Locale) -> None:
    stage = await _stage(database, locale)
    for state in ALL_STATES:
        _check(await stage.shows(state), state)


@pytest.mark.parametrize("locale", LOCALES)
async def test_every_window_fits_whatever_the_shop_wrote(database: Settings, locale: Locale) -> None:
    stage = await _nasty_stage(database, locale)
    for state in ALL_STATES:
        message = await stage.shows(state)
        _check(message, state)
        assert NASTY not in (message.text or message.caption or "")


class Stage:
    """Shows any screen of one person, by its state."""

    def __init__(self, settings: Settings, profile: Profile, start_data: dict[str, Any]) -> None:
        shop = {"shop_contact": NASTY[:200], "shop_url": "https://shop.example.org", "owner_ids": str(profile.chat_id)}
        settings = settings.model_copy(update=shop)
        self._rehearsal = Rehearsal(settings, Clock(), profile)
        self._start_data = start_data
        self._rehearsal.dispatcher = build_dispatcher(
            settings,
            Clock(),
            MemoryStorage(),
            DisabledEventIsolation(),
            middlewares=[GivenProfile(profile)],
            routers=[self._door(), *screens()],
        )

    async def shows(self, state: State) -> Message:
        """The window of the state; the proof is asked for once a number is typed."""
        if state == states.Linking.proof:
            await self._rehearsal.says(f"/show {states.Linking.number.state}")
            await self._rehearsal.says("1001")
        else:
            await self._rehearsal.says(f"/show {state.state}")
        return self._rehearsal.messages[-1]

    def _door(self) -> Router:
        router = Router()
        router.message.register(self._open, Command("show"))
        return router

    async def _open(self, _: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
        state = next(state for state in ALL_STATES if state.state == command.args)
        await dialog_manager.start(state, self._start_data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _stage(settings: Settings, locale: Locale) -> Stage:
    customer = await a_customer(phone="+49 151 23456789")
    order = await an_order(
        "1001",
        customer=customer,
        parcels=[parcel("in_transit", expected_on=PLACED.date()), parcel("delivered")],
        payment_method="PayPal",
        ship_city="Berlin",
    )
    await an_order("1002", customer=customer, parcels=[parcel("lost")])
    product = await a_product(description={"en": "A mug."}, facts={"Volume": "0.3 l"}, stock=2)
    await a_colleague("Mia")
    await given("nps", {9: 40}, order_id=order.id, comment="Fine", reasons=["late"])
    case_id = await a_talked_about_case(order, "Wo ist es?")
    return_id = await a_return(await an_order("1003", customer=customer, parcels=[parcel("delivered")]))
    campaign_id = await an_offer("Tassen", {"de": "<b>Tassen</b>"}, product.id)
    await _reviewed(product.id, customer.id, order.id, "Fine")
    of_channel = {"contest_id": await a_draft(), "poll_id": await a_poll()}
    return _open_stage(settings, locale, customer.id, order, product.id, case_id, return_id, campaign_id, of_channel)


async def _nasty_stage(settings: Settings, locale: Locale) -> Stage:
    """Everything as long and as full of markup as the tables allow."""
    customer = await a_customer(NASTY[:256], phone="+49 151 23456789", email=f"{NASTY[:300]}@example.org")
    long_line = Item(NASTY[:512], 10**6, "9999999999.99", NASTY[:128], NASTY[:256])
    order = await an_order(
        "9" * 64,
        customer=customer,
        lines=[long_line] * 40,
        parcels=[_long_parcel(number) for number in range(12)],
        payment_method=NASTY[:128],
        total=Decimal("9999999999.99"),
        **{f"ship_{part}": NASTY[:longest] for part, longest in _ADDRESS.items()},
    )
    for number in range(30):
        await an_order(f"{number:064}", customer=customer, placed_at=PLACED - timedelta(days=number))
    texts = dict.fromkeys(LOCALES, NASTY * 20)
    product = await a_product(
        NASTY[:128], name=texts, description=texts, facts={f"{NASTY}{n}": texts for n in range(40)}, stock=10**9
    )
    for number in range(12):
        await a_colleague(NASTY[:256], number)
        case_id = await a_talked_about_case(order, NASTY * 3, number)
        reasons = [NASTY[number:64], f"reason{number}"]
        await given("nps", {number % 11: 40}, order_id=order.id, comment=NASTY * 9, reasons=reasons)
    label = {"url": "https://example.org/" + "9" * 2000, "code": NASTY[:500]}
    return_id = await a_return(order, NASTY, status="partially_received", label=label, currency=order.currency)
    campaign_id = await an_offer(NASTY, dict.fromkeys(LOCALES, escape(NASTY * 6)), product.id, several=8)
    for number in range(30):
        await a_return(order, NASTY, status="closed", number=f"R-{NASTY[:9]}{number}")
    for number in range(4):
        await _reviewed(product.id, customer.id + number, order.id, (NASTY * 9)[:MOST_WORDS])
    of_channel = {"contest_id": await _nasty_contest(settings), "poll_id": await _nasty_poll()}
    return _open_stage(settings, locale, customer.id, order, product.id, case_id, return_id, campaign_id, of_channel)


async def _reviewed(product_id: int, customer_id: int, order_id: int, words: str) -> None:
    about: dict[str, Any] = {"product_id": product_id, "customer_id": customer_id, "order_id": order_id}
    await Review.create(**about, stars=5, words=words, status="shown", given_at=NOON, changed_at=NOON)


async def _nasty_contest(settings: Settings) -> int:
    """All that can be written, and as many winners as there may be."""
    texts = {part: (NASTY * 9)[:most] for part, most in MOST.items()}
    contest_id = await an_open_contest(settings, winners=MOST_WINNERS, texts=texts)
    await entered(contest_id, *range(2**52, 2**52 + MOST_WINNERS), settings=settings)
    await draw(contest_id, settings=settings, now=NOON + LASTS)
    return contest_id


async def _nasty_poll() -> int:
    """A question and answers as long as Telegram takes them."""
    options = [f"{number}{NASTY}"[:MOST_OPTION] for number in range(MOST_OPTIONS)]
    return await a_poll(*options, question=NASTY[:MOST_QUESTION], members_only=True, countries=["LU"] * MOST_COUNTRIES)


_ADDRESS = {"name": 256, "street": 256, "postal_code": 32, "city": 128}


def _long_parcel(number: int) -> Parcel:
    at = datetime(2026, 11, 3, tzinfo=UTC)
    scans: list[str | ParcelEvent] = [
        scan(
            "in_transit", at=at + timedelta(minutes=10 * number + n), text=NASTY[:1024], place=NASTY[:256], code=str(n)
        )
        for n in range(6)
    ]
    contents = [{"sku": NASTY[:128], "quantity": 10**6}] * 9
    columns = {"carrier": NASTY[:64], "tracking_number": "9" * 128, "expected_on": PLACED.date(), "contents": contents}
    return parcel(*scans, tracking_url="https://example.org/" + "9" * 2000, **columns)


def _open_stage(
    settings: Settings,
    locale: Locale,
    customer_id: int,
    order: OrderRow,
    product_id: int,
    case_id: int,
    return_id: int,
    campaign_id: int,
    of_channel: dict[str, int],
) -> Stage:
    profile = Profile(
        chat_id=7,
        locale=locale,
        locale_chosen=True,
        tz=ZoneInfo("Europe/Luxembourg"),
        time_zone_chosen=False,
        customer_ids=(customer_id,),
        first_name="<Anna>",
    )
    ids = {"order_id": order.id, "product_id": product_id, "phone": "+4915123456789", "case_id": case_id}
    ids |= {"return_id": return_id, "campaign_id": campaign_id} | of_channel
    return Stage(settings, profile, ids | noticing("question-order-unknown", number="&" * LONGEST_TYPED))


def _check(message: Message, state: State) -> None:
    text, limit = (message.caption, LONGEST_CAPTION) if message.photo else (message.text, LONGEST_MESSAGE)
    assert text, state
    assert visible_length(text) <= limit, state
    keys = list(_keys(message))
    assert keys, f"{state} has no way on"
    for key in keys:
        assert 0 < len(key.text) <= 64, (state, key.text)
        assert len((key.callback_data or "").encode()) <= 64, (state, key.callback_data)
        assert "{" not in key.text


def _keys(message: Message) -> Iterator[Any]:
    assert isinstance(message.reply_markup, InlineKeyboardMarkup)
    for row in message.reply_markup.inline_keyboard:
        yield from row


def _ids(window: Any) -> Iterator[str]:
    """Ids of the window's widgets, however deep; containers may lack one."""
    assert isinstance(window, Window)
    waiting: list[Any] = [window.keyboard, window.on_message]
    while waiting:
        widget = waiting.pop()
        if isinstance(widget, Actionable) and widget.widget_id:
            yield widget.widget_id
        waiting += getattr(widget, "buttons", ())


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return modules | {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
