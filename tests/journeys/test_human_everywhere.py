"""A human is heard on every kind of screen, and after two misses in a row; what is understood begins to count anew."""

from collections.abc import Awaitable, Callable
from functools import partial

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.shop.models import Customer
from bot.surveys.models import Answer
from bot.tickets.models import Case
from tests.journeys.test_followups import as_read
from tests.support.builders import a_customer, a_product, a_return, an_order, parcel
from tests.support.chat import Person
from tests.support.returns import a_delivered_order
from tests.support.staffed import Shop, eventually, seen

HUMAN: dict[Locale, str] = {
    "de": "ich will mit einem Menschen sprechen",
    "en": "I want to talk to a human",
    "fr": "je veux parler à un conseiller",
    "lb": "ech wëll mat engem Mënsch schwätzen",
}
NONSENSE = ("qwrtz plk", "vbnm xyz", "hjkl wrt")

Way = Callable[[Person, Locale], Awaitable[None]]


async def to_the_comment(anna: Person, locale: Locale) -> None:
    """A score was tapped, and words about it are waited for."""
    await anna.says("3003")
    await anna.taps(plain(locale, "order-rate-button"))
    await anna.taps(plain(locale, "survey-face-4-button"))


async def to_the_photo(anna: Person, locale: Locale) -> None:
    await anna.says("/start")
    await anna.says("4004")
    await anna.taps("R-9")
    await anna.taps(plain(locale, "return-photo-button"))


async def to_the_pager(anna: Person, locale: Locale) -> None:
    await anna.says("/products")
    await anna.taps(plain(locale, "product-next-button"))


async def to_the_withdrawal(anna: Person, locale: Locale) -> None:
    await anna.says("1001")
    await anna.taps(plain(locale, "withdraw-button"))


async def to_the_proof(anna: Person, locale: Locale) -> None:
    await anna.says("/link")
    await anna.taps(plain(locale, "link-order-button"))
    await anna.says("7777")


async def to_the_suggestion(anna: Person, locale: Locale) -> None:
    await anna.says({"de": "Feedback", "en": "feedback", "fr": "donner mon avis", "lb": "Feedback ginn"}[locale])
    await anna.taps(plain(locale, "asking-feedback-button"))


async def to_the_time_zone(anna: Person, locale: Locale) -> None:
    await anna.says("/settings")
    await anna.taps(plain(locale, "settings-zone-button"))
    await anna.taps(plain(locale, "settings-zone-other-button"))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "way",
    [
        to_the_comment,
        to_the_photo,
        to_the_pager,
        to_the_withdrawal,
        to_the_proof,
        to_the_suggestion,
        to_the_time_zone,
    ],
)
async def test_a_human_is_heard_on_every_screen(shop: Shop, locale: Locale, way: Way) -> None:
    anna = await shop.town.customer(locale, owns=[await a_customer_with_everything()])
    await way(anna, locale)
    await anna.visitor.says(HUMAN[locale])
    await eventually(Case.filter(cause="human", chat_id=anna.id).exists)
    await eventually(partial(seen, anna, as_read(plain(locale, "case-heard"))[:40]))
    assert not await Answer.filter(comment__not_isnull=True).exists(), "it is no comment"


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_is_understood_begins_to_count_anew(shop: Shop, locale: Locale) -> None:
    anna = await shop.town.customer(locale, owns=[await a_customer_with_everything()])
    for _ in range(2):
        await anna.says(NONSENSE[0])
        anna.reads(as_read(plain(locale, "question-not-understood")))
        await anna.says("1001")
        anna.reads("1001")


@pytest.mark.parametrize("locale", LOCALES)
async def test_two_misses_in_a_row_offer_a_human_and_never_go_round_in_circles(shop: Shop, locale: Locale) -> None:
    anna = await shop.town.customer(locale, owns=[await a_customer_with_everything()])
    await anna.says(NONSENSE[0])
    anna.reads(as_read(plain(locale, "question-not-understood")))
    for said in NONSENSE[1:]:
        await anna.says(said)
        anna.reads(as_read(plain(locale, "question-missed-again")))
        anna.can_tap(plain(locale, "case-human-button"))
    await anna.taps(plain(locale, "case-human-button"))
    await eventually(Case.filter(cause="human", chat_id=anna.id).exists)


async def a_customer_with_everything() -> Customer:
    """1001 may be withdrawn from, 3003 rated, 4004 is coming back; there is a second page of products."""
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    await a_delivered_order("3003", customer=erika)
    coming_back, _ = await a_delivered_order("4004", customer=erika)
    await a_return(coming_back, number="R-99999")
    for number in range(12):
        await a_product(f"P-{number}", name=dict.fromkeys(LOCALES, f"Kanne {number}"))
    return erika
