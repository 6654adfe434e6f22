"""The mark on a message of the staff that tells what became of theirs: ✓, or ✗ with the reason (SUP-03)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, cast

from bot.config import Locale
from bot.i18n import Markup, html, lines, plain

SENT = "sent"
EMPTY = Markup("")


@dataclass(frozen=True, slots=True)
class Receipt:
    """The message to edit when a push is settled: `text` stays, the mark follows on a line of its own."""

    chat_id: int
    message_id: int
    locale: Locale
    text: Markup = EMPTY
    keyboard: tuple[tuple[Mapping[str, Any], ...], ...] = ()
    sent_key: str = "receipt-sent"
    failed_key: str = "receipt-failed"

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def receipt_edit(receipt: Mapping[str, Any], *, status: str, why: str | None) -> tuple[int, dict[str, Any]]:
    """Chat and parameters of the editMessageText that tells how a push ended; `receipt` is Receipt.as_json()."""
    params = {
        "message_id": receipt["message_id"],
        "text": lines([Markup(receipt["text"]), _mark(receipt, status, why)]),
        "parse_mode": "HTML",
        "reply_markup": {"inline_keyboard": cast(Sequence[Sequence[Any]], receipt["keyboard"])},
    }
    return receipt["chat_id"], params


def _mark(receipt: Mapping[str, Any], status: str, why: str | None) -> Markup:
    locale = cast(Locale, receipt["locale"])
    if status == SENT:
        return html(locale, receipt["sent_key"])
    return html(locale, receipt["failed_key"], reason=plain(locale, f"why-{why}"))
