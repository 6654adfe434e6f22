"""The same in each language: what declares a withdrawal, and what asks, denies, tells of one or takes one back."""

import tomllib
from collections.abc import Callable

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import TEXTS
from bot.support.declaring import (
    is_declared,
    is_denied,
    is_no_contract,
    is_of_one_made,
    is_said,
    means_several,
    names_papers,
)
from bot.support.declaring_words import TABLE

Sentences = dict[Locale, list[str]]
Row = tuple[str, Sentences, list[Callable[[str], bool]], list[Callable[[str], bool]]]

# What it is, how it is said, which judgements hold and which do not.
ROWS: list[Row] = [
    (
        "said in so many words",
        {
            "de": ["Ich widerrufe, die Tasse ist zu klein", "Hiermit erkläre ich den Widerruf", "Ich wiederrufe",
                   "Ich brauche es nicht und widerrufe"],
            "en": ["I withdraw, the cup is too small", "I hereby revoke", "I exercise my right of withdrawal"],
            "fr": ["Je me rétracte, la tasse est trop petite", "J'exerce mon droit de rétractation"],
            "lb": ["Ech widderruffen, se ass ze kleng", "Hei widderruffen ech de Kontrakt",
                   "Ech brauch et net an widderruffen"],
        },
        [is_declared, is_said],
        [is_denied, is_no_contract],
    ),
    (
        "wished",
        {
            "de": ["Ich möchte widerrufen", "Widerruf der Bestellung 1001"],
            "en": ["I would like to withdraw from the contract", "Withdrawal from order 1001"],
            "fr": ["Je souhaite me rétracter", "Rétractation de la commande 1001"],
            "lb": ["Widderruff vun der Bestellung 1001"],
        },
        [is_declared],
        [is_said, is_denied],
    ),
    (
        "plainly denied",
        {
            "de": ["Ich möchte nicht widerrufen", "Ich widerrufe nicht", "Ich will den Kauf doch nicht widerrufen"],
            "en": ["I don't want to withdraw", "I\N{RIGHT SINGLE QUOTATION MARK}m not withdrawing",
                   "I dont want to withdraw", "I do not wish to withdraw",
                   "I`m not going to withdraw", "I won't withdraw"],
            "fr": ["Je ne veux pas me rétracter", "Je ne me rétracte pas", "je veux pas me retracter"],
            "lb": ["Ech wëll net widderruffen", "Ech widderruffen net", "Ech wëll de Kaf net widderruffen"],
        },
        [is_denied],
        [is_declared, is_said, is_of_one_made],
    ),
    (
        "denied in other words",
        {
            "de": ["Ich brauche nicht zu widerrufen", "Ich habe nicht vor zu widerrufen", "Das ist kein Widerruf",
                   "Ich mache von meinem Widerrufsrecht keinen Gebrauch"],
            "en": ["I don't need to withdraw", "I don't want a withdrawal", "This is not a withdrawal",
                   "I have no intention of withdrawing", "I do not wish to exercise my right of withdrawal",
                   "I never wanted to withdraw", "I didn't mean to withdraw", "I'm not interested in withdrawing",
                   "No need to withdraw"],
            "fr": ["Je n'ai pas besoin de me rétracter", "Je n'ai pas l'intention de me rétracter",
                   "Ce n'est pas une rétractation"],
            "lb": ["Ech brauch net ze widderruffen", "Ech hunn net vir ze widderruffen", "Dat ass kee Widderruff"],
        },
        [is_denied],
        [is_declared, is_said, is_of_one_made],
    ),
    (
        "denied of something else, or not working",
        {
            "de": ["Ich kann nicht widerrufen", "Ich will das nicht behalten und den Kauf widerrufen",
                   "Ich habe nicht widerrufen", "Warum kann ich nicht widerrufen?"],
            "en": ["I can't withdraw", "I don't want it any more and withdraw from the contract",
                   "I did not withdraw", "Why can I not withdraw?", "I don't need it and withdraw",
                   "I have no intention of keeping it and withdraw"],
            "fr": ["Je ne peux pas me rétracter", "Je ne le veux plus et souhaite me rétracter",
                   "Je n'en ai pas besoin et souhaite me rétracter"],
            "lb": ["Ech kann net widderruffen", "Ech wëll et net behalen an de Kaf widderruffen"],
        },
        [],
        [is_denied, is_said],
    ),
    (
        "asked, with or without its mark",
        {
            "de": ["Bis wann kann ich widerrufen?", "bis wann kann ich widerrufen", "kann ich noch widerrufen",
                   "Sagen Sie mir, bis wann ich widerrufen kann"],
            "en": ["Until when can I withdraw?", "until when can i withdraw", "can I still withdraw",
                   "Tell me how long I may withdraw"],
            "fr": ["Jusqu'à quand puis-je me rétracter ?", "jusqu'à quand je peux me rétracter"],
            "lb": ["Bis wéini kann ech widderruffen?", "bis wéini kann ech widderruffen", "wéi widderruffen ech"],
        },
        [],
        [is_declared, is_said, is_denied],
    ),
    (
        "about the period or the form",
        {
            "de": ["Widerrufsfrist", "wo ist das Widerrufsformular"],
            "en": ["withdrawal period", "where is the cancellation form"],
            "fr": ["délai de rétractation", "où est le formulaire de rétractation"],
            "lb": ["Widderruffsfrist", "wou ass de Widderruffsformular"],
        },
        [names_papers],
        [is_declared],
    ),
    (
        "made before",
        {
            "de": ["Mein Widerruf war gestern", "Ich habe schon widerrufen"],
            "en": ["My withdrawal was yesterday", "I have already withdrawn"],
            "fr": ["Ma rétractation date d'hier", "Je me suis rétracté hier"],
            "lb": ["Mäi Widderruff war gëschter", "Ech hu scho widderruff"],
        },
        [is_of_one_made],
        [is_declared, is_denied],
    ),
    (
        "taken back",
        {
            "de": ["Ich nehme meinen Widerruf zurück", "Widerruf rückgängig machen"],
            "en": ["I want to cancel my withdrawal", "please undo my withdrawal"],
            "fr": ["Je veux annuler ma rétractation"],
            "lb": ["Ech wëll mäi Widderruff zréckzéien"],
        },
        [is_of_one_made],
        [is_declared, is_said],
    ),
    (
        "no contract",
        {
            "de": ["Ich widerrufe meine Einwilligung", "Ich widerrufe die Lastschrift"],
            "en": ["I withdraw my consent", "I revoke the direct debit"],
            "fr": ["Je me rétracte de la newsletter"],
            "lb": ["Ech widderruffen mäin Averständnis"],
        },
        [is_no_contract],
        [is_declared],
    ),
    (
        "of several",
        {
            "de": ["Ich widerrufe alle Bestellungen"],
            "en": ["I withdraw from both orders"],
            "fr": ["Je me rétracte de toutes les commandes"],
            "lb": ["Ech widderruffen béid Bestellungen"],
        },
        [is_said, means_several],
        [],
    ),
]  # fmt: skip
CASES = [
    pytest.param(words, holds, fails, id=f"{name}, {locale}")
    for name, sentences, holds, fails in ROWS
    for locale in LOCALES
    for words in sentences[locale]
]


@pytest.mark.parametrize(("words", "holds", "fails"), CASES)
def test_each_language_says_it_alike(
    words: str, holds: list[Callable[[str], bool]], fails: list[Callable[[str], bool]]
) -> None:
    wrong = [f"{judge.__name__} should hold" for judge in holds if not judge(words)]
    wrong += [f"{judge.__name__} should not" for judge in fails if judge(words)]
    assert not wrong, words


@pytest.mark.parametrize("locale", LOCALES)
def test_each_language_has_every_row_of_the_table(locale: Locale) -> None:
    told = tomllib.loads((TEXTS / locale / "declaring.toml").read_text("utf-8"))
    assert told.keys() == TABLE.keys()
    assert all(told.values())
