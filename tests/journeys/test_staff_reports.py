"""Staff ask in private how satisfied customers are: a picture, the sentence that matters, comments on record."""

from datetime import timedelta

from bot.staff.models import AuditEntry
from bot.staff.roles import Role, grant, revoke
from bot.surveys.models import Answer
from tests.support.answers import given
from tests.support.builders import an_order
from tests.support.chat import Person, text_of
from tests.support.staffed import Shop, anna_of, eventually, seen
from tests.support.webchat import Json


async def answers_of_two_months(shop: Shop) -> None:
    now = shop.town.clock.now()
    dhl = await an_order("4711", ship_country="LU")
    late = {"comment": "Kam zu spät", "reasons": ["late"]}
    await given("nps", {10: 50, 7: 30, 3: 19}, at=now - timedelta(days=2), order_id=dhl.id)
    await given("nps", {3: 1}, at=now - timedelta(days=1), order_id=dhl.id, **late)
    await given("nps", {10: 40, 7: 35, 3: 25}, at=now - timedelta(days=45))
    await given("csat", {5: 5}, at=now - timedelta(days=3))


async def mia_of(shop: Shop) -> Person:
    mia = Person(shop.town, shop.mia)
    await mia.says("/language")
    await mia.taps("Deutsch")
    return mia


def picture_of(person: Person) -> str:
    """Telegram's id of the largest size of the picture that is shown."""
    photo: list[Json] = person.screen.get("photo", [])
    return str(photo[-1]["file_unique_id"]) if photo else ""


async def test_the_sentence_comes_with_a_picture_and_follows_what_is_tapped(shop: Shop) -> None:
    await answers_of_two_months(shop)
    mia = await mia_of(shop)

    await mia.says("/report")
    mia.reads("NPS 22 (11 bis 33, n=200)", "zu wenige Antworten für einen Vergleich", "importiert")
    ninety_days = picture_of(mia)
    assert ninety_days

    await mia.taps("30 Tage")
    mia.reads("NPS 30 (14 bis 44, n=100), nicht signifikant über den 30 Tagen davor.")
    assert picture_of(mia) not in {"", ninety_days}
    mia.can_tap("• NPS", "• 30 Tage", "ohne Gruppen")

    await mia.taps("ohne Gruppen")
    await mia.taps("nach Land")
    mia.reads("LU: 30 (14 bis 44, n=100)")

    await mia.taps("CSAT")
    mia.reads("CSAT: zu wenige Antworten für einen Wert (n=5, ab 10).")
    mia.can_tap("• CSAT", "nach Land")

    await mia.taps("Alles")
    await mia.taps("NPS")
    mia.reads("NPS 22 (11 bis 33, n=200).", "nicht bekannt: 15 (-1 bis 30, n=100)")


async def test_the_same_picture_goes_up_once(shop: Shop) -> None:
    await answers_of_two_months(shop)
    mia = await mia_of(shop)
    await mia.says("/report")
    first = mia.screen["photo"][-1]["file_id"]
    await mia.says("/report")

    assert mia.screen["photo"][-1]["file_id"] == first


async def test_comments_are_read_by_reason_and_every_look_is_on_record(shop: Shop) -> None:
    await answers_of_two_months(shop)
    mia = await mia_of(shop)
    await mia.says("/report")

    await mia.taps("Kommentare")

    mia.reads("Kommentare zu Empfehlung (NPS)", "eine Antwort", "· NPS 3 · Bestellung 4711 · importiert: „Kam zu spät“")
    [look] = await AuditEntry.filter(staff_id=mia.id, action="view", subject="report:nps")
    [answer] = await Answer.filter(comment="Kam zu spät")
    assert look.detail == {"answers": [answer.id]}
    await mia.taps("Zurück")
    mia.reads("NPS 22")
    assert picture_of(mia)


async def test_marketers_see_figures_and_nothing_that_anybody_wrote(shop: Shop) -> None:
    await answers_of_two_months(shop)
    settings, now = shop.town.settings, shop.town.clock.now()
    mia = await mia_of(shop)
    await mia.says("/report")
    message_id, tap = mia.data_of("Kommentare")

    await grant(1, mia.id, Role.MARKETER, name="Mia", settings=settings, now=now)
    await mia.taps_data(message_id, tap)
    await eventually(lambda: seen(mia, "nur, wer dafür eingetragen ist"))
    mia.does_not_read("Kam zu spät")

    await mia.says("/report")
    mia.reads("NPS 22")
    assert not [button for button in mia.buttons if "Kommentare" in button]
    assert await AuditEntry.filter(subject="report:nps").count() == 0


async def test_nobody_else_learns_anything(shop: Shop) -> None:
    await answers_of_two_months(shop)
    anna = await anna_of(shop)
    await anna.says("/report")
    assert not [message for message in anna.seen if "NPS" in text_of(message)]

    mia = await mia_of(shop)
    await mia.says("/report")
    await revoke(1, mia.id, settings=shop.town.settings, now=shop.town.clock.now())
    await mia.taps("30 Tage")
    mia.reads("nur, wer dafür eingetragen ist")
    mia.does_not_read("NPS")


async def test_the_report_is_one_tap_from_the_queue(shop: Shop) -> None:
    mia = await mia_of(shop)
    await mia.says("/queue")
    await mia.taps("Auswertung")
    mia.reads("NPS: noch keine Antworten.")
    await mia.taps("Zurück")
    mia.reads("Nichts wartet")
