"""A contest for the staff: what is missing, how it runs, who has won; opening it, calling it off, drawing again."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo

from bot.community.contest_desk import Winner, list_winners, posted_as
from bot.community.contest_draws import Again, draw_again
from bot.community.contest_entries import count_entries
from bot.community.contest_news import call_off, launch
from bot.community.contest_wording import post_text
from bot.community.contests import ContestFacts, missing_of
from bot.config import Settings
from bot.i18n import Markup, escape, html, lines, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.contest_about import contest_id_of, look, tried
from dialogs.offer_states import ContestDesk, ContestText
from dialogs.staff_door import behind_door, staff_id_of
from dialogs.widgets import Block, Label, choices, fit, go_back, numbered

WHYS: tuple[Again, ...] = ("no_answer", "declined", "not_entitled")


async def card_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    contest, now = await look(dialog_manager), dialog_manager.middleware_data["clock"].now()
    if contest is None:
        return {"text": html(reader.locale, "contest-gone-alert")}
    winners = await list_winners(contest.id)
    told = [*_facts(contest, reader, settings), *await _running(contest, reader)]
    if contest.status == "draft" and (missing := missing_of(contest, now=now)):
        told.append(html(reader.locale, "contest-unready-alert", what=missing))
    told += [_winner(each, reader) for each in winners]
    return {
        "text": fit(told, html(reader.locale, "error-cut"), separator="\n\n"),
        "is_draft": contest.status == "draft",
        "is_ready": contest.status == "draft" and missing_of(contest, now=now) is None,
        "is_open": contest.status == "open",
        "again": [
            {"id": each.place, "label": plain(reader.locale, "contest-again-button", place=each.place)}
            for each in winners
            if each.why is None
        ],
    }


async def sure_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    """Exactly what the channel will read, but for the commitment, which is made as it opens."""
    contest = await look(dialog_manager)
    if contest is None or not contest.locales:
        return {"text": html(reader.locale, "contest-gone-alert"), "may_launch": False, "may_call_off": False}
    asked = html(reader.locale, "contest-launch-ask" if contest.status == "draft" else "contest-call-off-ask")
    shown = replace(contest, status="open", commitment=contest.commitment or "…")
    return {
        "text": lines([asked, post_text(shown, settings=settings)], "\n\n"),
        "may_launch": contest.status == "draft",
        "may_call_off": contest.status == "open",
    }


async def again_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    place = _place(dialog_manager)
    return {
        "text": html(reader.locale, "contest-again-ask", place=place),
        "whys": [{"id": each, "label": plain(reader.locale, f"contest-why-{each}-button")} for each in WHYS],
    }


def _facts(contest: ContestFacts, reader: Reader, settings: Settings) -> list[Markup]:
    locale = reader.locale
    title = html(locale, "contest-title", title=escape(contest.words("title", locale)))
    status = html(locale, f"contest-desk-{contest.status}")
    written = ", ".join(each.upper() for each in contest.locales) or "-"
    told = [lines([title, status]), html(locale, "contest-desk-languages", languages=written)]
    if contest.deadline:
        about: Any = {"at": contest.deadline, "tz": settings.time_zone, "winners": contest.winners}
        told.append(html(locale, "contest-until", **about))
    return told


async def _running(contest: ContestFacts, reader: Reader) -> list[Markup]:
    if contest.status == "draft":
        return []
    count = contest.frozen if contest.frozen is not None else await count_entries(contest.id)
    told = [html(reader.locale, "contest-desk-entries", count=count)]
    status, why = await posted_as(contest.id) or ("sent", None)
    if contest.status == "open" and status != "sent":
        because = plain(reader.locale, f"why-{why}") if why else "…"
        told.append(html(reader.locale, "contest-desk-unposted", why=because))
    return told


def _winner(winner: Winner, reader: Reader) -> Markup:
    """Who it is, for those who send the prize; whoever was erased is nobody."""
    locale = reader.locale
    name = Markup(f'<a href="tg://user?id={winner.chat_id}">{escape(winner.name)}</a>') if winner.chat_id else "-"
    told = [html(locale, "contest-place", place=winner.place, ticket=winner.ticket, name=name)]
    if winner.why:
        by = winner.replaced_by or "-"
        told.append(html(locale, "contest-place-again", why=plain(locale, f"contest-why-{winner.why}-button"), by=by))
    elif winner.answer:
        told.append(html(locale, f"contest-place-{winner.answer}"))
    elif winner.told == "sent":
        told.append(html(locale, "contest-place-told"))
    else:
        because = plain(locale, f"why-{winner.told_why}") if winner.told_why else "…"
        told.append(html(locale, "contest-place-untold", why=because))
    return lines(told)


async def on_launch(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await tried(manager, callback, launch(contest_id_of(manager), **_by(manager)))
    await manager.switch_to(ContestDesk.card)


async def on_call_off(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await tried(manager, callback, call_off(contest_id_of(manager), **_by(manager)))
    await manager.switch_to(ContestDesk.card)


async def on_again(_: CallbackQuery, __: Any, manager: DialogManager, place: int) -> None:
    manager.dialog_data["place"] = place
    await manager.switch_to(ContestDesk.again)


async def on_why(callback: CallbackQuery, __: Any, manager: DialogManager, why: str) -> None:
    if why in WHYS:
        verb = draw_again(contest_id_of(manager), _place(manager), why, **_by(manager))
        await tried(manager, callback, verb)
    await manager.switch_to(ContestDesk.card)


def _by(manager: DialogManager) -> dict[str, Any]:
    given = manager.middleware_data
    return {"by": staff_id_of(manager), "settings": given["settings"], "now": given["clock"].now()}


def _place(manager: DialogManager) -> int:
    place = manager.dialog_data.get("place", 0)
    return place if isinstance(place, int) else 0


def _opening(state: State) -> Callable[[CallbackQuery, Button, DialogManager], Awaitable[None]]:
    async def on_click(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await manager.start(state, {"contest_id": contest_id_of(manager)})

    return on_click


card_window = Window(
    Block("text"),
    Button(Label("contest-texts-button"), id="contest_texts", on_click=_opening(ContestText.write), when="is_draft"),
    Row(
        Button(Label("contest-deadline-button"), id="contest_until", on_click=_opening(ContestText.deadline)),
        Button(Label("contest-winners-button"), id="contest_winners", on_click=_opening(ContestText.winners)),
        when="is_draft",
    ),
    SwitchTo(Label("contest-launch-button"), id="contest_launch", state=ContestDesk.sure, when="is_ready"),
    SwitchTo(Label("contest-call-off-button"), id="contest_call_off", state=ContestDesk.sure, when="is_open"),
    Column(numbered("contest_again", "again", on_again), when="again"),
    Button(Label("menu-back-button"), id="contest_back", on_click=lambda _, __, manager: go_back(manager)),
    state=ContestDesk.card,
    getter=card_getter,
)

sure_window = Window(
    Block("text"),
    Button(Label("contest-launch-sure-button"), id="contest_launched", on_click=on_launch, when="may_launch"),
    Button(Label("contest-call-off-sure-button"), id="contest_called_off", on_click=on_call_off, when="may_call_off"),
    SwitchTo(Label("menu-back-button"), id="contest_sure_back", state=ContestDesk.card),
    state=ContestDesk.sure,
    getter=sure_getter,
)

again_window = Window(
    Block("text"),
    Column(choices("contest_why", "whys", on_why)),
    SwitchTo(Label("menu-back-button"), id="contest_again_back", state=ContestDesk.card),
    state=ContestDesk.again,
    getter=again_getter,
)


def build() -> Dialog:
    return behind_door(card_window, sure_window, again_window, right=Right.MARKET)
