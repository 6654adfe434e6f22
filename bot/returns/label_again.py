"""The label of a return once more, for who has lost it: the same file and code as when it came."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.customers.audience import find_recipients
from bot.outbox.papers import qr_picture
from bot.outbox.queue import NewPush, enqueue_all
from bot.returns.looking import read_sheet
from bot.returns.sheet import ReturnSheet


async def send_label_again(
    return_id: int, *, chat_id: int, customer_ids: Sequence[int], settings: Settings, now: datetime
) -> bool:
    """Whether there was a file or a code to send that is valid still; NotFoundError for a return of somebody else's."""
    sheet = await read_sheet(return_id, customer_ids=customer_ids)
    is_over = sheet.label is not None and sheet.label.is_over(now.astimezone(settings.time_zone).date())
    papers = label_papers(sheet) if sheet.is_open and not is_over else []
    if not papers or chat_id not in await find_recipients([chat_id], settings=settings):
        return False
    pushes = [NewPush(chat_id, method, paper, "answer", customer_id=sheet.customer_id) for method, paper in papers]
    await enqueue_all(pushes, now=now)
    return True


def label_papers(sheet: ReturnSheet) -> list[tuple[str, dict[str, object]]]:
    """The calls that bring the label itself: the file that the shop gave, and the code as a picture."""
    label, found = sheet.label, list[tuple[str, dict[str, object]]]()
    if label and label.file:
        found.append(("sendPhoto" if label.file.kind == "photo" else "sendDocument", {label.file.kind: label.file.id}))
    if label and label.code:
        found.append(("sendPhoto", {"photo": qr_picture(label.code)}))
    return found
