"""Owners enter and dismiss the staff by taps in private; nobody else sees those screens."""

from bot.staff.models import AuditEntry, StaffMember
from bot.staff.roles import Role, find_role, grant
from tests.support.chat import Person
from tests.support.staffed import Shop


async def an_owner(shop: Shop) -> Person:
    boss = Person(shop.town, await shop.town.web.visitor("Boss"))
    shop.town.settings.owner_ids = str(boss.id)
    await boss.says("/language")
    await boss.taps("Deutsch")
    return boss


async def test_an_owner_enters_renames_promotes_and_dismisses_somebody(shop: Shop) -> None:
    boss = await an_owner(shop)
    await boss.says("/staff")
    boss.reads("Wer hier arbeitet")
    boss.can_tap("Mia · Kundendienst", "Boss · Inhaberin")

    await boss.taps("Eintragen")
    await boss.says("keine Nummer")
    boss.reads("Das ist keine Nummer")
    await boss.says(str(shop.tom.id))
    await boss.taps("Kundendienst")
    boss.reads("Rolle: Kundendienst")
    await boss.taps("Name")
    await boss.says("Tom vom Lager")
    boss.reads("Tom vom Lager")

    await boss.taps("Rolle")
    await boss.taps("Werbung")
    assert await find_role(shop.tom.id, settings=shop.town.settings) is Role.MARKETER

    await boss.taps("Austragen")
    boss.reads("Tom vom Lager", "Alle Rechte enden sofort")
    await boss.taps("Ja, austragen")
    assert await StaffMember.filter(id=shop.tom.id).count() == 0
    assert await AuditEntry.filter(staff_id=boss.id).count() == 4


async def test_owners_named_in_the_settings_cannot_be_changed_here(shop: Shop) -> None:
    boss = await an_owner(shop)
    await boss.says("/staff")
    await boss.taps("Boss · Inhaberin")
    boss.reads("BOTE_OWNER_IDS")
    assert not any("Austragen" in label for label in boss.buttons)


async def test_the_last_owner_cannot_dismiss_themselves(shop: Shop) -> None:
    boss = await an_owner(shop)
    chief = Person(shop.town, await shop.town.web.visitor("Chefin"))
    settings, now = shop.town.settings, shop.town.clock.now()
    await grant(boss.id, chief.id, Role.OWNER, name="Chefin", settings=settings, now=now)
    settings.owner_ids = None
    await chief.says("/language")
    await chief.taps("Deutsch")
    await chief.says("/staff")
    await chief.taps("Chefin · Inhaberin")
    await chief.taps("Austragen")
    answer = await chief.taps("Ja, austragen")
    assert "muss Inhaberin" in str(answer)
    await chief.taps("Rolle")
    await chief.taps("Werbung")
    assert await find_role(chief.id, settings=settings) is Role.OWNER


async def test_agents_see_the_queue_instead_and_strangers_nothing(shop: Shop) -> None:
    mia, tom = Person(shop.town, shop.mia), Person(shop.town, shop.tom)
    for person in (mia, tom):
        await person.says("/language")
        await person.taps("Deutsch")
    await mia.says("/staff")
    mia.reads("Nichts wartet")
    assert not any("Team" in label for label in mia.buttons)
    await tom.says("/staff")
    tom.does_not_read("Wer hier arbeitet")
