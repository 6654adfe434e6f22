"""Why something goes back, as people write it: one of the reasons, or none where it is none or several."""

import pytest

from bot.config import LOCALES
from bot.i18n import load_texts, plain
from bot.returns.reasons import REASONS
from bot.support.why_back import is_question, reason_told


@pytest.fixture(autouse=True)
def _texts() -> None:
    load_texts()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("zu klein", "size_too_small"),
        ("Die Schuhe sind mir leider zu eng", "size_too_small"),
        ("fällt sehr klein aus", "size_too_small"),
        ("too tight around the neck", "size_too_small"),
        ("c'est trop petit", "size_too_small"),
        ("taille petit", "size_too_small"),
        ("ze kleng", "size_too_small"),
        ("et ass mer vill ze enk", "size_too_small"),
        ("viel zu groß", "size_too_large"),
        ("it's way too big", "size_too_large"),
        ("un peu trop grand pour moi", "size_too_large"),
        ("ze grouss", "size_too_large"),
        ("die Farbe gefällt mir nicht", "color"),
        ("wrong colour", "color"),
        ("la couleur ne va pas avec mon canapé", "color"),
        ("d'Faarf passt net", "color"),
        ("gefällt mir nicht", "style"),
        ("ça ne me plaît pas", "style"),
        ("ca me plait pas", "style"),
        ("I don't like it", "style"),
        ("gefält mer net", "style"),
        ("sieht anders aus als auf dem Bild", "not_as_described"),
        ("die Farbe ist anders als auf dem Foto", "not_as_described"),
        ("not as described", "not_as_described"),
        ("pas conforme à la description", "not_as_described"),
        ("anescht wéi op der Foto", "not_as_described"),
        ("ist kaputt", "defective"),
        ("der Henkel ist abgebrochen und kaputt", "defective"),
        ("it stopped working", "defective"),
        ("ça ne marche plus", "defective"),
        ("ass futti", "defective"),
        ("falscher Artikel geliefert", "wrong_item"),
        ("Das habe ich nicht bestellt", "wrong_item"),
        ("you sent the wrong one", "wrong_item"),
        ("j'ai reçu un autre article", "wrong_item"),
        ("falschen Artikel kritt", "wrong_item"),
        ("brauche ich nicht mehr", "unwanted"),
        ("doppelt bestellt", "unwanted"),
        ("changed my mind", "unwanted"),
        ("je n'en veux plus", "unwanted"),
        ("j'ai changé d'avis", "unwanted"),
        ("ech brauch et net méi", "unwanted"),
        ("zu klein, brauche ich nicht mehr", "size_too_small"),
        ("weiß nicht", "unknown"),
        ("no idea", "unknown"),
        ("je ne sais pas", "unknown"),
        ("ech weess et net", "unknown"),
    ],
)
def test_a_reason_in_words_is_one_of_the_ten(text: str, reason: str) -> None:
    assert reason_told(text) == reason
    assert not is_question(text)


@pytest.mark.parametrize(
    "text",
    ["", "🙂", "meine Schwester hat Geburtstag", "blabla", "es war ein Geschenk", "c'était un cadeau",
     "nicht zu klein, sondern zu groß", "wo ist mein Paket", "où est mon colis"],
)  # fmt: skip
def test_other_words_are_none_and_neither_are_two_that_contradict(text: str) -> None:
    assert reason_told(text) is None


@pytest.mark.parametrize("text", ["wo ist mein Paket", "where is my parcel", "où est mon colis", "wou ass mäi Pak"])
def test_a_question_is_told_without_its_sign(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_stands_on_a_button_may_be_typed(locale: str) -> None:
    for each in REASONS:
        assert reason_told(plain(locale, f"return-why-{each}")) == each  # type: ignore[arg-type]  # as LOCALES has it
