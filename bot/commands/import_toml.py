"""TOML files of an import: surveys, and plans for cases; all checked before anything is written."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.errors import OperatorError
from bot.surveys.definitions import check_definition, read_toml
from bot.surveys.launches import Launched, is_survey, launch
from bot.tickets.plans import KIND, Introduced, check_plans, introduce, is_plans

Documents = Sequence[tuple[Path, Mapping[str, Any]]]
Imported = Launched | Introduced


def is_toml(file: Path) -> bool:
    return file.suffix == ".toml"


def read_documents(files: Sequence[Path]) -> Documents:
    """The content of the files; OperatorError when one of them is not what it should be."""
    documents = [(file, read_toml(file)) for file in files]
    for file, content in documents:
        if is_plans(content):
            check_plans(content, name=str(file))
        elif is_survey(content):
            check_definition(content, name=str(file))
        else:
            told = f'a survey says nps, csat or ces; plans for cases say kind = "{KIND}" instead'
            raise OperatorError(f"{file}: metric: is missing; {told}")
    return documents


async def import_documents(documents: Documents, *, now: datetime, dry_run: bool) -> list[Imported]:
    """Bring them in and tell what came of each."""
    return [
        await (introduce if is_plans(content) else launch)(content, name=str(file), now=now, dry_run=dry_run)
        for file, content in documents
    ]


def describe(imported: Imported) -> str:
    """One line for the operator."""
    match imported:
        case Introduced(version, outcome):
            return f"plans for cases: {outcome}, version {version}"
        case launched:
            return _describe_survey(launched)


def as_json(imported: Sequence[Imported]) -> dict[str, Any]:
    """The keys that an import of such files adds to its summary."""
    surveys = [_survey_as_json(each) for each in imported if isinstance(each, Launched)]
    plans = [{"version": each.version, "outcome": each.outcome} for each in imported if isinstance(each, Introduced)]
    return ({"surveys": surveys} if surveys else {}) | ({"case_plans": plans} if plans else {})


def _describe_survey(launched: Launched) -> str:
    asked = "" if launched.active else "; nobody is asked"
    return f"survey {launched.key}: {launched.outcome}, version {launched.version}{asked}"


def _survey_as_json(launched: Launched) -> dict[str, Any]:
    names = ("key", "version", "active", "outcome")
    return {name: getattr(launched, name) for name in names}
