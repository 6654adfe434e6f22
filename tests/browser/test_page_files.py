"""The page's own files agree with each other: texts in four languages, drawings, addresses, sizes. Needs no browser."""

from __future__ import annotations

import json
import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "bot/webchat/page"
LINE = re.compile(r"^  (\w+): (\[.*\]),$", re.MULTILINE)


def test_every_text_is_there_in_four_languages_and_is_used() -> None:
    table = {name: json.loads(texts) for name, texts in LINE.findall((PAGE / "strings.js").read_text())}
    assert len(table) > 80
    assert [name for name, texts in table.items() if len(texts) != 4 or not all(texts)] == []
    for name, texts in table.items():
        assert len({tuple(sorted(re.findall(r"{\w+}", text))) for text in texts}) == 1, name
    code = _code(but="strings.js")
    assert set(re.findall(r'\bt\("(\w+)"', code)) <= set(table)
    assert [name for name in table if f'"{name}"' not in code] == []
    assert len(set(table["message_field"])) == 4  # where people write they are asked in their own words


def test_everything_the_page_names_is_there() -> None:
    styles = "".join(file.read_text() for file in PAGE.glob("*.css"))
    for name in re.findall(r"/static/([\w.-]+)", (PAGE / "index.html").read_text() + styles + _code()):
        assert (PAGE / name).is_file(), name
    for name in re.findall(r'from "\./([\w.-]+)"', _code()):
        assert (PAGE / name).is_file(), name


def test_every_drawing_is_there_and_is_used() -> None:
    drawn = set(re.findall(r'<symbol id="icon-(\w+)"', (PAGE / "icons.svg").read_text()))
    named = re.findall(r'(?:icon|iconButton|mark)\("(\w+)"|drawing: "(\w+)"|\? "(\w+)" : "(\w+)"', _code())
    used = {name for names in named for name in names if name}
    assert drawn <= used
    assert {first or second for first, second, *_ in named if first or second} <= drawn


def test_no_module_grows_beyond_250_lines() -> None:
    assert [file.name for file in PAGE.glob("*.js") if len(file.read_text().splitlines()) > 250] == []


def test_no_node_is_made_from_markup() -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    assert re.findall(forbidden, _code()) == []


def _code(but: str = "") -> str:
    return "".join(file.read_text() for file in sorted(PAGE.glob("*.js")) if file.name != but)
