"""The database: one way in (`open_database`), one way to write (`unit_of_work`)."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from functools import cache, partial, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import structlog
from filelock import FileLock, Timeout
from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient, TransactionContext
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connection
from tortoise.exceptions import BaseORMException, OperationalError
from tortoise.transactions import in_transaction

from bot.config import Settings
from bot.errors import OperatorError

MODELS = (
    "bot.conversations.models",
    "bot.staff.models",
    "bot.shop.models",
    "bot.shop.platform_models",
    "bot.shop.search_models",
    "bot.customers.models",
    "bot.outbox.models",
    "bot.loyalty.models",
    "bot.loyalty.coupon_models",
    "bot.loyalty.referral_models",
    "bot.tickets.models",
    "bot.surveys.models",
    "bot.shipping.models",
    "bot.returns.models",
    "bot.returns.policy_models",
    "bot.returns.surcharge_models",
    "bot.broadcasts.models",
    "bot.broadcasts.poll_models",
    "bot.support.models",
    "bot.community.contest_models",
    "bot.community.member_models",
    "bot.community.review_models",
    "bot.connectors.models",
    "bot.demo.models",
)
APP, MIGRATIONS = "bote", "bot.migrations"
SESSION = "bote"  # how our connections are called on PostgreSQL
BUSY_TIMEOUT_MS = 30_000
CONNECT_TIMEOUT_S = 10.0
STUCK_AFTER_S = 2.0

P = ParamSpec("P")
T = TypeVar("T")

log = structlog.get_logger(__name__)
_inside: ContextVar[bool] = ContextVar("inside_unit_of_work", default=False)
_open_units: set[asyncio.Task[Any]] = set()


def unit_of_work(verb: Callable[P, Awaitable[T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    """Run `verb` in one transaction that a cancelled caller cannot tear in half.

    The transaction lives in a task of its own: time-outs and shutdown cancel the waiting, never the work
    (a cancel inside a transaction leaves SQLite locked and leaks a PostgreSQL connection, stack.md 4).
    A verb called inside another joins the outer transaction.
    """

    @wraps(verb)
    async def whole(*args: P.args, **kwargs: P.kwargs) -> T:
        if _inside.get():
            return await verb(*args, **kwargs)
        task = asyncio.create_task(_in_one_transaction(partial(verb, *args, **kwargs)))
        _open_units.add(task)
        task.add_done_callback(_open_units.discard)
        return await asyncio.shield(task)

    return whole


async def _in_one_transaction(work: Callable[[], Awaitable[T]]) -> T:
    _inside.set(True)
    async with in_transaction():
        return await work()


@asynccontextmanager
async def open_database(settings: Settings, *, read_only: bool = False) -> AsyncIterator[None]:
    """Connect for the lifetime of the block; a read-only opening works beside a running bot."""
    file = settings.sqlite_file
    if file:
        _require_folder(file)
    if read_only and file and not file.exists():
        raise OperatorError(f"database: {file} does not exist yet; create it with `python main.py migrate`")
    try:
        await _connect(settings, read_only=read_only)
        yield
    finally:
        await close_database()


async def _connect(settings: Settings, *, read_only: bool) -> None:
    await Tortoise.init(config=tortoise_config(settings, read_only=read_only), _enable_global_fallback=True)
    try:
        await connection().execute_query("SELECT 1")
    except Exception as error:  # each driver has its own family, and all of them mean this
        reason = " ".join(str(error).split()) or type(error).__name__
        raise OperatorError(f"database: cannot connect ({reason}); see BOTE_DATABASE_URL") from error


async def close_database() -> None:
    """Let open units of work end, then disconnect."""
    if _open_units:
        await asyncio.wait(_open_units)
    await Tortoise.close_connections()


def connection() -> BaseDBAsyncClient:
    """The connection for statements the ORM cannot express; inside a unit of work it is the transaction's."""
    return get_connection("default")


def is_sqlite() -> bool:
    return connection().capabilities.dialect == "sqlite"


def placeholders(count: int, start: int = 1) -> str:
    """`?,?` on SQLite and `$1,$2` on PostgreSQL, for raw statements."""
    return ",".join("?" if is_sqlite() else f"${number}" for number in range(start, start + count))


def among() -> str:
    """What follows a column of ids that must be one of a list, which goes in as one value, `id_list`.

    The statement is the same however long the list, so that PostgreSQL plans it once and not once a length.
    """
    return "IN (SELECT value FROM json_each(?))" if is_sqlite() else "= ANY (?::bigint[])"


def id_list(ids: Iterable[int]) -> Any:
    """The value for `among`."""
    return json.dumps(list(ids)) if is_sqlite() else list(ids)


def document(value: Any) -> Any:
    """A JSON column of a raw statement: text on both databases."""
    return json.loads(value) if isinstance(value, str) else value


def in_dialect(statement: str) -> str:
    """A statement with `?` for each value, as the connected database wants it (`$1, $2` on PostgreSQL)."""
    return statement if is_sqlite() else _numbered(statement)


@cache
def _numbered(statement: str) -> str:
    first, *others = statement.split("?")
    return first + "".join(f"${number}{text}" for number, text in enumerate(others, start=1))


def tortoise_config(settings: Settings, *, read_only: bool = False, engine: str | None = None) -> dict[str, Any]:
    """Tortoise's configuration of our one app, on SQLite through the client below."""
    database = expand_db_url(settings.database_url.get_secret_value())
    if settings.sqlite_file:
        database["engine"] = engine or __name__
        ours = {"busy_timeout": BUSY_TIMEOUT_MS, "synchronous": "NORMAL"}
        database["credentials"] = ours | database["credentials"]
        if read_only:
            database["credentials"]["query_only"] = "ON"
    else:
        ours = {"application_name": SESSION, "timeout": CONNECT_TIMEOUT_S}
        database["credentials"] = ours | database["credentials"]
    return {
        "connections": {"default": database},
        "apps": {APP: {"models": list(MODELS), "default_connection": "default", "migrations": MIGRATIONS}},
        "use_tz": True,
        "timezone": "UTC",
    }


def lock_database(settings: Settings) -> FileLock | None:
    """Keep a second `run` or `demo` off one SQLite file; None on PostgreSQL, which several may share.

    Hold the returned lock as long as the bot runs; the operating system frees it when the process dies.
    """
    file = settings.sqlite_file
    if file is None:
        return None
    _require_folder(file)
    lock = FileLock(f"{file.resolve()}.lock")  # one file of many names is one file
    try:
        lock.acquire(timeout=0)
    except Timeout:
        message = f"{file} is in use by another `run` or `demo`; stop that one, or set another BOTE_DATABASE_URL"
        raise OperatorError(f"database: {message}") from None
    except OSError as error:
        raise OperatorError(f"database: cannot write beside {file} ({error.strerror}); see BOTE_DATABASE_URL") from None
    return lock


def _require_folder(file: Path) -> None:
    """A folder made for a mistyped address would hold a new, empty database, and nobody would know."""
    if not file.parent.is_dir():
        raise OperatorError(f"database: there is no folder {file.parent}; make it, or mend BOTE_DATABASE_URL")


async def database_answers() -> bool:
    """Whether `select 1` comes back in time; a bot whose database is stuck had better be restarted."""
    try:
        await asyncio.wait_for(asyncio.shield(_select_one()), STUCK_AFTER_S)
    except (TimeoutError, OSError, BaseORMException):
        return False
    return True


def _select_one() -> asyncio.Task[Any]:
    return asyncio.create_task(connection().execute_query("SELECT 1"))


class _ImmediateTransaction(SqliteTransactionWrapper):
    """Takes the write lock at the start: a transaction that reads first could not get it later
    while another process writes, and would fail at once however long the busy timeout."""

    async def begin(self) -> None:
        # A script ends what may still be open before it begins, in one go: every call goes through another thread.
        await self._connection.executescript("BEGIN IMMEDIATE")


class _ImmediateContext(SqliteTransactionContext):
    async def __aenter__(self) -> TransactionalDBClient:
        try:
            return await super().__aenter__()
        except sqlite3.OperationalError as error:
            # Taken just before, and nobody would give it back: every later statement would wait for ever.
            self._trxlock.release()
            raise OperationalError(error) from error


class _ImmediateSqliteClient(SqliteClient):
    def _in_transaction(self) -> TransactionContext:
        return _ImmediateContext(_ImmediateTransaction(self), self._lock)


# Tortoise looks for this name in the module that `engine` names.
client_class = _ImmediateSqliteClient
