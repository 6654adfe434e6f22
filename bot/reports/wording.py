"""Reports in words: the sentence that matters, and what groups are called."""

from collections.abc import Iterable
from datetime import date

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

from bot.config import Locale
from bot.i18n import REGIONS, has_text, plain
from bot.reports.periods import Period
from bot.reports.recovery import Recovery
from bot.reports.satisfaction import Report
from bot.reports.segments import OVER_TIME, UNKNOWN, By, quarter_begin
from bot.shop.models import Product
from bot.shop.products import localised
from bot.statistics import LEAST_SHOWN, LEAST_SURE, Change, Estimate, Metric, mean

# NPS and CSAT are no surer than to a whole point, a mean of seven steps is.
PATTERNS: dict[Metric, str] = {"nps": "#,##0", "csat": "#,##0", "ces": "0.0"}


def sentence(told: Report, locale: Locale) -> str:
    """`NPS 31 (14 to 44, n=100), not significantly above the 30 days before.`"""
    n, metric = told.estimate.n, plain(locale, f"report-metric-{told.metric}")
    if n == 0:
        return plain(locale, "report-none", metric=metric)
    if n < LEAST_SHOWN:
        return plain(locale, "report-few", metric=metric, n=n, least=LEAST_SHOWN)
    figure = _figure(told.metric, told.estimate, locale)
    if told.period.before() is not None:
        figure = plain(locale, "report-with-change", figure=figure, change=_change(told, locale))
    return plain(locale, "report-unsure" if n < LEAST_SURE else "report-whole", figure=figure)


def remarks(told: Report, locale: Locale) -> list[str]:
    """What else is worth a line: how the last week, month or quarter went, CSAT's mean, the response rate, and how
    many answers are imported.
    """
    found = _of_last(told, locale)
    average = mean(told.counts)
    if told.metric == "csat" and average is not None and told.estimate.n >= LEAST_SHOWN:
        shown = format_decimal(average, "0.00", locale=REGIONS[locale])
        found.append(plain(locale, "report-mean", mean=shown))
    if told.funnel.response_rate is not None:
        rate = format_percent(told.funnel.response_rate, locale=REGIONS[locale])
        found.append(plain(locale, "report-response", rate=rate, delivered=told.funnel.delivered))
    if told.imported:
        found.append(plain(locale, "report-imported", imported=told.imported))
    return found


def recovery_sentence(told: Recovery, locale: Locale) -> str:
    """`Won back: 64 % (45 to 80 %, n=25), not significantly above the 30 days before.`"""
    n, metric = told.estimate.n, plain(locale, "report-metric-recovery")
    if n == 0:
        return plain(locale, "report-none", metric=metric)
    if n < LEAST_SHOWN:
        return plain(locale, "report-few", metric=metric, n=n, least=LEAST_SHOWN)
    values = {name: score_text("csat", getattr(told.estimate, name), locale) for name in ("score", "low", "high")}
    figure = plain(locale, "report-figure-recovery", n=n, **values)
    if told.before is not None:
        days = told.period.days or 0
        change = plain(locale, f"report-{_direction(told.change, told.before)}", days=days)
        figure = plain(locale, "report-with-change", figure=figure, change=change)
    return plain(locale, "report-unsure" if n < LEAST_SURE else "report-whole", figure=figure)


def recovery_remark(told: Recovery, locale: Locale) -> str:
    """How many of those who were asked have answered."""
    return plain(locale, "report-recovery-asked", answered=told.answered, asked=told.asked)


def score_text(metric: Metric, value: float | None, locale: Locale) -> str:
    """The figure as people read it, without its sign for percent."""
    if value is None:
        return ""
    digits = 1 if metric == "ces" else 0
    return format_decimal(round(value, digits) + 0.0, PATTERNS[metric], locale=REGIONS[locale])


def value_text(metric: Metric, value: float | None, locale: Locale) -> str:
    """The figure with its unit, standing alone: `31`, `86 %`, `5.4`."""
    return plain(locale, f"report-value-{metric}", score=score_text(metric, value, locale))


def point_name(key: str, locale: Locale) -> str:
    """A week, month or quarter (`2026-W45`, `2026-11`, `2026-Q4`) in the few letters that fit below a point."""
    year, _, week = key.partition("-W")
    if week:
        return plain(locale, "report-week", week=week)
    if "-Q" in key:
        return str(format_date(quarter_begin(key), "QQQ", locale=REGIONS[locale]))
    return str(format_skeleton("MMM", date.fromisoformat(f"{year}-01"), locale=REGIONS[locale])).rstrip(".")


def group_line(metric: Metric, name: str, found: Estimate, locale: Locale) -> str:
    """`DHL: 66 % (52 to 75, n=32)`, for who cannot see the picture."""
    if found.n < LEAST_SHOWN:
        return plain(locale, "report-group-few", name=name, n=found.n)
    low, high = (score_text(metric, value, locale) for value in (found.low, found.high))
    score = value_text(metric, found.score, locale)
    return plain(locale, "report-group", name=name, n=found.n, score=score, low=low, high=high)


def interval_text(metric: Metric, found: Estimate, locale: Locale) -> str:
    low, high = (score_text(metric, value, locale) for value in (found.low, found.high))
    return plain(locale, "report-interval", low=low, high=high)


def period_text(period: Period, locale: Locale) -> str:
    """The days in words, or that all answers count."""
    match period:
        case Period(None, None):
            return plain(locale, "report-period-all")
        case Period(first, None) if first:
            return plain(locale, "report-period-from", first=first)
        case Period(None, last) if last:
            return plain(locale, "report-period-until", last=last)
        case Period(first, last) if first and last:
            return plain(locale, "report-period-days", first=first, last=last)
    raise ValueError(period)


async def group_names(keys: Iterable[str], by: By, locale: Locale) -> dict[str, str]:
    """What the groups are called: products by their names, carriers and languages in words, months as months."""
    if by == "product":
        products = await Product.filter(sku__in=list(keys)).values_list("sku", "name")
        names = {sku: text for sku, texts in products if (text := localised(texts, locale)[0])}
    else:
        names = {key: _name(key, by, locale) for key in keys}
    return {key: plain(locale, "report-key-unknown") if key == UNKNOWN else names.get(key, key) for key in keys}


def reason_name(reason: str, locale: Locale) -> str:
    """A quick reason in the words of its button, without the sign; a shop's own reason as it is called."""
    return _told(f"survey-reason-{reason}-button", reason, locale)


def _figure(metric: Metric, found: Estimate, locale: Locale) -> str:
    values = {name: score_text(metric, getattr(found, name), locale) for name in ("score", "low", "high")}
    return plain(locale, f"report-figure-{metric}", n=found.n, **values)


def _of_last(told: Report, locale: Locale) -> list[str]:
    """`Nov 2026: 31 (14 to 44, n=100), not significantly above the month before.` where both are no hints."""
    if told.period.before() is not None or told.by not in OVER_TIME or told.change is None:
        return []
    before, last = (group.estimate for group in told.groups[-2:])
    direction = _direction(told.change, before)
    if last.n < LEAST_SHOWN or direction == "no-change":
        return []
    figure = group_line(told.metric, _name(told.groups[-1].key, told.by, locale), last, locale)
    changed = plain(locale, f"report-last-{direction}", by=told.by)
    return [plain(locale, "report-whole", figure=plain(locale, "report-with-change", figure=figure, change=changed))]


def _change(told: Report, locale: Locale) -> str:
    days = told.period.days or 0
    return plain(locale, f"report-{_direction(told.change, told.before)}", days=days)


def _direction(found: Change | None, before: Estimate | None) -> str:
    if found is None or before is None or before.n < LEAST_SHOWN:
        return "no-change"
    if found.delta == 0:
        return "same"
    way = "up" if found.delta > 0 else "down"
    return way if found.significant else f"perhaps-{way}"


def _name(key: str, by: By, locale: Locale) -> str:
    match by:
        case "month":
            return str(format_skeleton("yMMM", date.fromisoformat(f"{key}-01"), locale=REGIONS[locale]))
        case "quarter":
            return str(format_skeleton("yQQQ", quarter_begin(key), locale=REGIONS[locale]))
        case "carrier":
            return _told(f"carrier-{key}", key, locale)
        case "language":
            return _told(f"language-name-{key}", key, locale)
        case "first-order":
            return _told(f"report-key-{key}", key, locale)
        case _:
            return key


def _told(text: str, otherwise: str, locale: Locale) -> str:
    return plain(locale, text) if has_text(text) else otherwise
