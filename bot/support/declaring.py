"""Whether a sentence about a withdrawal declares one: not where it is negated, past, or takes one back."""

import re

# What phones type for an apostrophe.
TYPED_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
# Clause by clause: "I withdraw because it does not fit" declares, "I do not withdraw" does not.
CLAUSES = re.compile(
    r"[,.;:!?\n]|\b(?:weil|da|denn|aber|sondern|because|since|but|car|parce que|puisque|mais|well|wëll et|mä)\b"
)
ABOUT = re.compile(
    r"widerr?uf|widderruf|rücktritt|zurück(?:zu)?treten|\btrete\b|withdr[ae]w|revok|rétract|retract|renonc|trieden"
)
NEGATED = (
    r"nicht|nichts|nie|niemals|kein\w*|not|never|no|\w+n't|dont|wont|"
    r"ne|n'\w+|pas|jamais|net|ni|kee\w*|keng\w*"
)
PAST = (
    r"habe?|hatte|haben|wurde|bereits|schon|gestern|have|had|already|withdrew|withdrawn|yesterday|"
    r"j'ai|suis|déjà|hier|hunn|hu|hat|scho|gëscht\w*"
)
TAKEN_BACK = (
    r"zurück(?:zu)?nehmen|zurück(?:zu)?ziehen|nehme|ziehe|rückgängig|stornier\w*|abbrechen|cancel\w*|undo|take|taking|stop|"
    r"annul\w*|retire\w*|annuléier\w*|zréckzéien|zréckhuelen|zéien|huelen"
)
# Said, not asked about: whoever writes this has declared, whatever reason follows.
SAID = re.compile(
    r"\bich\b[^,.;:!?\n]{0,40}\bwiderrufe\b|\bwiderrufe ich\b|\bwir widerrufen\b|\bwiderrufen wir\b|"
    r"\btrete[^.;:!?\n]{0,60}\bzurück\b|\b(?:i|we) (?:hereby )?(?:withdraw from|revoke)\b|"
    r"\b(?:je me|nous nous) rétract\w+|\bech widderruff\w*|\bwidderruff\w* ech\b"
)
# What else can be withdrawn, and who asks how; about those we ask back.
ELSEWHERE = re.compile(
    r"einwillig|zustimm|consent|newsletter|werbung|\babo\b|abonn|vollmacht|bewertung|review|"
    r"\b(?:wie|how|comment|wéi|wenn|falls|if|si|wann|ob|whether)\b"
)
DOUBT = re.compile(rf"(?<!\w)(?:{NEGATED}|{PAST}|{TAKEN_BACK})(?!\w)")


def is_declared(text: str) -> bool:
    """Whether these words, which are about a withdrawal, are meant as one; a question never is."""
    if "?" in text:
        return False
    plain = text.casefold().replace(TYPED_APOSTROPHE, "'")
    clauses = [clause for clause in CLAUSES.split(plain) if clause and ABOUT.search(clause)]
    return not any(DOUBT.search(clause) for clause in clauses)


def is_said(text: str) -> bool:
    """Whether it is declared in so many words, whatever else is said: "ich widerrufe, es ist zu klein"."""
    plain = text.casefold().replace(TYPED_APOSTROPHE, "'")
    return bool(SAID.search(plain)) and not ELSEWHERE.search(plain) and is_declared(text)
