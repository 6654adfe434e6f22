"""What a card tells of the person: the language to answer in where it can be known, last scores, returns; no data."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import LOCALES, Settings
from bot.customers.languages import locale_of_country
from bot.outbox.models import Push
from bot.returns.models import Return
from bot.shop.models import Customer, Order
from bot.surveys.models import Answer
from bot.tickets.cases import NewCase, open_case
from tests.support.builders import a_customer, an_order
from tests.support.postman import NOON
from tests.support.queries import counted_queries

STAFF_CHAT = -100


@pytest.fixture
def shop(database: Settings) -> Settings:
    return database.model_copy(update={"staff_chat_id": STAFF_CHAT, "default_locale": "de", "shop_name": "Laden"})


async def card_of(shop: Settings, customer: Customer, order: Order) -> str:
    """The card of a lost parcel, as it is posted to the staff."""
    new = NewCase(cause="lost", once=f"lost:{order.id}", order_id=order.id, customer_id=customer.id)
    await open_case(new, settings=shop, now=NOON)
    push = await Push.filter(chat_id=STAFF_CHAT).order_by("-id").first()
    assert push is not None
    return str(push.params["text"])


async def test_without_a_chat_the_language_is_that_of_the_country_and_the_name_stays_asked_for(shop: Settings) -> None:
    erika = await a_customer("Erika Beispiel")
    order = await an_order("1001", customer=erika, ship_country="FR", ship_name="Erika Beispiel")

    card = await card_of(shop, erika, order)

    assert "Sprache: Français" in card
    assert "Erika" not in card


async def test_a_language_that_nobody_knows_is_left_out(shop: Settings) -> None:
    erika = await a_customer()

    card = await card_of(shop, erika, await an_order(customer=erika, ship_country="IT"))

    assert "Sprache" not in card
    assert "?" not in card.splitlines()[1]


def test_countries_speak_one_of_our_languages_or_none() -> None:
    spoken = {country: locale_of_country(country) for country in ("DE", "at", "FR", "GB", "US", "IT", "", None, "XX")}
    assert spoken == {"DE": "de", "at": "de", "FR": "fr", "GB": "en", "US": "en"} | dict.fromkeys(
        ("IT", "", None, "XX")
    )
    assert locale_of_country("LU") in LOCALES


async def test_the_last_scores_and_the_returns_are_on_the_card(shop: Settings) -> None:
    erika = await a_customer()
    order = await an_order(customer=erika)
    await answered(order, "nps", 3, days=9, customer_id=erika.id)
    await answered(order, "nps", 9, days=2, customer_id=erika.id)
    await answered(order, "csat", 4, days=5, imported=True)
    for number, status in enumerate(("approved", "refunded", "draft")):
        await a_return(erika, order, number, status)

    with counted_queries() as statements:
        card = await card_of(shop, erika, order)

    assert "Letzte Bewertungen: NPS 9/10 · CSAT 4/5" in card
    assert "Retouren: 2, davon offen: 1" in card
    for table in ("survey_answer", "return_request"):
        assert sum(table in statement for statement in statements) == 1


async def test_who_never_answered_nor_sent_anything_back_has_no_such_lines(shop: Settings) -> None:
    erika = await a_customer()

    card = await card_of(shop, erika, await an_order(customer=erika))

    assert "Bewertungen" not in card
    assert "Retouren" not in card


async def answered(order: Order, survey: str, score: int, *, days: int, **columns: Any) -> None:
    at = NOON - timedelta(days=days)
    once = f"{survey}:{days}"
    await Answer.create(once=once, survey=survey, score=score, answered_at=at, order_id=order.id, **columns)


async def a_return(customer: Customer, order: Order, number: int, status: str) -> None:
    await Return.create(
        number=f"R-{number:04}",
        customer_id=customer.id,
        order_id=order.id,
        way="withdrawal",
        status=status,
        goods=Decimal(5),
        currency="EUR",
        locale="de",
        created_at=NOON,
        closed_at=NOON if status == "refunded" else None,
    )
