"""Wiring: the command line, logging, and the only place that sees all packages."""

import importlib
import logging
import re
import sys
import tempfile
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from bot.clock import Clock
    from bot.commands import Conversation, Rehearsing
    from bot.config import Settings

# Name, module in bot/commands and one line of help: a command is imported when it is used, so that --help,
# show and import do not wait seconds for the libraries that only a running bot needs.
COMMANDS = {
    "run": ("run", "Answer customers on Telegram, by long polling or webhook."),
    "demo": ("demo", "Try it out: a small shop and a chat in the browser, without Telegram."),
    "ask": ("ask", "Print what the bot would answer to a question."),
    "import": ("import_", "Bring orders, products and past survey answers into the shop database."),
    "show": ("show", "Print what the bot knows: orders, products, what was sent, cases, surveys."),
    "report": ("report", "Print how satisfied customers are: NPS, CSAT, CES, and their answers."),
    "privacy": ("privacy", "Copy or erase what is known of somebody; list what platforms ask for."),
    "replay": ("replay", "Process bodies of webhooks again that could not be processed."),
    "backup": ("backup", "Write the whole database into one file, beside a running bot."),
    "restore": ("restore", "Put a database back from its backup, of either kind."),
    "migrate": ("migrate", "Create the database, or bring it up to date."),
    "doctor": ("doctor", "Check configuration, database, Telegram and Redis."),
}


class LazyGroup(TyperGroup):
    """Lists commands by their line in COMMANDS and loads only the one that is called."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        for name, (_, summary) in COMMANDS.items():
            self.add_command(TyperCommand(name, help=summary), name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] in COMMANDS:
            self.add_command(_load_command(args[0]), args[0])
        return super().resolve_command(ctx, args)


def _load_command(name: str) -> Any:
    from bot.commands.loading import without_collecting, without_rich

    with without_collecting():
        with without_rich():
            importlib.import_module("structlog")
        module = importlib.import_module(f"bot.commands.{COMMANDS[name][0]}")
    command = getattr(module, "app", None)
    if command is None:
        command = typer.Typer(add_completion=False)
        command.command(name)(module.command)
    return typer.main.get_command(command)


app = typer.Typer(cls=LazyGroup, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def prepare(
    ctx: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show the trace of an unexpected error.")] = False,  # noqa: ARG001  # read where the error ends, long after typer's context
) -> None:
    """Bote looks after customers of an online shop from the order to the next order."""
    from bot.commands import Wiring
    from bot.config import load_settings
    from bot.errors import OperatorError

    ctx.obj = Wiring(open_conversation=open_conversation, rehearse=rehearse)
    try:
        settings = load_settings()
        configure_logging(json=_wants_json(settings.log_format), level=settings.log_level)
    except OperatorError:
        # The command reads the settings itself and says what is wrong with them; doctor says it in its own way.
        configure_logging(json=_wants_json("auto"), level="info")


@asynccontextmanager
async def open_conversation(settings: "Settings", clock: "Clock") -> "AsyncIterator[Conversation]":
    """Everything that answers updates, put together; the database must be open."""
    from bot.conversations.storage import build_storage
    from bot.pacing import Pacer
    from handlers.dispatcher import build_bot, build_dispatcher
    from handlers.polling import Talk

    storage, isolation = build_storage(settings)
    pacer = Pacer(settings.send_rate)
    bot = build_bot(settings, pacer)
    try:
        yield Talk(bot, build_dispatcher(settings, clock, storage, isolation), pacer=pacer)
    finally:
        await bot.session.close()
        await storage.close()


def rehearse(**kwargs: Any) -> "Rehearsing":
    """Replies to typed questions, rendered by the windows that the chat would show (see handlers/rehearsal.py)."""
    from handlers.rehearsal import Rehearsal

    return Rehearsal(**kwargs)


def configure_logging(*, json: bool, level: str) -> None:
    """One line a fact on stderr, for people or for machines; libraries speak up from warnings on.

    Below that they would log statements with their values and requests with their texts.
    """
    import structlog

    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    # Not the pretty traces: they print the values of variables, and with them what people wrote.
    plain = structlog.dev.plain_traceback
    ends: list[Any] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
        if json
        else [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *ends],
    )
    handler = logging.StreamHandler()
    handler.setFormatter(_Redacting(formatter))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for ours in ("bot", "handlers", "dialogs", "main"):
        logging.getLogger(ours).setLevel(level.upper())


def _wants_json(log_format: str) -> bool:
    return log_format == "json" or (log_format == "auto" and not sys.stderr.isatty())


class _Redacting(logging.Formatter):
    """Whatever a library put into its message or trace, no secret reaches the log."""

    def __init__(self, inner: logging.Formatter) -> None:
        super().__init__()
        self._inner = inner

    def format(self, record: logging.LogRecord) -> str:
        return redact(self._inner.format(record))


BOT_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
PASSWORD_IN_URL = re.compile(r"(://[^\s:/@]*:)[^\s@]+@")


def redact(text: str) -> str:
    """Without bot tokens and without passwords of addresses."""
    return PASSWORD_IN_URL.sub(r"\1***@", BOT_TOKEN.sub("<token>", text))


def main() -> None:
    """Run the command line; an error is one line on stderr, with exit code 1, or 2 when the call was wrong."""
    try:
        code = app(standalone_mode=False)
    except Exception as error:  # noqa: BLE001  # the edge of the program: nothing above could say it better
        code = _tell(error)
    sys.exit(code)


def _tell(error: Exception) -> int:
    """Print the error in one line; the exit code comes back."""
    from bot.errors import OperatorError, WrongUseError

    if isinstance(error, OperatorError):
        line, code = str(error), 2 if isinstance(error, WrongUseError) else 1
    elif hasattr(error, "format_message"):
        line, code = _in_one_line(error), 2
    elif "--debug" in sys.argv:
        line, code = "".join(traceback.format_exception(error)).rstrip(), 1
    else:
        kept = _keep_trace(error)
        line, code = f"unexpected {type(error).__name__}; the trace is in {kept} (or run `main.py --debug …`)", 1
    if line:
        print(f"error: {redact(line)}", file=sys.stderr)  # noqa: T201
    return code


def _in_one_line(error: Any) -> str:
    """What typer would draw a box around; empty for a call without a command, whose help is printed already."""
    message = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    where = f"see `{context.command_path if context else 'main.py'} --help`"
    return message and f"{message[0].lower()}{message[1:].rstrip('.')} ({where})"


def _keep_trace(error: Exception) -> Path:
    trace = redact("".join(traceback.format_exception(error)))
    with tempfile.NamedTemporaryFile("w", prefix="bote-", suffix=".trace", delete=False) as file:
        file.write(trace)
    return Path(file.name)


if __name__ == "__main__":
    main()
