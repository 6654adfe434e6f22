"""One word for each carrier, whoever names it: `DHL eCommerce`, `dhl-germany` and `DHLParcel` are `dhl`."""

import re

LONGEST = 64
NOT_IN_A_WORD = re.compile(r"[^a-z0-9]+")
UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "é": "e", "è": "e"})
# By how a name begins; the longer ones first, because "Deutsche Post DHL" is DHL and "post_at" is no POST.
BEGINNINGS = {
    "deutsche_post_dhl": "dhl",
    "deutsche_post": "deutsche_post",
    "austrian_post": "austrian_post",
    "osterreichische_post": "austrian_post",
    "post_at": "austrian_post",
    "postat": "austrian_post",
    "post_luxembourg": "post_luxembourg",
    "luxembourg_post": "post_luxembourg",
    "post_lu": "post_luxembourg",
    "mondial": "mondial_relay",
    "la_poste": "la_poste",
    "laposte": "la_poste",
    "colissimo": "colissimo",
    "chronopost": "chronopost",
    "royal_mail": "royal_mail",
    "royalmail": "royal_mail",
    "an_post": "an_post",
    "postnl": "postnl",
    "bpost": "bpost",
    "hermes": "hermes",
    "evri": "hermes",
    "fedex": "fedex",
    "mydhl": "dhl",
    "dhl": "dhl",
    "dpd": "dpd",
    "gls": "gls",
    "ups": "ups",
    "tnt": "tnt",
}
# Other companies whose names begin like one of the above.
NOT_THESE = ("ups_mail_innovations", "upside", "glsen")


def carrier_word(name: str | None) -> str | None:
    """Our word of a carrier, else its own name in the same spelling; None for no name."""
    plain = NOT_IN_A_WORD.sub("_", (name or "").casefold().translate(UMLAUTS)).strip("_")
    if not plain.startswith(NOT_THESE):
        for beginning, word in BEGINNINGS.items():
            if plain.startswith(beginning):
                return word
    return plain[:LONGEST] or None
