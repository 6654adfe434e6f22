"""What the staff see of a contest beside what everybody does: whether it is posted, and who the winners are."""

from dataclasses import dataclass

from bot.community.contest_export import list_places
from bot.community.contest_news import find_posted
from bot.outbox.models import Push
from bot.tickets.people import name_of_chat, names_of


@dataclass(frozen=True, slots=True)
class Winner:
    """`told` is the status of the word to them in the outbox, `told_why` the reason why it waits or was not sent.

    Without a chat they were erased. `why` is set once the place was drawn again, by whom stands in `replaced_by`.
    """

    place: int
    ticket: str
    chat_id: int | None
    name: str
    told: str
    told_why: str | None
    answer: str | None
    why: str | None
    replaced_by: str | None


async def list_winners(contest_id: int) -> tuple[Winner, ...]:
    """Each place that came up, in its order."""
    places = await list_places(contest_id)
    staff = await names_of({each.replaced_by for each in places if each.replaced_by})
    found = []
    for each in places:
        push = await Push.get_or_none(once=f"contest:{contest_id}:place:{each.place}")
        chat_id = each.entry.chat_id
        found.append(
            Winner(
                place=each.place,
                ticket=each.entry.ticket,
                chat_id=chat_id,
                name=(await name_of_chat(chat_id) if chat_id else None) or str(chat_id or ""),
                told=push.status if push else "skipped",
                told_why=push.why if push else None,
                answer=each.answer,
                why=each.why,
                replaced_by=staff.get(each.replaced_by or 0),
            )
        )
    return tuple(found)


async def posted_as(contest_id: int) -> tuple[str, str | None] | None:
    """Status and reason of the post in the outbox; None before it was handed over."""
    push = await find_posted(contest_id)
    return (push.status, push.why) if push else None
