"""What a push is for decides how urgent it is, when it may ring, and what it needs (rules.md 3.3 and 3.5)."""

from dataclasses import dataclass
from enum import IntEnum


class News(IntEnum):
    """How much it matters to somebody who has muted an order; what is not about an order matters always."""

    SMALL = 1
    MILESTONE = 2
    PROBLEM = 3
    ALWAYS = 4


@dataclass(frozen=True, slots=True)
class Purpose:
    """`urgency` 0 goes first. `rests`: it waits for the morning. `advertising`: also on Sundays and holidays where
    the country is strict, within the contact budget, and not while somebody is to be left alone. `consent`: what the
    person must have agreed to. `problem`: advertising keeps away after it. `prefers_loss`: never sent twice, even if
    that means never."""

    name: str
    urgency: int
    news: News = News.ALWAYS
    rests: bool = False
    advertising: bool = False
    in_budget: bool = False
    consent: str | None = None
    problem: bool = False
    prefers_loss: bool = False


def _advertising(name: str, urgency: int, consent: str, *, prefers_loss: bool = False) -> Purpose:
    return Purpose(
        name, urgency, rests=True, advertising=True, in_budget=True, consent=consent, prefers_loss=prefers_loss
    )


ALL = (
    Purpose("answer", 0),  # somebody waits for it right now: replies of the staff, what was asked for
    Purpose("staff", 0),  # cards and notes to the people who work here
    Purpose("receipt", 0),  # the mark on a staff message that tells what became of it
    Purpose("loss", 0, problem=True),  # lost or destroyed; at any hour, whatever is muted
    Purpose("alarm", 0, news=News.PROBLEM, problem=True),  # attempt failed, or something to do today; at any hour
    Purpose("card", 1),  # the silent living card
    Purpose("milestone", 1, news=News.MILESTONE, rests=True),
    Purpose("problem", 1, news=News.PROBLEM, rests=True, problem=True),  # late, held, silent, customs
    Purpose("returning", 1, rests=True, problem=True),  # on its way back; whatever is muted
    Purpose("notice", 1, news=News.SMALL, rests=True),  # below a milestone: expected day moved, all clear
    Purpose("legal", 1, rests=True),  # a change of terms or privacy
    Purpose("loop", 2, news=News.PROBLEM, rests=True, problem=True),  # what came of a complaint
    Purpose("prize", 1, rests=True),  # to winners of a contest: they wait for it, and it offers nothing
    _advertising("survey", 3, "survey"),
    _advertising("loyalty", 4, "promo"),  # points that expire, a new tier, a birthday
    Purpose("requested", 4, rests=True, advertising=True),  # "tell me when it is back": the request is the consent
    _advertising("offer", 5, "promo"),
    _advertising("offer_once", 5, "promo", prefers_loss=True),  # of a campaign marked "never twice"
    # The text and the buttons that belong to an album which has just arrived: it is not another contact.
    Purpose("offer_rest", 0, consent="promo"),
    Purpose("offer_once_rest", 0, consent="promo", prefers_loss=True),
    # A post of the channel: who follows it has asked for it, so that it needs no consent and is nobody's contact.
    Purpose("post", 5, rests=True, advertising=True),
    _advertising("contest", 5, "promo", prefers_loss=True),
)
# What the text that follows an album is sent for.
RESTS = {"offer": "offer_rest", "offer_once": "offer_once_rest"}
PURPOSES = {purpose.name: purpose for purpose in ALL}
URGENCIES = tuple(sorted({purpose.urgency for purpose in ALL}))
BUDGETED = tuple(purpose.name for purpose in ALL if purpose.in_budget)
PROBLEMS = tuple(purpose.name for purpose in ALL if purpose.problem)

# The least that still comes at a mute level; without a row everything comes.
MUTE_LEVELS = {"milestones": News.MILESTONE, "problems": News.PROBLEM, "nothing": News.ALWAYS}
