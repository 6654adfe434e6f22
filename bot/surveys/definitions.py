"""What is asked: surveys as TOML files, checked when they are read, in the four languages or not at all."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import structlog
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError, with_config

from bot.config import LOCALES, Locale
from bot.db import document
from bot.errors import OperatorError
from bot.shop.rows import fetch
from bot.surveys.delays import Delay, Delays, Hours
from bot.surveys.rules import MOOD_NAMES, Metric, Mood, Reason
from bot.surveys.texts import faults_of, fillable

SHIPPED = Path(__file__).parent / "definitions"
SHIPPED_VERSION = 0
MOST_FAULTS = 5
STORED = """
SELECT key, version, document FROM survey_definition AS latest WHERE version = (
  SELECT MAX(version) FROM survey_definition AS other WHERE other.key = latest.key)"""

log = structlog.get_logger(__name__)

Trigger = Literal["delivered", "return_closed", "case_closed"]

# For a file that names none. A promoter is asked for nothing that went wrong.
REASONS: Mapping[Trigger, tuple[Reason, ...]] = {
    "delivered": ("late", "damaged", "wrong_item", "packaging", "courier", "price", "service", "other"),
    "return_closed": ("slow", "complicated", "packaging", "courier", "price", "service", "other"),
    "case_closed": ("unsolved", "slow", "unhelpful", "unfriendly", "other"),
}
GOOD_REASONS: Mapping[Trigger, tuple[Reason, ...]] = {
    "delivered": ("packaging", "courier", "price", "service", "other"),
    "return_closed": ("fast", "easy", "courier", "service", "other"),
    "case_closed": ("fast", "competent", "friendly", "other"),
}


def _distinct(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    if len({*reasons}) < len(reasons):
        raise ValueError("names a reason twice")
    return reasons


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600), AfterValidator(fillable)]
Days = Annotated[float, Field(ge=0, le=366)]
Reasons = Annotated[tuple[Reason, ...], Field(min_length=1, max_length=10), AfterValidator(_distinct)]

exactly = with_config(ConfigDict(extra="forbid"))


@exactly
@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is said after the score: the question for the reason, and at the end the thanks."""

    why: Text
    thanks: Text


@exactly
@dataclass(frozen=True, slots=True)
class Wording:
    """All texts of a survey in one language."""

    question: Text
    detractor: FollowUp
    passive: FollowUp
    promoter: FollowUp


@exactly
@dataclass(frozen=True, slots=True)
class Throttle:
    """At least so many days after any survey, and after this one; else `then`: not at all, or later."""

    any_days: Days
    same_days: Days
    then: Literal["skip", "wait"]


@exactly
@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One survey; the TOML files in `definitions/` tell what each key means. `version` 0 is shipped with Bote."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
    metric: Metric
    trigger: Trigger
    active: Annotated[bool, Field(strict=True)]
    delay_hours: Delay
    latest_days: Annotated[Days, Field(gt=0)]
    window_days: Annotated[Days, Field(gt=0)]
    reminder_hours: Hours
    sample_percent: Annotated[float, Field(ge=0, le=100)]
    throttle: Throttle
    de: Wording
    en: Wording
    fr: Wording
    lb: Wording
    points: Annotated[int, Field(ge=0, le=100_000, strict=True)] | None = None
    delay_by_category: Delays = field(default_factory=dict)
    daily_limit: Annotated[int, Field(ge=1, le=1_000_000, strict=True)] | None = None
    reasons: Reasons | None = None
    good_reasons: Reasons | None = None
    version: int = SHIPPED_VERSION

    @property
    def kin(self) -> str:
        """What counts as the same survey for the throttle: all NPS are one."""
        return "nps" if self.metric == "nps" else self.key

    @property
    def window(self) -> timedelta:
        return timedelta(days=self.window_days)

    @property
    def latest(self) -> timedelta:
        return timedelta(days=self.latest_days)

    def reasons_for(self, mood: Mood, given: Sequence[str] = ()) -> tuple[str, ...]:
        """The quick reasons that are offered; one that was given before stays, so that it can be taken back."""
        asked = self.reasons or REASONS[self.trigger]
        offered = (self.good_reasons or GOOD_REASONS[self.trigger]) if mood == "promoter" else asked
        return tuple(dict.fromkeys([*(each for each in given if each not in offered), *offered]))

    def wording(self, locale: Locale) -> Wording:
        texts: Wording = getattr(self, locale)
        return texts

    def follow_up(self, locale: Locale, mood: Mood) -> FollowUp:
        texts: FollowUp = getattr(self.wording(locale), mood)
        return texts


async def definitions() -> Mapping[str, Definition]:
    """Every survey by its key: those imported last, and the shipped ones that none of them replaces."""
    found = dict(shipped_definitions())
    for row in await fetch(STORED):
        if stored := _stored(row["key"], row["document"], row["version"]):
            found[row["key"]] = stored
    return found


@cache
def shipped_definitions() -> Mapping[str, Definition]:
    read = [read_definition(path) for path in sorted(SHIPPED.glob("*.toml"))]
    return {definition.key: definition for definition in read}


def read_definition(path: Path) -> Definition:
    """The survey in a TOML file; OperatorError with file, key and what to do about each fault."""
    return check_definition(read_toml(path), name=str(path))


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file, unchecked; OperatorError when there is none."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise OperatorError(f"import: cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise OperatorError(f"{path}: is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise OperatorError(f"{path}: is no TOML: {error}") from None


def check_definition(content: Mapping[str, Any], *, name: str) -> Definition:
    """The survey that this content describes; `name` is what a fault is told of."""
    faults = [] if "version" not in content else [f"{name}: version: is counted by the import; leave it out"]
    try:
        definition = SCHEMA.validate_python(content)
    except ValidationError as error:
        faults += [f"{name}: {fault}" for fault in _faults(error)]
    else:
        has_order = definition.trigger != "case_closed"
        faults += [f"{name}: {fault}" for fault in faults_of(_texts(definition), has_order=has_order)]
        faults += [f"{name}: {fault}" for fault in _faults_of_times(definition)]
    if faults:
        raise OperatorError("; ".join(faults[:MOST_FAULTS]))
    return definition


SCHEMA = TypeAdapter(Definition)


@cache
def _stored(key: str, text: str, version: int) -> Definition | None:
    """None for one that this version of Bote no longer understands: no parcel is to wait because of a survey."""
    try:
        return replace(SCHEMA.validate_python(document(text)), version=version)
    except ValidationError as error:
        log.error("survey not understood", survey=key, version=version, faults=_faults(error)[:MOST_FAULTS])
        return None


def _faults(error: ValidationError) -> list[str]:
    return [_fault(".".join(map(str, fault["loc"])), fault["type"], fault["msg"]) for fault in error.errors()]


def _fault(key: str, kind: str, said: str) -> str:
    if kind == "missing" and key in LOCALES:
        return f"[{key}]: the language is missing; add its question and why and thanks for each of the three moods"
    if kind == "missing":
        return f"{key}: is missing; add it"
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return f"{key}: is no key of a survey; take it out (the files in bot/surveys/definitions show all there are)"
    return f"{key}: {said.removeprefix('Value error, ')}; mend it"


def _faults_of_times(definition: Definition) -> Iterator[str]:
    """A survey that could never ask, or would remind at once or too late."""
    if definition.delay_hours[0] >= definition.latest_days * 24:
        yield "delay_hours: begin when latest_days are over, so that nobody would be asked; mend one of them"
    for category, (first, _) in definition.delay_by_category.items():
        if first >= definition.latest_days * 24:
            yield f"delay_by_category.{category}: begins when latest_days are over; mend one of them"
    if definition.delay_by_category and definition.trigger == "case_closed":
        yield "delay_by_category: has no meaning after a conversation, which is about no goods; take it out"
    if definition.reminder_hours and definition.reminder_hours[0] <= 0:
        yield "reminder_hours: begin with the invitation itself; mend them"
    if definition.reminder_hours and definition.reminder_hours[1] >= definition.window_days * 24:
        yield "reminder_hours: end after window_days, when no answer counts any more; mend one of them"


def _texts(definition: Definition) -> Iterator[tuple[str, str]]:
    for locale in LOCALES:
        yield f"{locale}.question", definition.wording(locale).question
        for mood in MOOD_NAMES:
            follow_up = definition.follow_up(locale, mood)
            yield f"{locale}.{mood}.why", follow_up.why
            yield f"{locale}.{mood}.thanks", follow_up.thanks
