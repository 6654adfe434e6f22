"""What counts as a typed yes or no to "is it solved?", in four languages, and what does not."""

import pytest

from handlers.solved import verdict_in


@pytest.mark.parametrize(
    "text",
    ["ja", "Ja!", "JA 👍", "yes", "Yes, thanks.", "oui", "C'est résolu", "jo", "Jo, merci", "Alles gut."],
)
def test_yes(text: str) -> None:
    assert verdict_in(text) is True


@pytest.mark.parametrize(
    "text",
    [
        *("nein", "Nein.", "no", "NON", "nee", "Neen", "noch nicht", "pas encore", "nach net", "not yet"),
        *("Nein, es ist nicht gelöst", "Nein, der Deckel fehlt immer noch", "no, the lid is still missing"),
    ],
)
def test_no(text: str) -> None:
    assert verdict_in(text) is False


@pytest.mark.parametrize(
    "text",
    [
        *("", "danke", "ja, aber der Deckel fehlt noch", "wo ist mein Paket?", "1001", "Noah", "jackpot"),
        "Nein also wirklich, ich wollte eigentlich nur fragen, ob Sie auch nach Luxemburg liefern und was das kostet",
    ],
)
def test_anything_else_goes_the_usual_way(text: str) -> None:
    assert verdict_in(text) is None
