"""Only who says that they withdraw has said so: no negation, no story, and nobody who takes it back."""

import pytest

from bot.support.declaring import beside_denied, is_declared, is_no_contract, is_of_one_made, is_said


@pytest.mark.parametrize(
    "words",
    [
        "Ich widerrufe",
        "Wie besprochen widerrufe ich den Kauf",
        "My cancellation period ends today, so here is my declaration",
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
        "Ich widerrufe meine Bestellung, weil sie nicht passt",
        "Ich widerrufe meine Bestellung da die Becher schon kaputt waren",
        "Ich widerrufe, die Ware habe ich schon zurückgeschickt",
        "Ich habe die Ware gestern bekommen und widerrufe den Vertrag",
        "Ich habe es mir anders überlegt und widerrufe",
        "Ich widerrufe die Bestellung 1001. Wann bekomme ich mein Geld?",
        "Ich widerrufe hiermit. Ist das so ok?",
        "Ich widerrufe nicht nur den Becher, sondern alles",
        "Ich wiederrufe die Bestellung",
        "Ich storniere den Kauf und widerrufe ihn",
        "Ich nehme mein Widerrufsrecht wahr",
        "ich übe mein Widerrufsrecht aus",
        "Hiermit mache ich von meinem Widerrufsrecht Gebrauch",
        "Ich erkläre den Widerruf der Bestellung 1001",
        "I withdraw from the contract. When do I get my money?",
        "I hereby exercise my right of withdrawal",
        "I'm cancelling the contract I have already received, I withdraw",
        "Je ne veux plus de cette commande, je me rétracte",
        "J'exerce mon droit de rétractation",
        "Ech zéien meng Bestellung zréck an widderruffen de Kontrakt",
        "Ech maachen vu mengem Widderruffsrecht Gebrauch",
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
        "Was passiert, wenn ich widerrufe",
        "Muss ich zahlen, bevor ich widerrufe",
        "Ich überlege es mir. Kann ich dann noch widerrufen?",
        "Ich möchte weder zurückgeben noch widerrufen",
        "I withdraw my complaint",
        "Erklären Sie mir bitte mein Recht auf Widerruf",
        "puis-je me rétracter sans donner de motif",
        "Von meinem Amt als Kassier trete ich zurück.",
        "Comment est-ce que je me rétracte",
        "Je me suis rétracté et j'attends mon argent",
        "Ich habe widerrufen und warte auf mein Geld",
    ],
)
def test_who_asks_denies_tells_or_means_something_else_has_not(words: str) -> None:
    assert not is_said(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ich widerrufe meine Einwilligung",
        "Ich widerrufe meinen Newsletter",
        "Ich widerrufe die Lastschrift",
        "Ich widerrufe das SEPA-Mandat",
        "I withdraw my consent",
        "Je retire mon consentement, je me rétracte de la newsletter",
    ],
)
def test_what_is_no_contract_is_not_withdrawn_from(words: str) -> None:
    assert is_no_contract(words)
    assert not is_declared(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ich widerrufe die Bestellung 1001 und meine Einwilligung in Werbung",
        "Ich widerrufe den Kauf. Meine Einwilligung zum Newsletter auch",
        "Ich widerrufe mein Abo",
    ],
)
def test_a_contract_named_beside_a_consent_is(words: str) -> None:
    assert is_declared(words)


@pytest.mark.parametrize(
    "words",
    [
        "the withdrawal period is over, can I still return",
        "Widerrufsformular",
        "wo finde ich das widerrufsformular",
        "wie lange kann ich widerrufen",
        "can i still withdraw",
        "did you get my withdrawal",
        "délai de rétractation",
        "puis-je encore me rétracter",
        "Widderruffsfrist",
        "wie widerrufe ich",
        "can I withdraw by phone or is it only valid in writing",
        "wéi kann ech widderruffen",
        "cancellation form template",
    ],
)
def test_a_question_without_its_mark_declares_nothing(words: str) -> None:
    assert not is_declared(words)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("please cancel my withdrawal", True),
        ("my withdrawal was yesterday, where is the label", True),
        ("ich möchte den Widerruf zurücknehmen", True),
        ("did you get my withdrawal?", True),
        ("Mein Mann hat schon widerrufen, ist das angekommen?", True),
        ("Je me suis rétracté hier", True),
        ("Ech hu scho widderruff", True),
        ("Kann ich widerrufen?", False),
        ("Habe ich ein Widerrufsrecht?", False),
        ("Ich widerrufe. Meinen Widerruf vom Montag auch", False),
        ("I withdraw from the contract", False),
    ],
)
def test_who_speaks_of_a_withdrawal_that_was_made_makes_no_other(words: str, made: bool) -> None:
    assert is_of_one_made(words) is made


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Ich will nicht widerrufen, nur wissen wo das Paket ist", "nur wissen wo das paket ist"),
        ("I don't want to withdraw, I just want to know where it is", "i just want to know where it is"),
        ("Ich widerrufe, es gefällt mir nicht", ""),
        ("Ich widerrufe den Vertrag nicht nur, ich bin auch enttäuscht", ""),
        ("Widerruf", ""),
    ],
)
def test_what_is_left_beside_a_denied_withdrawal(words: str, left: str) -> None:
    assert beside_denied(words) == left


# The model form of Annex I B of Directive 2011/83/EU, as somebody fills it in and sends it.
FORMS = {
    "de": """Muster-Widerrufsformular
(Wenn Sie den Vertrag widerrufen wollen, dann füllen Sie bitte dieses Formular aus und senden Sie es zurück.)
- An Laden, Beispielstraße 1, 12345 Beispielstadt:
- Hiermit widerrufe(n) ich/wir (*) den von mir/uns (*) abgeschlossenen Vertrag über den Kauf der folgenden Waren (*)
- Bestellt am (*)/erhalten am (*): 02.11.2026
(*) Unzutreffendes streichen.""",
    "en": """Model withdrawal form
- I/We (*) hereby give notice that I/We (*) withdraw from my/our (*) contract of sale of the following goods (*): mugs
- Ordered on (*)/received on (*): 2 November 2026
(*) Delete as appropriate.""",
    "fr": """Modèle de formulaire de rétractation
- Je/Nous (*) vous notifie/notifions (*) par la présente ma/notre (*) rétractation du contrat portant sur la vente
- Commandé le (*)/reçu le (*) : 2 novembre 2026
(*) Rayez la mention inutile.""",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_laws_own_form_declares(form: str) -> None:
    assert is_said(form)
