"""What is said in a group and surely asks about the writer's own order; people's talk is left alone."""

from bot.support.matching import match
from bot.support.results import Intent

# Answered with what only the writer may read.
OF_ONES_OWN: frozenset[Intent] = frozenset({"order_status", "delivery_time", "refund_status", "parcel_missing"})
# Far above the gate of a private chat: there the bot is spoken to, here it would butt in. "My parcel has come at last"
# and "has anyone's parcel arrived?" stay below it.
SURE = 0.95
# Who tells a story does not ask the bot.
LONGEST = 200


def asks_of_own(text: str) -> bool:
    """Whether nobody but the shop can answer this, as far as words tell."""
    if not text.strip() or len(text) > LONGEST:
        return False
    best = match(text).best
    return best is not None and best.intent in OF_ONES_OWN and best.confidence >= SURE
