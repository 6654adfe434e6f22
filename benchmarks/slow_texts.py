"""The texts that take longest to understand, as far as chance has found them; the longest that a chat lets pass."""

import random
import string

LONGEST = 4_096


def _made_up(words: int, letters: int, seed: int) -> str:
    """Words that nobody knows, all different, each begun like a word of ours."""
    chance = random.Random(seed)
    beginnings = ("best", "lief", "rech", "paie", "comm", "retu", "vers", "liww")
    made = (
        chance.choice(beginnings) + "".join(chance.choices(string.ascii_lowercase, k=letters - 4)) for _ in range(words)
    )
    return " ".join(made)[:LONGEST]


SLOW_TEXTS = {
    "compounds without end": ("Bestellungslieferungsrechnungspaket" * 120)[:LONGEST],
    "many compounds": " ".join(f"lieferungs{chr(97 + n % 26)}{chr(97 + n // 26)}verzögerungspaket" for n in range(120))[
        :LONGEST
    ],
    "many words that nobody knows": _made_up(400, 9, 1),
    "long words that nobody knows": _made_up(80, 50, 2),
    "letters one by one": " ".join(string.ascii_lowercase * 80)[:LONGEST],
    "one word": "a" * LONGEST,
    "sentences without end": ("Wo ist mein Paket? " * 250)[:LONGEST],
    "negations": ("nicht stornieren, don't cancel, ne pas annuler, " * 90)[:LONGEST],
    "apostrophes": ("n't " * 1_200)[:LONGEST],
    "addresses": ("a@b.c www.x.y http://z " * 200)[:LONGEST],
    "emoji": "🚚📦❓" * (LONGEST // 3),
    "from right to left": ("\u202eأين طلبي؟ " * 400)[:LONGEST],
    "accents upon accents": ("e" + "\u0301" * 30 + " ") * (LONGEST // 32),
    "digits": "1" * LONGEST,
}
