"""An e-mail address by itself: whoever writes it wants to be known, and learns of nobody's purchases."""

import pytest

from bot.config import LOCALES, Locale
from bot.customers.models import Link
from bot.i18n import plain
from bot.support.mail import find_mail
from bot.support.models import Question
from tests.journeys.test_followups import as_read
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Town

MAIL = "erika@example.org"
SAID: dict[Locale, str] = {
    "de": f"meine E-Mail ist {MAIL}",
    "en": f"my e-mail address is {MAIL}.",
    "fr": f"mon adresse e-mail est {MAIL}",
    "lb": f"meng E-Mail ass {MAIL}",
}


@pytest.mark.parametrize("text", [MAIL, f" {MAIL.upper()} ", f"<{MAIL}>", *SAID.values()])
def test_an_address_alone_is_one(text: str) -> None:
    assert (find_mail(text) or "").casefold() == MAIL


@pytest.mark.parametrize(
    "text", ["erika@example", "@erika", f"{MAIL} und {MAIL}x", f"Schicken Sie die Rechnung an {MAIL}", "a @ b.de", ""]
)
def test_other_words_stand_for_themselves(text: str) -> None:
    assert find_mail(text) is None


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_number_follows_and_the_purchase_is_offered(town: Town, locale: Locale) -> None:
    erika = await a_customer(email=MAIL)
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    anna = await town.customer(locale)
    await anna.says(SAID[locale])
    anna.reads(as_read(plain(locale, "question-mail-number")))
    await anna.says("1001")
    await anna.taps(plain(locale, "link-confirm-button"))
    assert await Link.filter(chat_id=anna.id, customer_id=erika.id).exists()
    [row] = await Question.all()
    assert "erika" not in (row.text or "")


async def test_known_and_unknown_addresses_are_answered_alike(town: Town) -> None:
    await an_order("1001", customer=await a_customer(email=MAIL), parcels=[parcel("in_transit")])
    told = []
    for place, mail in enumerate((MAIL, "nobody@example.org")):
        anna = await town.customer("de", name=f"Anna {place}")
        await anna.says(mail)
        told.append((anna.text, anna.buttons))
    assert told[0] == told[1]
    await anna.says("1001")
    anna.reads(as_read(plain("de", "link-not-found")))
    await anna.says(MAIL)
    anna.can_tap(plain("de", "link-confirm-button"))


async def test_ones_own_address_shows_the_account(town: Town) -> None:
    anna = await town.customer("de", owns=[await a_customer(email=MAIL)])
    await anna.says(MAIL.upper())
    anna.reads("schon verknüpft", "Mein Konto")
    await anna.says("ben@example.org")
    anna.reads("Danke. Mit der Bestellnummer")
