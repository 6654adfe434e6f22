"""What the staff are told of campaigns in their private chats: how far one is, live; and what waits for approval."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from babel.dates import format_timedelta

from bot.broadcasts.campaigns import CampaignFacts, get_campaign, list_campaigns, writers_of
from bot.broadcasts.models import RecurringSend, Watcher
from bot.broadcasts.results import Progress, progress
from bot.broadcasts.rules import Status
from bot.config import LOCALES, Locale, Settings
from bot.customers.models import Chat
from bot.db import unit_of_work
from bot.i18n import REGIONS, Markup, html, lines, plain
from bot.outbox.messages import Button, Keyboard, callback_button, text_message
from bot.outbox.models import Push
from bot.outbox.queue import enqueue
from bot.staff.roles import RIGHTS, Member, Right, list_staff

UNDER_WAY = (Status.RUNNING, Status.PAUSED)
OVER = (Status.FINISHED, Status.CANCELLED)
LATELY = timedelta(days=1)
MOST = 1_000
LATELY_OVER = 20
# Telegram takes an edit a second in a chat, and people read slower than that.
BETWEEN_EDITS = timedelta(seconds=3)
BAR = 12


async def mind_cards(settings: Settings, *, now: datetime) -> None:
    """Bring the card of each campaign that is under way, or just over, to what its rows say."""
    running = await list_campaigns(statuses=UNDER_WAY, kind="customers", limit=MOST)
    over = await list_campaigns(statuses=OVER, kind="customers", limit=LATELY_OVER)
    lately = [each for each in over if each.started_at and each.finished_at and each.finished_at > now - LATELY]
    if not running and not lately:
        return
    staff = {person.id for person in await marketers(settings)}
    for campaign in [*running, *lately]:
        for chat_id in await followers_of(campaign):
            if chat_id in staff:
                await _show(campaign, chat_id, settings, now)


async def followers_of(campaign: CampaignFacts) -> tuple[int, ...]:
    """Whose private chats have its card: whoever began it, and who wanted to follow it."""
    watchers = await Watcher.filter(campaign_id=campaign.id).order_by("id").values_list("chat_id", flat=True)
    began = [] if campaign.progress_chat_id is None else [campaign.progress_chat_id]
    return tuple(dict.fromkeys([*began, *(int(str(each)) for each in watchers)]))


@unit_of_work
async def follow(campaign_id: int, chat_id: int, *, settings: Settings, now: datetime) -> bool:
    """Bring the live card to this chat as well; False when it is there already."""
    campaign = await get_campaign(campaign_id)
    if chat_id in await followers_of(campaign):
        return False
    await Watcher.bulk_create([Watcher(campaign_id=campaign_id, chat_id=chat_id, since=now)], ignore_conflicts=True)
    await _show(campaign, chat_id, settings, now)
    return True


@unit_of_work
async def ask_approval(campaign_id: int, *, by: int, settings: Settings, now: datetime) -> int:
    """Ask everybody who may approve this version and did not write it; how many they are."""
    campaign = await get_campaign(campaign_id)
    staff = await list_staff(settings)
    writers = await writers_of(campaign)
    able = [each.id for each in await marketers(settings) if each.id not in writers]
    names = {each.id: each.name for each in staff}
    author = names.get(campaign.author_id or 0) or names.get(by)
    for person in able:
        locale = await locale_of(person, settings)
        text = lines(
            [
                html(locale, "offer-approval-ask", title=campaign.title, id=str(campaign.id)),
                html(locale, "offer-approval-author", name=author) if author else Markup(),
                html(locale, "offer-approval-hint"),
            ],
            "\n\n",
        )
        once = f"campaign:{campaign.id}:{campaign.version}:approval:{person}"
        params = text_message(text, keyboard=[_approval_buttons(campaign, locale)])
        await enqueue(person, "sendMessage", params, once=once, purpose="staff", now=now)
    return len(able)


@unit_of_work
async def tell_approved(campaign_id: int, *, by: int, settings: Settings, now: datetime) -> None:
    """Whoever wrote it may begin now; what sends itself goes on without them."""
    campaign = await get_campaign(campaign_id)
    if campaign.author_id is None or campaign.author_id == by:
        return
    locale = await locale_of(campaign.author_id, settings)
    names = {each.id: each.name for each in await list_staff(settings)}
    sends_itself = await RecurringSend.filter(campaign_id=campaign_id, active=True).exists()
    key = "offer-approved-goes-on" if sends_itself else "offer-approved-told"
    text = html(locale, key, title=campaign.title, name=names.get(by) or str(by))
    params = text_message(text, keyboard=[[_open_button(campaign, locale)]])
    once = f"campaign:{campaign.id}:{campaign.version}:approved"
    await enqueue(campaign.author_id, "sendMessage", params, once=once, purpose="staff", now=now)


def progress_text(campaign: CampaignFacts, far: Progress, locale: Locale, *, with_people: bool = True) -> Markup:
    """Title, status, a bar, everybody of the audience in the words of the results, and how long it still takes."""
    share = far.done / far.total if far.total else float(campaign.frozen is not None)
    filled = round(share * BAR)
    bar = Markup(f"{'▰' * filled}{'▱' * (BAR - filled)}")
    numbers = html(locale, "offer-progress", done=far.done, total=far.total, percent=int(share * 100), bar=bar)
    told = list(_people(far, locale)) if with_people else []
    if campaign.status is Status.PAUSED and campaign.paused_because == "errors":
        told.append(html(locale, "offer-progress-errors"))
    if campaign.status is Status.RUNNING:
        told.append(_left(campaign, far, locale))
    return lines([_title(campaign, locale), numbers, *told])


async def locale_of(chat_id: int, settings: Settings) -> Locale:
    """The language somebody has chosen for their chat, else that of the staff."""
    chat = await Chat.get_or_none(id=chat_id)
    return next((each for each in LOCALES if chat and each == chat.locale), settings.default_locale)


def progress_keyboard(campaign: CampaignFacts, locale: Locale) -> Keyboard:
    """What can be done about it, and what came of it."""
    acts = {Status.RUNNING: ("pause", "cancel"), Status.PAUSED: ("resume", "cancel")}.get(campaign.status, ())
    rows = [[_act(campaign, act, locale) for act in acts], [_open_button(campaign, locale)]]
    return [row for row in rows if row]


async def marketers(settings: Settings) -> list[Member]:
    """Whoever may write and send offers."""
    return [each for each in await list_staff(settings) if Right.MARKET in RIGHTS[each.role]]


@unit_of_work
async def _show(campaign: CampaignFacts, chat_id: int, settings: Settings, now: datetime) -> None:
    locale, slot = await locale_of(chat_id, settings), f"campaign:{campaign.id}"
    last = await Push.filter(chat_id=chat_id, slot=slot).order_by("-id").first()
    if last and campaign.status is Status.RUNNING and last.created_at > now - BETWEEN_EDITS:
        return
    text = progress_text(campaign, await progress(campaign, now=now), locale)
    params = text_message(text, keyboard=progress_keyboard(campaign, locale), silent=True)
    if last is None or last.params != params:
        await enqueue(chat_id, "sendMessage", params, once=None, purpose="staff", now=now, slot=slot)


def _title(campaign: CampaignFacts, locale: Locale) -> Markup:
    status = html(locale, f"offer-status-{campaign.status}")
    return html(locale, "offer-progress-title", title=campaign.title or "…", status=status)


def _people(far: Progress, locale: Locale) -> Iterator[Markup]:
    yield html(locale, "offer-result-delivered", count=far.delivered, audience=far.total)
    for key, number in (("withheld", far.withheld), ("failed", far.failed), ("kept", far.kept)):
        if number:
            yield html(locale, f"offer-result-{key}", count=number)


def _left(campaign: CampaignFacts, far: Progress, locale: Locale) -> Markup:
    if campaign.frozen is None:
        return html(locale, "offer-progress-freezing")
    if not far.done and not far.kept and campaign.when_kind == "now":
        return html(locale, "offer-progress-begins")  # nothing holds it
    if far.left is None:
        return html(locale, "offer-progress-waits")
    span = format_timedelta(max(far.left, timedelta(seconds=1)), threshold=1.2, locale=REGIONS[locale])
    return html(locale, "offer-progress-left", span=span)


def _act(campaign: CampaignFacts, act: str, locale: Locale) -> Button:
    from bot.callbacks import RunOffer  # brings aiogram along, which commands do without

    data = RunOffer.model_validate({"campaign_id": campaign.id, "act": act})
    return callback_button(plain(locale, f"offer-{act}-button"), data.pack())


def _open_button(campaign: CampaignFacts, locale: Locale) -> Button:
    from bot.callbacks import OpenOffer

    return callback_button(plain(locale, "offer-look-button"), OpenOffer(campaign_id=campaign.id).pack())


def _approval_buttons(campaign: CampaignFacts, locale: Locale) -> list[Button]:
    from bot.callbacks import ApproveOffer

    approve = ApproveOffer(campaign_id=campaign.id, version=campaign.version)
    return [_open_button(campaign, locale), callback_button(plain(locale, "offer-approve-button"), approve.pack())]
