"""Whether words about a withdrawal declare one: not where they are negated, asked, past, or take one back.

Any clear words do (§ 355 (1) BGB, Art. 11 (1) CRD), the model form of Annex I B of the directive among them.
"""

import re
from collections.abc import Iterator

from bot.support.declaring_words import Sign, signs
from bot.support.results import Intent

# What phones and keyboards type for an apostrophe.
TYPED_APOSTROPHES = str.maketrans(dict.fromkeys("\N{RIGHT SINGLE QUOTATION MARK}`\N{ACUTE ACCENT}", "'"))
# A sentence asks or tells for itself: "I withdraw. When do I get my money?" declares.
SENTENCES = re.compile(r"[^.!?\n]*(?:[.!?]+|\n|$)")
PAUSES = re.compile("[,;:]")
# "Where is the cancellation form" asks about it; who writes more may declare.
MOST_NAMING = 6


def is_declared(text: str) -> bool:
    """Whether these words, which are about a withdrawal, are meant as one; a question alone never is."""
    about = [sentence for sentence in _sentences(text) if _has("about", sentence)]
    if about and is_no_contract(text):
        return False
    if not about:
        return not any(_asks_otherwise(sentence) for sentence in _sentences(text))
    told = [sentence for sentence in about if not _asks(sentence)]
    return bool(told) and all(_is_meant(sentence) for sentence in told)


def is_said(text: str) -> bool:
    """Whether it is declared in so many words, whatever else is said: "ich widerrufe, es ist zu klein"."""
    return is_declared(text) and any(_says(sentence) for sentence in _sentences(text))


def is_denied(text: str) -> bool:
    """Whether it says no more of a withdrawal than that none is wished; not that it does not work, or was made."""
    about = [clause for sentence in _sentences(text) for clause in _clauses(sentence) if _has("about", clause)]
    return bool(about) and all(_denies(clause) for clause in about) and not any(map(_asks, _sentences(text)))


def withdrawn_instead(text: str) -> Intent | None:
    """What is meant where no contract is withdrawn from; None where one is, or nothing of ours."""
    if not is_no_contract(text):
        return None
    words = text.casefold()
    return "newsletter" if _has("agreements", words) else "payment_problem" if _has("mandates", words) else None


def is_no_contract(text: str) -> bool:
    """Whether what is withdrawn is no contract: an agreement to advertising, a mandate, a review."""
    about = [clause for sentence in _sentences(text) for clause in _clauses(sentence) if _has("about", clause)]
    others: tuple[Sign, ...] = ("agreements", "mandates", "others")
    return any(_has(each, clause) for each in others for clause in about) and not any(
        _has("contract", _without(clause, *others)) for clause in about
    )


def is_of_one_made(text: str) -> bool:
    """Whether it is about a withdrawal that was made before: its state, or taking it back."""
    return not is_declared(text) and any(_has("made", sentence) for sentence in _sentences(text))


def beside_denied(text: str) -> str:
    """What is left without "I do not want to withdraw"; empty where nothing of the kind is said."""
    parts = [part for sentence in _sentences(text) for part in _clauses(sentence) if part.strip()]
    kept = [part for part in parts if not _has("about", part) or not _has("negated", part) or _has("said", part)]
    return ", ".join(part.strip() for part in kept) if len(kept) < len(parts) else ""


def means_several(text: str) -> bool:
    """Whether it is about more than one contract: "meine Bestellungen", "both orders"."""
    return any(_has("about", sentence) and _has("several", sentence) for sentence in _sentences(text))


def names_papers(text: str) -> bool:
    """Whether the period or the form is named: "Widerrufsfrist", "cancellation form"."""
    return any(_has("papers", sentence) for sentence in _sentences(text))


def _has(sign: Sign, text: str) -> bool:
    return signs()[sign].search(text) is not None


def _without(text: str, *left_out: Sign) -> str:
    for sign in left_out:
        text = signs()[sign].sub(" ", text)
    return text


def _sentences(text: str) -> Iterator[str]:
    plain = _without(text.casefold().translate(TYPED_APOSTROPHES), "harmless")
    return (found[0] for found in SENTENCES.finditer(plain) if found[0].strip())


def _clauses(sentence: str) -> list[str]:
    return [clause for part in PAUSES.split(sentence) for clause in signs()["because"].split(part)]


def _asks(sentence: str) -> bool:
    """With its question mark, or without: by its words, or since it is about the period or the form alone."""
    if sentence.rstrip().endswith("?"):
        return True
    about = [clause for clause in _clauses(sentence) if _has("about", clause)]
    if about and all(_has("inverted", clause) for clause in about):
        return True
    return not _has("said", sentence) and all(
        _has("asking", clause) or _has("wondering", clause) or _names_only_papers(clause) for clause in about
    )


def _asks_otherwise(sentence: str) -> bool:
    """The same of a sentence without a word for it: "where is the cancellation form"."""
    names_papers = _has("papers", sentence) and len(sentence.split()) <= MOST_NAMING
    return sentence.rstrip().endswith("?") or _has("inverted", sentence) or names_papers


def _names_only_papers(clause: str) -> bool:
    return _has("papers", clause) and not _has("about", _without(clause, "papers"))


def _says(sentence: str) -> bool:
    return not _asks(sentence) and _has("said", sentence) and not _has("elsewhere", sentence)


def _is_meant(sentence: str) -> bool:
    return all(_is_free(clause) for clause in _clauses(sentence) if clause and _has("about", clause))


def _is_free(clause: str) -> bool:
    """Of doubt, or at least that part of it in which it is said."""
    if not _is_doubtful(clause):
        return True
    parts = _split_before("beside", clause)
    return any(_has("said", part) and not _is_doubtful(part) for part in parts)


def _is_doubtful(clause: str) -> bool:
    return _has("negated", clause) or _has("past", clause) or _has("taken_back", clause)


def _denies(clause: str) -> bool:
    return _has("denied", clause) and not any(
        _has(each, clause) for each in ("past", "taken_back", "unable", "made", "papers")
    )


def _split_before(sign: Sign, text: str) -> list[str]:
    starts = [0, *(found.start() for found in signs()[sign].finditer(text))]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
