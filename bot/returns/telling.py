"""The staff hear of every return in its transaction: a case with what goes back, why, and what is wished for."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Locale, Settings
from bot.returns.acts import rests
from bot.returns.cases import case_of, facts_of, find_case, is_decided, refresh_desk
from bot.returns.looking import read_sheet
from bot.returns.paths import Way
from bot.returns.photos import Photo
from bot.tickets.cases import Cause, NewCase, open_case
from bot.tickets.hearing import add_customer_files
from bot.tickets.messages import Written
from bot.tickets.resting import let_rest


async def tell_staff(
    return_id: int,
    photos: Sequence[Photo],
    *,
    chat_id: int | None,
    locale: Locale,
    settings: Settings,
    now: datetime,
) -> None:
    """Open the case; somebody has to stop the parcel, or to decide, send a label and pay."""
    sheet = await read_sheet(return_id)
    cause: Cause = "cancel" if sheet.way is Way.CANCEL else "return"
    facts, buttons = await facts_of(sheet, settings)
    new = NewCase(
        cause=cause,
        once=case_of(return_id, cause),
        chat_id=chat_id,
        customer_id=sheet.customer_id,
        order_id=sheet.order_id,
        locale=locale,
        value=sheet.goods.amount,
        currency=sheet.goods.currency,
        facts=facts,
        buttons=buttons,
        kept_open=not is_decided(sheet.status),
    )
    case_id = await open_case(new, settings=settings, now=now)
    await let_rest(case_id, rests=rests(sheet), now=now)
    await add_customer_files(case_id, _written(return_id, photos), settings=settings, now=now)


async def show_photo(return_id: int, photo: Photo, *, settings: Settings, now: datetime) -> None:
    """One more picture below the card, which counts it."""
    case = await find_case(return_id)
    if case is not None:
        await add_customer_files(case.id, _written(return_id, [photo]), settings=settings, now=now)
    await refresh_desk(return_id, settings=settings, now=now)


def _written(return_id: int, photos: Sequence[Photo]) -> list[Written]:
    """What came together stands together: an album is one message of the staff chat."""
    return [
        Written(each.kind, each.words, file_id=each.file_id, album=each.album or f"return:{return_id}:{each.kind}")
        for each in photos
    ]
