"""Makes a paper: `python -m bot.outbox.paper_pdf < paper.json > paper.pdf`.

A process of its own, started by outbox/papers.py. The letters are DejaVu's, which come with matplotlib: Latin, Greek
and Cyrillic, so that names stand there as they are written.
"""

import json
import logging
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fpdf import FPDF

# Millimetres and points.
MARGIN = 22
LINE = 6
SMALL, NORMAL, HEADING, TITLE = 9, 11, 12, 18
QR_SIZE = 42
GREY = 110


def draw(paper: dict[str, Any]) -> bytes:
    """The pages of a `papers.Paper`, with the code in the upper corner."""
    from fpdf import FPDF

    logging.getLogger("fpdf").setLevel(logging.ERROR)  # a sign that the font lacks is drawn as a box
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    pdf = FPDF(format="A4")
    fonts = _fonts()
    pdf.add_font("letters", "", fonts / "DejaVuSans.ttf")
    pdf.add_font("letters", "B", fonts / "DejaVuSans-Bold.ttf")
    pdf.set_margins(MARGIN, MARGIN)
    pdf.set_auto_page_break(auto=True, margin=MARGIN)
    pdf.set_title(paper["title"])
    pdf.add_page()
    if paper["qr"]:
        _qr(pdf, paper["qr"])
    _write(pdf, paper["title"], size=TITLE, bold=True, height=9, width=-QR_SIZE if paper["qr"] else 0)
    if paper["qr"]:
        pdf.set_y(max(pdf.get_y(), MARGIN + QR_SIZE))
    for block in paper["blocks"]:
        pdf.ln(LINE)
        if block["heading"]:
            _write(pdf, block["heading"], size=HEADING, bold=True)
        for line in block["lines"]:
            _write(pdf, line)
    if paper["foot"]:
        pdf.ln(LINE)
        pdf.set_text_color(GREY)
        _write(pdf, paper["foot"], size=SMALL, height=4.5)
    return bytes(pdf.output())


def _write(
    pdf: "FPDF", text: str, *, size: int = NORMAL, bold: bool = False, height: float = LINE, width: float = 0
) -> None:
    """One paragraph; a `width` below nothing is what is left free on the right."""
    pdf.set_font("letters", "B" if bold else "", size)
    room = pdf.epw + width if width < 0 else 0
    pdf.multi_cell(room, height, text, align="L", new_x="LMARGIN", new_y="NEXT")


def _qr(pdf: "FPDF", told: str) -> None:
    """Drawn as squares, so that it is sharp at any size."""
    import segno

    rows = segno.make(told, error="m", micro=False).matrix
    side = QR_SIZE / len(rows)
    left, top = pdf.w - MARGIN - QR_SIZE, MARGIN
    pdf.set_fill_color(0)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                pdf.rect(left + x * side, top + y * side, side + 0.02, side + 0.02, style="F")


def _fonts() -> Path:
    """Found without importing matplotlib, which takes longer than the paper."""
    package = find_spec("matplotlib")
    if package is None or package.origin is None:
        raise SystemExit("matplotlib is not installed")
    return Path(package.origin).parent / "mpl-data" / "fonts" / "ttf"


if __name__ == "__main__":
    sys.stdout.buffer.write(draw(json.load(sys.stdin)))
