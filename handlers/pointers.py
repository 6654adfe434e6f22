"""Buttons without a dialog behind them: they work from any message, at any age, twice."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import (
    AddReturnPhoto,
    BeginWithdrawal,
    ConfirmLink,
    OpenMenu,
    OpenOrder,
    OpenPoints,
    OpenProduct,
    OpenReturn,
)
from bot.clock import Clock
from bot.customers.linking import redeem_token
from bot.customers.profile import Profile
from bot.errors import LinkExpiredError
from bot.i18n import plain
from dialogs.linking import show_linked
from dialogs.states import Home, Language, Linking, Order, Points, ProductCard, Returned, Withdrawal
from dialogs.widgets import noticing
from handlers.conditions import Fits
from handlers.opening import open_screen


def build() -> Router:
    router = Router(name="pointers")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(open_menu, OpenMenu.filter())
    router.callback_query.register(open_order, OpenOrder.filter())
    router.callback_query.register(open_product, OpenProduct.filter())
    router.callback_query.register(open_points, OpenPoints.filter())
    router.callback_query.register(open_return, OpenReturn.filter())
    router.callback_query.register(begin_withdrawal, BeginWithdrawal.filter())
    router.callback_query.register(ask_for_photo, AddReturnPhoto.filter())
    router.callback_query.register(confirm_link, ConfirmLink.filter())
    router.callback_query.register(answer_unknown)
    return router


async def open_menu(callback: CallbackQuery, dialog_manager: DialogManager, profile: Profile) -> None:
    await callback.answer()
    if profile.locale_chosen:
        await dialog_manager.start(Home.menu, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)
    else:
        await dialog_manager.start(Language.choice, {"first": True}, mode=StartMode.RESET_STACK)


async def open_order(callback: CallbackQuery, callback_data: OpenOrder, dialog_manager: DialogManager) -> None:
    """The card asks for the order among the tapper's own; a foreign id finds nothing."""
    await callback.answer()
    data = {"order_id": callback_data.order_id}
    await open_screen(dialog_manager, (Order.card, data))


async def open_product(callback: CallbackQuery, callback_data: OpenProduct, dialog_manager: DialogManager) -> None:
    await callback.answer()
    data = {"product_id": callback_data.product_id}
    await open_screen(dialog_manager, (ProductCard.card, data))


async def open_points(callback: CallbackQuery, dialog_manager: DialogManager, profile: Profile) -> None:
    """Whoever has unlinked their purchases since is asked to link them again."""
    await callback.answer()
    state = Points.card if profile.is_linked else Linking.ways
    await dialog_manager.start(state, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def open_return(callback: CallbackQuery, callback_data: OpenReturn, dialog_manager: DialogManager) -> None:
    await callback.answer()
    data = {"return_id": callback_data.return_id}
    await open_screen(dialog_manager, (Returned.card, data))


async def begin_withdrawal(
    callback: CallbackQuery, callback_data: BeginWithdrawal, dialog_manager: DialogManager
) -> None:
    """Where its time is over by now the screen says so, and what else there is."""
    await callback.answer()
    data = {"order_id": callback_data.order_id}
    await open_screen(dialog_manager, (Withdrawal.confirm, data))


async def ask_for_photo(callback: CallbackQuery, callback_data: AddReturnPhoto, dialog_manager: DialogManager) -> None:
    """The staff want to see it; the screen waits for the picture."""
    await callback.answer()
    data = {"return_id": callback_data.return_id}
    await open_screen(dialog_manager, (Returned.photo, data))


async def confirm_link(
    callback: CallbackQuery, callback_data: ConfirmLink, dialog_manager: DialogManager, profile: Profile, clock: Clock
) -> None:
    """Of two taps, or two people, the first uses the link up; the same person's second tap finds it done."""
    await callback.answer()
    try:
        customer_ids = await redeem_token(profile.chat_id, callback_data.token, now=clock.now())
    except LinkExpiredError as refusal:
        await dialog_manager.start(Linking.ways, noticing(refusal.key), mode=StartMode.RESET_STACK)
    else:
        await show_linked(dialog_manager, customer_ids)


async def answer_unknown(callback: CallbackQuery, dialog_manager: DialogManager, profile: Profile) -> None:
    """A button of another version of us, or of nobody."""
    await callback.answer(plain(profile.locale, "error-stale-alert"))
    await dialog_manager.start(Home.menu, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
