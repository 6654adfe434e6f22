"""\"Is it solved?\" is answered in words as well as by its buttons, and nothing else is taken for an answer."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.surveys.models import Answer
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.chat import Person
from tests.support.staffed import Shop, eventually, seen

HOUR = timedelta(hours=1)


@pytest.fixture
def clock() -> Clock:
    """Noon in Berlin: at night nobody is asked."""
    now = real_now()
    return Clock(now.astimezone(ZoneInfo("Europe/Berlin")).replace(hour=12, minute=0) + timedelta(days=1) - now)


async def asked(shop: Shop, locale: Locale = "de") -> tuple[Person, int]:
    """Anna was unhappy, the staff have helped and closed, and she is asked; the message of the question."""
    erika, now = await a_customer(), shop.town.clock.now()
    delivered = parcel(scan("delivered", at=now - 2 * HOUR))
    await an_order("1001", customer=erika, parcels=[delivered], ship_country="DE")
    anna = await shop.town.customer(locale, owns=[erika])
    await anna.says("/start")
    await anna.says("1001")
    await anna.taps(plain(locale, "order-rate-button"))
    await anna.taps("1 😞")
    card = await shop.card()
    await shop.replies(shop.mia, "Wir helfen", card)
    await eventually(lambda: seen(anna, "Wir helfen"))
    await shop.replies(shop.mia, "/close late refunded", card)
    yes = plain(locale, "solved-yes-button")

    async def offered() -> Any:
        await anna.looks()
        return any(yes in str(message.get("reply_markup")) for message in anna.seen)

    await eventually(offered)
    message_id, _ = anna.data_of(yes)
    return anna, message_id


async def verdict() -> tuple[str, bool | None]:
    case = await Case.get(cause="detractor")
    return case.status, case.solved


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("solved", [True, False])
async def test_yes_and_no_are_typed_right_after_a_rating(shop: Shop, locale: Locale, solved: bool) -> None:
    anna, message_id = await asked(shop, locale)
    typed = {"de": "Nein", "en": "no", "fr": "Non !", "lb": "nee"}
    said = {"de": "Ja", "en": "yes", "fr": "Oui !", "lb": "jo"}

    await anna.says((said if solved else typed)[locale])

    anna.reads(plain(locale, f"solved-told-{'solved' if solved else 'unsolved'}").replace("\u00a0", " ")[:40])
    assert await verdict() == ("closed" if solved else "open", solved)
    assert (await Answer.get()).comment is None
    question = next(message for message in anna.seen if message["message_id"] == message_id)
    assert not question.get("reply_markup", {}).get("inline_keyboard"), "it has been answered"


async def test_a_longer_no_opens_it_again_and_its_words_reach_the_staff(shop: Shop) -> None:
    anna, _ = await asked(shop)

    await anna.says("Nein, der Deckel fehlt immer noch")

    assert await verdict() == ("open", False)
    assert await CaseMessage.filter(author="customer", text__contains="Deckel").exists()
    await shop.sees(lambda message: "der Deckel fehlt" in str(message.get("text")))


async def test_a_reply_counts_days_later_and_unclear_words_are_kept_and_asked_about(shop: Shop) -> None:
    anna, message_id = await asked(shop)
    shop.town.clock.advance(timedelta(days=3))
    await anna.says("/start")

    await anna.sees_after(await anna.visitor.says("Das weiß ich noch nicht genau", reply_to=message_id))
    anna.reads("Ist es für Sie gelöst?")
    assert await verdict() == ("closed", None)
    assert await CaseMessage.filter(author="customer", text__contains="nicht genau").exists()
    await anna.sees_after(await anna.visitor.says("nein", reply_to=message_id))

    assert await verdict() == ("open", False)


async def test_a_bare_word_means_nothing_once_something_else_was_opened_or_a_day_is_over(shop: Shop) -> None:
    anna, _ = await asked(shop)
    await anna.says("/orders")
    await anna.says("nein")
    assert await verdict() == ("closed", None)

    shop.town.clock.advance(timedelta(hours=25))
    await anna.says("ja")
    assert await verdict() == ("closed", None)


async def test_a_question_goes_the_usual_way(shop: Shop) -> None:
    anna, _ = await asked(shop)

    await anna.says("wo ist mein paket")

    anna.reads("1001")
    assert await verdict() == ("closed", None)
