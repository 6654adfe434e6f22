"""Files that a push brings along: told in its row in words, made only when it is sent.

So a receipt survives a crash like any other push, its row stays small, and an erasure finds what it says.
"""

import asyncio
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import structlog

# The first page of a process that has to load everything first; then it is stuck.
DRAWING_S = 30.0
# Pixels a module: a phone at arm's length reads it from another phone's screen.
QR_SCALE = 14
QR_QUIET = 4

ROOT = Path(__file__).parents[2]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a paper: a heading, or "", and its lines."""

    heading: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Paper:
    """A page or more for people to keep; `qr` is what a scanner reads from it, or ""."""

    name: str
    title: str
    blocks: Sequence[Block]
    foot: str = ""
    qr: str = ""


class NotDrawnError(Exception):
    """The paper could not be made; another attempt may succeed."""


def paper_file(paper: Paper) -> dict[str, Any]:
    """The `document` of a push that brings this paper."""
    return {"paper": asdict(paper)}


def qr_picture(told: str) -> dict[str, str]:
    """The `photo` of a push that shows a code."""
    return {"qr": told}


@dataclass(frozen=True, slots=True)
class File:
    """A file as it goes out."""

    name: str
    data: bytes


async def files_of(params: Mapping[str, Any]) -> dict[str, File]:
    """The files of a push that are told in words, by parameter; NotDrawnError when one cannot be made."""
    made = {}
    if isinstance(told := params.get("document"), dict):
        paper = told["paper"]
        made["document"] = File(paper["name"], await draw_paper(paper))
    if isinstance(told := params.get("photo"), dict):
        made["photo"] = File("code.png", draw_qr(told["qr"]))
    return made


async def draw_paper(paper: Mapping[str, Any]) -> bytes:
    """The paper as a PDF, made in a process of its own: the loop never waits for fonts, nor keeps them in memory."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.outbox.paper_pdf"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=ROOT,  # wherever the bot was started from
        env={name: value for name, value in os.environ.items() if not name.startswith("BOTE_")},  # it needs no secrets
    )
    try:
        async with asyncio.timeout(DRAWING_S):
            pdf, errors = await process.communicate(json.dumps(paper).encode())
    except TimeoutError:
        raise NotDrawnError from None
    finally:
        if process.returncode is None:
            process.kill()
    if process.returncode:
        log.error("paper not drawn", code=process.returncode, error=errors.decode(errors="replace")[-300:])
        raise NotDrawnError
    return pdf


def draw_qr(told: str) -> bytes:
    """A code as a picture with the white around it that scanners need."""
    import segno

    picture = BytesIO()
    segno.make(told, error="m", micro=False).save(picture, kind="png", scale=QR_SCALE, border=QR_QUIET)
    return picture.getvalue()
