"""The model form of withdrawal as a file (Annex I B of Directive 2011/83/EU): offered, never asked for."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Locale, Settings
from bot.customers.audience import find_recipients
from bot.i18n import plain
from bot.outbox.papers import Block, Paper, paper_file
from bot.outbox.queue import NewPush, enqueue_all
from bot.returns.policies import current_policy

FIELDS = ("ordered", "name", "address", "signature", "date")


def model_form(locale: Locale, *, shop: str, reached: Sequence[str], order: str | None = None) -> Paper:
    """To be filled in; `reached` is where the shop is, a line each, and `order` the number of the one it is about."""
    about = plain(locale, "term-form-order", number=order) if order else plain(locale, "term-form-goods")
    return Paper(
        name=plain(locale, "term-form-file"),
        title=plain(locale, "term-form-title"),
        blocks=[
            Block("", [plain(locale, "term-form-use")]),
            Block(plain(locale, "term-form-to"), [shop, *reached]),
            Block("", [plain(locale, "term-form-declare"), about]),
            Block("", [plain(locale, f"term-form-{field}") for field in FIELDS]),
        ],
        foot=plain(locale, "term-form-strike"),
    )


async def send_form(chat_id: int, *, order: str | None, settings: Settings, now: datetime) -> None:
    """To the chat that asks for it, as a message of its own."""
    address = (await current_policy()).address
    reached = [*address, *([settings.shop_contact] if settings.shop_contact else [])]
    for recipient in (await find_recipients([chat_id], settings=settings)).values():
        form = model_form(recipient.locale, shop=settings.shop_name, reached=reached, order=order)
        await enqueue_all([NewPush(chat_id, "sendDocument", {"document": paper_file(form)}, "answer")], now=now)
