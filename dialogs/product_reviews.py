"""What customers say of a product, on its card and one by one: everybody's average, and how a review is verified."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.api.entities import MediaAttachment, MediaId
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.media import DynamicMedia

from bot.community.review_cards import star_signs
from bot.community.review_purchases import find_purchase
from bot.community.review_shown import ShownReview, list_shown, rated
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from dialogs.review_states import Reviewing
from dialogs.states import ProductCard
from dialogs.widgets import Block, Label, current_page, page_buttons, page_turn, shorten, started_with, toast

ON_CARD = 2
LONGEST_ON_CARD = 100


async def rating_facts(product_id: int, profile: Profile) -> dict[str, Any]:
    """For a getter: `rating` in words, how many there are to read, and whether the reader may add one."""
    found, locale = await rated(product_id), profile.locale
    bought = await find_purchase(product_id, profile.customer_ids) if profile.is_linked else None
    if found is None:
        return {"rating": Markup(), "reviews": 0, "is_rated": False, "can_review": bought is not None}
    head = html(locale, "review-mean", mean=found.mean, count=found.count)
    latest = [_quote(each, profile) for each in await list_shown(product_id, limit=ON_CARD) if each.words]
    return {
        "rating": lines([head, *latest]),
        "reviews": found.texts,
        "is_rated": True,
        "can_review": bought is not None,
    }


def rating_buttons() -> Group:
    """For the same getter."""
    return Group(
        SwitchTo(Label("review-read-button", "reviews"), id="reviews", state=ProductCard.reviews, when="reviews"),
        Button(Label("review-verified-button"), id="verified", on_click=_on_verified, when="is_rated"),
        Button(Label("review-rate-button"), id="review", on_click=_on_review, when="can_review"),
    )


async def reviews_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    """One a page, the newest first, with its picture."""
    product_id, locale = started_with(dialog_manager)["product_id"], profile.locale
    found = await rated(product_id)
    count = found.texts if found else 0
    page = min(current_page(dialog_manager), max(0, count - 1))
    shown = await list_shown(product_id, limit=1, offset=page)
    head = html(locale, "review-mean", mean=found.mean, count=found.count) if found else Markup()
    body = _whole(shown[0], profile) if shown else html(locale, "review-none")
    turns = []
    if page > 0:
        turns.append(page_turn(page - 1, f"{plain(locale, 'product-previous-button')} {page}/{count}"))
    if page < count - 1:
        turns.append(page_turn(page + 1, f"{plain(locale, 'product-next-button')} {page + 2}/{count}"))
    photo = shown[0].photo if shown else None
    return {
        "text": lines([head, body], "\n\n"),
        "picture": MediaAttachment(ContentType.PHOTO, file_id=MediaId(photo)) if photo else None,
        "turns": turns,
    }


def _quote(review: ShownReview, profile: Profile) -> Markup:
    words = shorten(review.words or "", LONGEST_ON_CARD)
    return html(profile.locale, "review-line", stars=star_signs(review.stars), words=words)


def _whole(review: ShownReview, profile: Profile) -> Markup:
    locale = profile.locale
    head = html(locale, "review-one", stars=star_signs(review.stars), day=review.at.astimezone(profile.tz).date())
    words = html(locale, "review-quote", words=review.words) if review.words else Markup()
    told = [html(locale, "review-verified")]
    if review.delivered_at:
        told = [html(locale, "review-verified-day", day=review.delivered_at.astimezone(profile.tz).date())]
    if review.is_returned:
        told.append(html(locale, "review-returned"))
    return lines([head, words, *told])


async def _on_verified(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Whether and how reviews are checked (§ 5b(3) UWG), in one tap."""
    profile: Profile = manager.middleware_data["profile"]
    await toast(callback, plain(profile.locale, "review-verified-alert"), alert=True)


async def _on_review(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Reviewing.card, {"product_id": started_with(manager)["product_id"]})


reviews_window = Window(
    Block("text"),
    DynamicMedia("picture", when="picture"),
    page_buttons("review_page"),
    Button(Label("review-verified-button"), id="verified_too", on_click=_on_verified),
    SwitchTo(Label("review-product-button"), id="to_product", state=ProductCard.card),
    state=ProductCard.reviews,
    getter=reviews_getter,
)
