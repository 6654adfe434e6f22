"""What the shop's people do when asked: an invoice, a payment that went wrong, praise and suggestions."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.community.review_purchases import list_purchases
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.shop.facts import OrderCard
from bot.shop.orders import get_order
from bot.tickets.talks import ask_for_human, give_feedback
from dialogs.order_bill import payment_line, sum_line
from dialogs.order_rating import ratable_orders, rating_column
from dialogs.review_states import Reviewing
from dialogs.states import Asking, Order, Orders
from dialogs.widgets import Block, Label, Notice, footer, started_with
from dialogs.written import as_written, words_of

# What can be asked for here, as the intents of support/results.py call it.
TOPICS = ("invoice", "payment_problem", "feedback")
LONGEST_WORDS = 3_000


async def about_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    topic, order = _topic(dialog_manager), await _order(dialog_manager, profile, clock)
    is_feedback, staffed = topic == "feedback", settings.staff_chat_id is not None
    rated = await ratable_orders(profile, settings, now=clock.now()) if is_feedback else []
    told = [html(profile.locale, f"asking-{topic}"), *_facts(order, profile)]
    bought = await list_purchases(profile.customer_ids, limit=1) if is_feedback and profile.is_linked else ()
    if rated:
        told.append(html(profile.locale, "asking-feedback-rate"))
    told.append(html(profile.locale, f"asking-{topic}-team") if staffed else _elsewhere(profile, settings))
    return {
        "text": lines(told, "\n\n"),
        "order": order is not None,
        "ask": plain(profile.locale, f"asking-{topic}-button") if staffed else "",
        "rated": rated,
        "can_review": bool(bought),
        "others": profile.is_linked and not is_feedback,
    }


def _facts(order: OrderCard | None, profile: Profile) -> list[Markup]:
    """Which order it is about, what it cost and how it was paid."""
    if order is None:
        return []
    title = html(profile.locale, "order-title", number=order.number)
    return [lines([title, sum_line(order, profile), payment_line(order, profile)])]


def _elsewhere(profile: Profile, settings: Settings) -> Markup:
    """Where the shop is reached, if not in the chat."""
    if settings.shop_contact:
        return html(profile.locale, "asking-contact", contact=settings.shop_contact)
    return html(profile.locale, "asking-shop", shop=settings.shop_name)


async def _order(manager: DialogManager, profile: Profile, clock: Clock) -> OrderCard | None:
    order_id = started_with(manager).get("order_id")
    if not isinstance(order_id, int) or _topic(manager) == "feedback":
        return None
    today = clock.now().astimezone(profile.tz).date()
    return await get_order(order_id, customer_ids=profile.customer_ids, today=today)


def _topic(manager: DialogManager) -> str:
    topic = started_with(manager).get("wish")
    return topic if topic in TOPICS else TOPICS[-1]


async def on_ask(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """A suggestion is written first; for the rest somebody is told, and the answer comes as a message of its own."""
    if _topic(manager) == "feedback":
        await manager.switch_to(Asking.words)
        return
    manager.show_mode = ShowMode.NO_UPDATE
    given = manager.middleware_data
    profile, order_id = given["profile"], started_with(manager).get("order_id")
    await ask_for_human(
        profile.chat_id,
        order_id=order_id if isinstance(order_id, int) else None,
        locale=profile.locale,
        settings=given["settings"],
        now=given["clock"].now(),
        about=_topic(manager),
    )


async def on_items(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Order.items, {"order_id": started_with(manager)["order_id"]})


async def on_others(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The same about another order."""
    await manager.start(Orders.page, {"wish": _topic(manager)})


async def words_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    pictures = bool(dialog_manager.dialog_data.get("pictures"))
    return {"text": html(profile.locale, "asking-picture" if pictures else "asking-write"), "pictures": pictures}


async def on_words(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Words are all there is to say; after a picture more may come, the rest of its album at least."""
    given, profile = manager.middleware_data, manager.middleware_data["profile"]
    if given["settings"].staff_chat_id is None:  # nobody reads here any more
        await manager.switch_to(Asking.about)
        return
    written = as_written(message, words_of(message)[:LONGEST_WORDS])
    if written is None:
        return
    now = given["clock"].now()
    await give_feedback(profile.chat_id, written, locale=profile.locale, settings=given["settings"], now=now)
    if written.kind == "text":
        await manager.switch_to(Asking.kept)
    else:
        manager.dialog_data["pictures"] = True


async def kept_getter(profile: Profile, **_: Any) -> dict[str, Any]:
    return {"text": html(profile.locale, "asking-kept")}


about_window = Window(
    Notice(),
    Block("text"),
    rating_column("rated"),
    Start(Label("review-products-button"), id="review", state=Reviewing.list, when="can_review"),
    Button(Format("{ask}"), id="ask", on_click=on_ask, when="ask"),
    Button(Label("order-items-button"), id="items", on_click=on_items, when="order"),
    Button(Label("asking-others-button"), id="others", on_click=on_others, when="others"),
    footer("asking"),
    state=Asking.about,
    getter=about_getter,
)

words_window = Window(
    Block("text"),
    MessageInput(on_words, content_types=[ContentType.TEXT, ContentType.PHOTO]),
    SwitchTo(Label("asking-done-button"), id="words_done", state=Asking.kept, when="pictures"),
    SwitchTo(Label("menu-back-button"), id="words_back", state=Asking.about),
    state=Asking.words,
    getter=words_getter,
)

kept_window = Window(
    Block("text"),
    footer("kept"),
    state=Asking.kept,
    getter=kept_getter,
)


def build() -> Dialog:
    return Dialog(about_window, words_window, kept_window)
