"""A review before the staff: the card in their group, with what it says and the buttons that decide about it."""

from datetime import datetime
from typing import Any, Literal, get_args

from bot.callbacks.reviews import ReviewVerdict
from bot.community.review_models import Review
from bot.config import Locale, Settings
from bot.i18n import Markup, html, lines, plain
from bot.outbox.messages import Keyboard, callback_button, text_message
from bot.outbox.queue import current_chat, enqueue
from bot.shop.models import Product
from bot.shop.products import localised
from bot.tickets.people import names_of

Reason = Literal["insult", "private", "unlawful", "adverts", "offtopic", "fake"]
# Why words are not shown. None of them is about how many stars there are.
REASONS: tuple[Reason, ...] = get_args(Reason)


async def show_to_staff(review_id: int, *, settings: Settings, now: datetime) -> None:
    """Put the card of this version into the staff's group; without a group it waits (`show reviews` lists it)."""
    if settings.staff_chat_id is None:
        return
    review, locale = await Review.get(id=review_id), settings.default_locale
    text, keyboard = await card_text(review, locale), verdict_keyboard(review, locale)
    method, params = "sendMessage", text_message(text, keyboard=keyboard)
    if review.photo:
        method, params = "sendPhoto", _captioned(review.photo, text, keyboard)
    await enqueue(
        await current_chat(settings.staff_chat_id),
        method,
        params,
        once=f"review:{review.id}:{review.version}",
        purpose="staff",
        now=now,
        customer_id=review.customer_id,
    )


async def card_text(review: Review, locale: Locale) -> Markup:
    """The review, and what was decided about this version by whom."""
    product = await Product.get_or_none(id=review.product_id)
    name = localised(product.name, locale)[0] if product else ""
    head = html(locale, "review-card-title", product=name or str(review.product_id), stars=star_signs(review.stars))
    words = html(locale, "review-quote", words=review.words) if review.words else Markup()
    return lines([head, words, html(locale, "review-card-rule")], "\n\n")


async def decided_text(
    review: Review, verdict: str, why: str | None, *, by: int, at: datetime, locale: Locale, settings: Settings
) -> Markup:
    """The card once it is decided."""
    name = (await names_of({by}))[by]
    told = html(
        locale,
        f"review-card-{verdict}",
        name=name,
        at=at,
        tz=settings.time_zone,
        why=plain(locale, f"review-why-{why}") if why else "",
    )
    return lines([await card_text(review, locale), told], "\n\n")


def verdict_keyboard(review: Review, locale: Locale) -> Keyboard:
    def button(key: str, act: Any) -> dict[str, Any]:
        data = ReviewVerdict(review_id=review.id, version=review.version, act=act)
        return callback_button(plain(locale, key), data.pack())

    return [[button("review-approve-button", "show"), button("review-decline-button", "why")]]


def reasons_keyboard(review: Review, locale: Locale) -> Keyboard:
    """Why not; there is no reason for few stars."""

    def row(key: str, act: Any) -> list[dict[str, Any]]:
        data = ReviewVerdict(review_id=review.id, version=review.version, act=act)
        return [callback_button(plain(locale, key), data.pack())]

    return [*(row(f"review-why-{why}", why) for why in REASONS), row("menu-back-button", "back")]


def star_signs(stars: int) -> str:
    """Five signs, so many of them full."""
    return "★" * stars + "☆" * (5 - stars)


def _captioned(photo: str, text: Markup, keyboard: Keyboard) -> dict[str, Any]:
    params = text_message(text, keyboard=keyboard)
    params.pop("link_preview_options")
    return {"photo": photo, "caption": params.pop("text"), **params}
