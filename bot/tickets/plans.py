"""What is best done about a case, by what went wrong: a TOML file that a shop can replace, checked when read."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import structlog
from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError, with_config

from bot.config import LOCALES, Locale
from bot.db import document, unit_of_work
from bot.errors import OperatorError
from bot.i18n import FALLBACKS
from bot.shop.rows import fetch
from bot.tickets.models import Case, CasePlans
from bot.tickets.resolutions import Action

SHIPPED = Path(__file__).parent / "plans.toml"
SHIPPED_VERSION = 0
KIND = "case_plans"
MOST_FAULTS = 5
NEWEST = "SELECT version, document FROM ticket_plans ORDER BY version DESC LIMIT 1"

# What a plan is for: the quick reasons of surveys, what befalls a parcel, and that nobody has named a reason yet.
OfDelivery = Literal["late", "damaged", "wrong_item", "packaging", "courier", "price", "service"]
OfHelp = Literal["slow", "unsolved", "unhelpful", "unfriendly", "complicated"]
Trouble = Literal[OfDelivery, OfHelp, "other", "lost", "missing", "unknown"]
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)
# For a case that no survey has opened, or whose customer has named no reason.
BY_CAUSE: Mapping[str, Trouble] = {
    "late": "late",
    "damaged": "damaged",
    "lost": "lost",
    "missing": "missing",
    "complaint": "unknown",
    "detractor": "unknown",
}

Step = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Steps = Annotated[tuple[Step, ...], Field(min_length=1, max_length=5)]

log = structlog.get_logger(__name__)


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Steps in one language at least, and what closing and goodwill suggest first."""

    action: Action
    points: Annotated[int, Field(ge=0, le=100_000)] = 0
    de: Steps | None = None
    en: Steps | None = None
    fr: Steps | None = None
    lb: Steps | None = None

    def steps(self, locale: Locale) -> tuple[str, ...]:
        """In this language, else in the next that its readers understand, else in any there is."""
        spoken = (*FALLBACKS[locale], *LOCALES)
        return next((steps for each in spoken if (steps := getattr(self, each))), ())


@dataclass(frozen=True, slots=True)
class Introduced:
    """What became of a file of plans."""

    version: int
    outcome: Literal["new", "updated", "unchanged"]


SCHEMA = TypeAdapter(dict[Trouble, Plan])


def troubles_of(case: Case) -> tuple[Trouble, ...]:
    """What went wrong, as the customer has told, else as the case was opened for; none where people just talk."""
    told = [trouble for trouble in TROUBLES if trouble in (document(case.reasons) or ())]
    return tuple(told) or ((BY_CAUSE[case.cause],) if case.cause in BY_CAUSE else ())


async def plans() -> Mapping[Trouble, Plan]:
    """The plan for each trouble: the shop's own, else the shipped one."""
    newest = next(iter(await fetch(NEWEST)), None)
    return shipped_plans() if newest is None else {**shipped_plans(), **_stored(newest["version"], newest["document"])}


@cache
def shipped_plans() -> Mapping[Trouble, Plan]:
    return check_plans(tomllib.loads(SHIPPED.read_text("utf-8")), name=str(SHIPPED))


def is_plans(content: Mapping[str, Any]) -> bool:
    """Whether a TOML file means to be plans for cases."""
    return content.get("kind") == KIND


def check_plans(content: Mapping[str, Any], *, name: str) -> Mapping[Trouble, Plan]:
    """The plans that this content describes; `name` is what a fault is told of, by OperatorError."""
    tables = {key: value for key, value in content.items() if key != "kind"}
    try:
        found = SCHEMA.validate_python(tables)
    except ValidationError as error:
        faults = list(dict.fromkeys(_fault(fault["loc"], fault["type"], fault["msg"]) for fault in error.errors()))
        raise OperatorError("; ".join(f"{name}: {fault}" for fault in faults[:MOST_FAULTS])) from None
    silent = [trouble for trouble, plan in found.items() if not any(getattr(plan, locale) for locale in LOCALES)]
    if silent:
        raise OperatorError(f"{name}: {silent[0]}: has no steps; give it a list for de, en, fr or lb")
    return found


async def introduce(content: Mapping[str, Any], *, name: str, now: datetime, dry_run: bool = False) -> Introduced:
    """Suggest these plans from now on; OperatorError tells what is wrong with them."""
    check_plans(content, name=name)
    newest = await CasePlans.all().order_by("-version").first()
    if newest and _same(newest.document, content):
        return Introduced(newest.version, "unchanged")
    version = (newest.version if newest else SHIPPED_VERSION) + 1
    if not dry_run:
        await _keep(content, version, now)
    return Introduced(version, "updated" if newest else "new")


@unit_of_work
async def _keep(content: Mapping[str, Any], version: int, now: datetime) -> None:
    await CasePlans.create(version=version, document=dict(content), imported_at=now)


def _same(stored: Any, content: Mapping[str, Any]) -> bool:
    return json.dumps(stored, sort_keys=True) == json.dumps(content, sort_keys=True)


@cache
def _stored(version: int, text: str) -> Mapping[Trouble, Plan]:
    """None of them when this version of Bote no longer understands the file: no case is to wait because of a plan."""
    try:
        return check_plans(document(text), name=f"version {version}")
    except OperatorError as error:
        log.error("plans not understood", version=version, faults=str(error))
        return {}


def _fault(place: tuple[int | str, ...], kind: str, said: str) -> str:
    where = [str(part) for part in place if part != "[key]"]
    if "[key]" in place:
        return f"[{where[0]}]: is nothing that goes wrong; there are {', '.join(TROUBLES)}"
    if kind == "missing":
        return f"{'.'.join(where)}: is missing; add it"
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return f"{'.'.join(where)}: is no key of a plan; there are action, points, de, en, fr and lb"
    return f"{'.'.join(where)}: {said.removeprefix('Value error, ')}; mend it"
