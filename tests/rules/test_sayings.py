"""What is said in so many words, by language: each saying is heard, and what only resembles it is not."""

import tomllib
from typing import get_args

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import TEXTS
from bot.support.sayings import Saying, says

SAID: dict[Saying, dict[Locale, list[str]]] = {
    "orders": {
        "de": ["meine Bestellungen", "Zeig mir alle meine Bestellungen", "Was hatte ich zuletzt bestellt?",
               "Bestellübersicht"],
        "en": ["my orders", "Show me my orders please", "what did I order last time?", "order history"],
        "fr": ["mes commandes", "Je veux voir mes commandes", "j'ai commandé quoi la dernière fois ?",
               "historique de mes commandes"],
        "lb": ["meng Bestellungen", "Weis mer meng Bestellungen w.e.g.", "meng Commanden",
               "wat hat ech fir d'lescht bestallt"],
    },
    "returns": {
        "de": ["meine Rückgaben", "zeige mir meine Retouren", "meine Widerrufe", "meine Rücksendung?"],
        "en": ["my returns", "Show me all my returns", "my withdrawals"],
        "fr": ["mes retours", "montrez-moi mes retours", "mes rétractations"],
        "lb": ["meng Retouren", "weist mer meng Retouren", "meng Réckgaben"],
    },
    "label": {
        "de": ["ich brauche das Etikett nochmal", "Wo ist mein Rücksendeschein?", "Retourenlabel verloren", "QR-Code"],
        "en": ["I need the label again", "where is my return label", "I lost the shipping label", "the QR code please"],
        "fr": ["j'ai besoin de l'étiquette", "où est le bordereau de retour ?", "j'ai perdu l'étiquette de retour"],
        "lb": ["ech brauch den Etikett nach eng Kéier", "wou ass mäi Retourszettel?", "Retourlabel verluer"],
    },
    "keep": {
        "de": ["ich will es doch behalten", "Ich behalte die Lampe doch", "Rückgabe stornieren", "doch nicht zurück"],
        "en": ["I want to keep it after all", "I'll keep them", "cancel my return", "I no longer want to return it"],
        "fr": ["je veux finalement le garder", "je le garde", "annuler le retour", "je ne veux plus le renvoyer"],
        "lb": ["ech wëll et awer behalen", "ech behalen et", "Retour annuléieren", "awer net zréckschécken"],
    },
    "next": {
        "de": ["wie geht es jetzt weiter?", "Was passiert jetzt?", "und jetzt?", "Was muss ich als nächstes tun?"],
        "en": ["what happens next?", "what now?", "What do I do now?", "next steps"],
        "fr": ["que se passe-t-il maintenant ?", "et maintenant ?", "Que dois-je faire ?", "quelle est la suite ?"],
        "lb": ["wéi geet et elo weider?", "wat geschitt elo?", "an elo?", "wat muss ech elo maachen"],
    },
    "restock": {
        "de": ["Sag mir Bescheid, wenn es wieder da ist", "Bitte benachrichtigen, sobald wieder lieferbar"],
        "en": ["tell me when it is back", "Let me know once it's available again", "notify me when back in stock"],
        "fr": ["Prévenez-moi quand il est de retour", "avertissez-moi dès qu'il est disponible"],
        "lb": ["Sot mer Bescheed wann et nees do ass", "Informéiert mech wann et erëm do ass"],
    },
    "back": {
        "de": ["1002 zurückgeben", "Bestellung 1002 zurück schicken", "Rückgabe 1002", "1002 umtauschen bitte"],
        "en": ["return order 1002", "send 1002 back", "exchange 1002"],
        "fr": ["retourner la commande 1002", "1002 renvoyer", "je rends la 1002"],
        "lb": ["1002 zréckschécken", "Bestellung 1002 zréckginn", "Retour 1002"],
    },
}  # fmt: skip
NOT_SAID: dict[Saying, list[str]] = {
    "orders": [
        "was hatte ich falsch bestellt", "ce que j'ai commandé est cassé",
        "wo sind meine Bestellungen", "cancel my orders", "annulez mes commandes", "Bestellungen stornieren",
    ],
    "returns": ["wie gehen Retouren", "how do returns work", "Rückgabe", "les retours sont gratuits ?"],
    "label": ["das Waschetikett fehlt", "the price label is wrong", "wo ist mein Paket"],
    "keep": ["behalten Sie das Geld", "keep me posted", "Bestellung stornieren", "nur die Tasse behalten"],
    "next": ["wie geht eine Rückgabe", "was passiert, wenn das Paket verloren geht", "what is the price"],
    "restock": [
        "Sag mir Bescheid, wenn mein Paket da ist", "tell me when my parcel is there", "prévenez-moi quand il arrive",
        "Sot mer Bescheed wann de Pak do ass", "Ist die Teekanne wieder da?",
    ],
    "back": ["1002 nicht zurückgeben", "wann ist die Rückgabe 1002 da?", "Geld zurück für 1002", "where is 1002"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("saying", "words"),
    [(saying, words) for saying, ways in SAID.items() for locale in LOCALES for words in ways[locale]],
)
def test_it_is_heard(saying: Saying, words: str) -> None:
    assert says(saying, words)


@pytest.mark.parametrize(("saying", "words"), [(saying, words) for saying, ways in NOT_SAID.items() for words in ways])
def test_what_resembles_it_is_something_else(saying: Saying, words: str) -> None:
    assert not says(saying, words)


@pytest.mark.parametrize("locale", LOCALES)
def test_each_language_has_each_saying(locale: Locale) -> None:
    told = tomllib.loads((TEXTS / locale / "sayings.toml").read_text("utf-8"))
    assert tuple(told) == get_args(Saying)
    assert all(each["ways"] for each in told.values())


@pytest.mark.parametrize("text", ["", "?!", "🙂" * 300, "a " * 2_000, "\u202e ابحث عن", "wie " * 30])
def test_any_text_is_read(text: str) -> None:
    assert not any(says(saying, text) for saying in get_args(Saying))
