"""What the message of a survey shows: the question with its scale, the question for the reason, the thanks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from bot.config import Locale
from bot.i18n import Markup, html, lines, plain
from bot.outbox.messages import Button, Keyboard, callback_button, link_button
from bot.surveys.definitions import Definition, FollowUp
from bot.surveys.rules import SCALES, Metric, mood_of
from bot.surveys.texts import fill_in

# Six of the eleven of NPS fit side by side on a phone.
MOST_IN_A_ROW = {"nps": 6, "csat": 5, "ces": 7}
REASONS_IN_A_ROW = 2
SHARE = "https://t.me/share/url?"
ACTS = {
    "later": "survey-later-button",
    "never": "survey-never-button",
    "done": "survey-done-button",
    "change": "survey-change-button",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """In whose words and on whose clock a survey is shown, and in whose shop's name."""

    locale: Locale
    tz: ZoneInfo
    shop: str
    shop_url: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A survey about something, as far as it has been answered; `points` are what the answer earns, from that day on.

    `was_pushed` tells the invitation from what the customer has opened on their own: there is no plan (0) then before
    the first tap, only an order.
    """

    plan_id: int
    definition: Definition
    number: str | None
    order_id: int | None = None
    was_pushed: bool = True
    score: int | None = None
    reasons: tuple[str, ...] = ()
    points: int = 0
    points_from: date | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Text and buttons of a message."""

    text: Markup
    keyboard: Keyboard


def question_view(sheet: Sheet, reader: Reader, *, note: Markup | None = None, may_refuse: bool = False) -> View:
    """The question with its scale as buttons; `may_refuse` adds "later" and "never ask again"."""
    metric, locale = sheet.definition.metric, reader.locale
    text = lines(
        [
            Markup(f"<b>{question_text(sheet, reader)}</b>"),
            html(locale, f"survey-scale-{metric}"),
            _lead(note),
            _lead(html(locale, "survey-points", count=sheet.points)) if sheet.points else Markup(),
            _lead(html(locale, "survey-agreed")) if sheet.was_pushed else Markup(),
        ]
    )
    rows = _scale(sheet, locale)
    refusing = [_act(sheet.plan_id, act, locale) for act in ("later", "never")] if may_refuse else []
    return View(text, [*rows, refusing] if refusing else rows)


def reason_view(sheet: Sheet, reader: Reader) -> View:
    """The question for the reason, in words that fit the score, with quick answers that can be taken back."""
    locale = reader.locale
    why = fill_in(_follow_up(sheet, locale).why, shop=reader.shop, number=sheet.number)
    text = lines([_given(sheet, locale), _lead(Markup(f"<b>{why}</b>")), html(locale, "survey-hint")])
    return View(
        text, [*_reasons(sheet, locale), [_act(sheet.plan_id, "done", locale), _act(sheet.plan_id, "change", locale)]]
    )


def thanks_view(sheet: Sheet, reader: Reader, *, may_reason: bool = False) -> View:
    """What is said at the end; who is glad finds a button to tell others, for their own tap. `may_reason`: they have
    come here by words, and may still tap a reason."""
    locale = reader.locale
    thanks = fill_in(_follow_up(sheet, locale).thanks, shop=reader.shop, number=sheet.number)
    text = lines([_given(sheet, locale), _lead(thanks), _lead(_earned(sheet, locale))])
    quick = _reasons(sheet, locale) if may_reason and not sheet.reasons else []
    return View(text, [*quick, *_share(sheet, reader), [_act(sheet.plan_id, "change", locale)]])


def question_text(sheet: Sheet, reader: Reader) -> Markup:
    question = sheet.definition.wording(reader.locale).question
    return fill_in(question, shop=reader.shop, number=sheet.number)


def score_text(metric: Metric, score: int) -> str:
    """As the staff read it: 2/5."""
    return f"{score}/{SCALES[metric][1]}"


def _given(sheet: Sheet, locale: Locale) -> Markup:
    return html(locale, "survey-given", score=sheet.score or 0, most=SCALES[sheet.definition.metric][1])


def _lead(text: Markup | None) -> Markup:
    """A paragraph of its own."""
    return Markup(f"\n{text}") if text else Markup()


def _earned(sheet: Sheet, locale: Locale) -> Markup:
    if not sheet.points:
        return Markup()
    if sheet.points_from:
        return html(locale, "survey-points-later", count=sheet.points, day=sheet.points_from)
    return html(locale, "survey-points-now", count=sheet.points)


def _follow_up(sheet: Sheet, locale: Locale) -> FollowUp:
    return sheet.definition.follow_up(locale, mood_of(sheet.definition.metric, sheet.score or 0))


def _scale(sheet: Sheet, locale: Locale) -> list[list[Button]]:
    metric = sheet.definition.metric
    least, most = SCALES[metric]
    keys = [callback_button(_label(metric, score, locale), _tap(sheet, score)) for score in range(least, most + 1)]
    width = MOST_IN_A_ROW[metric]
    return [keys[start : start + width] for start in range(0, len(keys), width)]


def _tap(sheet: Sheet, score: int) -> str:
    from bot.callbacks import RateOrder, ScoreSurvey  # brings aiogram along, which imports and the sender do without

    if sheet.plan_id:
        return ScoreSurvey(plan_id=sheet.plan_id, score=score).pack()
    return RateOrder(order_id=sheet.order_id or 0, score=score).pack()


def _label(metric: Metric, score: int, locale: Locale) -> str:
    return plain(locale, f"survey-face-{score}-button") if metric == "csat" else str(score)


def _reasons(sheet: Sheet, locale: Locale) -> list[list[Button]]:
    mood = mood_of(sheet.definition.metric, sheet.score or 0)
    quick = [_reason(sheet, reason, locale) for reason in sheet.definition.reasons_for(mood, sheet.reasons)]
    return [quick[start : start + REASONS_IN_A_ROW] for start in range(0, len(quick), REASONS_IN_A_ROW)]


def _reason(sheet: Sheet, reason: str, locale: Locale) -> Button:
    from bot.callbacks import SurveyReason  # as above

    is_given = reason in sheet.reasons
    label = plain(locale, f"survey-reason-{reason}-button")
    data = SurveyReason.model_validate({"plan_id": sheet.plan_id, "reason": reason, "given": not is_given})
    return callback_button(f"✓ {label}" if is_given else label, data.pack())


def _act(plan_id: int, act: str, locale: Locale) -> Button:
    from bot.callbacks import SurveyAct  # as above

    data = SurveyAct.model_validate({"plan_id": plan_id, "act": act})
    return callback_button(plain(locale, ACTS[act]), data.pack())


def _share(sheet: Sheet, reader: Reader) -> Iterator[list[Button]]:
    """Telegram's own way to pass a link on: the customer chooses to whom, we learn nothing of it."""
    if not reader.shop_url or mood_of(sheet.definition.metric, sheet.score or 0) != "promoter":
        return
    text = plain(reader.locale, "survey-share-text", shop=reader.shop)
    yield [
        link_button(
            plain(reader.locale, "survey-share-button"), SHARE + urlencode({"url": reader.shop_url, "text": text})
        )
    ]
