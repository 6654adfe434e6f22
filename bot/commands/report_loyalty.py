"""`report loyalty` on a terminal."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.reports.loyalty import Loyalty


def draw_loyalty(told: Loyalty) -> Iterable[RenderableType]:
    """What customers have today first, then what came and went in the period."""
    yield Text(
        f"{told.customers:,} customers have {told.liability:,} points, {told.pending:,} of them pending.", "bold"
    )
    table = _table("What came and went")
    for kind, points in told.issued.items():
        table.add_row(f"issued: {kind}", f"{points:,}")
    for name, points in (("taken back", told.taken_back), ("spent", told.spent), ("expired", told.expired)):
        table.add_row(name, f"{points:,}")
    yield table
    if told.redemption_rate is not None:
        share = f"{told.redemption_rate:.1%} of what came and was not taken back"
        yield Text(f"{told.redemptions:,} redemptions spent {share}.")
    if told.tiers:
        tiers = _table("Customers by tier")
        for key, number in told.tiers.items():
            tiers.add_row(key, f"{number:,}")
        yield tiers
    if told.referrals.invited:
        came = _table("Invitations")
        came.add_row("came", f"{told.referrals.invited:,}")
        for name, number in told.referrals.by_status.items():
            came.add_row(name.replace("_", " "), f"{number:,}")
        for why, number in told.referrals.refused.items():
            came.add_row(f"  refused: {why.replace('_', ' ')}", f"{number:,}")
        yield came


def _table(title: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column()
    table.add_column(justify="right")
    return table
