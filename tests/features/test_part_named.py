"""Of an order with items that a withdrawal names nothing is chosen that was not meant; in doubt less is."""

import pytest

from bot.config import Settings
from bot.shop.models import Line
from bot.support.part_named import part_named
from tests.support.builders import Item, a_customer, an_order

LINES = (
    Item("Kaffeebecher", 3, "10.00", "KB-100"),
    Item("Teekanne", 1, "25.00", "TK-200"),
    Item("Rote Lampe", 2, "39.00", "LA-300"),
)
LETTER = (
    "Sehr geehrte Damen und Herren, hiermit widerrufe ich fristgerecht den von mir am 3. November abgeschlossenen "
    "Kaufvertrag über die Bestellung 1001, geliefert am 5. November, mit allen Artikeln außer der Teekanne. "
)
MANY = 99
Pieces = dict[str, int] | None

SAID: list[tuple[str, Pieces]] = [
    ("Ich widerrufe 1001", None),
    ("Ich widerrufe die ganze Bestellung 1001", None),
    ("I withdraw from all items of 1001", None),
    (LETTER, {}),
    (LETTER + "Mit freundlichen Grüßen. " * 30, {}),
    ("Guten Tag. " * 50 + "Ich widerrufe die Teekanne aus 1001.", {"TK-200": MANY}),
    ("Ich widerrufe alles aus 1001, nur die Teekanne nicht", {}),
    ("Ich widerrufe alles aus 1001, die Teekanne möchte ich aber haben", {}),
    ("I withdraw from order 1001, all but the Teekanne", {}),
    ("I withdraw from everything in 1001, I want to have the Teekanne though", {}),
    ("Ech widderruffen alles aus 1001, mee d'Teekanne net", {}),
    ("Je me rétracte de tout dans 1001, pas de la Teekanne", {}),
    ("Ich widerrufe 1002 komplett und aus 1001 die Lampe", {}),
    ("Ich widerrufe einen Teil der Bestellung 1001", {}),
    ("Ich widerrufe die Bestellung 1001 teilweise", {}),
    ("Ich widerrufe nur einen Artikel aus 1001", {}),
    ("I withdraw from part of order 1001", {}),
    ("I withdraw from one item of order 1001", {}),
    ("Je me rétracte partiellement de la commande 1001", {}),
    ("Je me rétracte pour un article de la commande 1001", {}),
    ("Ech widderruffen en Deel vun der Bestellung 1001", {}),
    ("Ich widerrufe TK-200 aus 1001", {"TK-200": MANY}),
    ("Ich widerrufe den Kaffeebecher aus 1001", {"KB-100": MANY}),
    ("Ich widerrufe einen Kaffeebecher und die Teekanne aus 1001", {"KB-100": 1, "TK-200": 1}),
    ("Ich widerrufe zwei Kaffeebecher aus 1001", {"KB-100": 2}),
    ("Ich widerrufe zwei Kaffeebecher und eine rote Lampe aus 1001", {"KB-100": 1, "LA-300": 1}),
    ("Ich widerrufe einen der drei Kaffeebecher aus 1001", {"KB-100": 1}),
    ("Ich widerrufe von den drei Kaffeebechern zwei aus 1001", {"KB-100": 2}),
    ("I withdraw from one of the three Kaffeebecher of order 1001", {"KB-100": 1}),
    ("Je me rétracte pour un des trois Kaffeebecher de la commande 1001", {"KB-100": 1}),
    ("Ech widderruffen ee vun den dräi Kaffeebecher aus 1001", {"KB-100": 1}),
    ("Widerruf 1001: 1x Kaffeebecher, 1x Teekanne", {"KB-100": 1, "TK-200": 1}),
]


@pytest.mark.parametrize(("words", "meant"), SAID)
async def test_no_more_is_chosen_than_was_meant(database: Settings, words: str, meant: Pieces) -> None:
    owner = await a_customer()
    order = await an_order("1001", customer=owner, lines=LINES)
    named = await part_named(words, order.id, customer_ids=[owner.id])
    numbers = {line.id: str(line.sku) for line in await Line.filter(order_id=order.id)}
    found = None if named is None else {numbers[line_id]: min(count, MANY) for line_id, count in named.items()}
    assert found == meant
