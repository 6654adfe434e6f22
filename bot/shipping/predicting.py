"""When a live parcel is worth the word that it will probably come later (PRO-06): pure, from what was learnt."""

from datetime import UTC, datetime, time, timedelta, tzinfo

from bot.shipping.forecasts import PREDICTABLE
from bot.shipping.replay import Moment, Outlook, is_late, predict
from bot.shipping.routes import lane_of
from bot.shipping.thresholds import thresholds
from bot.shipping.worries import PREDICTED, Watched, Worry


def predicted_worry(parcel: Watched, outlook: Outlook, *, now: datetime, tz: tzinfo, is_abroad: bool) -> Worry | None:
    """Probably later than its day: said once a parcel, only where the rule has proved itself, and kept up until it
    looks clearly better or the day is another one."""
    today = now.astimezone(tz).date()
    if parcel.expected_on is None or parcel.expected_on < today or parcel.status not in PREDICTABLE:
        return None
    cause = datetime.combine(parcel.expected_on, time(), tz).astimezone(UTC)
    if parcel.predicted_at not in {None, cause}:
        return None
    lane, first_on = lane_of(parcel.carrier, parcel.country), parcel.since.astimezone(tz).date()
    moment = Moment(now, today, first_on, parcel.status, parcel.rank, parcel.expected_on)
    likeness = predict(outlook.lessons, lane, moment, is_abroad=is_abroad)
    if parcel.predicted_at is None and not (is_late(likeness, lane) and outlook.is_on(lane)):
        return None
    if likeness is not None and likeness.share < thresholds(*lane).predicted_over:
        return None
    return Worry(PREDICTED, cause, parcel.expected_on + timedelta(days=1), likeness=likeness)
