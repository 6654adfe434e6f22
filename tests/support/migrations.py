"""Our migrations and one more, as a package of its own: what a later Bote would bring."""

import shutil
from collections.abc import Callable
from pathlib import Path

SHIPPED = sorted(Path("bot/migrations").resolve().glob("0*.py"))
SHIPPED_NAMES = tuple(file.stem for file in SHIPPED)
LATER = """
from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bote", "{newest}")]
    initial = False
    operations = [{operations}]
"""

# Of the operations of a migration `9999_later` to the name of a package.
Package = Callable[[str], str]


def write_package(folder: Path, name: str, operations: str) -> str:
    package = folder / name
    package.mkdir()
    (package / "__init__.py").touch()
    for file in SHIPPED:
        shutil.copy(file, package)
    (package / "9999_later.py").write_text(LATER.format(operations=operations, newest=SHIPPED_NAMES[-1]))
    return name
