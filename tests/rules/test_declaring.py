"""Only who says that they withdraw has said so: no negation, no story, and nobody who takes it back."""

import pytest

from bot.support.declaring import is_declared, is_said


@pytest.mark.parametrize(
    "words",
    [
        "Ich widerrufe",
        "Hiermit widerrufe ich den Vertrag über Bestellung 1001.",
        "Ich widerrufe meine Bestellung, weil sie nicht passt",
        "Ich widerrufe weil mir die Farbe nicht gefällt",
        "Ich habe mich entschieden, den Vertrag zu widerrufen",
        "Ich trete vom Kauf zurück. Die Ware habe ich schon bekommen.",
        "I hereby withdraw from the contract",
        "I withdraw because it does not fit",
        "Je me rétracte car cela ne convient pas",
        "Je souhaite me rétracter, je n'en ai plus besoin",
        "Ech widderruffen de Kontrakt",
        "Ech widderruffen, et passt mer net",
    ],
)
def test_a_withdrawal_is_one(words: str) -> None:
    assert is_declared(words)


@pytest.mark.parametrize(
    "words",
    [
        "Kann ich widerrufen?",
        "Ich möchte nicht widerrufen",
        "Ich widerrufe nicht",
        "Ich wollte nie widerrufen",
        "Ich habe gestern widerrufen und warte auf mein Geld",
        "Ich möchte meinen Widerruf zurücknehmen",
        "Ich ziehe meinen Widerruf zurück",
        "i want to cancel my withdrawal",
        "I don't want to withdraw",
        "I don\N{RIGHT SINGLE QUOTATION MARK}t want to withdraw",
        "I do not withdraw from the contract",
        "please undo my withdrawal",
        "I have withdrawn last week",
        "Je ne veux pas me rétracter",
        "Je ne me rétracte pas",
        "Je veux annuler ma rétractation",
        "Je me suis rétracté hier",
        "Ech wëll net widderruffen",
        "Ech widderruffen net",
        "Ech hu scho widderruff",
        "Ech wëll mäi Widderruff zréckzéien",
    ],
)
def test_what_is_negated_past_or_taken_back_declares_nothing(words: str) -> None:
    assert not is_declared(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ich widerrufe, die Tasse ist zu klein",
        "Hiermit widerrufe ich den Kauf, weil er mir nicht gefällt",
        "Ich trete vom Kauf der Teekanne zurück",
        "I withdraw from the purchase because the cup is too small",
        "Je me rétracte, la tasse est trop petite",
        "Ech widderruffen, well se ze kleng ass",
    ],
)
def test_who_says_it_in_so_many_words_has_said_it_whatever_reason_follows(words: str) -> None:
    assert is_said(words)


@pytest.mark.parametrize(
    "words",
    [
        "Kann ich widerrufen?",
        "wie kann ich widerrufen",
        "Wie widerrufe ich",
        "Ich widerrufe meine Einwilligung in Werbung",
        "Ich widerrufe nicht",
        "Ich habe gestern widerrufen",
        "I withdraw my consent",
        "Je me suis rétracté hier",
    ],
)
def test_who_asks_denies_tells_or_means_something_else_has_not(words: str) -> None:
    assert not is_said(words)
