"""What is like what: an entry is found in its words or nearly so, in any language, and not in a story about a lamp."""

import pytest

from bot.support.knowledge import MAYBE, SURE
from bot.support.likeness import Sayings

ENTRIES = {
    "gift": [
        "Verpacken Sie Geschenke?",
        "als Geschenk einpacken",
        "gift wrapping",
        "emballage cadeau",
        "Cadeaupabeier",
    ],
    "hours": ["Wann haben Sie geöffnet?", "Öffnungszeiten", "opening hours", "horaires d'ouverture"],
    "repair": ["Reparieren Sie Lampen?", "Gibt es Ersatzteile?", "spare parts", "Réparez-vous les lampes ?"],
    "vegan": ["Sind die Socken vegan?", "Are your products vegan?"],
}


@pytest.fixture(scope="module")
def sayings() -> Sayings:
    return Sayings((key, text) for key, texts in ENTRIES.items() for text in texts)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Verpacken Sie Geschenke?", "gift"),
        ("verpacken sie geschenke", "gift"),
        ("geschenkverpackung möglich?", "gift"),
        ("packen sie das geschenk ein", "gift"),
        ("Guten Tag. Verpacken Sie auch Geschenke? Vielen Dank", "gift"),
        ("do you do gift wrapping?", "gift"),
        ("oeffnugszeiten", "hours"),
        ("horaires d'ouverture", "hours"),
        ("réparez vous les lampes", "repair"),
        ("sind eure produkte vegan", "vegan"),
    ],
)
def test_what_is_said_nearly_so_is_surely_meant(sayings: Sayings, text: str, key: str) -> None:
    [(first, likeness), *_] = sayings.nearest(text)
    assert first == key
    assert likeness >= SURE


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("könnt ihr das als geschenk verpacken", "gift"),
        ("meine Mutter hat Geburtstag, ich würde gern wissen ob sie das auch als geschenk einpacken können", "gift"),
        ("ersatzteil für lampe", "repair"),
    ],
)
def test_what_is_said_otherwise_may_be_meant(sayings: Sayings, text: str, key: str) -> None:
    [(first, likeness), *_] = sayings.nearest(text)
    assert first == key
    assert likeness >= MAYBE


@pytest.mark.parametrize(
    "text",
    [
        "wo ist mein paket",
        "die lampe ist kaputt",
        "ich will die lampe zurückgeben",
        "gutschein einlösen",
        "",
        "🙃",
        "1001",
    ],
)
def test_other_matters_are_neither(sayings: Sayings, text: str) -> None:
    assert all(likeness < MAYBE for _, likeness in sayings.nearest(text))


@pytest.mark.parametrize("text", ["a" * 4_096, "ß" * 4_096, "\u202e\u0000" * 2_000, "geschenk. " * 400, "." * 4_096])
def test_nothing_is_too_odd_to_be_compared(sayings: Sayings, text: str) -> None:
    assert all(0 <= likeness <= 1.0001 for _, likeness in sayings.nearest(text))
