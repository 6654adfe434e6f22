"""What customers and staff call a return."""

import secrets

# Without letters and digits that look alike.
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
NUMBER_LENGTH = 5


def new_number() -> str:
    """Short enough to be read out, and no count of the shop's returns."""
    return "R-" + "".join(secrets.choice(LETTERS) for _ in range(NUMBER_LENGTH))
