"""Ways back on the order card: the law's button first, what is under way, and what else can be done."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines
from bot.returns.cancel_asked import is_waiting
from bot.returns.doors import doors_of
from bot.returns.given import Given
from bot.shop.facts import OrderCard
from bot.support.part_named import part_kept
from dialogs.item_names import item_name
from dialogs.return_buttons import return_column, return_entry
from dialogs.states import Changing, Returning, Withdrawal
from dialogs.widgets import Label, started_with
from dialogs.withdrawing_choice import chosen_of
from dialogs.withdrawing_kept import kept_line

MOST_GIVEN = 4


async def return_doors(order: OrderCard, profile: Profile, clock: Clock, settings: Settings) -> dict[str, Any]:
    """For the getter of a screen with `return_buttons`."""
    doors = await doors_of(order, settings=settings, now=clock.now(), chat_id=profile.chat_id)
    return {
        "withdraw": doors.withdraw,
        "send_back": doors.send_back,
        "change": doors.change,
        "returns": [return_entry(each, profile.locale) for each in doors.returns],
        "given": lines(
            [
                given_text(doors.given, profile),
                await _waiting(order, profile, is_open=doors.change),
                await kept_line(order.id, profile, settings) if doors.withdraw and doors.has_words else Markup(),
            ]
        ),
        "declared": doors.declared,
    }


async def _waiting(order: OrderCard, profile: Profile, *, is_open: bool) -> Markup:
    """Looked for only while something of it is in the shop."""
    told = is_open and await is_waiting(order.id)
    return html(profile.locale, "change-rest-waiting") if told else Markup()


def given_text(given: Sequence[Given], profile: Profile) -> Markup:
    """What they have got for something that went back, and still have."""
    told = [
        html(
            profile.locale,
            f"order-given-{each.kind}",
            number=each.number,
            item=html(
                profile.locale,
                "order-item",
                quantity=line.eligibility.left,
                name=item_name(line),
            ),
        )
        for each in given
        for line in each.standing
    ]
    return lines(told[:MOST_GIVEN])


def return_buttons() -> Group:
    """The withdrawal stands there as long as it may be declared, in a row of its own (§ 356a (1) BGB)."""
    return Group(
        Button(Label("withdraw-button"), id="withdraw", on_click=_on_withdraw, when="withdraw"),
        Button(Label("return-start-button"), id="send_back", on_click=_on_send_back, when="send_back"),
        Button(Label("change-button"), id="change", on_click=_on_change, when="change"),
        return_column("return"),
    )


async def _on_withdraw(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """What they have written about it before, and not confirmed, counts: they confirm no more than that."""
    given, order_id = manager.middleware_data, started_with(manager)["order_id"]
    profile: Profile = given["profile"]
    ours, settings = profile.customer_ids, given["settings"]
    named = await part_kept(order_id, chat_id=profile.chat_id, customer_ids=ours, settings=settings)
    if named is None:
        await manager.start(Withdrawal.confirm, {"order_id": order_id})
    else:
        await manager.start(Withdrawal.pieces, {"order_id": order_id, "chosen": chosen_of(named)})


async def _on_send_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Returning.pieces, {"order_id": started_with(manager)["order_id"]})


async def _on_change(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Changing.menu, {"order_id": started_with(manager)["order_id"]})
