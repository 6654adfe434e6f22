"""Reviewing what one has bought: stars by a tap, words and a picture after it, changed or taken away at any time."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, SwitchTo

from bot.clock import Clock
from bot.community.review_cards import star_signs
from bot.community.review_points import find_reward, points_for_review
from bot.community.review_purchases import find_purchase, list_purchases
from bot.community.reviews import MOST_STARS, MOST_WORDS, OwnReview, find_review, rate, remove, write
from bot.customers.profile import Profile
from bot.errors import CustomerError
from bot.i18n import Markup, html, lines, plain
from bot.shop.products import get_product, localised
from dialogs.photos import TooLargeError, photo_of
from dialogs.review_states import Reviewing
from dialogs.widgets import (
    LONGEST_BUTTON,
    Block,
    Label,
    Notice,
    T,
    as_id,
    choices,
    footer,
    numbered,
    shorten,
    started_with,
    toast,
)

LONGEST_NAME = 200


async def list_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    order_id = started_with(dialog_manager).get("order_id")
    bought = await list_purchases(profile.customer_ids, order_id=order_id if isinstance(order_id, int) else None)
    return {
        "products": [
            {
                "id": each.product_id,
                "label": shorten(
                    ("✓ " if each.is_reviewed else "⭐ ") + (localised(each.name, profile.locale)[0] or each.sku),
                    LONGEST_BUTTON,
                ),
            }
            for each in bought
        ],
        "none": not bought,
    }


async def card_getter(dialog_manager: DialogManager, profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    product_id, locale = started_with(dialog_manager).get("product_id", 0), profile.locale
    product, purchase = await get_product(product_id), await find_purchase(product_id, profile.customer_ids)
    review = await find_review(product_id, profile.customer_ids)
    name = shorten(localised(product.name, locale)[0] or product.sku, LONGEST_NAME)
    may = purchase is not None or review is not None
    told = [html(locale, "review-title", product=name)]
    told.append(_own(review, profile) if review else html(locale, "review-ask" if may else "review-not-bought"))
    if may:
        told.append(lines([html(locale, "review-terms"), await _points(review, product_id, profile, clock)]))
    return {
        "text": lines(told, "\n\n"),
        "stars": [
            {"id": str(stars), "label": f"{stars} ⭐" if review is None or review.stars != stars else f"✓ {stars} ⭐"}
            for stars in range(1, MOST_STARS + 1)
        ]
        if purchase
        else [],
        "has_review": review is not None,
        "has_words": bool(review and review.words),
        "has_none": review is not None and not review.words,
    }


async def _points(review: OwnReview | None, product_id: int, profile: Profile, clock: Clock) -> Markup:
    """What a review brings, before it and after it; nothing where the shop gives nothing."""
    locale, now = profile.locale, clock.now()
    if review is None:
        points = await points_for_review()
        return html(locale, "review-points", count=points) if points else Markup()
    reward = await find_reward(review.customer_id, product_id, now=now)
    if reward is None:
        return Markup()
    if reward.pending_until:
        day = reward.pending_until.astimezone(profile.tz).date()
        return html(locale, "review-points-pending", count=reward.points, day=day)
    return html(locale, "review-points-given", count=reward.points)


def _own(review: OwnReview, profile: Profile) -> Markup:
    """What they have said, and what became of it."""
    locale = profile.locale
    words = html(locale, "review-quote", words=review.words) if review.words else Markup()
    status = "fake" if review.status == "declined" and review.why == "fake" else review.status
    why = plain(locale, f"review-why-{review.why}") if review.why else ""
    state = html(locale, f"review-own-{status}", why=why)
    return lines([html(locale, "review-own", stars=star_signs(review.stars)), words, state])


async def on_product(_: CallbackQuery, __: Any, manager: DialogManager, product_id: int) -> None:
    await manager.start(Reviewing.card, {"product_id": product_id})


async def on_stars(callback: CallbackQuery, _: Any, manager: DialogManager, stars: str) -> None:
    given, profile = manager.middleware_data, manager.middleware_data["profile"]
    try:
        await rate(
            started_with(manager).get("product_id", 0),
            as_id(stars),
            chat_id=profile.chat_id,
            customer_ids=profile.customer_ids,
            locale=profile.locale,
            settings=given["settings"],
            now=given["clock"].now(),
        )
    except CustomerError as refusal:
        await toast(callback, plain(profile.locale, refusal.key), alert=True)
        return
    await toast(callback, plain(profile.locale, "review-rated-toast"))


async def on_words(message: Message, _: MessageInput, manager: DialogManager) -> None:
    given, profile = manager.middleware_data, manager.middleware_data["profile"]
    words = (message.text or message.caption or "").strip()
    if len(words) > MOST_WORDS:
        await message.answer(html(profile.locale, "review-too-long", most=MOST_WORDS))
        return
    try:
        photo = photo_of(message)
        if not words and photo is None:
            return
        await write(
            started_with(manager).get("product_id", 0),
            words or None,
            # A picture sent as a file cannot be shown as one.
            photo=photo.file_id if photo and message.photo else None,
            chat_id=profile.chat_id,
            customer_ids=profile.customer_ids,
            locale=profile.locale,
            settings=given["settings"],
            now=given["clock"].now(),
        )
    except TooLargeError as refusal:
        await message.answer(html(profile.locale, refusal.key))
        return
    except CustomerError as refusal:
        await message.answer(html(profile.locale, refusal.key))
    await manager.switch_to(Reviewing.card)


async def on_remove(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    given, profile = manager.middleware_data, manager.middleware_data["profile"]
    product_id = started_with(manager).get("product_id", 0)
    await remove(product_id, customer_ids=profile.customer_ids, now=given["clock"].now())
    await toast(callback, plain(profile.locale, "review-removed-toast"))
    await manager.switch_to(Reviewing.card)


list_window = Window(
    Notice(),
    T("review-list-title", when="products"),
    T("review-list-none", when="none"),
    Column(numbered("bought", "products", on_product)),
    footer("reviewable"),
    state=Reviewing.list,
    getter=list_getter,
)

card_window = Window(
    Notice(),
    Block("text"),
    Group(choices("stars", "stars", on_stars), width=MOST_STARS),
    SwitchTo(Label("review-write-button"), id="write", state=Reviewing.words, when="has_none"),
    SwitchTo(Label("review-rewrite-button"), id="rewrite", state=Reviewing.words, when="has_words"),
    SwitchTo(Label("review-remove-button"), id="remove", state=Reviewing.remove, when="has_review"),
    footer("review"),
    state=Reviewing.card,
    getter=card_getter,
)

words_window = Window(
    T("review-write-ask"),
    MessageInput(on_words, content_types=[ContentType.TEXT, ContentType.PHOTO]),
    SwitchTo(Label("menu-back-button"), id="review_words_back", state=Reviewing.card),
    state=Reviewing.words,
)

remove_window = Window(
    T("review-remove-ask"),
    Button(Label("review-remove-yes-button"), id="remove_yes", on_click=on_remove),
    SwitchTo(Label("menu-back-button"), id="review_remove_back", state=Reviewing.card),
    state=Reviewing.remove,
)


def build() -> Dialog:
    return Dialog(list_window, card_window, words_window, remove_window)
