"""The flood guard: 20 updates of one person in any 10 seconds, one notice a flood, calm lets in again."""

from handlers.flood import FloodGuard, Verdict

ANSWER, NOTICE, SILENCE = Verdict.ANSWER, Verdict.NOTICE, Verdict.SILENCE


def judged(guard: FloodGuard, times: list[float], person: int = 1) -> list[Verdict]:
    return [guard.judge(person, at=at) for at in times]


def test_twenty_in_ten_seconds_are_answered_and_the_next_is_not() -> None:
    guard = FloodGuard()
    assert judged(guard, [n * 0.4 for n in range(20)]) == [ANSWER] * 20
    assert judged(guard, [9.0, 9.1, 9.2]) == [NOTICE, SILENCE, SILENCE]
    assert guard.dropped == 3


def test_a_steady_two_a_second_is_no_flood() -> None:
    assert set(judged(FloodGuard(), [n * 0.5 for n in range(200)])) == {ANSWER}


def test_hammering_on_keeps_the_silence() -> None:
    verdicts = judged(FloodGuard(), [n * 0.1 for n in range(1000)])
    assert verdicts == [ANSWER] * 20 + [NOTICE] + [SILENCE] * 979


def test_after_calm_everything_starts_anew() -> None:
    guard = FloodGuard()
    judged(guard, [n * 0.1 for n in range(50)])
    assert judged(guard, [5 + 10 + n * 0.1 for n in range(21)]) == [ANSWER] * 20 + [NOTICE]


def test_one_persons_flood_is_nobody_elses() -> None:
    guard = FloodGuard()
    judged(guard, [n * 0.1 for n in range(50)], person=1)
    assert guard.judge(2, at=5.0) is ANSWER


def test_quiet_people_are_forgotten() -> None:
    guard = FloodGuard()
    for person in range(1000):
        guard.judge(person, at=0.0)
    guard.judge(1, at=60.0)
    assert len(guard._people) == 1


def test_a_message_dated_in_the_past_does_not_make_a_flooder_calm() -> None:
    guard = FloodGuard()
    judged(guard, [100.0 + n * 0.1 for n in range(21)])
    assert judged(guard, [50.0, 102.2]) == [SILENCE, SILENCE]
