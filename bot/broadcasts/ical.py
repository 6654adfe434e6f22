"""The calendar in the format that calendars of people read (RFC 5545)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from bot.broadcasts.calendar import Send

LINE_BYTES = 75
SHORTEST = timedelta(minutes=30)
STATUSES = {"scheduled": "TENTATIVE", "waiting": "CONFIRMED", "past": "CONFIRMED"}


def as_ical(sends: Iterable[Send], *, now: datetime) -> str:
    """One event a send; lines end and fold as the standard has it, so that any calendar takes it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bote//communication calendar//EN", "CALSCALE:GREGORIAN"]
    for send in sends:
        lines += _event(send, now)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _fold(line))


def _event(send: Send, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{send.id.replace(':', '-')}@bote"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"DTSTART:{_moment(send.at)}"
    yield f"DTEND:{_moment(_end(send))}"
    if send.repeats == "daily":
        yield "RRULE:FREQ=DAILY"
    yield f"SUMMARY:{_escaped(send.title)}"
    yield f"DESCRIPTION:{_escaped(_described(send))}"
    yield f"CATEGORIES:{send.kind}"
    yield "TRANSP:TRANSPARENT"
    yield f"STATUS:{'CANCELLED' if send.status == 'cancelled' else STATUSES[send.phase]}"
    yield "END:VEVENT"


def _end(send: Send) -> datetime:
    """What it takes to send it; how long an offer holds would cover days in a calendar."""
    over = send.until if send.phase == "past" and send.until else send.at
    return max(over, send.at + SHORTEST)


def _described(send: Send) -> str:
    people = [] if send.people is None else [f"people: {send.people}"]
    found = [
        f"conflict within a {each.within}: {each.people} also in {', '.join(each.others)}" for each in send.conflicts
    ]
    return "\n".join([f"{send.id}, {send.status}", *people, *found])


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r", "").replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """Pieces of 75 bytes at most, never through a character; each but the first begins with a space."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > LINE_BYTES:
            yield piece
            piece = " "
        piece += letter
    yield piece
