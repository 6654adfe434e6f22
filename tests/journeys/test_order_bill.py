"""What a shop says about refunds and returns of an order is read on its bill, in every language."""

from datetime import timedelta

import pytest

from bot.config import LOCALES, Locale
from bot.customers.models import Link
from bot.i18n import plain
from bot.shop.models import Order
from tests.support.builders import a_customer, an_order
from tests.support.chat import Person, Town
from tests.support.inbox import deliver, shopify
from tests.support.platforms import shopify_order

REFUNDED, REVISED = "2026-11-22T09:00:00Z", "2026-11-23T09:00:00Z"


async def buyer(town: Town, locale: Locale = "de") -> Person:
    anna = await town.customer(locale)
    order = await Order.get()
    await Link.create(chat_id=anna.id, customer_id=order.customer_id, proof="order", linked_at=town.clock.now())
    return anna


async def reads_bill(anna: Person, locale: Locale = "de") -> None:
    await anna.says("1001")
    await anna.taps(plain(locale, "order-items-button"))


async def refunded(town: Town, *amounts: str | None) -> None:
    """An order of two mugs and a lamp; one mug comes back, and these amounts go back."""
    order = shopify_order(1001)
    mug = order["line_items"][0]
    refunds = [
        {
            "id": number,
            "order_id": order["id"],
            "created_at": REFUNDED,
            "refund_line_items": [{"line_item_id": mug["id"], "quantity": 1, "line_item": mug}] if number == 1 else [],
            **({} if amount is None else {"transactions": [{"kind": "refund", "status": "success", "amount": amount}]}),
        }
        for number, amount in enumerate(amounts, 1)
    ]
    now = shopify_order(
        1001, refunds=refunds, current_total_price="61.50", updated_at=REVISED, financial_status="partially_refunded"
    )
    await deliver(town.settings, *shopify(("orders/create", order), ("orders/updated", now)))


async def test_a_partial_refund_is_on_the_bill_with_its_day_and_what_it_was_for(town: Town) -> None:
    await refunded(town, "12.90")
    anna = await buyer(town)

    await reads_bill(anna)

    anna.reads("Erstattet: 12,90 € am 22.11.2026", "davon 1 erstattet", "Summe: 61,50 €", "Ursprünglich: ")
    anna.does_not_read("Insgesamt erstattet")


async def test_several_refunds_are_added_up_and_one_of_nothing_is_not_told(town: Town) -> None:
    await refunded(town, "12.90", "0.00", "5.00")
    anna = await buyer(town)

    await reads_bill(anna)

    anna.reads("12,90 €", "5,00 €", "Insgesamt erstattet: 17,90 €")
    anna.does_not_read("Erstattet: 0,00")


async def test_a_refund_of_which_no_amount_is_told_is_not_added_up(town: Town) -> None:
    await refunded(town, "12.90", None)
    anna = await buyer(town)

    await reads_bill(anna)

    anna.reads("Erstattung am 22.11.2026", "den Betrag hat der Shop uns nicht mitgeteilt")
    anna.does_not_read("Insgesamt erstattet")


@pytest.mark.parametrize("locale", LOCALES)
async def test_refund_and_return_are_told_in_each_language(town: Town, locale: Locale) -> None:
    await refunded(town, "12.90")
    body = {"id": 5, "status": "open", "order": {"id": (2**53 + 1001)}, "return_line_items": [], "updated_at": REVISED}
    await deliver(town.settings, *shopify(("returns/approve", body)))
    anna = await buyer(town, locale)

    await reads_bill(anna, locale)

    told = {
        "de": ["Erstattet: 12,90 €", "Rückgabe offen"],
        "en": ["Refunded: €12.90", "Return open"],
        "fr": ["Remboursé", "12,90", "Retour en cours"],
        "lb": ["Rembourséiert: 12,90 €", "Retour oppen"],
    }
    anna.reads(*told[locale])


async def test_an_order_of_which_nothing_went_back_says_nothing_of_it(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, placed_at=town.clock.now() - timedelta(days=1))
    anna = await town.customer("de", owns=[erika])

    await reads_bill(anna)

    anna.reads("Summe: 19,90 €")
    anna.does_not_read("rstatt", "Ursprünglich", "Rückgabe")
