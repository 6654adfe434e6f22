"""Spellings, compounds, negation, languages mixed in one sentence: the wish is found, and never its opposite."""

import pytest

from bot.support.matching import Match, match
from bot.support.results import Intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Wou ass meng Livraison, ech hunn de Suivi net kritt", "order_status"),
        ("ech hätt gär eng Facture fir mäi Kaf", "invoice"),
        ("Salut, ech wéilt meng Adress fir d'Livraison änneren svp", "change_address"),
        ("wéi vill Punkten hunn ech op menger carte de fidélité", "loyalty_points"),
        ("kann ech mat carte bancaire bezuelen", "payment_methods"),
        ("moien, mäi Pak ass kaputt ukomm, c'est cassé", "damaged_item"),
        ("bonjour, ich möchte meine commande stornieren", "cancel_order"),
        ("ech brauch e Remboursement, wou bleift mäi Geld", "refund_status"),
        ("je voudrais den Newsletter abbestellen", "newsletter"),
        ("ech wëll mat engem Mënsch schwätzen, pas avec un robot", "human"),
        ("hello, wo ist mein Paket please", "order_status"),
        ("kéint ech w.e.g. en code promo kréien", "coupon"),
    ],
)
def test_languages_are_mixed_in_one_sentence(text: str, intent: Intent) -> None:
    assert intent in _offered(match(text))


@pytest.mark.parametrize(
    ("usual", "typed"),
    [
        ("Rückerstattung für meine Rücksendung überfällig", "Rueckerstattung fuer meine Ruecksendung ueberfaellig"),
        ("Größe der Bestellung ändern", "Groesse der Bestellung aendern"),
        ("Lieferadresse ändern", "LIEFERADRESSE AENDERN"),
        ("Käuferschutz und Rückgabemöglichkeit", "Kaeuferschutz und Rueckgabemoeglichkeit"),
        ("où est ma commande passée à Noël", "ou est ma commande passee a Noel"),
        ("j'ai reçu un article cassé et abîmé", "j'ai recu un article casse et abime"),
        ("réclamation concernant le délai de rétractation", "reclamation concernant le delai de retractation"),
        ("wéi laang dauert d'Liwwerung op Lëtzebuerg", "wei laang dauert d'Liwwerung op Letzebuerg"),
        ("ech hätt gär eng Rechnung", "ech hatt gar eng Rechnung"),
        ("wo bleibt meine Bestellung", "wo bleibt\u200b meine Bestel\u00adlung\ufeff"),
    ],
)
def test_umlauts_and_accents_may_be_written_otherwise_or_left_out(usual: str, typed: str) -> None:
    one, other = match(usual), match(typed)
    assert one.best
    assert [each.intent for each in one.offered] == [each.intent for each in other.offered]
    assert one.verdict == other.verdict


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Lieferadressenänderung", "change_address"),
        ("Rechnungskopie", "invoice"),
        ("Rücksendeetikett", "return_item"),
        ("Bestellstornierung", "cancel_order"),
        ("Treuepunktestand", "loyalty_points"),
        ("Geschenkgutscheineinlösung", "coupon"),
        ("Newsletterabmeldung", "newsletter"),
        ("Widerrufserklärung", "withdrawal"),
        ("Zahlungsmöglichkeiten", "payment_methods"),
        ("Datenschutzauskunft", "privacy"),
    ],
)
def test_german_compounds_say_what_their_parts_say(text: str, intent: Intent) -> None:
    assert intent in _offered(match(text))


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("I don't want to return it", "return_item"),
        ("I do not want to send this back", "return_item"),
        ("we dont want to return the shoes", "return_item"),
        ("ich möchte die Schuhe nicht zurückgeben", "return_item"),
        ("das will ich auf keinen Fall zurückschicken", "return_item"),
        ("je ne veux pas retourner l'article", "return_item"),
        ("je ne souhaite pas renvoyer ce colis", "return_item"),
        ("ech wëll et net zréckschécken", "return_item"),
        ("bitte nicht stornieren!", "cancel_order"),
        ("meine Bestellung soll nicht storniert werden", "cancel_order"),
        ("n'annulez pas ma commande s'il vous plaît", "cancel_order"),
        ("w.e.g. meng Bestellung net annuléieren", "cancel_order"),
        ("I never wanted to cancel anything", "cancel_order"),
        ("ich will nichts kaufen", "place_order"),
        ("I don't want to buy anything", "place_order"),
        ("je ne veux rien acheter", "place_order"),
        ("ech wëll näischt kafen", "place_order"),
    ],
)
def test_what_is_denied_is_neither_done_nor_offered(text: str, denied: Intent) -> None:
    matched = match(text)
    assert matched.best is None or matched.verdict != "answer" or matched.best.intent != denied
    assert denied not in _offered(matched)


@pytest.mark.parametrize(
    "text", ["kein Interesse", "Nein danke, kein Interesse", "not interested", "pas intéressé", "keen Interessi"]
)
def test_who_is_not_interested_is_sold_nothing(text: str) -> None:
    matched = match(text)
    assert matched.verdict != "answer"
    assert matched.verdict == "fallback" or "place_order" not in _offered(matched)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ich kann mich nicht einloggen", "account"),
        ("my parcel has not arrived", "order_status"),
        ("mon code promo ne marche pas", "coupon"),
        ("d'Bezuelung geet net", "payment_problem"),
        ("why can't I return this", "return_item"),
        ("ich habe das nicht bestellt, was hier liegt", "wrong_item"),
    ],
)
def test_a_negation_may_be_what_is_wrong(text: str, intent: Intent) -> None:
    assert intent in _offered(match(text))


def _offered(matched: Match) -> list[Intent]:
    return [each.intent for each in matched.offered]
