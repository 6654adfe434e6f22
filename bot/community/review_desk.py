"""What the staff decide about the words of a review: shown, or not and why; each version once, and who it was stays."""

from datetime import datetime

from bot.callbacks.reviews import OpenReview
from bot.community.review_cards import REASONS, Reason, star_signs
from bot.community.review_models import Review
from bot.community.review_points import restore, withdraw
from bot.config import LOCALES, Settings
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.i18n import html, plain
from bot.outbox.messages import callback_button, text_message
from bot.outbox.queue import enqueue
from bot.shop.models import Product
from bot.shop.products import localised
from bot.shop.rows import change, fetch, locked
from bot.staff.audit import record

LOCK = "SELECT id FROM community_review WHERE id = ?"
DECIDED = """
UPDATE community_review SET status = ?, why = ? WHERE id = ? AND version = ? AND status = 'waiting' RETURNING id"""
KEPT = """
INSERT INTO community_review_decision (review_id, version, stars, verdict, why, decided_by, decided_at)
VALUES (?, ?, ?, ?, ?, ?, ?)"""


async def find_waiting(review_id: int, version: int) -> Review | None:
    """The review while exactly these words wait to be decided about."""
    return await Review.get_or_none(id=review_id, version=version, status="waiting")


@unit_of_work
async def decide(
    review_id: int,
    version: int,
    why: Reason | None,
    *,
    staff_id: int,
    settings: Settings,
    now: datetime,
    is_news: bool = True,
) -> Review | None:
    """Show these words (`why` None) or decline them; None where others were written or somebody has decided before.

    The author reads what came of it, and for declined words the reason and that the stars count all the same;
    nothing where it is no news (`is_news`).
    """
    if why is not None and why not in REASONS:
        raise NotFoundError(what="reason")
    await fetch(LOCK + locked(), review_id)
    verdict = "declined" if why else "shown"
    if not await change(DECIDED, verdict, why, review_id, version):
        return None
    review = await Review.get(id=review_id)
    about = (review.customer_id, review.product_id)
    if why == "fake":
        await withdraw(*about, why="fake", now=now)
    else:
        await restore(*about, now=now)
    await change(KEPT, review_id, version, review.stars, verdict, why, staff_id, now)
    await record(staff_id, f"review_{verdict}", f"customer:{review.customer_id}", now=now, detail={"review": review_id})
    if is_news:
        await _tell_author(review, settings, now)
    return review


async def _tell_author(review: Review, settings: Settings, now: datetime) -> None:
    """An answer to what they have written: no advertising, and no rating is asked for."""
    if review.chat_id is None:
        return
    locale = next((each for each in LOCALES if each == review.locale), settings.default_locale)
    product = await Product.get_or_none(id=review.product_id)
    name = localised(product.name, locale)[0] if product else ""
    about = {"product": name or str(review.product_id), "stars": star_signs(review.stars)}
    if review.why:
        about["why"] = plain(locale, f"review-why-{review.why}")
    key = "fake" if review.why == "fake" else review.status
    open_it = callback_button(plain(locale, "review-open-button"), OpenReview(product_id=review.product_id).pack())
    await enqueue(
        review.chat_id,
        "sendMessage",
        text_message(html(locale, f"review-told-{key}", **about), keyboard=[[open_it]]),
        once=f"review:{review.id}:{review.version}:told",
        purpose="answer",
        now=now,
        customer_id=review.customer_id,
    )
