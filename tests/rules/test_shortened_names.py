"""A name that is too long for its place ends where it still reads well: no quotation stays open."""

import pytest

from dialogs.shortening import cut_longest
from dialogs.widgets import shorten


@pytest.mark.parametrize(
    ("name", "longest", "shown"),
    [
        ("Kaffeebecher", 20, "Kaffeebecher"),
        ("Kaffeebecher aus Steinzeug", 20, "Kaffeebecher aus St…"),
        ("Kaffeebecher „Guten Morgen“", 20, "Kaffeebecher…"),
        ("Kaffeebecher „Guten Morgen“", 27, "Kaffeebecher „Guten Morgen“"),
        ("Becher „Moin“ aus hellem Steinzeug", 20, "Becher „Moin“ aus h…"),
        ("Tasse \N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\u00a0Bonjour la famille\u00a0»", 16, "Tasse…"),
        ("„Ein sehr langer Name in Zeichen“", 20, "„Ein sehr langer N…“"),
        ('Mug "Good morning everybody"', 16, 'Mug "Good morn…"'),
        ("Rote Lampe (im Tausch bekommen)", 40, "Rote Lampe (im Tausch bekommen)"),
        ("Stehlampe groß (im Tausch bekommen)", 20, "Stehlampe groß…"),
    ],
)
def test_a_long_name_is_cut_before_a_quotation_that_would_stay_open(name: str, longest: int, shown: str) -> None:
    assert shorten(name, longest) == shown
    assert len(shorten(name, longest)) <= longest


def test_of_a_long_button_the_name_gives_way_and_what_stands_behind_it_is_read() -> None:
    values = {"mark": "☑️", "name": "Kaffeebecher „Guten Morgen, liebe Sorgen“ (Ersatz)", "left": 2}
    assert cut_longest(values, 20) == {"mark": "☑️", "name": "Kaffeebecher…", "left": 2}
    assert cut_longest({"left": 2}, 20) == {"left": 2}
