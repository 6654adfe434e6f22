"""The closed loop: an unhappy answer, a case with a plan, an answer that arrives, goodwill, closed, asked, open again.

And the clock beside it: a warning at three quarters of the time, then the owners.
"""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.loyalty.ledger import balance_of
from bot.reports.periods import Period
from bot.reports.recovery import recovery
from bot.shop.models import Customer, Shipment
from bot.staff.roles import Role, grant
from bot.tickets.deadlines import mind_deadlines
from bot.tickets.models import Case, CaseClock
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.chat import Person, text_of
from tests.support.staffed import Shop, eventually, seen
from tests.support.webchat import Json

BERLIN, HOUR = ZoneInfo("Europe/Berlin"), timedelta(hours=1)


@pytest.fixture
def clock() -> Clock:
    """Noon in Berlin: at night nobody is asked."""
    now = real_now()
    return Clock(now.astimezone(BERLIN).replace(hour=12, minute=0, second=0) + timedelta(days=1) - now)


async def rated(shop: Shop, face: str = "1 😞", locale: Locale = "de") -> tuple[Person, Customer]:
    """Anna's parcel came, two days late, and she rates it from its order."""
    erika, now = await a_customer(), shop.town.clock.now()
    delivered = parcel(scan("delivered", at=now - 2 * HOUR), expected_on=(now - timedelta(days=2)).date())
    await an_order("1001", customer=erika, parcels=[delivered], ship_country="DE")
    anna = await shop.town.customer(locale, owns=[erika])
    await anna.says("/start")
    await anna.says("1001")
    await anna.taps(plain(locale, "order-rate-button"))
    await anna.taps(face)
    return anna, erika


async def at_desk(shop: Shop, card: Json, label: str) -> Person:
    """Mia follows a link under the card into her private chat with the bot."""
    mia = Person(shop.town, shop.mia)
    await mia.says("/language")
    await mia.taps("Deutsch")
    keys = [key for row in card["reply_markup"]["inline_keyboard"] for key in row]
    url = next(key["url"] for key in keys if label in key["text"])
    await mia.says(f"/start {url.rpartition('start=')[2]}")
    return mia


async def test_unhappy_helped_asked_not_solved_helped_again_and_counted(shop: Shop) -> None:
    anna, erika = await rated(shop)
    await shop.card("Vorschlag: Grund nicht bekannt")
    await anna.taps("Falscher Artikel")
    card = await shop.card("Vorschlag: falscher Artikel")
    for known in ("Antwort: 1/5 · falscher Artikel", "kostenlos abholen lassen", "Tage zu spät", "schreiben bis"):
        assert known in text_of(card)

    await shop.taps(shop.mia, "kümmere", card)
    await shop.card("Kümmert sich: Mia")
    await shop.replies(shop.mia, "Guten Tag, das Richtige ist unterwegs", card)
    await eventually(lambda: seen(anna, "das Richtige ist unterwegs"))
    await shop.card("das Richtige ist unterwegs ✓ Zugestellt")
    mia = await at_desk(shop, card, "Kulanz")
    assert mia.buttons[0] == "🎁 50 Punkte", "what the plan suggests stands first"
    await mia.taps("50 Punkte")
    await mia.taps("Geben")
    await eventually(lambda: seen(anna, "50 Punkte mehr auf Ihrem Konto"))

    await mia.taps("Schließen")
    assert mia.buttons[0] == "falscher Artikel", "what the customer named stands first"
    await mia.taps("falscher Artikel")
    assert mia.buttons[0] == "ersetzt", "what the plan suggests stands first"
    await mia.taps("ersetzt")
    await mia.taps("Ohne Worte schließen")
    await eventually(lambda: seen(anna, "Ist es für Sie gelöst?"))
    await anna.looks()
    anna.has_read("Bestellung 1001", "Ein Ersatz ist auf dem Weg zu Ihnen", "antworte hier wieder ich, der Bot")

    message_id, data = anna.data_of("Nein, noch nicht")
    await shop.town.restart_bot()
    await asyncio.gather(*(anna.taps_data(message_id, data) for _ in range(3)))
    await shop.town.settle()
    await anna.looks()
    anna.has_read("Unser Team nimmt es wieder auf")
    await eventually(lambda: seen(mia, "ist wieder offen"))
    await shop.sees(lambda message: "ist wieder offen" in text_of(message))
    case = await Case.get(cause="detractor")
    assert (case.status, case.owner_id, case.solved) == ("open", mia.id, False)
    await anna.visitor.says("Es fehlt noch der Deckel")
    await shop.sees(lambda message: "Es fehlt noch der Deckel" in text_of(message))

    await shop.replies(shop.mia, "Der Deckel kommt morgen", card)
    await eventually(lambda: seen(anna, "Der Deckel kommt morgen"))
    await shop.replies(shop.mia, "/close wrong_item resent", card)
    await eventually(lambda: seen(anna, "Gespräch mit unserem Team ist beendet"))
    await anna.looks()
    assert not await seen(anna, "Ist es für Sie gelöst?"), "never asked twice"

    told = await recovery(Period(), tz=shop.town.settings.time_zone)
    assert (told.asked, told.solved, told.unsolved) == (1, 0, 1)
    await anna.taps("Jetzt ist es gelöst")
    anna.has_read("Das freut uns")
    assert (await recovery(Period(), tz=shop.town.settings.time_zone)).estimate.score == 100
    assert (await balance_of([erika.id], now=shop.town.clock.now())).available >= 50


async def test_the_clock_warns_gives_the_case_away_and_calls_the_owners(shop: Shop) -> None:
    boss = await shop.town.web.visitor("Chefin")
    await grant(1, boss.id, Role.OWNER, name="Chefin", settings=shop.town.settings, now=shop.town.clock.now())
    for person in (Person(shop.town, boss), Person(shop.town, shop.mia)):
        await person.says("/start")
    await rated(shop)
    started = (await CaseClock.get()).started_at

    async def passes(hours: float) -> int:
        """So long after the opening."""
        shop.town.clock.advance(started + hours * HOUR - shop.town.clock.now())
        return await mind_deadlines(shop.town.settings, now=started + hours * HOUR)

    assert await passes(17.9) == 0
    assert await passes(18) == 1
    mia, owner = Person(shop.town, shop.mia), Person(shop.town, boss)
    await eventually(lambda: seen(mia, "ist jetzt Ihrer"))
    await shop.card("Kümmert sich: Mia")
    assert await passes(24) == 1
    await eventually(lambda: seen(owner, "hätte sie von uns hören sollen"))
    await shop.town.restart_bot()
    assert await passes(24.5) == 0
    assert await passes(36) == 1
    await eventually(lambda: seen(mia, "gelöst sein"))
    assert await passes(48) == 1
    await eventually(lambda: seen(owner, "hätte bis"))
    assert await seen(owner, "hören sollen")
    assert sum("hören sollen" in text_of(message) for message in owner.seen) == 1


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_question_and_its_answers_in_four_languages(shop: Shop, locale: Locale) -> None:
    anna, _ = await rated(shop, locale=locale)
    card = await shop.card()
    await shop.replies(shop.mia, "Bonjour", card)
    await eventually(lambda: seen(anna, "Bonjour"))
    await shop.replies(shop.mia, "/close late refunded", card)
    ask = plain(locale, "solved-ask").partition("</b>")[0].removeprefix("<b>").replace("\u00a0", " ")
    await eventually(lambda: seen(anna, ask))
    await anna.taps(plain(locale, "solved-yes-button"))
    anna.has_read(plain(locale, "solved-told-solved").replace("\u00a0", " "))
    assert (await Case.get(cause="detractor")).solved is True
    assert await Shipment.all().count() == 1
