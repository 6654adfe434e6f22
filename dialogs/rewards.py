"""Rewards: what points are exchanged for, looked at once more before they go (LOY-06)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Start, SwitchTo

from bot.clock import Clock
from bot.customers.profile import Profile
from bot.errors import CustomerError
from bot.i18n import Markup, html, lines, plain
from bot.loyalty.ledger import balance_of
from bot.loyalty.reward_file import Reward
from bot.loyalty.rewards import count_bought, current_rewards, exchange, find_reward
from bot.loyalty.wording import worth_text
from dialogs.coupon_text import terms_text
from dialogs.states import Points, Rewards
from dialogs.widgets import LONGEST_BUTTON, Block, Label, choices, footer, shorten, toast


async def list_getter(profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    """All that is offered; a button for what there are points for."""
    locale = profile.locale
    balance = await balance_of(profile.customer_ids, now=clock.now())
    rewards, available = await current_rewards(), max(0, balance.available)
    told = [await _line(reward, profile, missing=reward.points - available) for reward in rewards]
    head = [html(locale, "rewards-title"), html(locale, "points-available", count=available)]
    within_reach = [reward for reward in rewards if reward.points <= available]
    return {
        "text": lines([lines(head), lines(told or [html(locale, "rewards-none")])], "\n\n"),
        "rewards": [{"id": reward.key, "label": _label(reward, profile)} for reward in within_reach],
    }


async def _line(reward: Reward, profile: Profile, *, missing: int) -> Markup:
    terms = await terms_text(reward.terms, profile)
    line = html(profile.locale, "rewards-line", terms=terms, points=reward.points)
    short = html(profile.locale, "rewards-missing", count=missing) if missing > 0 else Markup()
    return lines([line, short], " · ")


def _label(reward: Reward, profile: Profile) -> str:
    worth = worth_text(reward.terms, profile.locale)
    return shorten(plain(profile.locale, "rewards-choose-button", worth=worth, points=reward.points), LONGEST_BUTTON)


async def confirm_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    reward = await find_reward(str(dialog_manager.dialog_data.get("key", "")))
    if reward is None:
        return {"text": html(profile.locale, "rewards-gone"), "offered": False}
    dialog_manager.dialog_data["points"] = reward.points
    terms, days = await terms_text(reward.terms, profile), reward.lasts.days
    text = html(profile.locale, "rewards-confirm", points=reward.points, terms=terms, days=days)
    return {"text": text, "offered": True}


async def on_choose(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    profile: Profile = manager.middleware_data["profile"]
    manager.dialog_data.update(key=key, serial=await count_bought(profile.customer_ids))
    await manager.switch_to(Rewards.confirm)


async def on_exchange(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The list of codes shows the new one; a refusal leaves the points where they are."""
    profile: Profile = manager.middleware_data["profile"]
    data = manager.dialog_data
    try:
        await exchange(
            profile.customer_ids,
            str(data.get("key", "")),
            points=int(data.get("points", 0)),
            serial=int(data.get("serial", 0)),
            now=manager.middleware_data["clock"].now(),
        )
    except CustomerError as refusal:
        await toast(callback, plain(profile.locale, refusal.key, **refusal.values), alert=True)
        await manager.switch_to(Rewards.list)
        return
    await toast(callback, plain(profile.locale, "rewards-done-toast"))
    await manager.switch_to(Rewards.list)
    await manager.start(Points.codes)


list_window = Window(
    Block("text"),
    Column(choices("reward", "rewards", on_choose)),
    Start(Label("rewards-codes-button"), id="to_codes", state=Points.codes),
    footer("rewards"),
    state=Rewards.list,
    getter=list_getter,
)

confirm_window = Window(
    Block("text"),
    Button(Label("rewards-exchange-button"), id="exchange", on_click=on_exchange, when="offered"),
    SwitchTo(Label("menu-back-button"), id="confirm_back", state=Rewards.list),
    state=Rewards.confirm,
    getter=confirm_getter,
)


def build() -> Dialog:
    return Dialog(list_window, confirm_window)
