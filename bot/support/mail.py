"""An e-mail address that stands alone in a message: somebody tells who they are."""

import re

from bot.support.spoken import LONGEST_READ, parts_of, spoken

ADDRESS = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\s@<>(),;:\".]{2,}")
AROUND_IT = "<>().,;:!\"' "


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
