"""TOML files of an import: surveys, case plans, return policy, loyalty, rewards, FAQ; all checked before one is in."""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.errors import OperatorError
from bot.loyalty.programme import Ruled, rule
from bot.loyalty.reward_file import KIND as REWARDS
from bot.loyalty.reward_file import is_rewards, read_rewards
from bot.loyalty.rewards import Offered, offer
from bot.loyalty.rules_file import KIND as LOYALTY
from bot.loyalty.rules_file import is_loyalty, read_rules
from bot.returns.policies import Adopted, adopt
from bot.returns.policy_file import KIND as POLICY
from bot.returns.policy_file import is_policy, read_policy
from bot.support.desk import Overlap
from bot.support.faq_files import KIND as FAQ
from bot.support.faq_files import BroughtIn, bring_in, is_faq, read_faq
from bot.surveys.definitions import check_definition, read_toml
from bot.surveys.launches import Launched, is_survey, launch
from bot.tickets.plans import KIND, Introduced, check_plans, introduce, is_plans

Documents = Sequence[tuple[Path, Mapping[str, Any]]]
Versioned = Introduced | Adopted | Ruled | Offered
Imported = Launched | Versioned | BroughtIn


def is_toml(file: Path) -> bool:
    return file.suffix == ".toml"


def read_documents(files: Sequence[Path]) -> Documents:
    """The content of the files; OperatorError when one of them is not what it should be."""
    documents = [(file, read_toml(file)) for file in files]
    for file, content in documents:
        if is_plans(content):
            check_plans(content, name=str(file))
        elif is_policy(content):
            read_policy(content, file=str(file))
        elif is_loyalty(content):
            read_rules(content, file=str(file))
        elif is_faq(content):
            read_faq(content, file=str(file))
        elif is_rewards(content):
            read_rewards(content, file=str(file))
        elif is_survey(content):
            check_definition(content, name=str(file))
        else:
            told = f'a survey says nps, csat or ces; plans for cases say kind = "{KIND}" instead'
            told += f', a return policy kind = "{POLICY}", loyalty rules kind = "{LOYALTY}", rewards kind = "{REWARDS}"'
            told += f', a FAQ kind = "{FAQ}"'
            raise OperatorError(f"{file}: metric: is missing; {told}")
    return documents


async def import_documents(documents: Documents, *, now: datetime, dry_run: bool) -> list[Imported]:
    """Bring them in and tell what came of each."""
    return [await _verb_of(content)(content, name=str(file), now=now, dry_run=dry_run) for file, content in documents]


def describe(imported: Imported) -> str:
    """One line for the operator."""
    match imported:
        case Introduced(version, outcome):
            return f"plans for cases: {outcome}, version {version}"
        case Adopted(version, outcome):
            return f"return policy: {outcome}, version {version}"
        case Ruled(version, outcome):
            return f"loyalty rules: {outcome}, version {version}"
        case Offered(version, outcome):
            return f"rewards: {outcome}, version {version}"
        case BroughtIn(outcomes, overlaps):
            told = ", ".join(f"{count} {outcome}" for outcome, count in _counted(outcomes).items())
            return "\n".join([f"FAQ: {told}", *(_describe_overlap(key, overlap) for key, overlap in overlaps)])
        case launched:
            return _describe_survey(launched)


def _describe_overlap(key: str, overlap: Overlap) -> str:
    return f"  {key}: “{overlap.phrase}” was answered with {overlap.entry or overlap.intent} before"


def as_json(imported: Sequence[Imported]) -> dict[str, Any]:
    """The keys that an import of such files adds to its summary."""
    surveys = [_survey_as_json(each) for each in imported if isinstance(each, Launched)]
    told = {"surveys": surveys, "case_plans": _versions(imported, Introduced)}
    told["return_policies"] = _versions(imported, Adopted)
    told["loyalty_rules"] = _versions(imported, Ruled)
    told["rewards"] = _versions(imported, Offered)
    told["faq"] = [
        {"key": key, "outcome": outcome}
        for each in imported
        if isinstance(each, BroughtIn)
        for key, outcome in each.outcomes.items()
    ]
    return {key: found for key, found in told.items() if found}


def _verb_of(content: Mapping[str, Any]) -> Callable[..., Awaitable[Imported]]:
    if is_plans(content):
        return introduce
    if is_faq(content):
        return bring_in
    if is_loyalty(content):
        return rule
    if is_rewards(content):
        return offer
    return adopt if is_policy(content) else launch


def _counted(outcomes: Mapping[str, str]) -> Mapping[str, int]:
    return Counter(outcomes.values())


def _versions(imported: Sequence[Imported], kind: type[Versioned]) -> list[dict[str, Any]]:
    return [{"version": each.version, "outcome": each.outcome} for each in imported if isinstance(each, kind)]


def _describe_survey(launched: Launched) -> str:
    asked = "" if launched.active else "; nobody is asked"
    return f"survey {launched.key}: {launched.outcome}, version {launched.version}{asked}"


def _survey_as_json(launched: Launched) -> dict[str, Any]:
    names = ("key", "version", "active", "outcome")
    return {name: getattr(launched, name) for name in names}
