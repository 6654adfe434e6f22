"""What closing a case asks for: a cause and an action, of those there are."""

import pytest

from bot.tickets.queue import CAUSES as OPENED_FOR
from bot.tickets.resolutions import ACTIONS, CAUSES, LIKELY, Resolution, causes_for


@pytest.mark.parametrize(("cause", "action"), [("", "answered"), ("late", ""), ("late", "late"), ("human", "answered")])
def test_a_case_is_not_closed_with_less(cause: str, action: str) -> None:
    with pytest.raises(ValueError, match="no way to close"):
        Resolution(cause, action)


def test_every_cause_goes_with_every_action() -> None:
    assert all(Resolution(cause, action) for cause in CAUSES for action in ACTIONS)


@pytest.mark.parametrize("opened_for", OPENED_FOR)
def test_all_causes_are_offered_once_the_likely_first(opened_for: str) -> None:
    offered = causes_for(opened_for)
    assert sorted(offered) == sorted(CAUSES)
    assert offered[: len(LIKELY[opened_for])] == LIKELY[opened_for]
