"""`report returns` on a terminal: the rate first, then what it is made of."""

from collections.abc import Iterable
from statistics import median

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.i18n import has_text, plain
from bot.reports.returns import Group, Returns, nearest_rank
from bot.statistics import LEAST_SHOWN, LEAST_SURE, Estimate

UNSURE = "dim"
MOST_LISTED = 20
EXPLAINED = """In brackets: where the rate lies with 95 % certainty. Days run from the request.
Returns under way count; those declined, cancelled or expired do not."""


def draw_returns(told: Returns) -> Iterable[RenderableType]:
    """Days and amounts as they are; shares only where enough pieces were delivered."""
    yield Text(_sentence(told), style="bold")
    if told.returns:
        value = ", ".join(f"{amount} {currency}" for currency, amount in sorted(told.values.items()))
        yield Text(f"{told.returns:,} returns, paid for their goods: {value}; exchanges: {_share(told.exchanges)}.")
    if told.days_to_refund:
        days, p90 = told.days_to_refund, nearest_rank(told.days_to_refund, 0.9)
        yield Text(f"Days to refund: median {median(days):.1f}, 90 % within {p90:.1f} ({len(days):,} refunded).")
    if told.by:
        yield _groups(told)
    elif told.reasons:
        table = _table("Reasons", ("", "left"), ("pieces", "right"))
        for reason, pieces in told.reasons.items():
            table.add_row(_reason(reason), f"{pieces:,}")
        yield table
    if told.returned:
        yield Text(EXPLAINED, style=UNSURE)


def _sentence(told: Returns) -> str:
    if not told.delivered:
        return "Nothing was delivered in this period."
    whole = f"{told.returned:,} of {told.delivered:,} delivered pieces come back: {_share(told.estimate)}."
    if told.change is None or told.delivered < LEAST_SHOWN:
        return whole
    sure = "significantly" if told.change.significant else "not significantly"
    return f"{whole} {told.change.delta:+.1f} points against the period before, {sure}."


def _groups(told: Returns) -> Table:
    table = _table(f"By {told.by}", ("", "left"), ("returned", "right"), ("delivered", "right"), ("rate", "left"))
    for group in told.groups[:MOST_LISTED]:
        style = UNSURE if group.estimate.n < LEAST_SURE else None
        cells = (_name(group, told), f"{group.returned:,}", f"{group.estimate.n:,}", _share(group.estimate))
        table.add_row(*map(Text, cells), style=style)
    return table


def _name(group: Group, told: Returns) -> str:
    if told.by == "reason":
        return _reason(group.key)
    return group.key if group.name in (None, group.key) else f"{group.name} ({group.key})"


def _reason(key: str) -> str:
    return plain("en", f"return-why-{key}") if has_text(f"return-why-{key}") else "Not told"


def _share(found: Estimate) -> str:
    if found.n < LEAST_SHOWN or found.score is None:
        return f"too few to tell (under {LEAST_SHOWN})"
    return f"{found.score:.1f} % ({found.low:.1f} to {found.high:.1f})"


def _table(title: str, *columns: tuple[str, str]) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name, justify in columns:
        table.add_column(name, justify="right" if justify == "right" else "left", overflow="fold")
    return table
