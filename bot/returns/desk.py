"""A return as the staff see it: on the card of its case and, in their own language, in private."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.config import Locale
from bot.i18n import Markup, escape, has_text, html, lines, plain
from bot.outbox.messages import Button, Keyboard, callback_button, link_button
from bot.returns.acts import ARTICLES, Act, Task, acts_of, kinds_of, tasks_of
from bot.returns.desk_money import desk_money
from bot.returns.given_text import given_lines
from bot.returns.links import Door, desk_link
from bot.returns.machine import Status
from bot.returns.models import ReturnStep
from bot.returns.pieces import Instead, PieceBack
from bot.returns.pieces_text import piece_text
from bot.returns.sheet import ReturnSheet
from bot.returns.wording import Reader, also_line, beside_line, state_label, title
from bot.shop.products import localised
from bot.tickets.people import names_of

S = Status
STEPS_SHOWN = 4
MOST_PIECES = 8
LONGEST_WORDS = 200
# As people tap: what says yes first, what says no last.
ROWS: tuple[tuple[Act | Task, ...], ...] = (
    (Act.APPROVE, Task.KEEP),
    (Act.PHOTO, Task.DECLINE),
    (Task.TOPUP, Act.FREE),
    (Task.SETTLE, Act.GONE),
    (Act.ALL_HERE, Task.RECEIVE),
    (Act.ALL_FINE, Task.CHECK),
    (Task.LABEL, Act.ON_WAY),
    (Act.FEE, Act.UNDO),
    (Act.SEND_BACK, Task.LATE),
    (Act.CLOSE,),
)
# What a task is called where it has begun already.
OTHERWISE: Mapping[tuple[Act | Task, Status], str] = {
    (Task.LABEL, S.LABEL_SENT): "rma-relabel-button",
    (Task.CHECK, S.PARTIALLY_RECEIVED): "rma-check-part-button",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A step as it is told: what, who and why."""

    status: Status
    act: str | None
    actor: str
    name: str | None
    why: str | None
    at: datetime


async def last_steps(return_id: int) -> list[Told]:
    """The newest steps, oldest first, with the names of those who took them."""
    rows = (await ReturnStep.filter(request_id=return_id).order_by("-id").limit(STEPS_SHOWN))[::-1]
    names = await names_of({row.staff_id for row in rows if row.staff_id})
    return [Told(Status(row.status), row.act, row.actor, names.get(row.staff_id or 0), row.why, row.at) for row in rows]


def desk_text(sheet: ReturnSheet, steps: Sequence[Told], reader: Reader) -> Markup:
    """Where it stands and what is to be done, why it waits, what comes back and what it brings, who did what."""
    locale = reader.locale
    return lines(
        [
            lines([title(sheet, locale), _state(sheet, locale), _why(sheet, locale)]),
            lines(
                [
                    *_pieces(sheet, locale),
                    beside_line(sheet, locale),
                    also_line(sheet, locale),
                    *given_lines(sheet, locale),
                    _note(sheet, locale),
                    _finding(sheet, locale),
                    _photos(sheet, locale),
                ]
            ),
            lines(desk_money(sheet, reader)),
            lines(_step(step, sheet, reader) for step in steps),
        ],
        "\n\n",
    )


def offered_of(sheet: ReturnSheet) -> list[Act | Task]:
    """Everything that can be done about it now, as people tap."""
    offered = {*acts_of(sheet), *tasks_of(sheet)}
    return [each for row in ROWS for each in row if each in offered]


async def desk_keyboard(sheet: ReturnSheet, locale: Locale) -> Keyboard:
    """The taps that mean something now; what takes more than one leads to the private chat with the bot."""
    offered = {*acts_of(sheet), *tasks_of(sheet)}
    rows: list[list[Button]] = []
    for row in ROWS:
        keys = [key for each in row if each in offered and (key := await _key(each, sheet, locale))]
        if keys:
            rows.append(keys)
    return rows


def label_of(each: Act | Task, sheet: ReturnSheet, locale: Locale) -> str:
    """What stands on the button."""
    if each is Task.SETTLE and sheet.outcome in ARTICLES.intersection(kinds_of(sheet)):
        key = "rma-settle-article-button" if sheet.payable.amount else "rma-settle-send-button"
        return plain(locale, key, total=sheet.payable)
    if each is Task.SETTLE and not sheet.payable.amount:
        return plain(locale, "rma-settle-none-button")
    if begun := OTHERWISE.get((each, sheet.status)):
        return plain(locale, begun)
    if each is Act.ALL_FINE and sheet.missing:
        return plain(locale, "rma-fine-part-button")
    sums = {Task.SETTLE: sheet.brought, Act.FEE: sheet.fee, Task.TOPUP: sheet.owes, Act.FREE: sheet.owes}
    if total := sums.get(each):
        return plain(locale, f"rma-{each.value}-button", total=total)
    return plain(locale, f"rma-{each.value}-button")


async def _key(each: Act | Task, sheet: ReturnSheet, locale: Locale) -> Button | None:
    if isinstance(each, Act):
        from bot.callbacks import ReturnAct  # brings aiogram along, which imports and the sender do without

        tapped = ReturnAct(return_id=sheet.id, seen=sheet.revision, act=each.value)
        return callback_button(label_of(each, sheet, locale), tapped.pack())
    door: Door = each.value
    url = await desk_link(sheet.id, door)
    return link_button(label_of(each, sheet, locale), url) if url else None


def _state(sheet: ReturnSheet, locale: Locale) -> Markup:
    state = state_label(sheet.way, sheet.status, locale)
    if sheet.step is None:
        return html(locale, "rma-state", state=state)
    return html(locale, "rma-state-next", state=state, next=plain(locale, f"rma-next-{sheet.step}"))


def _why(sheet: ReturnSheet, locale: Locale) -> Markup:
    """Why the rules did not approve it; a code that has no words is not shown."""
    codes = (sheet.why or "").split(",") if sheet.status is S.REQUESTED else []
    words = [plain(locale, f"rma-why-{code}") for code in codes if code and has_text(f"rma-why-{code}")]
    return html(locale, "rma-waits", why=" · ".join(words)) if words else Markup()


def _pieces(sheet: ReturnSheet, locale: Locale) -> list[Markup]:
    more = len(sheet.pieces[MOST_PIECES:])
    shown = [_piece(piece, sheet, locale) for piece in sheet.pieces[:MOST_PIECES]]
    return [*shown, html(locale, "order-items-more", count=more) if more else Markup()]


def _piece(piece: PieceBack, sheet: ReturnSheet, locale: Locale) -> Markup:
    told = [piece_text(piece, locale)]
    if piece.reason:
        told.append(escape(plain(locale, f"return-why-{piece.reason}")))
    if piece.accepted is not None:
        told.append(html(locale, "rma-piece-accepted", count=piece.accepted, of=piece.quantity))
    elif piece.received or sheet.status is S.PARTIALLY_RECEIVED:
        told.append(html(locale, "rma-piece-received", count=piece.received, of=piece.quantity))
    return lines(
        [lines(told, " · "), _instead(piece.instead, locale) if piece.instead and not piece.given else Markup()]
    )


def others(sheet: ReturnSheet, locale: Locale) -> list[Markup]:
    """What is wanted instead, item by item."""
    wanted = [piece.instead for piece in sheet.pieces if piece.instead and sheet.outcome == "exchange"]
    return [_instead(each, locale) for each in list({each.sku: each for each in wanted}.values())[:MOST_PIECES]]


def _instead(other: Instead, locale: Locale) -> Markup:
    told = {"name": _cut(localised(other.name, locale)[0] or other.sku), "sku": other.sku}
    if other.price is None:
        return html(locale, "rma-piece-instead", **told)
    return html(locale, "rma-piece-instead-price", total=other.price, **told)


def _note(sheet: ReturnSheet, locale: Locale) -> Markup:
    return html(locale, "rma-note", note=_cut(sheet.note)) if sheet.note else Markup()


def _finding(sheet: ReturnSheet, locale: Locale) -> Markup:
    return html(locale, "rma-finding", why=_cut(sheet.finding)) if sheet.finding else Markup()


def _photos(sheet: ReturnSheet, locale: Locale) -> Markup:
    asked = html(locale, "rma-photo-asked") if sheet.photo_asked_at and sheet.status is S.REQUESTED else Markup()
    return lines([html(locale, "rma-photos", count=sheet.photos) if sheet.photos else Markup(), asked], " · ")


def _step(step: Told, sheet: ReturnSheet, reader: Reader) -> Markup:
    """`Di., 4. Nov., 12:05 · angenommen · Mia: „…“`; what the check found stands above already."""
    locale = reader.locale
    done = plain(locale, f"rma-did-{step.act}") if step.act else state_label(sheet.way, step.status, locale)
    who = step.name or plain(locale, f"rma-by-{step.actor}")
    told = html(locale, "rma-step", at=step.at, tz=reader.tz, done=done, who=who)
    is_new = step.why and step.why != sheet.finding
    return html(locale, "rma-step-why", step=told, why=_cut(step.why)) if is_new else told


def _cut(text: str | None) -> str:
    whole = " ".join((text or "").split())
    return whole if len(whole) <= LONGEST_WORDS else f"{whole[:LONGEST_WORDS]}…"
