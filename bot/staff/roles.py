"""Who may do what: roles, who has them, and who may give them away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.staff.audit import record
from bot.staff.models import StaffMember


class Right(StrEnum):
    """What a role allows."""

    ANSWER = "answer"  # cases: read, answer, close, look at the customer behind one
    MARKET = "market"  # broadcasts, offers, contests
    REPORT = "report"  # how satisfied customers are, in figures; what they wrote takes ANSWER
    APPOINT = "appoint"  # give roles and take them away


class Role(StrEnum):
    """What somebody is here for."""

    OWNER = "owner"
    AGENT = "agent"
    MARKETER = "marketer"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.AGENT: frozenset({Right.ANSWER, Right.REPORT}),
    Role.MARKETER: frozenset({Right.MARKET, Right.REPORT}),
}
LONGEST_NAME = 256


class NotAllowedError(CustomerError):
    """Somebody asked for what their role does not allow; nothing was done."""

    key = "staff-not-allowed-alert"


class LastOwnerError(CustomerError):
    """Without an owner nobody could name another; nothing was done."""

    key = "staff-last-owner-alert"


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff; `by_settings` are the owners that BOTE_OWNER_IDS names, whom nobody can dismiss."""

    id: int
    role: Role
    name: str | None
    by_settings: bool = False
    since: datetime | None = None


async def find_role(user_id: int | None, *, settings: Settings) -> Role | None:
    """The role of a Telegram account; None for whoever does not work here, wherever they write."""
    if user_id is None:
        return None
    if user_id in settings.owners:
        return Role.OWNER
    member = await StaffMember.get_or_none(id=user_id)
    return Role(member.role) if member else None


async def may(user_id: int | None, right: Right, *, settings: Settings) -> bool:
    """Whether this account has that right at this moment."""
    role = await find_role(user_id, settings=settings)
    return role is not None and right in RIGHTS[role]


async def check(user_id: int | None, right: Right, *, settings: Settings) -> int:
    """The account's id when it has that right; NotAllowedError otherwise."""
    if user_id is None or not await may(user_id, right, settings=settings):
        raise NotAllowedError
    return user_id


async def list_staff(settings: Settings) -> list[Member]:
    """Everybody who works here, owners first."""
    rows = await StaffMember.all().order_by("granted_at", "id")
    names = {row.id: row.name for row in rows}
    named = [Member(owner, Role.OWNER, names.get(owner), by_settings=True) for owner in sorted(settings.owners)]
    granted = [
        Member(row.id, Role(row.role), row.name, since=row.granted_at) for row in rows if row.id not in settings.owners
    ]
    return sorted([*named, *granted], key=lambda member: list(Role).index(member.role))


def grantable(role: Role) -> tuple[Role, ...]:
    """The roles that somebody with this role may give: none whose rights they lack."""
    return tuple(each for each in Role if Right.APPOINT in RIGHTS[role] and RIGHTS[each] <= RIGHTS[role])


@unit_of_work
async def grant(
    granter_id: int | None, user_id: int, role: Role, *, name: str | None, settings: Settings, now: datetime
) -> None:
    """Give somebody a role instead of the one they had; nobody can grant what they lack themselves (PRV-07)."""
    granter = await _check_appointing(granter_id, [role, *await _roles_of(user_id)], settings)
    if user_id in settings.owners:
        raise NotAllowedError
    if role is not Role.OWNER:
        await _keep_an_owner(user_id, settings)
    row = {"role": role.value, "name": (name or "")[:LONGEST_NAME] or None, "granted_by": granter, "granted_at": now}
    await StaffMember.update_or_create(row, id=user_id)
    await record(granter, "grant", f"staff:{user_id}", now=now, detail={"role": role.value})


@unit_of_work
async def appoint(user_id: int, role: Role, *, name: str, now: datetime) -> None:
    """Enter somebody by order of whoever runs the bot, who asks nobody; nothing changes when they have the role."""
    if await StaffMember.filter(id=user_id, role=role.value).exists():
        return
    await StaffMember.update_or_create({"role": role.value, "name": name, "granted_at": now}, id=user_id)
    await record(None, "grant", f"staff:{user_id}", now=now, detail={"role": role.value})


@unit_of_work
async def revoke(granter_id: int | None, user_id: int, *, settings: Settings, now: datetime) -> bool:
    """Take somebody's role away; False when they had none. Owners by the settings stay."""
    roles = await _roles_of(user_id)
    granter = await _check_appointing(granter_id, roles, settings)
    if user_id in settings.owners:
        raise NotAllowedError
    await _keep_an_owner(user_id, settings)
    if not await StaffMember.filter(id=user_id).delete():
        return False
    await record(granter, "revoke", f"staff:{user_id}", now=now, detail={"role": roles[0].value})
    return True


async def _check_appointing(granter_id: int | None, roles: Sequence[Role], settings: Settings) -> int:
    granter = await check(granter_id, Right.APPOINT, settings=settings)
    own = await find_role(granter, settings=settings)
    if own is None or any(not RIGHTS[role] <= RIGHTS[own] for role in roles):
        raise NotAllowedError
    return granter


async def _keep_an_owner(user_id: int, settings: Settings) -> None:
    """Refuse to take the last owner away; the rows are locked, so that of two who dismiss each other one stays."""
    if settings.owners - {user_id}:
        return
    owners = await StaffMember.filter(role=Role.OWNER.value).order_by("id").select_for_update()
    if {owner.id for owner in owners} == {user_id}:
        raise LastOwnerError


async def _roles_of(user_id: int) -> list[Role]:
    member = await StaffMember.get_or_none(id=user_id)
    return [Role(member.role)] if member else []
