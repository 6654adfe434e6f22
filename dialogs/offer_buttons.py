"""The buttons of a campaign: a link, a coupon code to copy, a product, a survey; with a label in each language."""

from dataclasses import replace
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button as Key
from aiogram_dialog.widgets.kbd import Column, Row, SwitchTo

from bot.broadcasts.buttons import Button, Kind, is_address, new_button_id
from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.rules import MOST_BUTTONS, MOST_COPIED, MOST_LABEL
from bot.config import LOCALES, Locale
from bot.errors import NotFoundError
from bot.i18n import Markup, html, lines, plain
from bot.shop.products import get_product, get_products, localised
from bot.staff.roles import Right
from bot.support.products import browse
from bot.surveys.opened import list_open_surveys
from bot.tickets.wording import Reader
from dialogs.offer_draft import current, language_of, look, refuse, save
from dialogs.offer_names import survey_name
from dialogs.offer_states import OfferButtons
from dialogs.offer_wording import SIGNS, button_name
from dialogs.staff_door import behind_door, reader_of
from dialogs.widgets import LONGEST_BUTTON, Block, Label, T, choices, go_back, shorten

FOUND_SHOWN = 8
LONGEST_TARGET = 100


async def list_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    campaign, locale = await look(dialog_manager), reader.locale
    hint = "offer-buttons-stop" if campaign.kind == "customers" else "offer-buttons-private"
    return {
        "text": lines(
            [html(locale, "offer-buttons-list", count=len(campaign.buttons), most=MOST_BUTTONS), html(locale, hint)]
        ),
        "may_add": len(campaign.buttons) < MOST_BUTTONS,
        "own": [
            {"id": each.id, "label": shorten(button_name(each, reader), LONGEST_BUTTON)} for each in campaign.buttons
        ],
    }


async def product_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    """What was looked for last; tapping one makes the button."""
    ids = dialog_manager.dialog_data.get("found") or []
    found = await get_products([each for each in ids if isinstance(each, int)])
    return {
        "found": [
            {"id": str(each.id), "label": shorten(localised(each.name, reader.locale)[0] or each.sku, LONGEST_BUTTON)}
            for each in found
        ]
    }


async def survey_getter(reader: Reader, **_: Any) -> dict[str, Any]:
    keys = await list_open_surveys()
    return {"surveys": [{"id": key, "label": await survey_name(key, reader.locale)} for key in keys]}


async def card_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    campaign = await look(dialog_manager)
    button, language = _chosen(campaign, dialog_manager), language_of(dialog_manager, reader)
    locale = reader.locale
    if button is None:
        return {"text": html(locale, "offer-button-gone"), "languages": [], "is_there": False}
    labels = [
        html(locale, "offer-button-label", language=each.upper(), label=button.labels.get(each) or "…")
        for each in LOCALES
    ]
    asked = html(locale, "offer-button-ask", language=plain(locale, f"language-name-{language}"), most=MOST_LABEL)
    return {
        "text": lines([await _target_text(button, reader), lines(labels), asked], "\n\n"),
        "languages": [{"id": each, "label": f"{'• ' if each == language else ''}{each.upper()}"} for each in LOCALES],
        "is_there": True,
    }


async def _target_text(button: Button, reader: Reader) -> Markup:
    target = button.target
    if button.kind == "survey":
        target = await survey_name(target, reader.locale)
    if button.kind == "product" and target.isdecimal():
        try:
            product = await get_product(int(target))
            target = localised(product.name, reader.locale)[0] or product.sku
        except NotFoundError:
            return html(reader.locale, "offer-button-product-gone")
    told = shorten(target, LONGEST_TARGET)
    return html(reader.locale, f"offer-button-{button.kind}", sign=SIGNS[button.kind], target=told)


async def on_own(_: CallbackQuery, __: Any, manager: DialogManager, button_id: str) -> None:
    manager.dialog_data["button"] = button_id
    await manager.switch_to(OfferButtons.card)


async def on_link(message: Message, _: MessageInput, manager: DialogManager) -> None:
    address = (message.text or "").strip()
    if not is_address(address):
        await refuse(manager, message, "offer-link-unread")
        return
    await _add(message, manager, "link", address)


async def on_coupon(message: Message, _: MessageInput, manager: DialogManager) -> None:
    code = (message.text or "").strip()
    if not code or len(code) > MOST_COPIED or "\n" in code:
        await refuse(manager, message, "offer-coupon-unread", most=MOST_COPIED)
        return
    await _add(message, manager, "coupon", code)


async def on_search(message: Message, _: MessageInput, manager: DialogManager) -> None:
    shelf = await browse(message.text or "")
    manager.dialog_data["found"] = list(shelf.ids[:FOUND_SHOWN])
    if not shelf.ids:
        await refuse(manager, message, "offer-product-none")


async def on_product(callback: CallbackQuery, _: Any, manager: DialogManager, product_id: str) -> None:
    if product_id.isdecimal() and await get_products([int(product_id)]):
        await _add(callback, manager, "product", product_id)


async def on_survey(callback: CallbackQuery, _: Any, manager: DialogManager, key: str) -> None:
    if key in await list_open_surveys():
        await _add(callback, manager, "survey", key)


async def on_language(_: CallbackQuery, __: Any, manager: DialogManager, language: str) -> None:
    manager.dialog_data["language"] = language


async def on_label(message: Message, _: MessageInput, manager: DialogManager) -> None:
    label = " ".join((message.text or "").split())
    if not label or len(label) > MOST_LABEL:
        await refuse(manager, message, "offer-label-too-long", most=MOST_LABEL)
        return
    campaign = await current(manager)
    language, button = language_of(manager, reader_of(manager)), _chosen(campaign, manager)
    if button:
        await _exchange(message, manager, campaign, replace(button, labels={**button.labels, language: label}))


async def on_remove(callback: CallbackQuery, _: Key, manager: DialogManager) -> None:
    campaign = await current(manager)
    kept = [each for each in campaign.buttons if each.id != manager.dialog_data.get("button")]
    if await save(manager, callback, buttons=kept):
        await manager.switch_to(OfferButtons.list)


async def _add(event: CallbackQuery | Message, manager: DialogManager, kind: Kind, target: str) -> None:
    """A new one has a usual label in each language, to be written over."""
    campaign = await current(manager)
    if len(campaign.buttons) >= MOST_BUTTONS:
        await refuse(manager, event, "offer-buttons-enough", most=MOST_BUTTONS)
        return
    labels: dict[Locale, str] = {each: plain(each, f"offer-usual-{kind}-button") for each in LOCALES}
    button = Button(new_button_id(), kind, target, labels)
    if await save(manager, event, buttons=[*campaign.buttons, button]):
        manager.dialog_data.update(button=button.id, found=[])
        await manager.switch_to(OfferButtons.card)


async def _exchange(event: Message, manager: DialogManager, campaign: CampaignFacts, button: Button) -> None:
    await save(manager, event, buttons=[button if each.id == button.id else each for each in campaign.buttons])


def _chosen(campaign: CampaignFacts, manager: DialogManager) -> Button | None:
    return next((each for each in campaign.buttons if each.id == manager.dialog_data.get("button")), None)


list_window = Window(
    Block("text"),
    Column(choices("own", "own", on_own)),
    SwitchTo(Label("offer-button-add-button"), id="to_kind", state=OfferButtons.kind, when="may_add"),
    Key(Label("menu-back-button"), id="buttons_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferButtons.list,
    getter=list_getter,
)

kind_window = Window(
    T("offer-button-kind-ask"),
    Row(
        SwitchTo(Label("offer-kind-link-button"), id="to_link", state=OfferButtons.link),
        SwitchTo(Label("offer-kind-coupon-button"), id="to_coupon", state=OfferButtons.coupon),
    ),
    Row(
        SwitchTo(Label("offer-kind-product-button"), id="to_product", state=OfferButtons.product),
        SwitchTo(Label("offer-kind-survey-button"), id="to_survey", state=OfferButtons.survey),
    ),
    SwitchTo(Label("menu-back-button"), id="kinds_back", state=OfferButtons.list),
    state=OfferButtons.kind,
)

link_window = Window(
    T("offer-link-ask"),
    MessageInput(on_link, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="link_back", state=OfferButtons.kind),
    state=OfferButtons.link,
)

coupon_window = Window(
    T("offer-coupon-ask"),
    MessageInput(on_coupon, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="coupon_back", state=OfferButtons.kind),
    state=OfferButtons.coupon,
)

product_window = Window(
    T("offer-product-ask"),
    MessageInput(on_search, content_types=[ContentType.TEXT]),
    Column(choices("product", "found", on_product)),
    SwitchTo(Label("menu-back-button"), id="product_back", state=OfferButtons.kind),
    state=OfferButtons.product,
    getter=product_getter,
)

survey_window = Window(
    T("offer-survey-ask"),
    Column(choices("survey", "surveys", on_survey)),
    SwitchTo(Label("menu-back-button"), id="survey_back", state=OfferButtons.kind),
    state=OfferButtons.survey,
    getter=survey_getter,
)

card_window = Window(
    Block("text"),
    MessageInput(on_label, content_types=[ContentType.TEXT]),
    Row(choices("label_language", "languages", on_language)),
    Key(Label("offer-button-remove-button"), id="remove", on_click=on_remove, when="is_there"),
    SwitchTo(Label("offer-button-done-button"), id="button_done", state=OfferButtons.list),
    state=OfferButtons.card,
    getter=card_getter,
)


def build() -> Dialog:
    return behind_door(
        list_window, kind_window, link_window, coupon_window, product_window, survey_window, card_window,
        right=Right.MARKET,
    )  # fmt: skip
