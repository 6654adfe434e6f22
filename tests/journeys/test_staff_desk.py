"""The staff's own screens in private: opened by the link of a card, for those who may, for as long as they may."""

from bot.outbox.models import Push
from bot.staff.models import AuditEntry
from bot.staff.roles import Role, grant, revoke
from bot.tickets.models import Case, CaseMessage
from tests.support.chat import Person, text_of
from tests.support.staffed import Shop, anna_of, eventually, seen
from tests.support.webchat import Json


def link_on(card: Json, label: str) -> str:
    """What the deep link under a card hands to the bot."""
    keys = [key for row in card["reply_markup"]["inline_keyboard"] for key in row]
    url = next(key["url"] for key in keys if label in key["text"])
    return str(url.rpartition("start=")[2])


async def a_case(shop: Shop) -> tuple[Person, Json, Case]:
    anna = await anna_of(shop)
    await anna.says("mensch")
    card = await shop.card()
    case = await Case.all().order_by("-id").first()
    assert case is not None
    return anna, card, case


async def at_desk(shop: Shop, card: Json, label: str = "Öffnen") -> Person:
    """Mia follows a link of the card into her private chat with the bot."""
    mia = Person(shop.town, shop.mia)
    await mia.says("/language")
    await mia.taps("Deutsch")
    await mia.says(f"/start {link_on(card, label)}")
    return mia


async def test_a_case_is_opened_taken_noted_and_answered_in_private(shop: Shop) -> None:
    anna, card, case = await a_case(shop)
    mia = await at_desk(shop, card)
    mia.reads(f"Fall {case.id}", "Anna", "Sprache: Deutsch", "1001", "Noch kümmert sich niemand", "Bestellungen: 1")

    await mia.taps("Ich kümmere mich")
    mia.reads("Kümmert sich: Mia")
    await shop.card("Kümmert sich: Mia")

    await mia.taps("Notiz")
    await mia.says("ruft gern an")
    mia.reads("📝 ruft gern an")
    await shop.card("ruft gern an")

    await mia.taps("Antworten")
    await mia.says("Guten Tag Anna")
    await eventually(lambda: seen(anna, "Guten Tag Anna"))
    await eventually(lambda: seen(mia, "✓ Zugestellt"))
    await shop.card("Guten Tag Anna ✓ Zugestellt")
    assert not [message for message in anna.seen if "ruft gern" in text_of(message)]


async def test_a_case_is_closed_with_cause_and_action_and_not_without(shop: Shop) -> None:
    anna, card, case = await a_case(shop)
    await shop.replies(shop.mia, "/close", card)
    await shop.sees(lambda message: "gehören Ursache und Maßnahme" in text_of(message))
    await shop.replies(shop.mia, "/close gibtsnicht refunded", card)
    assert (await Case.get(id=case.id)).status == "open"

    mia = await at_desk(shop, card, "Schließen")
    await mia.taps("zu spät")
    await mia.taps("erstattet")
    mia.reads("Ursache: zu spät · Maßnahme: erstattet", "hat noch niemand geschrieben")
    await mia.says("Porto zurück")

    await eventually(lambda: seen(anna, "Gespräch mit unserem Team ist beendet"))
    closed = await Case.get(id=case.id)
    kept = (closed.resolved_cause, closed.resolved_action, closed.resolved_words, closed.closed_because)
    assert kept == ("late", "refunded", "Porto zurück", "staff")
    assert "Ursache: zu spät · Maßnahme: erstattet" in text_of(await shop.card("geschlossen"))
    mia.reads("geschlossen", "Porto zurück")

    await mia.taps("Wieder öffnen")
    await eventually(lambda: seen(anna, "wieder aufgenommen"))
    again = await Case.get(id=case.id)
    assert (again.status, again.resolved_cause, again.owner_id) == ("open", None, mia.id)


async def test_a_case_is_closed_by_typing_cause_action_and_words(shop: Shop) -> None:
    _, card, case = await a_case(shop)
    await shop.replies(shop.mia, "/close lost replaced zweites Paket", card)
    await shop.card("geschlossen")
    closed = await Case.get(id=case.id)
    assert (closed.resolved_cause, closed.resolved_action, closed.resolved_words) == (
        "lost",
        "replaced",
        "zweites Paket",
    )


async def test_whoever_is_dismissed_is_out_at_the_next_tap(shop: Shop) -> None:
    _, card, case = await a_case(shop)
    mia = await at_desk(shop, card)
    await mia.taps("Antworten")
    await revoke(1, mia.id, settings=shop.town.settings, now=shop.town.clock.now())

    await mia.says("noch schnell etwas")
    mia.reads("nur, wer dafür eingetragen ist")
    assert await CaseMessage.filter(case_id=case.id, author="staff").count() == 0

    await mia.says(f"/start {link_on(card, 'Öffnen')}")
    mia.reads("nur, wer dafür eingetragen ist")
    mia.does_not_read("Fall")
    await mia.says("/queue")
    mia.does_not_read("Fall")


async def test_a_button_of_a_case_is_dead_for_whoever_was_dismissed(shop: Shop) -> None:
    _, card, case = await a_case(shop)
    mia = await at_desk(shop, card)
    await revoke(1, mia.id, settings=shop.town.settings, now=shop.town.clock.now())
    await mia.taps("Ich kümmere mich")
    mia.reads("nur, wer dafür eingetragen ist")
    assert (await Case.get(id=case.id)).owner_id is None


async def test_the_link_of_a_card_opens_nothing_for_anybody_else(shop: Shop) -> None:
    anna, card, _ = await a_case(shop)
    for person in (anna, Person(shop.town, shop.tom)):
        for label in ("Öffnen", "Schließen"):
            await person.says(f"/start {link_on(card, label)}")
            person.does_not_read("Fall")
    assert await AuditEntry.filter(action="view").count() == 0


async def test_every_look_is_one_row_of_the_audit(shop: Shop) -> None:
    _, card, case = await a_case(shop)
    mia = await at_desk(shop, card)
    await mia.taps("Verlauf")
    await mia.taps("Zurück")
    assert await AuditEntry.filter(staff_id=mia.id, action="view", subject=f"case:{case.id}").count() == 1

    await mia.taps("Kontaktdaten")
    mia.reads("@example.org")
    assert await AuditEntry.filter(staff_id=mia.id, subject=f"customer:{case.customer_id}").count() == 1


async def test_a_case_is_handed_on_to_somebody_who_is_told(shop: Shop) -> None:
    _, card, case = await a_case(shop)
    settings, now = shop.town.settings, shop.town.clock.now()
    await grant(1, shop.tom.id, Role.AGENT, name="Tom", settings=settings, now=now)
    tom = Person(shop.town, shop.tom)
    await tom.says("/start")
    mia = await at_desk(shop, card)
    await mia.taps("Übergeben")
    await mia.taps("Tom")
    mia.reads("Kümmert sich: Tom")
    await eventually(lambda: seen(tom, f"Mia hat Ihnen Fall {case.id} übergeben"))
    assert await AuditEntry.filter(action="transfer", staff_id=mia.id).count() == 1


async def test_the_history_goes_back_page_by_page_and_into_a_file(shop: Shop) -> None:
    anna, card, case = await a_case(shop)
    for number in range(9):
        await shop.replies(shop.mia, f"Antwort {number}", card)
    await eventually(lambda: seen(anna, "Antwort 8"))
    mia = await at_desk(shop, card)
    await mia.taps("Verlauf")
    mia.reads("Antwort 8", "Mia")
    await mia.taps("Ältere")
    mia.reads("mensch")
    await mia.taps("Als Datei")
    assert mia.screen["document"]["file_name"] == f"case-{case.id}.txt"


async def test_words_typed_at_the_desk_never_call_a_human_nor_become_a_question(shop: Shop) -> None:
    anna, card, case = await a_case(shop)
    mia = await at_desk(shop, card)
    await mia.taps("Notiz")
    await mia.says("mensch")
    mia.reads("📝 mensch")
    await mia.taps("Antworten")
    await mia.says("/gibtsnicht")
    mia.reads("Ein Befehl geht nie")
    assert await Case.all().count() == 1
    assert "gibtsnicht" not in str([push.params for push in await Push.filter(chat_id=anna.id)])
    assert await CaseMessage.filter(case_id=case.id, author="note").count() == 1


async def test_the_queue_is_one_tap_from_each_case(shop: Shop) -> None:
    _, card, case = await a_case(shop)
    mia = await at_desk(shop, card)
    await mia.says("/queue")
    mia.reads("Ein Fall ist offen", "Das Dringendste zuerst")
    await mia.taps("🙋 Mensch")
    mia.reads(f"Fall {case.id}")
    await mia.taps("Offene Fälle")
    mia.reads("Ein Fall ist offen")


async def test_a_banned_chat_is_left_to_the_bot(shop: Shop) -> None:
    anna, card, _ = await a_case(shop)
    mia = await at_desk(shop, card)
    await mia.taps("Chat sperren")
    await anna.says("/human")
    anna.reads("erreichen Sie unser Team nicht mehr")
    await anna.says("wo ist 1001")
    anna.reads("1001")
    await mia.taps("Sperre aufheben")
    await anna.says("/human")
    anna.reads("liegt bei unserem Team")
