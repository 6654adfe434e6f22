"""Writing a campaign: drafts, their texts and buttons, copies of them, and who has approved which version."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal, Unpack

from bot.broadcasts.buttons import Button, read_buttons
from bot.broadcasts.edits import Edits, columns_of, copy_title, title_of
from bot.broadcasts.models import Campaign, CampaignText
from bot.broadcasts.rules import ChangedMeanwhileError, OwnApprovalError, Status, WrongStatusError
from bot.broadcasts.segments import Segment, read_segment
from bot.config import LOCALES, Locale
from bot.db import document, unit_of_work
from bot.errors import NotFoundError
from bot.shop.rows import change
from bot.staff.audit import record, who_did


@dataclass(frozen=True, slots=True)
class CampaignFacts:
    """One campaign as screens and commands see it; `texts` by language, HTML as Telegram takes it."""

    id: int
    kind: str
    title: str
    status: Status
    origin: str | None
    author_id: int | None
    segment: Segment
    texts: dict[Locale, str]
    when_kind: str
    send_at: datetime | None
    local_on: date | None
    local_at: str | None
    expires_at: datetime | None
    missing: str
    silent: bool
    pin: bool
    labelled: bool
    never_twice: bool
    reduction: dict[str, Any] | None
    media: tuple[dict[str, str], ...]
    buttons: tuple[Button, ...]
    version: int
    approved_by: int | None
    approved_at: datetime | None
    approved_version: int | None
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None
    frozen: int | None
    templates: dict[Locale, int] | None
    tested: dict[Locale, str]
    checkpoint: int
    finished_at: datetime | None
    paused_because: str | None
    late_because: str | None
    tried_before: int
    failed_before: int
    progress_chat_id: int | None
    copied_from: int | None
    improvement_id: int | None = None

    @property
    def is_approved(self) -> bool:
        """Whether somebody else has approved exactly what it says now."""
        return self.approved_version == self.version

    @property
    def template_ids(self) -> tuple[int, ...]:
        """What it says in the outbox."""
        return tuple((self.templates or {}).values())

    @property
    def purpose(self) -> Literal["offer", "offer_once"]:
        """What its messages are sent for: whether one that may have arrived is sent again."""
        return purpose_of(never_twice=self.never_twice)

    def is_over(self, now: datetime) -> bool:
        """Whether what it offers has ended."""
        return self.expires_at is not None and self.expires_at <= now

    @property
    def is_posted(self) -> bool:
        """Whether it is in the channel, or on its way there, so that an edit is a correction (correcting.py)."""
        return self.kind == "channel" and self.status in {Status.RUNNING, Status.PAUSED, Status.FINISHED}

    @property
    def is_writable(self) -> bool:
        return self.status is Status.DRAFT


@unit_of_work
async def create(
    title: str,
    /,
    *,
    author_id: int | None,
    now: datetime,
    kind: str = "customers",
    origin: str | None = None,
    improvement_id: int | None = None,
    **edits: Unpack[Edits],
) -> int:
    """A new draft; its id."""
    campaign = await Campaign.create(
        kind=kind, title=title_of(title), origin=origin, author_id=author_id, missing="ask", segment={}, media=[],
        buttons=[], created_at=now, updated_at=now, improvement_id=improvement_id,
    )  # fmt: skip
    if edits:
        await edit(campaign.id, version=1, by=author_id, now=now, **edits)
    return int(campaign.id)


@unit_of_work
async def edit(
    campaign_id: int, *, version: int, by: int | None, now: datetime, **edits: Unpack[Edits]
) -> CampaignFacts:
    """Change a draft as it was seen in `version`, which the change adds one to; an approval ends with it.

    Raises ChangedMeanwhileError when somebody else was faster, WrongStatusError when it is no draft (any more).
    """
    return await _edit(campaign_id, "status = 'draft'", edits, version=version, by=by, now=now)


@unit_of_work
async def correct(
    campaign_id: int, *, version: int, by: int | None, now: datetime, **edits: Unpack[Edits]
) -> CampaignFacts:
    """The same of a post that is in the channel already, or on its way (see correcting.edit_post)."""
    posted = "kind = 'channel' AND status IN ('running', 'paused', 'finished')"
    return await _edit(campaign_id, posted, edits, version=version, by=by, now=now)


async def _edit(
    campaign_id: int, among: str, edits: Edits, *, version: int, by: int | None, now: datetime
) -> CampaignFacts:
    texts = edits.pop("texts", None)
    columns = columns_of(edits) | {"version": version + 1, "updated_at": now}
    marks = ", ".join(f"{name} = ?" for name in columns)
    statement = f"UPDATE broadcast_campaign SET {marks} WHERE id = ? AND version = ? AND {among} RETURNING id"  # noqa: S608  # our own names
    if not await change(statement, *columns.values(), campaign_id, version):
        await _explain(campaign_id, version)
    for locale, text in (texts or {}).items():
        await _write(campaign_id, locale, text)
    await record(by, "campaign_edited", f"campaign:{campaign_id}", now=now)
    return await get_campaign(campaign_id)


@unit_of_work
async def duplicate(campaign_id: int, *, author_id: int | None, now: datetime, title: str | None = None) -> int:
    """A new draft that says the same to the same segment, without its times and its approval; its id.

    What once sent itself is by hand from then on.
    """
    source = await get_campaign(campaign_id)
    taken = await Campaign.all().values_list("title", flat=True)
    return await _copy(
        source, author_id=author_id, now=now, title=title or copy_title(source.title, {str(each) for each in taken})
    )


@unit_of_work
async def approve(campaign_id: int, *, version: int, by: int, now: datetime) -> None:
    """Four eyes: approve this very version; raises OwnApprovalError for its writers, ChangedMeanwhileError."""
    campaign = await get_campaign(campaign_id)
    if by in await writers_of(campaign):
        raise OwnApprovalError
    statement = """
    UPDATE broadcast_campaign SET approved_by = ?, approved_at = ?, approved_version = version
    WHERE id = ? AND version = ? AND status IN ('draft', 'scheduled') RETURNING id"""
    if not await change(statement, by, now, campaign_id, version):
        await _explain(campaign_id, version)
    await record(by, "campaign_approved", f"campaign:{campaign_id}", now=now, detail={"version": version})


async def writers_of(campaign: CampaignFacts) -> frozenset[int]:
    """Whoever began it or has ever changed it: what they approve, only they have seen."""
    editors = await who_did("campaign_edited", f"campaign:{campaign.id}")
    return editors if campaign.author_id is None else editors | {campaign.author_id}


async def find_campaign(campaign_id: int) -> CampaignFacts | None:
    """The campaign of this id."""
    row = await Campaign.get_or_none(id=campaign_id)
    return await _facts(row) if row else None


async def get_campaign(campaign_id: int) -> CampaignFacts:
    """The campaign of this id; NotFoundError when there is none."""
    if campaign := await find_campaign(campaign_id):
        return campaign
    raise NotFoundError


async def list_campaigns(
    *, statuses: tuple[Status, ...] = (), kind: str | None = None, limit: int = 50, offset: int = 0
) -> tuple[CampaignFacts, ...]:
    """Campaigns, the newest first; of these statuses only, if any are given."""
    rows = Campaign.all().order_by("-id").limit(limit).offset(offset)
    rows = rows.filter(status__in=statuses) if statuses else rows
    return tuple([await _facts(row) for row in await (rows.filter(kind=kind) if kind else rows)])


def purpose_of(*, never_twice: bool) -> Literal["offer", "offer_once"]:
    """What the outbox knows a campaign's messages by (outbox/purposes.py)."""
    return "offer_once" if never_twice else "offer"


async def _copy(source: CampaignFacts, *, author_id: int | None, now: datetime, title: str) -> int:
    copy = await create(
        title, author_id=author_id, now=now, kind=source.kind, segment=replace(source.segment, not_had=None),
        texts=source.texts, missing=source.missing, silent=source.silent, pin=source.pin, labelled=source.labelled,
        never_twice=source.never_twice, reduction=source.reduction, media=list(source.media),
        buttons=list(source.buttons), progress_chat_id=author_id, improvement_id=source.improvement_id,
    )  # fmt: skip
    await Campaign.filter(id=copy).update(copied_from=source.id)
    return copy


async def _write(campaign_id: int, locale: Locale, text: str) -> None:
    if not text.strip():
        await CampaignText.filter(campaign_id=campaign_id, locale=locale).delete()
        return
    statement = """
    INSERT INTO broadcast_text (campaign_id, locale, text) VALUES (?, ?, ?)
    ON CONFLICT (campaign_id, locale) DO UPDATE SET text = excluded.text RETURNING id"""
    await change(statement, campaign_id, locale, text)


async def _explain(campaign_id: int, version: int) -> None:
    """Why an edit has found nothing to change."""
    campaign = await get_campaign(campaign_id)
    if campaign.version == version:
        raise WrongStatusError(status=campaign.status.value)
    raise ChangedMeanwhileError


async def _facts(row: Campaign) -> CampaignFacts:
    texts = {text.locale: text.text for text in await CampaignText.filter(campaign_id=row.id)}
    columns = {name: getattr(row, name) for name in CampaignFacts.__slots__ if name != "texts"}
    media, reduction = document(row.media) or [], document(row.reduction)
    columns |= {"status": Status(row.status), "segment": read_segment(document(row.segment)), "media": tuple(media)}
    columns |= {"buttons": read_buttons(document(row.buttons)), "reduction": reduction}
    columns |= {"templates": document(row.templates), "tested": document(row.tested) or {}}
    return CampaignFacts(**columns, texts={locale: texts[locale] for locale in LOCALES if locale in texts})
