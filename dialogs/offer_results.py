"""What came of a campaign, in words."""

from collections.abc import Iterator

from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.results import NOT_KEPT, WINDOW, Results
from bot.i18n import Markup, Money, html, lines
from bot.tickets.wording import Reader
from dialogs.offer_wording import button_name, counted_reasons
from dialogs.widgets import shorten

LONGEST_NAME = 60


def results_text(campaign: CampaignFacts, came: Results, reader: Reader) -> Markup:
    """Everybody of the audience is somewhere in it, with the reason."""
    return lines(
        [
            lines(_people(came, reader)),
            lines(_reasons(came, reader)),
            lines(_reactions(campaign, came, reader)),
            html(reader.locale, "offer-result-safe", lost=came.lost, doubles=came.possible_duplicates),
        ],
        "\n\n",
    )


def _people(came: Results, reader: Reader) -> Iterator[Markup]:
    locale = reader.locale
    yield html(locale, "offer-result-delivered", count=came.delivered, audience=came.audience)
    if waiting := came.to_come + sum(came.waiting.values()):
        yield html(locale, "offer-result-waiting", count=waiting)


def _reasons(came: Results, reader: Reader) -> Iterator[Markup]:
    """The words and the sums of the card and of the check, and below each why."""
    kept_back = {why: number for why, number in came.waiting.items() if why not in NOT_KEPT}
    failed = came.failed | ({"gone": came.blocked} if came.blocked else {})
    for key, reasons in (
        ("kept", kept_back),
        ("withheld", came.withheld),
        ("failed", failed),
        ("left-out", came.left_out),
    ):
        if reasons:
            yield counted_reasons(key, reasons, reader)


def _reactions(campaign: CampaignFacts, came: Results, reader: Reader) -> Iterator[Markup]:
    locale = reader.locale
    yield html(locale, "offer-result-clicked", count=came.clicked)
    for button in campaign.buttons:
        people, times = came.clicks.get(button.id, (0, 0))
        if people:
            name = shorten(button_name(button, reader), LONGEST_NAME)
            yield html(locale, "offer-result-tapped", name=name, people=people, times=times)
    yield html(locale, "offer-result-unsubscribed", count=came.unsubscribed)
    for sale in came.sales:
        value = Money(sale.value, sale.currency)
        yield html(locale, "offer-result-orders", count=sale.orders, value=value, days=WINDOW.days)
