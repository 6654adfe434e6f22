"""A contest in words: its post in the channel, its card in a private chat, and what a winner reads."""

import re
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.callbacks.contests import ContestAct
from bot.community.contest_entries import Standing
from bot.community.contest_models import ContestPlace
from bot.community.contests import ContestFacts
from bot.config import Locale, Settings
from bot.i18n import Markup, escape, html, lines, plain
from bot.outbox.messages import Button, Keyboard, callback_button, link_button

LINK = re.compile(r"contest_(\d{1,18})\Z")


def contest_link(link_base: str, contest_id: int) -> str:
    """The address of the button in the channel; `link_base` is what conversations.account.find_link_base knows."""
    return f"{link_base}contest_{contest_id}"


def contest_in(payload: str) -> int | None:
    """The contest that the payload of a deep link asks for."""
    found = LINK.fullmatch(payload)
    return int(found[1]) if found else None


def post_text(
    contest: ContestFacts, *, settings: Settings, seed: str | None = None, places: Sequence[ContestPlace] = ()
) -> Markup:
    """All its languages, the shop's own first; who wins is told by tickets, which name nobody."""
    order = sorted(contest.locales, key=lambda each: each != settings.default_locale)
    parts = [_part(contest, locale, settings, marked=len(order) > 1) for locale in order]
    label = html(order[0], "campaign-label", shop=settings.shop_name)
    return lines([label, *parts, _proof(contest, order[0], seed, places)], "\n\n")


def post_keyboard(contest: ContestFacts, link_base: str, *, settings: Settings) -> Keyboard:
    """One button: to take part, or to check the draw; none once it is called off."""
    key = {"open": "contest-enter-button", "drawn": "contest-check-button"}.get(contest.status)
    locale = settings.default_locale
    return [[link_button(plain(locale, key), contest_link(link_base, contest.id))]] if key else []


def card_text(
    contest: ContestFacts, standing: Standing, locale: Locale, tz: ZoneInfo, *, now: datetime, won: Sequence[str] = ()
) -> Markup:
    """What it is about, and where the reader stands in it; `won` are the tickets that have won."""
    title, prize = escape(contest.words("title", locale)), escape(contest.words("prize", locale))
    told = [html(locale, "contest-title", title=title), prize]
    if contest.deadline:
        told.append(html(locale, "contest-until", at=contest.deadline, tz=tz, winners=contest.winners))
    return lines([*told, *_standing(contest, standing, locale, won, now)], "\n\n")


def card_keyboard(contest: ContestFacts, standing: Standing, locale: Locale, *, now: datetime) -> Keyboard:
    """Terms first; then the tap that agrees to them, or the one that withdraws."""
    rows = [[act_button(contest.id, "terms", locale)]]
    if is_open(contest, now):
        rows.append([act_button(contest.id, "leave" if standing.ticket else "enter", locale)])
    elif contest.status == "drawn":
        if standing.place and not standing.replaced and standing.answer is None:
            rows.append([act_button(contest.id, act, locale) for act in ("accept", "decline")])
        rows.append([act_button(contest.id, "check", locale)])
    return rows


def terms_text(contest: ContestFacts, locale: Locale) -> Markup:
    """The terms as they were written, under the title."""
    title = escape(contest.words("title", locale))
    return lines([html(locale, "contest-terms-title", title=title), escape(contest.words("terms", locale))], "\n\n")


def won_text(contest: ContestFacts, ticket: str, locale: Locale) -> Markup:
    title, prize = escape(contest.words("title", locale)), escape(contest.words("prize", locale))
    return lines(
        [html(locale, "contest-won", title=title, ticket=ticket), prize, html(locale, "contest-won-ask")], "\n\n"
    )


def won_keyboard(contest_id: int, locale: Locale) -> Keyboard:
    return [
        [act_button(contest_id, act, locale) for act in ("accept", "decline")],
        [act_button(contest_id, "terms", locale)],
    ]


def act_button(contest_id: int, act: str, locale: Locale) -> Button:
    data = ContestAct.model_validate({"contest_id": contest_id, "act": act}).pack()
    return callback_button(plain(locale, f"contest-{act}-button"), data)


def is_open(contest: ContestFacts, now: datetime) -> bool:
    """Whether somebody can take part, or withdraw, right now."""
    return contest.status == "open" and contest.deadline is not None and now < contest.deadline


def _part(contest: ContestFacts, locale: Locale, settings: Settings, *, marked: bool) -> Markup:
    texts = contest.texts[locale]
    mark = Markup(f"{html(locale, 'campaign-language-mark')} ") if marked else Markup()
    title = html(locale, "contest-title", title=escape(texts["title"]))
    told = [Markup(f"{mark}{title}"), escape(texts["prize"])]
    if contest.status == "open" and contest.deadline:
        told.append(html(locale, "contest-until", at=contest.deadline, tz=settings.time_zone, winners=contest.winners))
        told.append(html(locale, "contest-post-how"))
    else:
        told.append(html(locale, f"contest-post-{contest.status}"))
    return lines(told)


def _proof(contest: ContestFacts, locale: Locale, seed: str | None, places: Sequence[ContestPlace]) -> Markup:
    """What makes the draw verifiable: the commitment before it, seed, digest and tickets after it."""
    told = [html(locale, "contest-commitment", commitment=contest.commitment or "")]
    if seed:
        standing = [each for each in places if each.replaced_at is None]
        tickets = ", ".join(each.entry.ticket for each in standing) or "-"
        told = [
            html(locale, "contest-post-tickets", tickets=tickets, entries=contest.frozen or 0),
            *(
                [html(locale, "contest-post-again", count=len(places) - len(standing))]
                if len(places) > len(standing)
                else []
            ),
            *told,
            html(locale, "contest-seed", seed=seed, digest=contest.digest or ""),
        ]
    return lines(told)


def _standing(
    contest: ContestFacts, standing: Standing, locale: Locale, won: Sequence[str], now: datetime
) -> list[Markup]:
    mine = [html(locale, "contest-ticket", ticket=standing.ticket)] if standing.ticket else []
    if is_open(contest, now):
        agreed = "contest-in" if standing.ticket else "contest-agree"
        return [*mine, html(locale, agreed), html(locale, "contest-commitment", commitment=contest.commitment or "")]
    if contest.status == "drawn":
        told = html(locale, "contest-drawn", tickets=", ".join(won) or "-", entries=contest.frozen or 0)
        return [*mine, *_place(standing, locale), told]
    return [*mine, html(locale, "contest-cancelled" if contest.status == "cancelled" else "contest-over")]


def _place(standing: Standing, locale: Locale) -> list[Markup]:
    if standing.place is None:
        return []
    if standing.replaced:
        return [html(locale, "contest-mine-again")]
    return [html(locale, f"contest-mine-{standing.answer or 'won'}")]
