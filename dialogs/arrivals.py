"""When an order comes, said above its card to whoever has asked."""

from datetime import datetime
from typing import Any

from bot.config import Locale
from bot.customers.profile import Profile
from bot.i18n import plain
from bot.support.arriving import arrival_of
from bot.support.dates import read_deadline
from bot.support.results import Arrival
from dialogs.widgets import noticing


def arrival_notice(arrival: Arrival, locale: Locale) -> dict[str, Any]:
    """As expected as it is; nobody promises a day."""
    if arrival.is_over:
        return {}  # the card says when it came
    if arrival.expected_on is None:
        return noticing("question-arrives-unknown")
    day = plain(locale, "question-day", day=arrival.expected_on)
    if arrival.is_late:
        return noticing("question-arrives-late", day=day)
    answers = {None: "question-arrives-on", True: "question-arrives-yes", False: "question-arrives-no"}
    return noticing(answers[arrival.is_met], day=day)


async def notice_of_order(order_id: int, by: Any, profile: Profile, *, now: datetime) -> dict[str, Any]:
    """The same of an order that was chosen after the question; `by` is the day that it named, as it was kept."""
    today, deadline = now.astimezone(profile.tz).date(), read_deadline(by if isinstance(by, str) else None)
    arrival = await arrival_of(order_id, deadline, customer_ids=profile.customer_ids, today=today)
    return arrival_notice(arrival, profile.locale)
