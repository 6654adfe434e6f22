"""What came of a campaign, in words."""

from collections.abc import Iterator

from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.results import WINDOW, Results
from bot.i18n import Markup, Money, html, lines
from bot.tickets.wording import Reader
from dialogs.offer_wording import button_name, reasons_text
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
    if came.blocked:
        yield html(locale, "offer-result-blocked", count=came.blocked)


def _reasons(came: Results, reader: Reader) -> Iterator[Markup]:
    kept_back = {why: number for why, number in came.waiting.items() if why != "due"}
    for key, reasons in (
        ("offer-result-kept", kept_back),
        ("offer-result-withheld", came.withheld),
        ("offer-result-failed", came.failed),
        ("offer-result-left-out", came.left_out),
    ):
        if reasons:
            yield lines([html(reader.locale, key), reasons_text(reasons, reader)])


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
