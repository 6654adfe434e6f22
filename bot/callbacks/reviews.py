"""Buttons about product reviews; as those of bot.callbacks they need no dialog state, and work in a month."""

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import MOST


class OpenReview(CallbackData, prefix="review"):
    """Shows somebody their own review of a product, to be written, changed or taken away."""

    product_id: Annotated[int, Field(gt=0, le=MOST)]


class GiveStars(CallbackData, prefix="stars"):
    """The tap that is the review."""

    product_id: Annotated[int, Field(gt=0, le=MOST)]
    stars: Annotated[int, Field(ge=1, le=5)]


class ReviewVerdict(CallbackData, prefix="reviewdesk"):
    """What the staff decide about words of a review: show them, or one of the reasons why not; `why` asks for it."""

    review_id: Annotated[int, Field(gt=0, le=MOST)]
    version: Annotated[int, Field(gt=0, le=9_999)]
    act: Literal["show", "why", "back", "insult", "private", "unlawful", "adverts", "offtopic", "fake"]
