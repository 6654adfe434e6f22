"""The words of a withdrawal as one table, read from locales/*/declaring.toml, all languages at once."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

from bot.config import LOCALES
from bot.i18n import TEXTS

Sign = Literal[
    "about", "said", "negated", "denied", "past", "taken_back", "unable", "harmless", "because", "beside", "elsewhere",
    "agreements", "mandates", "others", "contract", "papers", "asking", "inverted", "wondering", "made", "several",
]  # fmt: skip
# Anywhere, also inside a word; as whole words; as the first words.
ANYWHERE, WHOLE = "(?:{})", r"(?<!\w)(?:{})(?!\w)"
FIRST = r"^\W*(?:(?:{lead}) )?(?:{})\b"

TABLE: Mapping[Sign, str] = {
    # It is about a withdrawal, or a word of one's own for it.
    "about": ANYWHERE,
    # In so many words: whoever writes this has declared, whatever reason follows.
    "said": ANYWHERE,
    # With these it is negated, plainly denied ("I do not want to withdraw"), past, taken back, or does not work.
    "negated": WHOLE,
    "denied": ANYWHERE,
    "past": WHOLE,
    "taken_back": WHOLE,
    "unable": WHOLE,
    # What would deny or take back, and here does neither: left out before anything is judged.
    "harmless": ANYWHERE,
    # What begins another clause: "I withdraw because it does not fit" declares, "I do not withdraw" does not. What is
    # said in so many words may stand beside what is past: "I got it yesterday and withdraw".
    "because": WHOLE,
    "beside": WHOLE,
    # What else can be withdrawn, and who asks how; about those we ask back.
    "elsewhere": ANYWHERE,
    # What is no contract of sale, and what is: where one is named beside another, the contract is meant, too.
    "agreements": ANYWHERE,
    "mandates": ANYWHERE,
    "others": ANYWHERE,
    "contract": ANYWHERE,
    # Who names the period or the form asks about it, with or without a question mark.
    "papers": ANYWHERE,
    # A question by its first words ("was ist ein Widerruf"), so clearly that no words of a declaration are one in it
    # ("wie widerrufe ich", not "wie besprochen widerrufe ich"), or by words anywhere in it ("bis wann").
    "asking": FIRST,
    "inverted": FIRST,
    "wondering": ANYWHERE,
    # One that was made already, or is to be undone.
    "made": ANYWHERE,
    # More than one contract.
    "several": WHOLE,
}


@cache
def signs() -> Mapping[Sign, re.Pattern[str]]:
    """A pattern for each row of the table, over a sentence or a clause in small letters."""
    files = [tomllib.loads((TEXTS / locale / "declaring.toml").read_text("utf-8")) for locale in LOCALES]
    told = {sign: "|".join(part for file in files for part in file[sign]) for sign in TABLE}
    lead = f"{told['beside']}|{told['because']}"
    return {sign: re.compile(bound.format(told[sign], lead=lead)) for sign, bound in TABLE.items()}
