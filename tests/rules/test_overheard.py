"""In a group only what surely asks about the writer's own order is answered; chatter about parcels is not."""

import pytest

from bot.support.overheard import LONGEST, asks_of_own

ASKED = [
    *("Wo ist mein Paket?", "wo bleibt meine bestellung", "Wann kommt meine Lieferung?"),
    "Mein Geld ist noch nicht da, wo bleibt die Erstattung?",
    *("Where is my parcel?", "when will my order arrive?", "where's my refund?"),
    *("Où est mon colis ?", "Quand arrive ma commande ?", "Où en est mon remboursement ?"),
    *("Wou ass mäi Pak?", "Wéini kënnt meng Bestellung?", "Wou bleift mäi Remboursement?"),
]
CHATTER = [
    *("Mein Paket ist heute endlich angekommen, super!", "Hat jemand Tipps für die Teekanne?", "lol", "", "👍"),
    *("Ich warte auch immer lange auf Pakete von DHL", "Ist bei euch das Paket auch so spät gekommen?"),
    *("Wann ist das nächste Gewinnspiel?", "Guten Morgen zusammen", "Ich glaube, meine Bestellung kommt morgen"),
    *("My parcel arrived today, so happy", "has anyone's parcel arrived yet?", "Anyone else love this lamp?"),
    *("Mon colis est arrivé, merci !", "Quelqu'un a testé la théière ?"),
    *("Mäi Pak ass haut ukomm, super!", "Huet een Erfarung mat der Luucht?"),
]


@pytest.mark.parametrize("text", ASKED)
def test_a_question_about_ones_own_order_is_heard(text: str) -> None:
    assert asks_of_own(text)


@pytest.mark.parametrize("text", CHATTER)
def test_chatter_is_left_alone(text: str) -> None:
    assert not asks_of_own(text)


def test_a_story_is_no_question_to_the_bot() -> None:
    assert not asks_of_own("Where is my parcel? " + "x" * LONGEST)
