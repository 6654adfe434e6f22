"""What every test may ask for: settings, a clock, an empty database of either kind."""

import asyncio
import gc
import logging
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from weakref import WeakSet

import asyncpg
import pytest
import structlog
from pydantic import SecretStr
from tortoise import Model, Tortoise
from tortoise.apps import Apps
from tortoise.migrations.recorder import MigrationRecorder
from tortoise.migrations.schema_editor import AsyncpgSchemaEditor, SqliteSchemaEditor

from bot.clock import Clock
from bot.commands.migrate import pending_migrations
from bot.config import LOCALES, Settings, load_settings
from bot.db import APP, connection, is_sqlite, open_database
from tests.support.migrations import Package, write_package

POSTGRES = os.environ.get("BOTE_TEST_DATABASE_URL", "")
REDIS = os.environ.get("BOTE_TEST_REDIS_URL", "")
REQUIRED = os.environ.get("BOTE_TEST_REQUIRE_SERVICES") == "1"

EMPTY_TABLES = """
SET session_replication_role = replica; -- in any order, whatever refers to whatever
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'tortoise_migrations' LOOP
    EXECUTE format('DELETE FROM %I', name);
  END LOOP;
  FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
    PERFORM setval(quote_ident(name)::regclass, 1, false);
  END LOOP;
END $$"""


def pytest_report_header() -> str:
    return f"database: {'PostgreSQL' if POSTGRES else 'SQLite'}"


def pytest_configure() -> None:
    """Logs of a failed test in plain lines: the default traces take seconds to draw."""
    renderer = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, renderer])


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """PostgreSQL's run is for what touches a database; the rest, and what differs in nothing but the language of the
    customer, has been tested in SQLite's.
    """
    if POSTGRES:
        elsewhere = [item for item in items if not _is_about_databases(item)]
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in set(elsewhere)]


def _is_about_databases(item: pytest.Item) -> bool:
    params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    return "_dialect_url" in getattr(item, "fixturenames", ()) and params.get("locale", LOCALES[0]) == LOCALES[0]


def pytest_collection_finish() -> None:
    """What is loaded by now stays: the collector, which took a third of a journey, need not look through it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test of one dialect runs in the process of that dialect: Tortoise caches by connection name."""
    if POSTGRES and item.get_closest_marker("sqlite"):
        pytest.skip("about SQLite; this run is PostgreSQL's")
    if not POSTGRES and item.get_closest_marker("postgres"):
        pytest.skip("about PostgreSQL; set BOTE_TEST_DATABASE_URL")


@pytest.fixture(scope="session", autouse=True)
def _models_finished_once() -> Iterator[None]:
    """Tortoise finishes its models whenever a database is opened; a run has one dialect, so that once is enough."""
    finish, finished = Apps._build_initial_querysets, WeakSet[type[Model]]()

    def finish_once(apps: Apps) -> None:
        models = [model for app in apps.values() for model in app.values()]
        if any(model not in finished for model in models):
            finish(apps)
            finished.update(models)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Apps, "_build_initial_querysets", finish_once)
        yield


@pytest.fixture(autouse=True)
def _no_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The developer's own BOTE_ variables must not decide whether a test passes."""
    for name in [name for name in os.environ if name.startswith("BOTE_") and not name.startswith("BOTE_TEST_")]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _own_logging(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a command sets up for its log ends with its test.

    A logger that was cached would never again be heard by `capture_logs`, and the root's handler would write to the
    stderr that the test had.
    """
    configure, before, root = structlog.configure, structlog.get_config(), logging.getLogger()
    handlers = list(root.handlers)
    monkeypatch.setattr(
        structlog, "configure", lambda **given: configure(**given | {"cache_logger_on_first_use": False})
    )
    yield
    configure(**before)
    for handler in root.handlers[:]:
        if type(handler) is logging.StreamHandler and handler not in handlers:
            root.removeHandler(handler)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(tmp_path: Path, _dialect_url: str) -> Settings:
    """Settings of a shop of its own: SQLite in a new folder, or this worker's PostgreSQL database."""
    url = _dialect_url or f"sqlite://{tmp_path}/bote.sqlite3"
    return load_settings(_env_file=None, database_url=SecretStr(url), log_format="json", backup_folder=tmp_path)


@pytest.fixture
def environment(settings: Settings, tmp_path: Path) -> dict[str, str]:
    """The environment for a `main.py` of its own process on the database of `settings` (run it in `tmp_path`)."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOTE_")}
    url = settings.database_url.get_secret_value()
    kept |= {"BOTE_BACKUP_FOLDER": str(tmp_path)}
    return kept | {"BOTE_DATABASE_URL": url, "NO_COLOR": "1", "COLUMNS": "120", "HOME": str(tmp_path)}


@pytest.fixture
def tables(settings: Settings, request: pytest.FixtureRequest) -> None:
    """Our tables, empty, without a connection of this process: for tests that start `main.py`."""
    if settings.sqlite_file:
        shutil.copyfile(request.getfixturevalue("_template"), settings.sqlite_file)
    else:
        request.getfixturevalue("_emptying")()


@pytest.fixture
async def database(settings: Settings, tables: None) -> AsyncIterator[Settings]:
    """Our tables, empty, connected for this test."""
    async with open_database(settings):
        yield settings


@pytest.fixture
async def bare(settings: Settings) -> AsyncIterator[Settings]:
    """A database without any table; on PostgreSQL the tables are put back afterwards."""
    await _drop_tables(settings)
    yield settings
    await _drop_tables(settings)
    if not settings.sqlite_file:
        await _create_tables(settings)


@pytest.fixture
def migrations_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Package:
    """A package of our migrations and a later one with the operations given; one a test."""
    monkeypatch.syspath_prepend(tmp_path)
    return partial(write_package, tmp_path, f"later_{abs(hash(request.node.nodeid))}")


@pytest.fixture
def redis_url() -> str:
    """A Redis to test against; without one the test is skipped, in CI it fails."""
    if not REDIS and REQUIRED:
        pytest.fail("BOTE_TEST_REDIS_URL is not set, and this run requires the services")
    if not REDIS:
        pytest.skip("no Redis; set BOTE_TEST_REDIS_URL")
    return REDIS


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One SQLite file with our tables, copied for each test: a copy is 30 times faster than creating them."""
    file = tmp_path_factory.mktemp("template") / "template.sqlite3"
    asyncio.run(_create_tables(load_settings(_env_file=None, database_url=SecretStr(f"sqlite://{file}"))))
    return file


@pytest.fixture(scope="session")
def _dialect_url() -> Iterator[str]:
    """Empty on SQLite; on PostgreSQL a database of this worker alone, gone afterwards."""
    if not POSTGRES:
        yield ""
        return
    name = f"bote_test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    url = urlunsplit(urlsplit(POSTGRES)._replace(path=f"/{name}"))
    asyncio.run(_run_on_server(f'CREATE DATABASE "{name}"'))
    # Nothing here outlives the run, so no commit needs to wait for the disk.
    asyncio.run(_run_on_server(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
    try:
        asyncio.run(_create_tables(load_settings(_env_file=None, database_url=SecretStr(url))))
        yield url
    finally:
        asyncio.run(_run_on_server(f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture(scope="session")
def _emptying(_dialect_url: str) -> Iterator[Callable[[], None]]:
    """Deletes and starts numbering anew, on one connection: a new one takes longer to learn of the tables than this.

    TRUNCATE takes ten times as long.
    """
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(asyncpg.connect(_dialect_url))
    try:
        yield lambda: loop.run_until_complete(server.execute(EMPTY_TABLES)) and None
    finally:
        loop.run_until_complete(server.close())
        loop.close()


async def _create_tables(settings: Settings) -> None:
    """As `main.py migrate` leaves them (a guard holds that), only five times as fast."""
    async with open_database(settings):
        await Tortoise.generate_schemas()
        editor = SqliteSchemaEditor if is_sqlite() else AsyncpgSchemaEditor
        recorder = MigrationRecorder(connection())
        await recorder.ensure_schema(editor(connection()))
        for name in await pending_migrations():
            await recorder.record_applied(APP, name)


async def _run_on_server(statement: str) -> None:
    server = await asyncpg.connect(POSTGRES)
    try:
        await server.execute(statement)
    finally:
        await server.close()


async def _drop_tables(settings: Settings) -> None:
    if settings.sqlite_file:
        settings.sqlite_file.unlink(missing_ok=True)
        return
    server = await asyncpg.connect(settings.database_url.get_secret_value())
    try:
        await server.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    finally:
        await server.close()
