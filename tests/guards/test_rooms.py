"""The house stays in order: who may import whom, how long a file is, what a file never says."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST, LONGEST_TEST = 250, 400
WRITTEN_BY_MACHINE = {"bot/webchat/spec.py"}
TEXT = {".py", ".js", ".css", ".html", ".md", ".toml", ".txt", ".ftl", ".yml", ".json", ".jsonl", ".svg", ""}

# Spelled in two halves, so that this file may stand under its own rule.
PROMISES = [a + b for a, b in (("TO", "DO"), ("FIX", "ME"), ("XX", "X:"), ("raise Not", "ImplementedError"))]
REGISTRIES = [
    a + b
    for a, b in (
        ("pypi", ".org"), ("python", "hosted.org"), ("npm", "js.org"), ("npm", "js.com"), ("deb.", "debian.org"),
        ("--index", "-url"), ("--extra-index", "-url"), ("unpkg", ".com"), ("jsdelivr", ".net"), ("cdn", "js."),
    )
]  # fmt: skip


def tracked(*folders: str, suffix: str = "") -> list[Path]:
    """The files of the repository, new ones included, ignored ones not."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *folders],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    files = [ROOT / name for name in listing.stdout.splitlines()]
    return [file for file in files if file.is_file() and file.name.endswith(suffix)]


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_the_import_contracts_hold() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    outcome = subprocess.run([lint, "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert outcome.returncode == 0, outcome.stdout


def test_every_screen_is_held_apart_from_the_others() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    [screens] = [contract["modules"] for contract in contracts if contract["type"] == "independence"]
    with_dialog = {
        f"dialogs.{file.stem}"
        for file in tracked("dialogs", suffix=".py")
        if re.search(r"^def build", file.read_text(), re.MULTILINE)
    }

    assert with_dialog == set(screens)


def test_transactions_are_opened_in_one_place() -> None:
    openers = [
        name_of(file)
        for file in tracked("bot", "handlers", "dialogs", "main.py", suffix=".py")
        if re.search(r"in_transaction|tortoise\.transactions", file.read_text())
    ]

    assert openers == ["bot/db.py"]


def test_the_time_is_asked_in_one_place() -> None:
    askers = [
        name_of(file)
        for file in tracked("bot", "handlers", "dialogs", "main.py", suffix=".py")
        if re.search(r"datetime\.(now|utcnow|today)\(|date\.today\(", file.read_text())
    ]

    assert askers == ["bot/clock.py"]


@pytest.mark.parametrize("file", tracked(suffix=".py"), ids=name_of)
def test_a_file_is_read_in_one_sitting(file: Path) -> None:
    name = name_of(file)
    if name in WRITTEN_BY_MACHINE or name.startswith("bot/migrations/0"):
        return
    length = len(file.read_text().splitlines())

    assert length <= (LONGEST_TEST if name.startswith("tests/") else LONGEST)


def test_nothing_is_promised_for_later() -> None:
    code = [file for file in tracked() if file.suffix in {".py", ".js", ".css", ".html", ".ftl", ".md"}]

    assert _saying(PROMISES, code) == []


def test_no_file_names_a_registry() -> None:
    assert _saying(REGISTRIES, [file for file in tracked() if file.suffix in TEXT]) == []


def test_no_file_names_something_to_download() -> None:
    address = re.compile(r"https?://[^\s\"'`)>]+\.(whl|tar\.gz|tgz|zip|deb|rpm|exe|msi|dmg|AppImage)\b")
    hits = [(file, address.search(file.read_text(errors="replace"))) for file in tracked() if file.suffix in TEXT]

    assert [f"{name_of(file)}: {hit[0]}" for file, hit in hits if hit] == []


def _saying(words: list[str], files: list[Path]) -> list[str]:
    pattern = re.compile("|".join(map(re.escape, words)))
    return [f"{name_of(file)}: {hit[0]}" for file in files if (hit := pattern.search(file.read_text(errors="replace")))]
