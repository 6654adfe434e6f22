"""Items of an order by name, each told from another of the same name: by colour or size, else by its article number."""

from collections.abc import Sequence
from typing import Protocol

from dialogs.widgets import LONGEST_BUTTON, shorten

LONGEST_NAME, LONGEST_VARIANT = 60, 24
# A mark and how many of how many stand there as well.
ON_BUTTON = LONGEST_BUTTON - 15


class Item(Protocol):
    @property
    def name(self) -> str | None: ...
    @property
    def variant(self) -> str | None: ...
    @property
    def sku(self) -> str | None: ...


def item_name(item: Item, longest: int = LONGEST_NAME) -> str:
    """The name gives way where both are too long: the colour or size is what tells."""
    name = item.name or item.sku or "?"
    return _with(name, shorten(item.variant, LONGEST_VARIANT), longest) if item.variant else shorten(name, longest)


def item_names(items: Sequence[Item], longest: int = LONGEST_NAME) -> list[str]:
    """The same of several in their order, with the article number where names are alike and numbers are not."""
    names = [item_name(item, longest) for item in items]
    articles: dict[str, set[str | None]] = {}
    for item, name in zip(items, names, strict=True):
        articles.setdefault(name, set()).add(item.sku)
    return [
        _with(item.name or "?", item.sku, longest) if item.sku and len(articles[name]) > 1 else name
        for item, name in zip(items, names, strict=True)
    ]


def _with(name: str, told: str, longest: int) -> str:
    return f"{shorten(name, max(longest - len(told) - 3, longest // 3))} ({told})"
