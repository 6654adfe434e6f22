"""The staff enter a withdrawal that was written and not confirmed: of the items that its words name, and no more."""

from typing import Any

from bot.i18n import plain
from bot.returns.models import Return
from bot.tickets.models import Case
from tests.journeys.test_withdrawal import delivered
from tests.journeys.test_withdrawal_named import LINES, declared_pieces
from tests.support.staffed import Shop, eventually, seen

ENTER, ONLY, ALL = "Widerruf zu 1001 eintragen", "Gewähltes zu 1001 eintragen", "Alles zu 1001 eintragen"


async def with_buttons(shop: Shop, card: dict[str, Any], *told: str) -> dict[str, Any]:
    """The same card, once it shows all of this."""
    return await shop.sees(
        lambda each: each["message_id"] == card["message_id"] and all(text in str(each) for text in told)
    )


async def test_the_items_that_the_words_name_are_chosen_and_nothing_else_is_entered(shop: Shop) -> None:
    anna, _ = await delivered(shop, lines=LINES)
    await anna.says("ich widerrufe die Teekanne aus 1001")
    card = await shop.card("Schriftlicher Widerruf")
    told = await shop.taps(shop.mia, ENTER, card)
    assert told["text"] == plain("de", "withdraw-enter-which-toast")
    assert not await Return.exists()
    card = await with_buttons(shop, card, "☑️ Teekanne · 1 von 1", "⬜ Kaffeebecher · 0 von 2", "⬜ Rote Lampe", ALL)
    await shop.taps(shop.mia, "Kaffeebecher", card)
    card = await with_buttons(shop, card, "☑️ Kaffeebecher · 1 von 2")
    await shop.taps(shop.mia, ONLY, card)
    await eventually(lambda: seen(anna, "Teekanne"))
    assert await declared_pieces() == {"Teekanne": 1, "Kaffeebecher": 1}
    assert (await Case.get(once__startswith="written:")).closed_because == "declared"


async def test_where_the_words_are_not_certain_nothing_is_chosen_and_all_of_it_is_a_tap(shop: Shop) -> None:
    anna, _ = await delivered(shop, lines=LINES)
    await anna.says("ich widerrufe die Uhr aus 1001")
    card = await shop.card("Schriftlicher Widerruf")
    await shop.taps(shop.mia, ENTER, card)
    card = await with_buttons(shop, card, "⬜ Teekanne", "⬜ Kaffeebecher", "⬜ Rote Lampe")
    assert ONLY not in str(card)
    await shop.taps(shop.mia, ALL, card)
    await eventually(Return.exists)
    assert await declared_pieces() == {"Kaffeebecher": 2, "Teekanne": 1, "Rote Lampe": 1}


async def test_what_the_customer_added_later_counts_as_well_and_back_shows_the_orders(shop: Shop) -> None:
    anna, _ = await delivered(shop, lines=LINES)
    await anna.says("ich widerrufe 1001")
    await anna.says("ich widerrufe nur die rote Lampe aus 1001")
    card = await shop.card("Schriftlicher Widerruf")
    await shop.taps(shop.mia, ENTER, card)
    card = await with_buttons(shop, card, "☑️ Rote Lampe", "⬜ Teekanne")
    await shop.taps(shop.mia, plain("de", "menu-back-button"), card)
    await with_buttons(shop, card, ENTER)
    assert not await Return.exists()


async def test_a_choice_of_before_the_order_changed_enters_nothing(shop: Shop) -> None:
    anna, _ = await delivered(shop, lines=LINES)
    await anna.says("ich widerrufe die Teekanne aus 1001")
    card = await shop.card("Schriftlicher Widerruf")
    await shop.taps(shop.mia, ENTER, card)
    old = await with_buttons(shop, card, "☑️ Teekanne", "⬜ Rote Lampe")
    await anna.taps("Rote Lampe")
    await anna.taps("Teekanne")
    await anna.taps("Weiter")
    await anna.taps("Widerruf bestätigen")
    assert await declared_pieces() == {"Rote Lampe": 1}
    drawn = {"chat_id": shop.group, "message_id": old["message_id"], "reply_markup": old["reply_markup"]}
    await shop.town.web.call("editMessageReplyMarkup", **drawn)
    told = await shop.taps(shop.mia, ONLY, old)
    assert "1001" in told["text"]
    assert await declared_pieces() == {"Rote Lampe": 1}
