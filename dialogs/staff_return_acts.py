"""What a tap of the staff does about a return, on the card or in private: one verb, and what to say about it."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from bot.callbacks import ReturnAct
from bot.config import Settings
from bot.returns.acts import Act
from bot.returns.policies import current_policy
from bot.returns.receiving import Finding, check, undo_receipt
from bot.returns.settling import close, send_back
from bot.returns.surcharge import waive_difference
from bot.returns.together import receive_parcel
from bot.returns.verdicts import approve, approve_without_return, ask_for_photo, tell_gone, tell_on_way, waive_fee

Verb = Callable[..., Awaitable[Any]]

VERBS: Mapping[Act, Verb] = {
    Act.KEEP: approve_without_return,
    Act.PHOTO: ask_for_photo,
    Act.FEE: waive_fee,
    Act.FREE: waive_difference,
    Act.UNDO: undo_receipt,
    Act.ON_WAY: tell_on_way,
    Act.ALL_HERE: receive_parcel,
    Act.SEND_BACK: send_back,
    Act.CLOSE: close,
}


async def do_act(tapped: ReturnAct, *, staff_id: int, settings: Settings, now: datetime) -> str:
    """Do it as it was seen; the toast that says so. The errors are those of the verbs."""
    act = Act(tapped.act)
    await (await _verb(act))(tapped.return_id, staff_id=staff_id, settings=settings, now=now, seen=tapped.seen)
    return f"rma-{act}-toast"


async def _verb(act: Act) -> Verb:
    if act is Act.APPROVE:
        return partial(approve, policy=await current_policy())
    if act is Act.GONE:
        return partial(tell_gone, policy=await current_policy())
    if act is Act.ALL_FINE:
        return partial(_check_fine, policy=await current_policy())
    return VERBS[act]


async def _check_fine(return_id: int, **given: Any) -> None:
    await check(return_id, Finding(), **given)
