"""Somebody of the staff finds their screens: by a button at home, and by commands that only their own app offers."""

from collections.abc import Sequence

import pytest
from aiogram.types import BotCommandScopeChat

from bot.staff.roles import Role, grant
from tests.support.chat import Person
from tests.support.staffed import Shop, anna_of


async def commands_of(shop: Shop, person: Person) -> Sequence[str]:
    """What stands in the menu of this chat alone."""
    told = await shop.town.bot.get_my_commands(scope=BotCommandScopeChat(chat_id=person.id))
    return [each.command for each in told]


async def worker(shop: Shop, role: Role, name: str = "Otto") -> Person:
    person = await shop.town.customer("de", name=name)
    await grant(1, person.id, role, name=name, settings=shop.town.settings, now=shop.town.clock.now())
    await person.says("/start")
    return person


@pytest.mark.parametrize("role", [Role.MARKETER, Role.OWNER])
async def test_whoever_may_write_offers_opens_them_from_home_and_from_the_menu(shop: Shop, role: Role) -> None:
    otto = await worker(shop, role)
    await otto.taps("Angebote")
    otto.reads("Hier ist noch nichts")
    assert {"orders", "offers", "report"} <= set(await commands_of(shop, otto))


async def test_nobody_else_has_that_button_or_those_commands(shop: Shop) -> None:
    anna, agent = await anna_of(shop), await worker(shop, Role.AGENT)
    for person in (anna, agent):
        assert not any("Angebote" in label for label in person.buttons)
        assert "offers" not in await commands_of(shop, person)
    assert await commands_of(shop, anna) == []
    assert {"queue", "report", "questions"} <= set(await commands_of(shop, agent))


async def test_the_menu_follows_the_role_and_the_language(shop: Shop) -> None:
    boss, tom = await worker(shop, Role.OWNER, "Boss"), await anna_of(shop)
    await boss.says(f"/staff grant {tom.id} marketer Anna")
    assert "offers" in await commands_of(shop, tom)
    await tom.says("/language")
    await tom.taps("Français")
    told = await shop.town.bot.get_my_commands(scope=BotCommandScopeChat(chat_id=tom.id))
    assert {each.command: each.description for each in told}["offers"] == "Écrire et suivre les offres"

    await boss.says("/staff")
    await boss.taps("Anna ·")
    await boss.taps("Austragen")
    await boss.taps("Ja, austragen")
    assert await commands_of(shop, tom) == []


async def test_a_restart_tells_the_menus_anew(shop: Shop) -> None:
    otto = await worker(shop, Role.MARKETER)
    for bot in shop.town.web.room.bots.values():
        bot.commands.clear()
    await shop.town.restart_bot()
    assert "offers" in await commands_of(shop, otto)
