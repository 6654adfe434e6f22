"""Every kind of file has a word on the card of its case: a line is never a sign alone."""

from typing import get_args

import pytest

from bot.i18n import has_text
from bot.tickets.messages import Kind


@pytest.mark.parametrize("kind", [kind for kind in get_args(Kind) if kind != "text"])
def test_a_file_without_words_is_named(kind: str) -> None:
    assert has_text(f"kind-{kind}")
