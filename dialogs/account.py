"""My account: what the shop knows, masked, which purchases this chat may see, and letting go of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select, Start, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.customers.account import LinkedCustomer, describe_account
from bot.customers.linking import unlink
from bot.customers.profile import Profile
from bot.customers.time_zones import zone_name
from bot.i18n import Markup, html, lines, plain
from bot.outbox.foreign import take_back_of_chat
from bot.support.stock_wishes import own_wishes
from dialogs.states import Account, Linking, Wishes
from dialogs.states import Settings as SettingsStates
from dialogs.widgets import LONGEST_BUTTON, Block, Label, Notice, T, as_id, fit, footer, shorten, toast

LONGEST_VALUE = 100
CUSTOMERS_WITH_BUTTONS = 8


async def card_getter(profile: Profile, **_: Any) -> dict[str, Any]:
    customers = (await describe_account(profile)).customers
    return {
        "text": _text(customers, profile),
        "customers": list(_unlink_entries(customers, profile)),
        "waits": bool(await own_wishes(profile.chat_id)),
    }


def _text(customers: tuple[LinkedCustomer, ...], profile: Profile) -> Markup:
    locale = profile.locale
    sections = [html(locale, "account-title")]
    if not customers:
        sections.append(html(locale, "account-none"))
    for position, customer in enumerate(customers, 1):
        several = len(customers) > 1
        heading = html(locale, "account-purchase", position=position, count=len(customers)) if several else Markup()
        sections.append(lines([heading, *_facts(customer, profile)]))
    sections.append(_own(profile))
    return fit(sections, html(locale, "error-cut"), separator="\n\n")


def _facts(customer: LinkedCustomer, profile: Profile) -> Iterator[Markup]:
    locale = profile.locale
    told = {"name": customer.name, "email": customer.email, "phone": customer.phone, "address": customer.address}
    if not any(told.values()):
        yield html(locale, "account-unknown")
    for part, text in told.items():
        if text:
            yield html(locale, f"account-{part}", **{part: shorten(text, LONGEST_VALUE)})
    yield html(locale, "account-orders", count=customer.order_count)
    if customer.payment:
        number, method = customer.payment
        yield html(locale, "account-payment", number=number, method=shorten(method, LONGEST_VALUE))
    yield html(locale, "account-chats", count=customer.chats)


def _own(profile: Profile) -> Markup:
    """What belongs to the chat, whoever is linked."""
    locale = profile.locale
    return lines(
        [
            html(locale, "account-language", language=plain(locale, f"language-name-{locale}")),
            html(locale, "account-zone", zone=zone_name(locale, profile.tz)),
        ]
    )


def _unlink_entries(customers: tuple[LinkedCustomer, ...], profile: Profile) -> Iterator[dict[str, Any]]:
    """With one purchase the button needs no name; of several each is named, the nameless by their place."""
    for position, customer in enumerate(customers[:CUSTOMERS_WITH_BUTTONS], 1):
        label = plain(profile.locale, "account-unlink-button")
        if len(customers) > 1:
            name = customer.name or customer.email or customer.phone or str(position)
            label = plain(profile.locale, "account-unlink-one-button", name=name)
        yield {"id": customer.customer_id, "label": shorten(label, LONGEST_BUTTON)}


async def on_unlink(_: CallbackQuery, __: Any, manager: DialogManager, customer_id: int) -> None:
    manager.dialog_data["customer_id"] = customer_id
    await manager.switch_to(Account.unlink)


async def on_confirm(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    profile: Profile = manager.middleware_data["profile"]
    clock: Clock = manager.middleware_data["clock"]
    gone = await unlink(profile.chat_id, manager.dialog_data["customer_id"])
    await take_back_of_chat(profile.chat_id, now=clock.now())
    left = tuple(each for each in profile.customer_ids if each not in gone)
    manager.middleware_data["profile"] = replace(profile, customer_ids=left)
    await toast(callback, plain(profile.locale, "account-unlinked-toast"))
    await manager.switch_to(Account.card)


card_window = Window(
    Notice(),
    Block("text"),
    Column(
        Select(
            Format("{item[label]}"),
            id="unlink",
            item_id_getter=lambda customer: customer["id"],
            items="customers",
            type_factory=as_id,
            on_click=on_unlink,
        )
    ),
    Start(Label("account-wishes-button"), id="wishes", state=Wishes.list, when="waits"),
    Start(Label("account-link-button"), id="link", state=Linking.ways),
    Start(Label("menu-settings-button"), id="settings", state=SettingsStates.menu),
    footer("account"),
    state=Account.card,
    getter=card_getter,
)

unlink_window = Window(
    T("account-unlink-ask"),
    Button(Label("account-unlink-confirm-button"), id="confirm", on_click=on_confirm),
    SwitchTo(Label("link-cancel-button"), id="keep", state=Account.card),
    state=Account.unlink,
)


def build() -> Dialog:
    return Dialog(card_window, unlink_window)
