"""Surveys of the shop's own: imported from TOML files, each change a new version, and the newest is asked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bot.db import unit_of_work
from bot.errors import OperatorError
from bot.surveys.definitions import SHIPPED_VERSION, Definition, check_definition, definitions
from bot.surveys.models import SurveyDefinition


@dataclass(frozen=True, slots=True)
class Launched:
    """What became of a file: `outcome` is new (version 1 of its key), updated or unchanged."""

    key: str
    version: int
    active: bool
    outcome: Literal["new", "updated", "unchanged"]


def is_survey(content: Mapping[str, Any]) -> bool:
    """Whether a TOML file means to be a survey."""
    return "metric" in content or "question" in str(content.get("de", ""))


async def launch(content: Mapping[str, Any], *, name: str, now: datetime, dry_run: bool = False) -> Launched:
    """Ask this survey from now on instead of another of its key; OperatorError tells what is wrong with it."""
    definition = check_definition(content, name=name)
    before = (await definitions()).get(definition.key)
    if before:
        _require_alike(before, definition, name)
    stored = await SurveyDefinition.filter(key=definition.key).order_by("-version").first()
    if stored and _same(stored.document, content):
        return Launched(definition.key, stored.version, definition.active, "unchanged")
    version = stored.version + 1 if stored else SHIPPED_VERSION + 1
    if not dry_run:
        await _keep(definition, content, version, now)
    return Launched(definition.key, version, definition.active, "updated" if before else "new")


def _require_alike(before: Definition, after: Definition, name: str) -> None:
    """Its past answers are counted by the one, and who waits to be asked waits because of the other."""
    if before.metric != after.metric:
        told = f"{name}: metric: {after.key} is counted as {before.metric}, and its past answers are"
        raise OperatorError(f"{told}; give a survey with another metric another key")
    if before.trigger != after.trigger:
        told = f"{name}: trigger: {after.key} asks after {before.trigger}, and people wait to be asked about that"
        raise OperatorError(f"{told}; give a survey with another trigger another key")


def _same(stored: Any, content: Mapping[str, Any]) -> bool:
    return json.dumps(stored, sort_keys=True) == json.dumps(content, sort_keys=True)


@unit_of_work
async def _keep(definition: Definition, content: Mapping[str, Any], version: int, now: datetime) -> None:
    await SurveyDefinition.create(
        key=definition.key, version=version, active=definition.active, document=dict(content), imported_at=now
    )
