"""What customers and staff call a return."""

import secrets
from collections.abc import Callable

from bot.returns.models import Return

# Without letters and digits that look alike.
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
NUMBER_LENGTH = 5


async def free_number(draw: Callable[[], str] | None = None) -> str:
    """One that no return has: among 50,000 every 700th draw is taken, and would refuse a withdrawal its receipt."""
    draw = draw or new_number
    while await Return.filter(number=(number := draw())).exists():
        pass
    return number


def new_number() -> str:
    """Short enough to be read out, and no count of the shop's returns."""
    return "R-" + "".join(secrets.choice(LETTERS) for _ in range(NUMBER_LENGTH))
