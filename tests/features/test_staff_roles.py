"""Who works here: only owners appoint, nobody grants what they lack, and everything is on record."""

import asyncio

import pytest

from bot.config import Settings, load_settings
from bot.errors import OperatorError
from bot.staff.models import AuditEntry, StaffMember
from bot.staff.roles import (
    LastOwnerError,
    NotAllowedError,
    Right,
    Role,
    appoint,
    find_role,
    grant,
    grantable,
    list_staff,
    may,
    revoke,
)
from tests.support.postman import NOON

OWNER, AGENT, MARKETER, STRANGER = 1, 2, 3, 4


@pytest.fixture
async def shop(database: Settings) -> Settings:
    settings = database.model_copy(update={"owner_ids": f"{OWNER}, 9"})
    await grant(OWNER, AGENT, Role.AGENT, name="Mia", settings=settings, now=NOON)
    await grant(OWNER, MARKETER, Role.MARKETER, name=None, settings=settings, now=NOON)
    return settings


async def test_the_settings_name_the_first_owners_who_grant_the_rest(shop: Settings) -> None:
    roles = [await find_role(user, settings=shop) for user in (OWNER, 9, AGENT, MARKETER, STRANGER, None)]
    assert roles == ["owner", "owner", "agent", "marketer", None, None]
    assert [(member.id, member.role.value) for member in await list_staff(shop)] == [
        (OWNER, "owner"),
        (9, "owner"),
        (AGENT, "agent"),
        (MARKETER, "marketer"),
    ]


@pytest.mark.parametrize("granter", [AGENT, MARKETER, STRANGER, None])
@pytest.mark.parametrize("role", list(Role))
async def test_nobody_grants_what_they_lack(shop: Settings, granter: int | None, role: Role) -> None:
    with pytest.raises(NotAllowedError):
        await grant(granter, STRANGER, role, name=None, settings=shop, now=NOON)
    with pytest.raises(NotAllowedError):
        await revoke(granter, MARKETER, settings=shop, now=NOON)
    assert await StaffMember.all().count() == 2


async def test_an_owner_by_the_settings_can_neither_be_dismissed_nor_made_less(shop: Settings) -> None:
    with pytest.raises(NotAllowedError):
        await revoke(OWNER, 9, settings=shop, now=NOON)
    with pytest.raises(NotAllowedError):
        await grant(OWNER, 9, Role.AGENT, name=None, settings=shop, now=NOON)


async def test_rights_end_with_the_role(shop: Settings) -> None:
    assert await may(AGENT, Right.ANSWER, settings=shop)
    assert not await may(MARKETER, Right.ANSWER, settings=shop)
    assert await revoke(OWNER, AGENT, settings=shop, now=NOON)
    assert not await may(AGENT, Right.ANSWER, settings=shop)
    assert not await revoke(OWNER, AGENT, settings=shop, now=NOON)


async def test_every_grant_and_every_dismissal_is_on_record(shop: Settings) -> None:
    await revoke(OWNER, AGENT, settings=shop, now=NOON)
    kept = await AuditEntry.all().order_by("id").values_list("staff_id", "action", "subject")
    assert kept == [(OWNER, "grant", "staff:2"), (OWNER, "grant", "staff:3"), (OWNER, "revoke", "staff:2")]


@pytest.mark.parametrize("wrong", [{"owner_ids": "mia"}, {"business_hours": "9-17"}, {"business_holidays": "germany"}])
def test_a_setting_nobody_can_read_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(OperatorError, match="BOTE_"):
        load_settings(_env_file=None, **wrong)


async def test_the_last_owner_stays_an_owner(database: Settings) -> None:
    settings = database.model_copy(update={"owner_ids": None})
    await appoint(OWNER, Role.OWNER, name="Chefin", now=NOON)
    with pytest.raises(LastOwnerError):
        await revoke(OWNER, OWNER, settings=settings, now=NOON)
    with pytest.raises(LastOwnerError):
        await grant(OWNER, OWNER, Role.AGENT, name=None, settings=settings, now=NOON)
    await grant(OWNER, AGENT, Role.OWNER, name="Zweite", settings=settings, now=NOON)
    assert await revoke(OWNER, OWNER, settings=settings, now=NOON)
    assert [member.id for member in await list_staff(settings)] == [AGENT]


async def test_of_two_owners_who_dismiss_each_other_at_once_one_stays(database: Settings) -> None:
    """On PostgreSQL these are transactions side by side."""
    settings = database.model_copy(update={"owner_ids": None})
    for _ in range(5):
        for owner in (OWNER, AGENT):
            await appoint(owner, Role.OWNER, name="Chef", now=NOON)
        fights = (revoke(who, whom, settings=settings, now=NOON) for who, whom in ((OWNER, AGENT), (AGENT, OWNER)))
        await asyncio.gather(*fights, return_exceptions=True)
        assert await StaffMember.filter(role="owner").count() == 1


@pytest.mark.parametrize("role", list(Role))
def test_only_owners_give_roles_and_only_such_as_they_have(role: Role) -> None:
    assert grantable(role) == (tuple(Role) if role is Role.OWNER else ())
