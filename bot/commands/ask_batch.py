"""`ask --batch`: many questions, a line of JSON each, answered in order."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.progress import Progress

from bot.commands import Wiring
from bot.commands.ask import Asking, begin_asking
from bot.commands.loading import without_collecting
from bot.commands.reading import reading_or_empty
from bot.config import LOCALES, Locale, Settings
from bot.errors import OperatorError
from bot.support.matching import match

# Unicode's other ends of a line, at which some readers would cut; JSON leaves them as they are.
LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    locale: Locale | None


async def ask_batch(
    file: Path, settings: Settings, *, mail: str | None, locale: Locale | None, wiring: Wiring, as_json: bool
) -> None:
    """Nothing is asked unless every line can be read; empty lines are passed over.

    A line's own `locale` goes before `locale`, which is for those without.
    """
    questions = read_questions(file)
    async with reading_or_empty(settings):
        people: dict[Locale | None, Asking] = {}
        for spoken in {question.locale or locale for question in questions}:
            people[spoken] = await begin_asking(settings=settings, mail=mail, locale=spoken, wiring=wiring)
        match("")  # reads the phrases, which belongs to the start
        # What a question leaves behind is freed by itself; the collector would go through all that is loaded.
        with without_collecting(), _progress(len(questions)) as progress:
            for question in questions:
                _print(await people[question.locale or locale].ask(question.text), as_json=as_json)
                progress.advance(progress.task_ids[0])


def read_questions(file: Path) -> Sequence[Question]:
    """Raise OperatorError, which names the line, where one is no question."""
    try:
        # Lines end with a line feed and nothing else: JSON may hold what Unicode calls a line's end.
        lines = (sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()).decode().split("\n")
    except OSError as error:
        raise OperatorError(f"ask: cannot read {file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise OperatorError(f"ask: {file} is not UTF-8 at byte {error.start}; save it as UTF-8") from error
    return [_question(line, f"{file}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _question(line: str, where: str) -> Question:
    try:
        asked = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise OperatorError(f"ask: {where} is no JSON ({error})") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise OperatorError(f'ask: {where} has no "text"; it must look like {{"text": "where is my parcel"}}')
    locale = asked.get("locale")
    if locale is not None and locale not in LOCALES:
        raise OperatorError(f"ask: {where}: the locale {locale!r} is none of {', '.join(LOCALES)}")
    return Question(asked["text"], locale)


def _print(answered: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(answered, ensure_ascii=False).translate(LINE_ENDS))
    else:
        typer.echo(f"> {answered['text']}\n{answered['reply']}\n")


@contextmanager
def _progress(count: int) -> Iterator[Progress]:
    console = Console(stderr=True)
    hidden = not console.is_terminal or sys.stdout.isatty()
    with Progress(console=console, transient=True, disable=hidden) as progress:
        progress.add_task("asking", total=count)
        yield progress
