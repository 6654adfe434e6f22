"""A poll for the staff: what it asks and of whom, how it stands, and what can be done with it."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.state import State
from aiogram.methods import SendPoll
from aiogram.types import CallbackQuery, InputPollOption
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.broadcasts.poll_posting import close_poll, post_poll, sample_poll
from bot.broadcasts.poll_results import Results, results_of
from bot.broadcasts.polls import PollFacts, missing_of, plan_poll, unplan_poll, write_poll
from bot.config import Settings
from bot.i18n import Markup, escape, html, lines, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.contest_about import tried
from dialogs.offer_states import PollDesk, PollText
from dialogs.poll_about import about_it, by, look, poll_id_of
from dialogs.staff_door import behind_door, reader_of
from dialogs.widgets import Block, Label, fit, go_back, toast

OnClick = Callable[[CallbackQuery, Button, DialogManager], Awaitable[None]]


async def card_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    poll, now, locale = await look(dialog_manager), dialog_manager.middleware_data["clock"].now(), reader.locale
    if poll is None:
        return {"text": html(locale, "poll-gone-alert")}
    found, is_draft = await results_of(poll, settings=settings), poll.status == "draft"
    missing = missing_of(poll, now=now) if is_draft else None
    told = [_head(poll, locale), _answers(poll, found, locale), _rules(poll, locale), _times(poll, reader, settings)]
    told += [_unposted(found, locale)] if poll.status == "open" and not found.is_there else []
    told += [html(locale, "poll-unready-alert", what=missing)] if missing else []
    is_ready = is_draft and missing is None
    return {
        "text": fit([each for each in told if each], html(locale, "error-cut"), separator="\n\n"),
        "is_draft": is_draft,
        "may_take_one": is_draft and poll.several,
        "may_take_several": is_draft and not poll.several,
        "may_all_vote": is_draft and poll.members_only,
        "may_members_vote": is_draft and not poll.members_only,
        "has_options": bool(poll.options),
        "may_plan": is_ready and poll.post_at is not None,
        "may_post": (is_ready and poll.post_at is None) or poll.status == "scheduled",
        "is_planned": poll.status == "scheduled",
        "may_try_again": poll.status == "open" and found.status in {"failed", "skipped"},
        "is_open": poll.status == "open",
    }


async def sure_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    poll, locale = await look(dialog_manager), reader.locale
    key = "poll-post-ask" if dialog_manager.current_context().state == PollDesk.post else "poll-close-ask"
    shown = [_head(poll, locale), _bullets(poll)] if poll else []
    return {"text": fit([html(locale, key), *shown], html(locale, "error-cut"), separator="\n\n")}


def _head(poll: PollFacts, locale: Any) -> Markup:
    title = html(locale, "poll-title", question=escape(poll.question))
    return lines([title, html(locale, f"poll-status-{poll.status}")])


def _answers(poll: PollFacts, found: Results, locale: Any) -> Markup:
    """The figures once it is there; Telegram counts people, and may count several answers of each."""
    if not found.is_there:
        return _bullets(poll)
    told = [
        html(locale, "poll-result", share=_share(count, found.voters), option=escape(option), count=count)
        for option, count in zip(poll.options, found.counts, strict=False)
    ]
    return lines([*told, html(locale, "poll-voters", count=found.voters)])


def _bullets(poll: PollFacts) -> Markup:
    return lines([Markup(f"▫️ {escape(each)}") for each in poll.options])


def _rules(poll: PollFacts, locale: Any) -> Markup:
    told = [html(locale, "poll-rules", several="yes" if poll.several else "no")]
    told += [html(locale, "poll-members")] if poll.members_only else []
    told += [html(locale, "poll-countries", countries=", ".join(poll.countries))] if poll.countries else []
    return lines(told)


def _times(poll: PollFacts, reader: Reader, settings: Settings) -> Markup:
    locale, tz = reader.locale, settings.time_zone
    told = [html(locale, "poll-post-at", at=poll.post_at, tz=tz)] if poll.post_at and not poll.opened_at else []
    ends = html(locale, "poll-until", at=poll.deadline, tz=tz) if poll.deadline else html(locale, "poll-open-end")
    return lines([*told, *([ends] if poll.status not in {"closed", "cancelled"} else [])])


def _unposted(found: Results, locale: Any) -> Markup:
    return html(locale, "poll-unposted", why=plain(locale, f"why-{found.why}") if found.why else "…")


def _share(count: int, voters: int) -> int:
    return round(100 * count / voters) if voters else 0


def _opening(state: State) -> OnClick:
    async def on_click(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await manager.start(state, about_it(manager))

    return on_click


def _writing(**changes: Any) -> OnClick:
    async def on_click(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
        await tried(manager, callback, write_poll(poll_id_of(manager), **changes))

    return on_click


async def on_preview(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The very poll comes above, the screen below it."""
    poll, given = await look(manager), manager.middleware_data
    if poll is None:
        return
    try:
        await given["bot"](_as_typed(sample_poll(poll, given["settings"]), callback.from_user.id))
    except TelegramBadRequest as error:
        text = plain(reader_of(manager).locale, "offer-preview-refused", why=error.message[:120])
        await toast(callback, text, alert=True)
        return
    manager.show_mode = ShowMode.DELETE_AND_SEND


def _as_typed(params: dict[str, Any], chat_id: int) -> SendPoll:
    """Nothing in a poll is HTML, which the bot writes everywhere else."""
    options = [InputPollOption(text=each["text"], text_parse_mode=None) for each in params["options"]]
    modes = dict.fromkeys(("question_parse_mode", "description_parse_mode", "explanation_parse_mode"))
    return SendPoll.model_validate({"chat_id": chat_id} | params | {"options": options} | modes)


async def on_plan(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await tried(manager, callback, plan_poll(poll_id_of(manager), **by(manager)))


async def on_unplan(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await tried(manager, callback, unplan_poll(poll_id_of(manager), **by(manager)))


async def on_post(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    settings = manager.middleware_data["settings"]
    await tried(manager, callback, post_poll(poll_id_of(manager), settings=settings, **by(manager)))
    await manager.switch_to(PollDesk.card)


async def on_close(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    settings = manager.middleware_data["settings"]
    await tried(manager, callback, close_poll(poll_id_of(manager), settings=settings, **by(manager)))
    await manager.switch_to(PollDesk.card)


async def on_refresh(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The card is drawn anew, with the newest figures."""


card_window = Window(
    Block("text"),
    Row(
        Button(Label("poll-question-button"), id="poll_question", on_click=_opening(PollText.question)),
        Button(Label("poll-options-button"), id="poll_options", on_click=_opening(PollText.options)),
        when="is_draft",
    ),
    Button(Label("poll-several-button"), id="poll_several", on_click=_writing(several=True), when="may_take_several"),
    Button(Label("poll-one-button"), id="poll_one", on_click=_writing(several=False), when="may_take_one"),
    Button(
        Label("poll-members-button"), id="poll_members", on_click=_writing(members_only=True), when="may_members_vote"
    ),
    Button(Label("poll-anybody-button"), id="poll_anybody", on_click=_writing(members_only=False), when="may_all_vote"),
    Row(
        Button(Label("poll-countries-button"), id="poll_countries", on_click=_opening(PollText.countries)),
        Button(Label("poll-at-button"), id="poll_at", on_click=_opening(PollText.at)),
        Button(Label("poll-deadline-button"), id="poll_until", on_click=_opening(PollText.deadline)),
        when="is_draft",
    ),
    Button(Label("poll-preview-button"), id="poll_preview", on_click=on_preview, when="has_options"),
    Button(Label("poll-plan-button"), id="poll_plan", on_click=on_plan, when="may_plan"),
    SwitchTo(Label("poll-post-button"), id="poll_post", state=PollDesk.post, when="may_post"),
    Button(Label("poll-unplan-button"), id="poll_unplan", on_click=on_unplan, when="is_planned"),
    Button(Label("poll-post-again-button"), id="poll_again", on_click=on_post, when="may_try_again"),
    Row(
        Button(Label("poll-refresh-button"), id="poll_refresh", on_click=on_refresh, when="is_open"),
        SwitchTo(Label("poll-close-button"), id="poll_close", state=PollDesk.close, when="is_open"),
    ),
    Button(Label("menu-back-button"), id="poll_back", on_click=lambda _, __, manager: go_back(manager)),
    state=PollDesk.card,
    getter=card_getter,
)

post_window = Window(
    Block("text"),
    Button(Label("poll-sure-post-button"), id="poll_posted", on_click=on_post),
    SwitchTo(Label("menu-back-button"), id="poll_post_back", state=PollDesk.card),
    state=PollDesk.post,
    getter=sure_getter,
)

close_window = Window(
    Block("text"),
    Button(Label("poll-sure-close-button"), id="poll_closed", on_click=on_close),
    SwitchTo(Label("menu-back-button"), id="poll_close_back", state=PollDesk.card),
    state=PollDesk.close,
    getter=sure_getter,
)


def build() -> Dialog:
    return behind_door(card_window, post_window, close_window, right=Right.MARKET)
