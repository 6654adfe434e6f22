"""Order numbers inside free text, however they are spelled (FAQ-07)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.shop.numbers import normalise_number
from bot.support.words import as_seen

RUN = re.compile(r"[^\W\d_]+|\d+")
# What may stand between the parts of one number: "DE-2026/0001", "10 01".
INSIDE = re.compile(r"[\s\-_/.'#]{0,2}")
WORD = re.compile(r"[^\W_]+(?:[-_/.#][^\W_]+)*")
DATE_OR_TIME = re.compile(r"\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{2}){0,2})?|\d{4}-\d\d-\d\d")
# What nobody needs to know who wants to know what is asked: numbers of any kind, addresses, links.
LEADING_TO_SOMEBODY = ("@", "://", "www.")
TAKEN_OUT = "#"
LONGEST_SPELLING = 6
# Shorter numbers are also amounts and sizes: they count only where the text says that they are numbers.
SHORTEST_BARE = 3
SHORTEST_FORGIVEN = 4

# Words that announce a number in our four languages, without accents ("wo ist 1001", "commande n° 1001").
_GERMAN = {"bestellung", "bestellnummer", "bestellungsnummer", "bestellnr", "auftrag", "auftragsnummer", "nummer"}
_PARCELS = {"paket", "packet", "parcel", "package", "sendung", "lieferung", "colis", "livraison", "pak"}
_ENGLISH_AND_FRENCH = {"order", "orders", "ordernumber", "number", "commande", "numero"}
_SHORT = {"nr", "no", "num", "n"}
_VERBS = {"ist", "is", "est", "ass", "bleibt", "bleift", "kommt"}
ANNOUNCING = frozenset(_GERMAN | _PARCELS | _ENGLISH_AND_FRENCH | _SHORT | _VERBS)


@dataclass(frozen=True, slots=True)
class Mention:
    """Something in the text that looks like an order number; `announced` when the text says that it is one."""

    text: str
    key: str
    announced: bool


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    start: int
    end: int


def find_own(text: str, own: Iterable[tuple[int, str]]) -> list[int]:
    """Ids of the customer's own orders that the text names exactly, in the order of the text.

    `own` are (id, number), the newest first: of two orders of one number the newer is meant.
    """
    ids: dict[str, int] = {}
    for order_id, number in own:
        ids.setdefault(normalise_number(number), order_id)
    folded = _fold(text)
    return list(dict.fromkeys(ids[key] for key in _longest(_spelled(folded, ids))))


def may_name_an_order(text: str) -> bool:
    """Whether one's own numbers are worth looking up: there is a digit, a lone word, or an announced one."""
    folded = _fold(text)
    runs = [match[0] for match in RUN.finditer(folded)]
    announced = any(one in ANNOUNCING and other not in ANNOUNCING for one, other in pairwise(runs))
    return any(map(str.isdecimal, folded)) or announced or len(folded.split()) == 1


def find_mentions(text: str) -> list[Mention]:
    """What looks like an order number, whosever it may be; dates and times do not."""
    folded = _fold(text)
    found = []
    for word in WORD.finditer(folded):
        if DATE_OR_TIME.fullmatch(word[0]):
            continue
        bare = _without_announcement(word[0])
        if sum(map(str.isdecimal, bare)) >= SHORTEST_BARE:
            announced = bare != word[0] or _is_announced(folded, word.start()) or word[0] == folded.strip(" #?!.,:")
            found.append(Mention(bare, normalise_number(bare), announced))
    return found


def without_numbers(text: str) -> str:
    """The words of a text in one line, a "#" in the place of numbers (order, phone, card), addresses and links."""
    kept: list[str] = []
    for word in text.split():
        told = TAKEN_OUT if any(map(str.isdigit, word)) or any(sign in word for sign in LEADING_TO_SOMEBODY) else word
        if kept[-1:] != [TAKEN_OUT] or told != TAKEN_OUT:
            kept.append(told)
    return " ".join(kept)


def forgive_typo(mention: Mention, own: Iterable[tuple[int, str]]) -> tuple[int, str] | None:
    """The one own order whose number is a single slip away (a digit wrong, missing, doubled or two swapped)."""
    if len(mention.key) < SHORTEST_FORGIVEN:
        return None
    near = [
        (order_id, number)
        for order_id, number in own
        if len(key := normalise_number(number)) >= SHORTEST_FORGIVEN
        and OSA.distance(mention.key, key, score_cutoff=1) == 1
    ]
    return near[0] if len(near) == 1 else None


def _fold(text: str) -> str:
    """Without case and accents, with digits of any script as our own."""
    plain = unicodedata.normalize("NFKD", as_seen(text).casefold())
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain if not unicodedata.combining(c))


def _spelled(text: str, ids: Mapping[str, int]) -> Iterator[tuple[int, int, str]]:
    """Every stretch of the text that spells one of the keys: (start, end, key)."""
    if not ids:
        return
    runs = [_Run(match[0], match.start(), match.end()) for match in RUN.finditer(text)]
    for first in range(len(runs)):
        for last in range(first, min(first + LONGEST_SPELLING, len(runs))):
            spelling = runs[first : last + 1]
            if not all(INSIDE.fullmatch(text[a.end : b.start]) for a, b in pairwise(spelling)):
                break
            key = "".join(run.text for run in spelling)
            if key in ids and _stands_alone(text, runs, first, last):
                yield spelling[0].start, spelling[-1].end, key


def _stands_alone(text: str, runs: list[_Run], first: int, last: int) -> bool:
    """Not a part of a longer number or word; short ones and mere words must be announced, or be all there is."""
    glued_before = first > 0 and runs[first - 1].end == runs[first].start
    glued_after = last + 1 < len(runs) and runs[last + 1].start == runs[last].end
    if glued_after or (glued_before and runs[first - 1].text not in ANNOUNCING):
        return False
    spelling = "".join(run.text for run in runs[first : last + 1])
    telling = len(spelling) >= SHORTEST_BARE and any(map(str.isdecimal, spelling))
    whole = first == 0 and last == len(runs) - 1
    return telling or whole or _is_announced(text, runs[first].start)


def _longest(spelled: Iterable[tuple[int, int, str]]) -> list[str]:
    """Of overlapping spellings the longest, in the order of the text."""
    kept: list[tuple[int, int, str]] = []
    for start, end, key in sorted(spelled, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other_start or other_end <= start for other_start, other_end, _ in kept):
            kept.append((start, end, key))
    return [key for _, _, key in sorted(kept)]


def _is_announced(text: str, start: int) -> bool:
    """Whether a "#" or a word such as "Bestellung" or "Nr." stands right before."""
    before = text[:start].rstrip(" \t\n:.-_")
    if before.endswith(("#", "№", "°", "º")):
        return True
    words = RUN.findall(before[-24:])
    return bool(words) and before.endswith(words[-1]) and words[-1] in ANNOUNCING


def _without_announcement(word: str) -> str:
    """`order-1001` and `nr1001` without their first word; other words stay as they are."""
    leading = RUN.match(word)
    if leading and leading[0] in ANNOUNCING and leading.end() < len(word):
        return _without_announcement(word[leading.end() :].lstrip("-_/.#"))
    return word
