"""An e-mail address that stands alone in a message: somebody tells who they are."""

import re

from bot.shop.numbers import normalise_number
from bot.support.mentions import ANNOUNCING, find_mentions
from bot.support.spoken import LONGEST_READ, parts_of, spoken

ADDRESS = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\s@<>(),;:\".]{2,}")
AROUND_IT = "<>().,;:!\"' "


def mail_in(text: str) -> str:
    """The first address in the text; empty where there is none."""
    found = ADDRESS.search(text[:LONGEST_READ])
    return found[0].strip(AROUND_IT) if found else ""


def find_mail_and_number(text: str) -> tuple[str, str] | None:
    """An address and the number of one order, where nothing else is said."""
    mail = mail_in(text)
    if not mail or len(text) > LONGEST_READ:
        return None
    rest = text.replace(mail, " ")
    known, mentions = spoken(), find_mentions(rest)
    around = known.mail | known.around | known.mine | ANNOUNCING
    said = parts_of(rest.replace(mentions[0].text, " ")) if len(mentions) == 1 else parts_of(rest)
    if len(mentions) != 1 or not all(word in around or word in normalise_number(mentions[0].text) for word in said):
        return None
    return mail, mentions[0].text


def find_mail(text: str) -> str | None:
    """The one address, where nothing else is said but that it is one ("meine E-Mail ist …")."""
    found = ADDRESS.findall(text[:LONGEST_READ])
    if len(found) != 1 or len(text) > LONGEST_READ:
        return None
    rest = parts_of(text.replace(found[0], " "))
    known = spoken()
    if all(word in known.mail or word in known.around for word in rest):
        return str(found[0]).strip(AROUND_IT)
    return None
