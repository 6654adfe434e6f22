"""Draws a chart as a picture for a phone: `python -m bot.reports.drawing < chart.json > chart.png`.

It runs as a process of its own, so that the bot's loop never waits for matplotlib, nor its memory keeps it. All texts
come with the chart. Dark ink on light paper reads in a light chat and in a dark one.
"""

import json
import sys
from typing import TYPE_CHECKING, Any

from bot.reports.fonts import families, known_by, legible

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Pixels of a picture that a chat shows about 330 wide: the smallest letters are a third of what they are here.
WIDTH, HEAD, ROW, BARS, NOTE = 1080, 400, 122, 600, 42
DPI = 100
SMALL, NORMAL, LARGE, HUGE = 27.0, 31.0, 35.0, 92.0

PAPER, INK, FAINT, RULE, UNSURE = "#f7f6f2", "#20262b", "#6b7278", "#d9d7cf", "#9aa0a5"
# The steps of a scale, by how long it is: NPS, CSAT, CES.
STEPS = {200: 50, 100: 25, 6: 1}
# Told apart by people who see no red and green, too.
TONES = {"low": "#c4551a", "middle": "#a9a99f", "high": "#0b6aa8"}
ACCENT = TONES["high"]


def draw(chart: dict[str, Any]) -> "Figure":
    """The picture of a `bot.reports.charts.Chart`."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    # A shop's words are no formulas, whatever dollar signs are in them.
    mpl.rcParams.update({"text.parse_math": False, "font.size": NORMAL, "axes.linewidth": 0, "text.color": INK})
    chosen = families(row["label"] for row in chart["rows"])
    mpl.rcParams["font.family"] = chosen
    known = known_by(chosen)
    if chart["kind"] == "rows":
        chart["rows"] = [row | {"label": legible(row["label"], row["key"], known)} for row in chart["rows"]]
    body = ROW * len(chart["rows"]) + 70 if chart["kind"] == "rows" else BARS
    foot = 50 + NOTE * len(chart["note"].splitlines())
    height = HEAD + body + foot
    figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    _head(figure, chart, height)
    axes = figure.add_axes(_place(chart["kind"], body, foot, height))
    axes.set_facecolor(PAPER)
    axes.tick_params(length=0, labelsize=SMALL, labelcolor=FAINT)
    DRAWN[chart["kind"]](axes, chart)
    figure.text(0.05, 30 / height, chart["note"], size=SMALL - 3, color=FAINT, va="bottom", linespacing=1.35)
    return figure


def _place(kind: str, body: int, foot: int, height: int) -> tuple[float, float, float, float]:
    left, right = {"rows": (80, 80), "time": (120, 40), "scores": (60, 50)}[kind]
    below = {"rows": 65, "time": 125, "scores": 75}[kind]
    return left / WIDTH, (foot + below) / height, (WIDTH - left - right) / WIDTH, (body - below) / height


def _head(figure: "Figure", chart: dict[str, Any], height: int) -> None:
    """The figure large, what it is above it, how sure it is beside it, and the whole scale below."""
    figure.text(0.05, 1 - 40 / height, chart["title"], size=LARGE, weight="bold", va="top")
    figure.text(0.05, 1 - 102 / height, chart["subtitle"], size=SMALL - 2, color=FAINT, va="top")
    whole = chart["whole"]
    color = UNSURE if whole["unsure"] else INK
    size = HUGE if whole["score"] is not None else LARGE
    figure.text(0.05, 1 - 240 / height, whole["text"], size=size, weight="bold", color=color, va="center")
    figure.text(0.95, 1 - 214 / height, whole["interval"], size=LARGE, color=color, va="center", ha="right")
    figure.text(0.95, 1 - 275 / height, whole["n"], size=NORMAL, color=FAINT, va="center", ha="right")
    axes = figure.add_axes((0.05, 1 - 360 / height, 0.9, 40 / height))
    axes.set_facecolor(PAPER)
    axes.set_xlim(*chart["range"])
    axes.set_ylim(-1, 1)
    axes.axis("off")
    axes.plot(chart["range"], [0, 0], color=RULE, linewidth=6, solid_capstyle="round")
    _interval(axes, whole, 0)


def _rows(axes: "Axes", chart: dict[str, Any]) -> None:
    """A group is its name, answers and figure, and below them its interval with the figure on it."""
    rows = chart["rows"]
    axes.set_xlim(*chart["range"])
    axes.set_ylim(len(rows) - 0.6, -0.75)
    axes.set_xticks(_ticks(chart["range"]))
    axes.grid(axis="x", color=RULE, linewidth=1.5)
    if chart["range"][0] < 0:
        axes.axvline(0, color=UNSURE, linewidth=2)
    axes.set_yticks([])
    for at, row in enumerate(rows):
        axes.plot(chart["range"], [at, at], color=RULE, linewidth=5, solid_capstyle="round")
        _interval(axes, row, at)
        color = UNSURE if row["unsure"] else INK
        figure = f"{row['text']}  ({row['n']})" if row["score"] is not None else f"{row['text']}, {row['n']}"
        weight = "bold" if row["score"] is not None else "normal"
        above: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "va": "bottom"}
        paper = {"facecolor": PAPER, "edgecolor": "none", "pad": 2}
        axes.annotate(row["label"], (0, at), (-14, 17), size=NORMAL, color=INK, bbox=paper, **above)
        axes.annotate(
            figure, (1, at), (14, 17), ha="right", size=SMALL, weight=weight, color=color, bbox=paper, **above
        )


def _interval(axes: "Axes", row: dict[str, Any], at: float) -> None:
    if row["score"] is None:
        return
    color = UNSURE if row["unsure"] else ACCENT
    axes.plot([row["low"], row["high"]], [at, at], color=color, linewidth=9, alpha=0.45, solid_capstyle="round")
    axes.plot(row["score"], at, "o", color=PAPER if row["unsure"] else color, mec=color, mew=4, markersize=19)


def _time(axes: "Axes", chart: dict[str, Any]) -> None:
    """A point a week or month with its interval, joined where the figures are sure."""
    rows = chart["rows"]
    axes.set_xlim(-0.6, len(rows) - 0.4)
    axes.set_ylim(*chart["range"])
    axes.set_yticks(_ticks(chart["range"]))
    axes.grid(axis="y", color=RULE, linewidth=1.5)
    if chart["range"][0] < 0:
        axes.axhline(0, color=UNSURE, linewidth=2)
    axes.set_xticks(range(len(rows)), [row["label"] for row in rows], size=SMALL - 5, linespacing=1.25)
    # A gap where there are too few answers: no line runs through what is not known.
    heights = [float("nan") if row["score"] is None else row["score"] for row in rows]
    axes.plot(range(len(rows)), heights, color=ACCENT, linewidth=3, alpha=0.35)
    for at, row in enumerate(rows):
        if row["score"] is None:
            continue
        color = UNSURE if row["unsure"] else ACCENT
        axes.plot([at, at], [row["low"], row["high"]], color=color, linewidth=8, alpha=0.45, solid_capstyle="round")
        axes.plot(at, row["score"], "o", color=PAPER if row["unsure"] else color, mec=color, mew=4, markersize=15)


def _ticks(scale: list[float]) -> list[int]:
    least, most = map(int, scale)
    return list(range(least, most + 1, STEPS[most - least]))


def _scores(axes: "Axes", chart: dict[str, Any]) -> None:
    """How many gave each score."""
    bars = chart["bars"]
    axes.bar(range(len(bars)), [bar["n"] for bar in bars], color=[TONES[bar["tone"]] for bar in bars], width=0.78)
    axes.set_xticks(range(len(bars)), [bar["label"] for bar in bars], size=NORMAL)
    axes.set_yticks([])
    axes.margins(x=0.01, y=0.12)
    for at, bar in enumerate(bars):
        axes.annotate(bar["text"], (at, bar["n"]), (0, 6), textcoords="offset points", ha="center", size=SMALL)


DRAWN = {"rows": _rows, "time": _time, "scores": _scores}


if __name__ == "__main__":
    draw(json.load(sys.stdin)).savefig(sys.stdout.buffer, format="png")
