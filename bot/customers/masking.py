"""What of a person may stand in a chat that others may read: enough to recognise oneself, too little to use."""

from bot.shop.numbers import postcode_key

HIDDEN = "•••"
LONGEST_SUFFIX = 6


def mask_name(name: str | None) -> str | None:
    """`A••• M•••` for Anna Maria Muster: the initials of the first and the last word."""
    words = (name or "").split()
    if not words:
        return None
    shown = words if len(words) < 2 else [words[0], words[-1]]
    return " ".join(_initial(word) for word in shown)


def mask_email(email: str | None) -> str | None:
    """`m•••@e•••.org`: the first letters and the ending; an ending that is none is hidden too."""
    text = (email or "").strip()
    if not text:
        return None
    local, at, host = text.rpartition("@")
    if not at:
        return HIDDEN
    domain, dot, suffix = host.rpartition(".")
    ending = suffix if dot and suffix.isalpha() and len(suffix) <= LONGEST_SUFFIX else HIDDEN
    return f"{_initial(local)}@{_initial(domain)}.{ending}"


def mask_phone(phone: str | None) -> str | None:
    """`••• 42`: the last two digits."""
    digits = [character for character in phone or "" if character.isdecimal()]
    if not digits:
        return None
    return f"{HIDDEN} {''.join(digits[-2:])}" if len(digits) > 5 else HIDDEN


def mask_address(*, street: str | None, postal_code: str | None, city: str | None, country: str | None) -> str | None:
    """`H•••, 10••• Berlin, DE`: the town is told, the street and the house are not."""
    place = " ".join(part for part in (_beginning(postal_code), (city or "").strip()) if part)
    parts = [_initial(street) if (street or "").strip() else "", place, (country or "").strip()]
    return ", ".join(part for part in parts if part) or None


def _initial(word: str | None) -> str:
    """The first letter of a word of two letters or more; a shorter one would be told whole."""
    text = (word or "").strip()
    return f"{text[0]}{HIDDEN}" if len(text) > 1 and text[0].isalnum() else HIDDEN


def _beginning(postal_code: str | None) -> str:
    text = (postal_code or "").strip()
    if not text:
        return ""
    key = postcode_key(text)
    return f"{key[:2]}{HIDDEN}" if len(key) > 3 else HIDDEN
