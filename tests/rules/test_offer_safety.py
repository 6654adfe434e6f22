"""What staff are told about being cut off while sending names no more people than there are."""

from types import SimpleNamespace
from typing import Any

import pytest

from bot.broadcasts.audience import Audience
from bot.config import LOCALES, Locale, Settings
from dialogs.offer_wording import audience_text, safety_text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("never_twice", [True, False])
def test_no_more_people_could_get_it_twice_or_never_than_are_in_the_audience(
    locale: Locale, never_twice: bool, settings: Settings
) -> None:
    campaign: Any = SimpleNamespace(never_twice=never_twice)
    reader: Any = SimpleNamespace(locale=locale)

    def told(number: int) -> str:
        return str(safety_text(campaign, Audience(total=number), reader, settings))

    assert " 2 " in told(2)
    assert "1" not in told(1)
    assert told(100_000) == told(200_000)
    assert "{" not in told(1)


@pytest.mark.parametrize(
    ("locale", "about"), [("de", "etwa 3"), ("en", "about 3"), ("fr", "environ 3"), ("lb", "ongeféier 3")]
)
def test_who_will_wait_for_their_contact_budget_is_said_to_be_an_estimate(locale: Locale, about: str) -> None:
    reader: Any = SimpleNamespace(locale=locale)
    told = str(audience_text(Audience(total=9, later={"contact_day": 3}), reader))
    assert about in told.replace("\u2068", "").replace("\u2069", "")
