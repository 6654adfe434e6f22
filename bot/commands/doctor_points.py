"""`doctor --accept-points`: take an account of points as it is, because somebody can explain it."""

from bot.commands.findings import Finding, ok
from bot.commands.reading import reading, shop_time
from bot.config import Settings
from bot.errors import OperatorError, WrongUseError
from bot.loyalty.checking import accept
from bot.staff.roles import find_role

LONGEST_WHY = 500


async def accept_points(settings: Settings, customer_id: int, *, by: int | None, why: str | None) -> list[Finding]:
    """Each fault that is accepted; nothing is booked, who and why stay in the audit, and it is checked on from there.

    Raise OperatorError where nothing is wrong with the account, or `by` is nobody of the staff.
    """
    if by is None or not why or not why.strip() or len(why) > LONGEST_WHY:
        raise WrongUseError(f"doctor: --accept-points goes with --by STAFF and --why, in 1 to {LONGEST_WHY} characters")
    async with reading(settings, read_only=False):
        if await find_role(by, settings=settings) is None:
            raise OperatorError(f"doctor: {by} is nobody of the staff; `/staff` in the chat lists them")
        faults = await accept(customer_id, by=by, why=why.strip(), now=await shop_time())
    return [ok("points", f"accepted: {fault}") for fault in faults]
