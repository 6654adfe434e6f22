"""Whether words about a withdrawal declare one: not where they are negated, asked, past, or take one back.

Any clear words do (§ 355 (1) BGB, Art. 11 (1) CRD), the model form of Annex I B of the directive among them.
"""

import re
from collections.abc import Iterator

from bot.support.results import Intent

# What phones type for an apostrophe.
TYPED_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
# A sentence asks or tells for itself: "I withdraw. When do I get my money?" declares.
SENTENCES = re.compile(r"[^.!?\n]*(?:[.!?]+|\n|$)")
# Clause by clause: "I withdraw because it does not fit" declares, "I do not withdraw" does not.
CLAUSES = re.compile(
    r"[,;:]|\b(?:weil|da|denn|aber|sondern|because|since|but|car|parce que|puisque|mais|well|wëll et|mä)\b"
)
# "I got it yesterday and withdraw": what is said in so many words may stand beside what is past.
BESIDE = re.compile(r"(?=\b(?:und|and|et|an|a)\b)")
ABOUT = re.compile(
    r"widerr?uf|wiederr?uf|widderr?uf|rücktritt|zurück(?:zu)?treten|\btrete\b|withdr[ae]w|revok|"
    r"rétract|retract|renonc|trieden"
)
NEGATED = (
    r"nicht|nichts|nie|niemals|kein\w*|weder|not|never|no|neither|\w+n't|dont|wont|"
    r"ne|n'\w+|pas|jamais|net|ni|kee\w*|keng\w*|weder"
)
PAST = (
    r"habe?|hatte|haben|wurde|bereits|schon|gestern|have|had|already|withdrew|withdrawn|yesterday|"
    r"j'ai|suis|déjà|hier|hunn|hu|hat|scho|gëscht\w*"
)
TAKEN_BACK = (
    r"zurück(?:zu)?nehmen|zurück(?:zu)?ziehen|nehme|ziehe|rückgängig|stornier\w*|abbrechen|cancel\w*|undo|take|taking|stop|"
    r"annul\w*|retire\w*|annuléier\w*|zréckzéien|zréckhuelen|zéien|huelen"
)
# Words that would deny or take back, and here do neither.
HARMLESS = re.compile(
    r"\bnicht nur\b|\bnot only\b|\bpas seulement\b|\bnet nëmmen\b|"
    r"\bnehme\b(?=[^.!?\n]*\bwahr\b)|\bretirer?\b(?=[^.!?\n]*\brétract)"
)
# Said, not asked about: whoever writes this has declared, whatever reason follows.
SAID = re.compile(
    r"\b(?:widerr?ufe|wiederr?ufe)\b|\bwiderrufen wir\b|\bwir widerr?ufen\b|"
    r"\b(?:erkläre|wir erklären|erklären wir)\b.{0,60}\b(?:widerruf|rücktritt)\b|"
    r"\bwiderrufsrecht\w*\b.{0,40}\b(?:gebrauch|wahr|aus)\b|\bgebrauch\b.{0,40}\bwiderrufsrecht|"
    r"\btrete[n]?\b.{0,60}\bzurück\b|"
    r"\b(?:i|we)(?:/we)?(?: \(\*\))? (?:hereby |now |do hereby )?(?:withdraw|revoke)\b|"
    r"\bexercis\w+\b.{0,30}\bright (?:of withdrawal|to withdraw|of cancellation)\b|"
    r"\b(?:je|nous) (?:me|nous) rétract(?:e|ons)\b|"
    r"\bexerc\w+\b.{0,20}\bdroit de rétractation\b|\bnotifi\w+\b.{0,80}\brétractation\b|"
    r"\bech (?:\w+ ){0,2}widderr?uff\w*|\bwidderr?uff\w* (?:ech|mir)\b|"
    r"\bwidderr?uff?srecht\b.{0,30}\bgebrauch\b|\bgebrauch\b.{0,40}\bwidderr?uff?srecht|\ban widderr?uff\w*"
)
# What else can be withdrawn, and who asks how; about those we ask back.
ELSEWHERE = re.compile(
    r"einwillig|zustimm|consent|newsletter|werbung|\babo\b|abonn|vollmacht|bewertung|review|complaint|beschwerde|\bamt\b|"
    r"\b(?:wie|how|comment|wéi|wenn|falls|if|si|wann|ob|whether|bevor|before|avant|ier)\b"
)
# What is no contract of sale; where a contract or an order is named beside it, that one is meant, too.
AGREEMENTS = r"einwillig|einverständnis|zustimm|consent|newsletter|werbung|averständnis|reklamm"
MANDATES = r"lastschrift|sepa|mandat|direct debit|prélèvement"
OTHERS = r"vollmacht|bewertung|review|complaint|beschwerde|réclamation"
NO_CONTRACT = re.compile(rf"{AGREEMENTS}|{MANDATES}|{OTHERS}")
AGREEMENT, MANDATE = re.compile(AGREEMENTS), re.compile(MANDATES)
CONTRACT = re.compile(r"bestell|vertrag|verträge|kauf|order|contract|purchase|command|contrat|achat|kontrakt|\d{3}")
# Who names the period or the form asks about it, with or without a question mark.
PAPERS = re.compile(
    r"\bwi(?:e)?derr?ufs?(?:frist|formular|belehrung)\w*|\b(?:withdrawal|cancellation) (?:period|form|deadline)\b|"
    r"\b(?:délai|formulaire) de rétractation\b|\bwidderr?uff?s?(?:frist|formular)\w*"
)
# A question by its first words: "kann ich noch widerrufen".
QUESTION = re.compile(
    r"^\W*(?:und |and |et |an |aber |but |mais )?(?:"
    r"(?:kann|könnte|darf|muss|soll|können|dürfen|müssen) (?:ich|man|wir)|"
    r"(?:can|could|may|must|should|do|did|does) (?:i|we|you|one)|(?:is|was|were|has|have) (?:it|my|you)|"
    r"(?:wo|wie|wann|warum|was|welche\w*|where|how|when|why|what|which|comment|où|quand|combien|puis-je|peut-on|est-ce|"
    r"wéi|wou|wéini|kann ech|däerf ech)\b)"
)
DOUBT = re.compile(rf"(?<!\w)(?:{NEGATED}|{PAST}|{TAKEN_BACK})(?!\w)")
NOT_SO = re.compile(rf"(?<!\w)(?:{NEGATED})(?!\w)")

# One that was made already, or is to be undone.
MADE = re.compile(
    r"\bmein\w* widerr?uf\b|\bwiderr?uf\b.{0,20}\b(?:zurück|rückgängig|stornier|abbrech)|\bmy withdrawal\b|"
    r"\bma rétractation\b|\bmäin?\w* widderr?uff?\b|\b(?:habe?|hatte|haben|hat)\b.{0,40}\bwiderr?ufen\b|"
    r"\bwithdrew\b|\b(?:have|had|has|already) (?:\w+ )?withdrawn\b|\b(?:suis|est) rétractée?\b|"
    r"\b(?:hunn|hu|huet)\b.{0,40}\bwidderr?uff\b"
)

SEVERAL = re.compile(
    r"\b(?:alles?|allen|beide[ns]?|sämtliche|bestellungen|verträge|käufe|all|both|orders|contracts|purchases|"
    r"tou(?:s|tes)|deux|commandes|contrats|achats|béid|kontrakter)\b"
)


def is_declared(text: str) -> bool:
    """Whether these words, which are about a withdrawal, are meant as one; a question alone never is."""
    about = [sentence for sentence in _sentences(text) if ABOUT.search(sentence)]
    if about and is_no_contract(text):
        return False
    if not about:
        return "?" not in text
    told = [sentence for sentence in about if not _asks(sentence)]
    return bool(told) and all(_is_meant(sentence) for sentence in told)


def is_said(text: str) -> bool:
    """Whether it is declared in so many words, whatever else is said: "ich widerrufe, es ist zu klein"."""
    return is_declared(text) and any(_says(sentence) for sentence in _sentences(text))


def withdrawn_instead(text: str) -> Intent | None:
    """What is meant where no contract is withdrawn from; None where one is, or nothing of ours."""
    if not is_no_contract(text):
        return None
    words = text.casefold()
    return "newsletter" if AGREEMENT.search(words) else "payment_problem" if MANDATE.search(words) else None


def is_no_contract(text: str) -> bool:
    """Whether what is withdrawn is no contract: an agreement to advertising, a mandate, a review."""
    about = [clause for sentence in _sentences(text) for clause in CLAUSES.split(sentence) if ABOUT.search(clause)]
    others = [clause for clause in about if NO_CONTRACT.search(clause)]
    return bool(others) and not any(CONTRACT.search(NO_CONTRACT.sub(" ", clause)) for clause in about)


def is_of_one_made(text: str) -> bool:
    """Whether it is about a withdrawal that was made before: its state, or taking it back."""
    return not is_declared(text) and any(MADE.search(sentence) for sentence in _sentences(text))


def beside_denied(text: str) -> str:
    """What is left without "I do not want to withdraw"; empty where nothing of the kind is said."""
    parts = [part for sentence in _sentences(text) for part in CLAUSES.split(sentence) if part.strip()]
    kept = [part for part in parts if not (ABOUT.search(part) and NOT_SO.search(part) and not SAID.search(part))]
    return ", ".join(part.strip() for part in kept) if len(kept) < len(parts) else ""


def means_several(text: str) -> bool:
    """Whether it is about more than one contract: "meine Bestellungen", "both orders"."""
    return any(ABOUT.search(sentence) and SEVERAL.search(sentence) for sentence in _sentences(text))


def _sentences(text: str) -> Iterator[str]:
    plain = HARMLESS.sub(" ", text.casefold().replace(TYPED_APOSTROPHE, "'"))
    return (found[0] for found in SENTENCES.finditer(plain) if found[0].strip())


def _asks(sentence: str) -> bool:
    """With its question mark, or without: by its first words, or since it is about the period or the form alone."""
    if sentence.rstrip().endswith("?"):
        return True
    about = [clause for clause in CLAUSES.split(sentence) if ABOUT.search(clause)]
    return not SAID.search(sentence) and all(QUESTION.search(clause) or _names_papers(clause) for clause in about)


def _names_papers(clause: str) -> bool:
    return bool(PAPERS.search(clause)) and not ABOUT.search(PAPERS.sub(" ", clause))


def _says(sentence: str) -> bool:
    return not _asks(sentence) and bool(SAID.search(sentence)) and not ELSEWHERE.search(sentence)


def _is_meant(sentence: str) -> bool:
    return all(_is_free(clause) for clause in CLAUSES.split(sentence) if clause and ABOUT.search(clause))


def _is_free(clause: str) -> bool:
    """Of doubt, or at least that part of it in which it is said."""
    if not DOUBT.search(clause):
        return True
    return any(SAID.search(part) and not DOUBT.search(part) for part in BESIDE.split(clause))
