"""Lots: the first to expire is spent first, and nothing ever comes out of the ledger but what went in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.loyalty.lots import Booked, Lot, read_lots

START = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def came(number: int, points: int, *, day: int = 0, counts: int | None = None, expires: int | None = None) -> Booked:
    return Booked(
        *(number, points, "purchase", f"order:{number}:purchase", START + day * DAY),
        available_at=None if counts is None else START + counts * DAY,
        expires_at=None if expires is None else START + expires * DAY,
    )


def went(number: int, points: int, *, day: int = 0) -> Booked:
    return Booked(number, -points, "spend", f"reward:{number}", START + day * DAY)


def returned(number: int, points: int, of: int, *, day: int = 0) -> Booked:
    return Booked(number, -points, "clawback", f"clawback:order:{of}:purchase|return:{number}", START + day * DAY)


def expired(number: int, points: int, of: int, *, day: int = 0) -> Booked:
    return Booked(number, -points, "expire", f"expire:{of}", START + day * DAY)


def left(*entries: Booked, day: int = 0) -> dict[int, int]:
    return {lot.id: lot.remaining for lot in read_lots(entries, now=START + day * DAY).lots}


def test_what_expires_first_is_spent_first_and_what_never_expires_last() -> None:
    lots = [came(1, 10), came(2, 10, expires=90), came(3, 10, expires=30)]

    assert left(*lots, went(4, 15)) == {2: 5, 1: 10}


def test_what_is_pending_is_not_spent() -> None:
    lots = [came(1, 10, counts=14, expires=30), came(2, 10, expires=60)]

    assert left(*lots, went(3, 10, day=1), day=1) == {1: 10}
    assert left(*lots, went(3, 10, day=15), day=15) == {2: 10}


def test_what_comes_back_is_taken_from_what_it_earned() -> None:
    lots = [came(1, 10), came(2, 30, expires=30)]

    assert left(*lots, returned(3, 10, of=2)) == {2: 20, 1: 10}


def test_what_was_spent_before_it_came_back_is_owed_by_what_comes_next() -> None:
    entries = [came(1, 10), went(2, 10), returned(3, 10, of=1)]

    assert read_lots(entries, now=START).owed == 10
    assert left(*entries, came(4, 25)) == {4: 15}


def test_what_is_given_back_after_its_day_does_not_expire_again() -> None:
    undone = replace(returned(4, -10, of=1, day=40), id=4)
    entries = [came(1, 10, expires=30), returned(2, 10, of=1), undone]

    [lot] = read_lots(entries, now=START + 41 * DAY).lots
    assert (lot.remaining, lot.expires_at) == (10, None)


def test_rows_that_no_verb_books_are_named() -> None:
    entries = [came(1, 5), went(2, 9), returned(3, 4, of=77), expired(4, 3, of=1)]

    assert read_lots(entries, now=START).faults == (
        "entry 2 spends 4 more than there were",
        "entry 3 takes back what was never booked",
        "entry 4 expires 3 more than were left",
    )


Steps = st.lists(
    st.tuples(
        st.sampled_from(["earn", "earn", "spend", "return", "undo", "expire", "wait"]),
        st.integers(1, 60),
        st.integers(0, 20),
        st.integers(0, 40),
    ),
    max_size=40,
)


@given(Steps)
def test_lots_always_add_up_to_the_ledger_whatever_happens(steps: list[tuple[str, int, int, int]]) -> None:
    """As the verbs book it: spent is what counts, taken back is what was earned, expired is what is left and over."""
    entries, taken, day = list[Booked](), dict[int, int](), 0
    for verb, points, wait, which in steps:
        number, now = len(entries) + 1, START + day * DAY
        earned = [entry for entry in entries if entry.kind == "purchase"]
        counts = sum(entry.points for entry in entries if entry.available_at is None or entry.available_at <= now)
        over = [lot for lot in read_lots(entries, now=now).lots if _is_over(lot, now)]
        if verb == "wait":
            day += wait
        elif verb == "earn":
            entries.append(came(number, points, day=day, counts=day + wait, expires=day + wait + which + 1))
        elif verb == "spend" and (part := min(points, counts)) > 0 and not over:
            entries.append(went(number, part, day=day))
        elif verb in {"return", "undo"} and earned:
            of = earned[which % len(earned)]
            so_far = taken.get(of.id, 0)
            part = max(-so_far, min(points if verb == "return" else -points, of.points - so_far))
            taken[of.id] = so_far + part
            until = of.available_at if of.available_at and of.available_at > now else None
            entries.append(replace(returned(number, part, of=of.id, day=day), available_at=until))
        elif verb == "expire":
            for lot in over:
                entries.append(expired(len(entries) + 1, lot.remaining, of=lot.id, day=day))
        now = START + day * DAY
        reading = read_lots(entries, now=now)
        pending = sum(entry.points for entry in entries if entry.available_at and entry.available_at > now)
        assert reading.faults == ()
        assert reading.points == sum(entry.points for entry in entries)
        assert all(lot.remaining > 0 for lot in reading.lots)
        assert reading.owed >= 0
        assert pending == sum(lot.remaining for lot in reading.lots if lot.is_pending(now))
        assert not reading.owed or all(lot.is_pending(now) for lot in reading.lots)


def _is_over(lot: Lot, now: datetime) -> bool:
    return lot.expires_at is not None and lot.expires_at <= now and not lot.is_pending(now)
