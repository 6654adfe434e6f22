"""What "where is my order" looks like in four languages with typos, and what only looks like it."""

import pytest

from bot.support.found import fold, says_found
from bot.support.matching import match

ORDER_STATUS = {
    "de": [
        "wo ist meine bestellung",
        "Wo bleibt meine Bestelung??",
        "wo isst mein packet",
        "wann kommt mein paket endlich an",
        "Hallo, ich wollte mal fragen, wo meine Bestellung bleibt",
        "Paket?",
        "mein paket ist immer noch nicht da",
        "wann wird meine lieferung zugestellt, wo ist mein päckchen",
    ],
    "en": [
        "where is my order",
        "wheres my parcel",
        "were is my oder",
        "WHERE IS MY PAKAGE!!!",
        "when will my order arrive",
        "Hi! Could you please tell me where my order is?",
        "track my parcel",
        "has my order shipped yet",
    ],
    "fr": [
        "où est ma commande ?",
        "ou est mon coli",
        "ou en est ma comande",
        "quand arrive mon colis",
        "bonjour, je n'ai toujours pas reçu ma commande",
        "suivi colis",
    ],
    "lb": [
        "wou ass meng Bestellung",
        "wou ass mai pak",
        "wéini kënnt mäi Pak",
        "Moien, wou bleift meng bestelung?",
        "wou ass meng commande",
    ],
}
NOT_ORDER_STATUS = [
    "wie ist das wetter",
    "hallo",
    "danke",
    "ist",
    "wo ist",
    "wo ist die toilette",
    "wo ist mein hund",
    "was kostet der versand",
    "ich möchte meine bestellung stornieren",
    "kann ich meine bestellung ändern",
    "meine bestellung zurückschicken",
    "ich will eine bestellung aufgeben",
    "mein paket war beschädigt",
    "wer hat das paket erfunden",
    "liefern sie in die schweiz",
    "where is my mind",
    "what is your name",
    "how do i place an order",
    "i want to cancel my order",
    "how much is delivery",
    "order a pizza",
    "ou est la gare",
    "quel temps fait-il",
    "je veux annuler ma commande",
    "comment passer une commande",
    "wéi ass d'Wieder",
    "",
    "🦆",
]


@pytest.mark.parametrize("text", [text for texts in ORDER_STATUS.values() for text in texts])
def test_ways_to_ask_where_the_order_is(text: str) -> None:
    best = match(text).best
    assert best
    assert best.intent in ("order_status", "delivery_time")


@pytest.mark.parametrize("text", NOT_ORDER_STATUS)
def test_what_only_sounds_alike_is_not_answered_with_an_order(text: str) -> None:
    matched = match(text)
    assert matched.best is None or matched.verdict != "answer" or matched.best.intent not in ("order_status", "human")


@pytest.mark.parametrize(
    "text",
    [
        "Ich möchte mit einem Menschen sprechen",
        "mensch",
        "kann ich mit jemandem reden",
        "can I speak to a human?",
        "agent please",
        "parler à un conseiller svp",
        "ech wëll mat engem Mënsch schwätzen",
    ],
)
def test_ways_to_ask_for_a_person(text: str) -> None:
    matched = match(text)
    assert matched.best
    assert (matched.best.intent, matched.verdict) == ("human", "answer")


def test_case_accents_and_punctuation_do_not_count() -> None:
    assert fold("  Où est-ce, MÄI Pak?! ") == "ou est ce mai pak"


def test_confidence_is_a_share() -> None:
    assert all(0 < each.confidence <= 1 for each in match("wo ist mein packet").intents)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("ich habe es gefunden", True),
        ("Das Paket ist doch da!", True),
        ("der Nachbar hatte es", True),
        ("I found it", True),
        ("it has turned up", True),
        ("je l'ai retrouvé", True),
        ("Le colis est finalement arrivé", True),
        ("ech hunn e fonnt", True),
        ("das Paket ist immer noch nicht da", False),
        ("ich habe es nirgends gefunden", False),
        ("i have not found it", False),
        ("je ne l'ai pas trouvé", False),
        ("ech hunn en net fonnt", False),
        ("wo ist mein Paket?", False),
        ("danke", False),
        ("", False),
    ],
)
def test_what_says_that_a_missing_parcel_is_there(text: str, is_found: bool) -> None:
    assert says_found(text) is is_found
