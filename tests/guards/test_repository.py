"""What the repository tells people is what it does: README, Makefile, commands, pinned requirements."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from typer.testing import CliRunner

from bot.config import VERSION, Settings, load_settings
from main import COMMANDS, _load_command, app

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = "".join((ROOT / name).read_text() for name in ("README.md", "MANUAL.md", "RUNNING.md"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
HEAVY = {"aiogram", "aiogram_dialog", "telegram", "matplotlib"}
LIGHT_COMMANDS = [
    ["--help"],
    ["show", "order", "1"],
    ["show", "return", "R-1"],
    ["show", "returns"],
    ["show", "policy"],
    ["show", "faq"],
    ["report", "nps"],
    ["report", "returns"],
    ["report", "causes"],
    ["report", "questions"],
    ["import", "nothing.jsonl"],
    ["migrate"],
    ["doctor"],
]
REPORT_LOADED = f"""
import runpy, sys
try:
    runpy.run_path({str(ROOT / "main.py")!r}, run_name="__main__")
except SystemExit:
    pass
print("loaded:", *sorted({HEAVY} & set(sys.modules)))
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_how_it_is_used(name: str) -> None:
    outcome = CliRunner().invoke(app, [name, "--help"])

    assert outcome.exit_code == 0, outcome.output
    assert "Usage:" in outcome.output


@pytest.mark.parametrize("arguments", LIGHT_COMMANDS, ids=" ".join)
def test_light_commands_load_no_chat_library(
    arguments: list[str], tables: None, environment: dict[str, str], tmp_path: Path
) -> None:
    outcome = subprocess.run(
        [sys.executable, "-c", REPORT_LOADED, *arguments], env=environment | {"PYTHONPATH": str(ROOT)},
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert outcome.stdout.splitlines()[-1] == "loaded:", outcome.stdout + outcome.stderr


def test_make_without_a_target_lists_the_targets() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert set(re.findall(r"^make (\w+)", listed, re.MULTILINE)) >= {"install", "demo", "test", "check", "bench"}


def test_the_readme_lists_every_setting_as_it_is() -> None:
    table = "\n".join(_settings_table())

    assert table in README.read_text(), f"README.md needs this table:\n{table}"


def test_the_pages_name_no_setting_that_does_not_exist() -> None:
    named = set(re.findall(r"BOTE_([A-Z_]+[A-Z])", PAGES))

    assert {name for name in named if not name.startswith("TEST")} <= {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("line", [match[0] for match in re.finditer(r"main\.py [^`\n|;']+", PAGES)])
def test_every_command_line_in_the_pages_is_understood(line: str) -> None:
    words = re.findall(r'"[^"]*"|\S+', line.partition("#")[0])[1:]
    command: Any = _load_command(words.pop(0))
    if words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}

    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize(
    ("language", "file", "brings"),
    [
        ("json", "shop.jsonl", "orders"),
        ("toml", "returns.toml", "return_policies"),
        ("toml", "loyalty.toml", "loyalty_rules"),
        ("toml", "faq.toml", "faq"),
        ("toml", "rewards.toml", "rewards"),
    ],
)
def test_the_examples_of_files_are_imported_without_a_doubt(
    language: str, file: str, brings: str, tables: None, environment: dict[str, str], tmp_path: Path
) -> None:
    examples = re.findall(rf"```{language}\n(.*?)```", PAGES, re.DOTALL)
    kinds = {"return_policies": "return_policy", "loyalty_rules": "loyalty", "faq": "faq", "rewards": "rewards"}
    sign = '"type": "order"' if brings == "orders" else f'kind = "{kinds[brings]}"'
    [example] = [each for each in examples if sign in each]
    (tmp_path / file).write_text(example)
    outcome = CliRunner(env=environment).invoke(app, ["import", str(tmp_path / file), "--json"])

    assert (outcome.exit_code, outcome.stderr) == (0, "")
    told = json.loads(outcome.stdout)
    assert (told["bad_lines"], told["warnings"]) == (0, {})
    assert told[brings]["new"] if brings == "orders" else {each["outcome"] for each in told[brings]} == {"new"}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make (\w+)", README.read_text()))))
def test_every_make_target_in_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_everything_installed_is_pinned_and_hashed() -> None:
    for name in (f"requirements{kind}.txt" for kind in ("", "-dev", "-bench", "-carriers")):
        for requirement in _requirements(name):
            assert re.fullmatch(r"[a-z0-9-]+==[^ ]+( ; .+)?( --hash=sha256:[0-9a-f]{64})+", requirement), requirement


@pytest.mark.parametrize(
    ("wanted", "pinned_in"),
    [(text, ["requirements.txt"]) for text in PROJECT["project"]["dependencies"]]
    + [(text, ["requirements.txt", "requirements-dev.txt"]) for text in PROJECT["dependency-groups"]["dev"]]
    + [(text, ["requirements-bench.txt"]) for text in PROJECT["dependency-groups"]["bench"]],
)
def test_the_pins_are_what_the_project_asks_for(wanted: str, pinned_in: list[str]) -> None:
    asked = Requirement(wanted)
    pins = {pin.name: pin for file in pinned_in for pin in _pins(file)}
    [version] = pins[canonicalize_name(asked.name)].specifier

    assert asked.specifier.contains(version.version), "run: make requirements"


def test_the_version_is_told_once() -> None:
    assert PROJECT["project"]["version"] == VERSION


def _settings_table() -> Iterator[str]:
    yield "| Variable | Default | Meaning |"
    yield "| --- | --- | --- |"
    defaults = load_settings(_env_file=None)
    for name, field in Settings.model_fields.items():
        default = getattr(defaults, name)
        shown = "" if default is None else f"`{getattr(default, 'get_secret_value', lambda d=default: d)()}`"
        yield f"| `BOTE_{name.upper()}` | {shown} | {field.description} |"


def _requirements(name: str) -> list[str]:
    lines = (ROOT / name).read_text().replace(" \\\n", " ").splitlines()
    return [re.sub(r"\s+", " ", line) for line in lines if line and not line.startswith("#")]


def _pins(name: str) -> list[Requirement]:
    return [Requirement(line.partition(" --hash")[0]) for line in _requirements(name)]
