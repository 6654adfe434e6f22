"""Days, quantities, tracking numbers and what only continues a talk, as people write them in four languages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import real_now
from bot.conversations.topics import TOPIC_KEPT, Topic, keep_topic, read_topic
from bot.shop.own import OwnLine
from bot.support.dates import Deadline, find_deadline, without_deadline
from bot.support.followups import asks_about_something, is_number_alone, read_follow_up
from bot.support.lines import find_each, find_lines
from bot.support.quantities import ALL_OF_THEM, find_quantity, without_quantity
from bot.support.tracking import find_parcels
from dialogs.returning_draft import named_pieces

SUNDAY = date(2026, 11, 22)
LINES = [
    OwnLine(1, 10, "1001", "KANNE-1", ("Teekanne Rosenholz", "Rosewood teapot", "Théière bois de rose")),
    OwnLine(2, 10, "1001", "TASSE", ("Tasse blau", "Blue cup", "Tasse bleue")),
    OwnLine(3, 20, "2002", "LAMPE", ("Tischlampe", "Table lamp", "Lampe de table")),
]


@pytest.mark.parametrize(
    ("text", "day", "relation"),
    [
        ("kommt das bis Freitag?", date(2026, 11, 27), "by"),
        ("kommt es am freitag", date(2026, 11, 27), "on"),
        ("bis freidag da?", date(2026, 11, 27), "by"),
        ("before the 24th", date(2026, 11, 24), "before"),
        ("by Dec 24", date(2026, 12, 24), "by"),
        ("by wed?", date(2026, 11, 25), "by"),
        ("avant vendredi ?", date(2026, 11, 27), "before"),
        ("d'ici vendredi", date(2026, 11, 27), "by"),
        ("jusqu'à jeudi", date(2026, 11, 26), "by"),
        ("pour le 24 décembre", date(2026, 12, 24), "by"),
        ("avant le 20", date(2026, 12, 20), "before"),
        ("bis en Donneschdeg", date(2026, 11, 26), "by"),
        ("virum 24.", date(2026, 11, 24), "before"),
        ("virun Chrëschtdag", date(2026, 12, 25), "before"),
        ("24.12.", date(2026, 12, 24), "on"),
        ("spätestens zum 1.12.", date(2026, 12, 1), "by"),
        ("2026-12-01", date(2026, 12, 1), "on"),
        ("am 2.1.", date(2027, 1, 2), "on"),
        ("kommt es morgen?", date(2026, 11, 23), "on"),
        ("kënnt et muer?", date(2026, 11, 23), "on"),
        ("ça arrive demain ?", date(2026, 11, 23), "on"),
        ("aujourd\N{RIGHT SINGLE QUOTATION MARK}hui ?", SUNDAY, "on"),
        ("bis sonntag", SUNDAY, "by"),
        ("vor Weihnachten", date(2026, 12, 25), "before"),
        ("order 1001 by friday", date(2026, 11, 27), "by"),
    ],
)
def test_a_day_is_read_in_four_languages(text: str, day: date, relation: str) -> None:
    found = find_deadline(text, SUNDAY)
    assert found is not None
    assert (found.day, found.relation) == (day, relation)


@pytest.mark.parametrize(
    "text",
    ["1001", "49.90 EUR", "wo ist mein paket vom 12.11.2026", "bestellt am 24.12.", "guten morgen", "mon colis",
     "31.11.", "29.2.", "I may come", "do you ship", "so ist es", "commandé le 24 décembre", "gëschter"],
)  # fmt: skip
def test_what_is_no_day_to_come_is_not_read_as_one(text: str) -> None:
    assert find_deadline(text, SUNDAY) is None


def test_before_a_day_is_earlier_than_by_it() -> None:
    friday = date(2026, 11, 27)
    assert Deadline(friday, "by").is_met(friday)
    assert Deadline(friday, "on").is_met(friday)
    assert not Deadline(friday, "before").is_met(friday)
    assert Deadline(friday, "before").is_met(friday - timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("ich möchte zwei davon zurückgeben", 2),
        ("2 Stück zurück", 2),
        ("two of them are broken", 2),
        ("je veux retourner les deux", 2),
        ("zwee dovun", 2),
        ("beide zurück", 2),
        ("einen davon", 1),
        ("l'un d'eux", 1),
        ("eent dovun", 1),
        ("alles zurück", ALL_OF_THEM),
        ("je retourne tout", ALL_OF_THEM),
        ("eine tasse zurück", None),
        ("in 2 Tagen", None),
        ("Bestellung 1001", None),
        ("order 2", None),
        ("bis 2. Dezember", None),
    ],
)
def test_how_many_is_read_where_pieces_are_counted(text: str, quantity: int | None) -> None:
    assert find_quantity(text) == quantity


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ich möchte zwei davon zurückgeben", "ich möchte zurückgeben"),
        ("return two of them", "return of"),
        ("beide", "beide"),
        ("wo ist mein paket", "wo ist mein paket"),
    ],
)
def test_what_counts_pieces_is_taken_out(text: str, rest: str) -> None:
    assert without_quantity(text) == rest


@pytest.mark.parametrize(
    ("left", "line_id", "quantity", "chosen"),
    [
        ({1: 3}, None, 2, {1: 2}),
        ({1: 3}, None, 9, {1: 3}),
        ({1: 1}, None, None, {1: 1}),
        ({1: 3}, None, None, {}),
        ({1: 3, 2: 1}, 2, None, {2: 1}),
        ({1: 3, 2: 1}, 1, 2, {1: 2}),
        ({1: 1, 2: 1}, None, 2, {1: 1, 2: 1}),
        ({1: 3, 2: 1}, None, 2, {1: 2}),
        ({1: 3, 2: 3}, None, 2, {}),
        ({1: 3, 2: 3}, None, ALL_OF_THEM, {1: 3, 2: 3}),
        ({1: 3}, 7, None, {}),
        ({}, None, 2, {}),
    ],
)
def test_what_is_named_is_chosen_and_nothing_is_guessed(
    left: dict[int, int], line_id: int | None, quantity: int | None, chosen: dict[int, int]
) -> None:
    assert named_pieces(left, line_id=line_id, quantity=quantity) == chosen


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("und die andere?", "other"),
        ("et l'autre commande ?", "other"),
        ("wou ass déi aner?", "other"),
        ("what about the othr order", "other"),
        ("die anderre bitte", "other"),
        ("Bestellung ändern", None),
        ("ändere meine Bestellung", None),
        ("meine Bestellung a\u0308ndern", None),
        ("Bestellung aendern bitte", None),
        ("bestellung andern", None),
        ("meng Commande änneren", None),
        ("Bestellung ännere w.e.g.", None),
        ("wann?", "when"),
        ("ça arrive quand", "when"),
        ("kommt das bis Freitag?", "when"),
        ("wéini kënnt et", "when"),
        ("ja bitte", "yes"),
        ("jo", "yes"),
        ("oui merci", "yes"),
        ("nee merci", "no"),
        ("stimmt nicht", "no"),
        ("wann kommt mein Paket?", None),
        ("die andere Tasse ist kaputt", None),
        ("nobody answers", None),
        ("guten morgen", None),
        ("danke", None),
        ("", None),
        ("???", None),
    ],
)
def test_what_goes_on_with_the_turn_before(text: str, meant: str | None) -> None:
    assert read_follow_up(text, SUNDAY) == meant


@pytest.mark.parametrize(
    ("text", "is_alone"),
    [("1001", True), ("die 1001 bitte", True), ("nr. 1001", True), ("1001 ist kaputt", False), ("bis 24.12.", False)],
)
def test_whether_a_number_says_nothing_else(text: str, is_alone: bool) -> None:
    assert is_number_alone(text, SUNDAY) is is_alone


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("die Teekanne", [1]),
        ("what about the teapot?", [1]),
        ("et la théière ?", [1]),
        ("ich möchte die Lampe zurückgeben", [3]),
        ("die tekanne", [1]),
        ("die blaue Tasse", [2]),
        ("lampe", [3]),
        ("KANNE-1 zurück", [1]),
        ("ich möchte etwas zurückgeben", []),
        ("meine Bestellung", []),
        ("die Vase", []),
    ],
)
def test_which_item_of_ones_own_is_named(text: str, ids: list[int]) -> None:
    assert [line.id for line in find_lines(text, LINES)] == ids


MUGS = [
    OwnLine(4, 30, "3003", "POT", ("Teapot “Mist”", "Teekanne")),
    OwnLine(5, 30, "3003", "MUG", ("Enamel mug “Sunrise”", "Becher")),
]


@pytest.mark.parametrize(
    ("text", "ids", "is_unclear"),
    [
        ("I withdraw from the mug", [5], False),
        ("I withdraw from the small blue mug and the teapot", [5, 4], False),
        ("I withdraw from the bottle", [], True),
        ("ich widerrufe die Uhr", [], True),
        ("ich widerrufe die blaue Uhr", [], True),
        ("je me rétracte pour la grande bouteille", [], True),
        ("ech widderruffen d'Auer", [], True),
        ("I withdraw from the whole order of last Monday", [], False),
        ("je vous notifie par la présente ma rétractation du contrat portant sur la vente des biens", [], False),
        ("Hiermit widerrufe ich den Vertrag über den Kauf der folgenden Waren", [], False),
        ("ich widerrufe den Kauf vom 12. November um 5 Uhr", [], False),
    ],
)
def test_every_item_that_is_named_and_whether_something_else_was(text: str, ids: list[int], is_unclear: bool) -> None:
    found, unclear = find_each(text, MUGS)
    assert ({line.id for line in found}, unclear) == (set(ids), is_unclear)


@pytest.mark.parametrize("text", ["1Z999AA10123456784", "1z 999 aa1 01 2345 6784", "wo ist 1Z-999-AA1-01-2345-6784?"])
def test_ones_own_tracking_number_is_found_however_it_is_grouped(text: str) -> None:
    assert find_parcels(text, [(7, "1Z999AA10123456784"), (8, "003404341610")]) == [7]


@pytest.mark.parametrize("text", ["1Z999AA1012345678", "A1Z999AA10123456784", "1Z999AA101234567845", "hallo"])
def test_a_part_of_a_tracking_number_finds_nothing(text: str) -> None:
    assert find_parcels(text, [(7, "1Z999AA10123456784")]) == []


def test_a_topic_is_kept_for_a_while_and_then_forgotten() -> None:
    now, data = real_now(), {"page": 1}
    topic = Topic(at=now, intent="return_item", order_id=7, asked="meant", meant=("invoice", "human"), missed=True)
    keep_topic(data, topic)
    assert read_topic(data, now + TOPIC_KEPT) == topic
    assert read_topic(data, now + TOPIC_KEPT + timedelta(seconds=1)) is None
    assert read_topic(data, now - timedelta(seconds=1)) is None
    keep_topic(data, Topic(at=now))
    assert data == {"page": 1}


@given(text=st.text(max_size=4_096), day=st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_no_text_breaks_it(text: str, day: date) -> None:
    found = find_deadline(text, day)
    assert found is None or found.day >= day
    without_deadline(text, day)
    quantity = find_quantity(text)
    assert quantity is None or 0 < quantity <= ALL_OF_THEM
    without_quantity(text)
    read_follow_up(text, day)
    asks_about_something(text)
    is_number_alone(text, day)
    find_lines(text, LINES)
    find_parcels(text, [(1, "1Z999AA10123456784")])
