"""Whom a campaign is for, chosen by taps, with the number of people after each of them (BRC-06)."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, SwitchTo

from bot.broadcasts.audience import count_audience
from bot.broadcasts.campaigns import list_campaigns
from bot.broadcasts.letters import served_locales
from bot.broadcasts.rules import Status
from bot.broadcasts.segments import NPS_GROUPS, Segment
from bot.config import LOCALES, Settings
from bot.i18n import Markup, html, plain
from bot.shop.products import find_by_sku, get_products
from bot.shop.shelves import list_categories
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_choosing import (
    clearing,
    on_campaign,
    on_category,
    on_countries,
    on_country,
    on_days,
    on_everybody,
    on_language,
    on_month,
    on_nps,
    on_points,
    on_product,
    on_search,
    on_year_days,
)
from dialogs.offer_draft import look
from dialogs.offer_names import product_name, segment_names
from dialogs.offer_states import OfferAudience
from dialogs.offer_wording import audience_text, country_name, segment_text
from dialogs.product_filters import category_name
from dialogs.segment_words import month_days, month_name
from dialogs.staff_door import behind_door
from dialogs.widgets import LONGEST_BUTTON, Block, Label, T, choices, fit, go_back, numbered, shorten

CAMPAIGNS_SHOWN, CATEGORIES_SHOWN = 10, 40
USUAL_COUNTRIES = ("DE", "AT", "CH", "LU", "FR", "BE", "NL")
OVER = (Status.RUNNING, Status.PAUSED, Status.FINISHED, Status.CANCELLED)


async def menu_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    """The choice so far and whom it reaches at this moment; every screen of the choice shows it."""
    campaign, now = await look(dialog_manager), dialog_manager.middleware_data["clock"].now()
    segment = campaign.segment
    served = served_locales(campaign) or LOCALES
    audience = await count_audience(segment, locales=served, settings=settings, now=now)
    names = await segment_names(segment, reader)
    blocks = [segment_text(segment, reader, names), audience_text(audience, reader)]
    return {
        "text": _spaced(fit(blocks, html(reader.locale, "error-cut"), limit=3_000, separator="\n\n")),
        "narrowed": segment != Segment(voices_of=segment.voices_of),
        "languages": _marked(
            {each: plain(reader.locale, f"language-name-{each}") for each in LOCALES}, segment.languages
        ),
        "countries": _marked(_countries(audience.by_country, segment.countries, reader), segment.countries),
        "nps": _marked({each: plain(reader.locale, f"offer-nps-{each}-button") for each in NPS_GROUPS}, segment.nps),
        "has_countries": bool(segment.countries),
        "has_products": bool(segment.bought_products),
        "has_days": segment.ordered_within is not None or segment.not_ordered_for is not None,
        "has_anniversary": bool(segment.anniversary),
        "months": _marked(
            {str(month): month_name(month, reader.locale) for month in range(1, 13)}, _months(segment.anniversary)
        ),
        "has_points": segment.points_from is not None or segment.points_to is not None,
    }


def _spaced(text: Markup) -> Markup:
    """A blank line before what is asked."""
    return Markup(f"{text}\n")


async def categories_getter(dialog_manager: DialogManager, reader: Reader, **rest: Any) -> dict[str, Any]:
    """Buttons name a place in the list, since a category may be longer than what a button carries."""
    told, locale = await menu_getter(dialog_manager, reader=reader, **rest), reader.locale
    chosen = (await look(dialog_manager)).segment.bought_categories
    known = list(dict.fromkeys([*chosen, *(name for name, _ in await list_categories(None))]))[:CATEGORIES_SHOWN]
    dialog_manager.dialog_data["categories"] = known
    entries = [
        {
            "id": place,
            "label": _ticked(category_name(name, locale), name in chosen),
        }
        for place, name in enumerate(known)
    ]
    return told | {"entries": entries}


async def products_getter(dialog_manager: DialogManager, reader: Reader, **rest: Any) -> dict[str, Any]:
    """What was looked for last, and what is chosen already."""
    told = await menu_getter(dialog_manager, reader=reader, **rest)
    chosen = (await look(dialog_manager)).segment.bought_products
    own = [each for sku in chosen if (each := await find_by_sku(sku))]
    found = await get_products(
        [each for each in dialog_manager.dialog_data.get("found") or [] if isinstance(each, int)]
    )
    products = {each.id: each for each in [*own, *found]}
    entries = [
        {
            "id": each.id,
            "label": _ticked(product_name(each, reader), each.sku in chosen),
        }
        for each in products.values()
    ]
    return told | {"entries": entries}


async def reacted_getter(dialog_manager: DialogManager, **rest: Any) -> dict[str, Any]:
    told = await menu_getter(dialog_manager, **rest)
    chosen = (await look(dialog_manager)).segment.reacted_to
    past = await list_campaigns(statuses=OVER, kind="customers", limit=CAMPAIGNS_SHOWN)
    entries = [
        {"id": each.id, "label": shorten(f"{'✓ ' if each.id in chosen else ''}{each.title}", LONGEST_BUTTON)}
        for each in past
    ]
    return told | {"entries": entries}


def _ticked(name: str, is_chosen: bool) -> str:
    return shorten(f"{'✓ ' if is_chosen else ''}{name}", LONGEST_BUTTON)


def _marked(labels: dict[Any, str], chosen: tuple[Any, ...]) -> list[dict[str, Any]]:
    return [{"id": each, "label": f"{'✓ ' if each in chosen else ''}{label}"} for each, label in labels.items()]


def _months(days: tuple[str, ...]) -> tuple[str, ...]:
    """The month that is chosen as a whole."""
    return tuple(str(month) for month in range(1, 13) if set(month_days(month)) == set(days))


def _countries(counted: dict[str | None, int], chosen: tuple[str, ...], reader: Reader) -> dict[str, str]:
    codes = dict.fromkeys([*chosen, *(each for each in counted if each), *USUAL_COUNTRIES])
    return {code: shorten(country_name(code, reader.locale), LONGEST_BUTTON - 2) for code in codes}


def _to(state: State, key: str) -> SwitchTo:
    return SwitchTo(Label(f"offer-by-{key}-button"), id=f"to_{key}", state=state)


def _window(state: State, key: str, *widgets: Any, getter: Any = menu_getter) -> Window:
    """What is chosen there, under what all choices together come to."""
    return Window(
        Block("text"),
        T(f"offer-by-{key}-ask"),
        *widgets,
        SwitchTo(Label("menu-back-button"), id=f"{key}_back", state=OfferAudience.menu),
        state=state,
        getter=getter,
    )


def _entries(widget_id: str, on_click: Any) -> Column:
    return Column(numbered(widget_id, "entries", on_click))


def _clear(key: str, when: str, **empty: Any) -> Button:
    return Button(Label("offer-clear-button"), id=f"clear_{key}", on_click=clearing(**empty), when=when)


def _typed(handler: Any) -> MessageInput:
    return MessageInput(handler, content_types=[ContentType.TEXT])


menu_window = Window(
    Block("text"),
    T("offer-audience-ask"),
    Row(_to(OfferAudience.languages, "language"), _to(OfferAudience.countries, "country")),
    Row(_to(OfferAudience.categories, "category"), _to(OfferAudience.products, "product")),
    Row(_to(OfferAudience.ordered, "days"), _to(OfferAudience.points, "points")),
    _to(OfferAudience.nps, "nps"),  # the long word would break in half of a phone
    Row(_to(OfferAudience.anniversary, "anniversary"), _to(OfferAudience.reacted, "reacted")),
    Button(Label("offer-everybody-button"), id="everybody", on_click=on_everybody, when="narrowed"),
    Button(Label("menu-back-button"), id="audience_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferAudience.menu,
    getter=menu_getter,
)

days, points = {"ordered_within": None, "not_ordered_for": None}, {"points_from": None, "points_to": None}
WINDOWS = (
    menu_window,
    _window(OfferAudience.languages, "language", Group(choices("language", "languages", on_language), width=2)),
    _window(
        OfferAudience.countries,
        "country",
        _typed(on_countries),
        Group(choices("country", "countries", on_country), width=2),
        _clear("countries", "has_countries", countries=()),
    ),
    _window(OfferAudience.categories, "category", _entries("category", on_category), getter=categories_getter),
    _window(
        OfferAudience.products,
        "product",
        _typed(on_search),
        _entries("product", on_product),
        _clear("products", "has_products", bought_products=()),
        getter=products_getter,
    ),
    _window(OfferAudience.ordered, "days", _typed(on_days), _clear("days", "has_days", **days)),
    _window(OfferAudience.points, "points", _typed(on_points), _clear("points", "has_points", **points)),
    _window(
        OfferAudience.anniversary,
        "anniversary",
        _typed(on_year_days),
        Group(choices("month", "months", on_month), width=3),
        _clear("anniversary", "has_anniversary", anniversary=()),
    ),
    _window(OfferAudience.nps, "nps", Column(choices("nps", "nps", on_nps))),
    _window(OfferAudience.reacted, "reacted", _entries("reacted", on_campaign), getter=reacted_getter),
)


def build() -> Dialog:
    return behind_door(*WINDOWS, right=Right.MARKET)
