"""Goodwill from a case, for one of the staff in private: points, a code or a coupon, looked at before it is given."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.config import Settings
from bot.i18n import Markup, html, lines, plain
from bot.loyalty.coupons import BadCodeError, is_given
from bot.loyalty.rewards import current_rewards, find_reward
from bot.loyalty.wording import worth_text
from bot.staff.roles import Right
from bot.tickets.goodwill import Gift, allowance, gift_text, give
from bot.tickets.looking import read_sheet
from bot.tickets.wording import Reader
from dialogs.staff_door import behind_door, case_id_of, reader_of, staff_id_of
from dialogs.states import Goodwill
from dialogs.widgets import Block, Label, T, as_id, choices, go_back, toast

USUAL = (10, 20, 50, 100, 200)
SAID = {
    "given": "goodwill-given-toast",
    "before": "goodwill-before-alert",
    "closed": "staff-closed-before-toast",
    "nobody": "goodwill-nobody-alert",
    "too_much": "goodwill-too-much-alert",
    "too_many": "goodwill-too-many-alert",
    "used": "goodwill-used-alert",
    "not_allowed": "staff-not-allowed-alert",
}


async def choice_getter(
    dialog_manager: DialogManager, reader: Reader, staff_id: int, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    """The usual sums that are still allowed, what the plan suggests first."""
    case_id, locale = case_id_of(dialog_manager), reader.locale
    sheet = await read_sheet(case_id, reader, now=clock.now())
    allowed = await allowance(case_id, staff_id=staff_id, settings=settings)
    dialog_manager.dialog_data["serial"] = allowed.serial
    given = html(locale, "goodwill-so-far", count=allowed.given) if allowed.given else Markup()
    left = Markup() if allowed.left is None else html(locale, "goodwill-left", count=allowed.left)
    codes = Markup() if allowed.codes is None else html(locale, "goodwill-codes-left", count=allowed.codes)
    sums = dict.fromkeys([*([sheet.suggested_points] if sheet.suggested_points else []), *USUAL])
    return {
        "text": lines([html(locale, "goodwill-ask", id=str(case_id)), given, left, codes]),
        "may_code": allowed.codes != 0,
        "rewards": [
            {"id": reward.key, "label": plain(locale, "goodwill-coupon-button", worth=worth_text(reward.terms, locale))}
            for reward in (await current_rewards() if allowed.codes != 0 else ())
        ],
        "sums": [
            {"id": points, "label": plain(locale, "goodwill-points-given", count=points)}
            for points in sums
            if allowed.left is None or points <= allowed.left
        ],
    }


async def code_getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    return {"wrong": bool(data.get("wrong")), "used": bool(data.get("used"))}


async def confirm_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    gift = await _gift(dialog_manager)
    what = gift_text(gift, reader.locale) if gift else "?"
    return {"text": html(reader.locale, "goodwill-confirm", id=str(case_id_of(dialog_manager)), gift=what)}


async def on_points(_: CallbackQuery, __: Any, manager: DialogManager, points: int) -> None:
    manager.dialog_data.update(points=points, code=None, reward=None)
    await manager.switch_to(Goodwill.confirm)


async def on_reward(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    manager.dialog_data.update(points=0, code=None, reward=key)
    await manager.switch_to(Goodwill.confirm)


async def on_code(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """A typed code; what cannot be one, or is somebody's already, is asked for again."""
    code = (message.text or "").strip()
    manager.dialog_data.update(wrong=False, used=False)
    try:
        Gift(code=code)
    except (BadCodeError, ValueError):
        manager.dialog_data["wrong"] = True
        return
    if await is_given(code):
        manager.dialog_data["used"] = True
        return
    manager.dialog_data.update(points=0, code=code, reward=None)
    await manager.switch_to(Goodwill.confirm)


async def on_give(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    key = await _give(manager, None)
    await toast(callback, plain(reader_of(manager).locale, key), alert=key.endswith("-alert"))


async def on_words(message: Message, _: MessageInput, manager: DialogManager) -> None:
    key = await _give(manager, message.text)
    if key != SAID["given"]:
        await message.answer(html(reader_of(manager).locale, key))


async def _give(manager: DialogManager, words: str | None) -> str:
    """What to say about it; the case is shown again whatever came of it."""
    given, gift = manager.middleware_data, await _gift(manager)
    settings: Settings = given["settings"]
    if gift is None:
        return SAID["closed"]
    outcome = await give(
        case_id_of(manager),
        gift,
        tap=str(manager.dialog_data.get("serial", 0)),
        staff_id=staff_id_of(manager),
        settings=settings,
        now=given["clock"].now(),
        words=words,
    )
    await go_back(manager)
    return SAID[outcome]


async def _gift(manager: DialogManager) -> Gift | None:
    """What was chosen; taps come from the client, so what cannot be is nothing."""
    points, code = manager.dialog_data.get("points"), manager.dialog_data.get("code")
    if key := manager.dialog_data.get("reward"):
        reward = await find_reward(str(key))
        return Gift(reward=reward) if reward else None
    try:
        return Gift(points=points if isinstance(points, int) else 0, code=code if isinstance(code, str) else None)
    except (BadCodeError, ValueError):
        return None


choice_window = Window(
    Block("text"),
    Group(
        Select(
            Format("{item[label]}"),
            id="points",
            item_id_getter=lambda each: each["id"],
            items="sums",
            type_factory=as_id,
            on_click=on_points,
        ),
        width=2,
    ),
    Column(choices("rewards", "rewards", on_reward)),
    SwitchTo(Label("goodwill-code-button"), id="to_code", state=Goodwill.code, when="may_code"),
    Button(Label("menu-back-button"), id="choice_back", on_click=lambda _, __, manager: go_back(manager)),
    state=Goodwill.choice,
    getter=choice_getter,
)

code_window = Window(
    T("goodwill-bad-code", when="wrong"),
    T("goodwill-used-alert", when="used"),
    T("goodwill-code-ask"),
    MessageInput(on_code, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="code_back", state=Goodwill.choice),
    state=Goodwill.code,
    getter=code_getter,
)

confirm_window = Window(
    Block("text"),
    MessageInput(on_words, content_types=[ContentType.TEXT]),
    Button(Label("goodwill-give-button"), id="give", on_click=on_give),
    SwitchTo(Label("menu-back-button"), id="confirm_back", state=Goodwill.choice),
    state=Goodwill.confirm,
    getter=confirm_getter,
)


def build() -> Dialog:
    return behind_door(choice_window, code_window, confirm_window, right=Right.ANSWER)
