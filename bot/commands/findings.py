"""What a check found, in a line; and how such lines are printed."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

import typer


@dataclass(frozen=True, slots=True)
class Finding:
    check: str
    level: Literal["ok", "warn", "fail"]
    message: str


def ok(check: str, message: str) -> Finding:
    return Finding(check, "ok", message)


def warn(check: str, message: str) -> Finding:
    return Finding(check, "warn", message)


def fail(check: str, message: str) -> Finding:
    return Finding(check, "fail", message)


def tell(findings: Sequence[Finding], *, as_json: bool) -> None:
    """Print them; exit code 1 when something is broken."""
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(f"{f.level:<5} {f.check:<14} {f.message}" for f in findings))
    if any(finding.level == "fail" for finding in findings):
        raise typer.Exit(1)
