"""Typing again where a list of products stands: another word narrows it down, or begins another search."""

from aiogram_dialog import DialogManager

from bot.support.prices import find_named_price, find_price
from bot.support.products import refine
from bot.support.products_meant import ProductChoice, ProductFound, ProductSought
from bot.support.results import NotUnderstood, Result
from dialogs.states import Products
from dialogs.widgets import started_with
from handlers.answers import costing, looking_for
from handlers.topics import Screen


async def look_again(result: Result, said: str, manager: DialogManager) -> Screen | None:
    """The list for what is looked for now, where the words are about products; None: `result` stands for itself.

    On such a screen whatever nobody understands is taken for something to look for, and nothing found says so.
    """
    if not manager.has_context() or manager.current_context().state.group is not Products:
        return None
    before = started_with(manager).get("search")
    if (priced := find_price(said) or find_named_price(said)) and not any(
        map(str.isalpha, priced.rest)
    ):  # "unter 30 Euro"
        return Products.page, looking_for(before if isinstance(before, str) else "") | costing(priced.limit)
    if not isinstance(result, ProductFound | ProductChoice | ProductSought | NotUnderstood):
        return None
    if priced:
        return Products.page, looking_for(priced.rest) | costing(priced.limit)
    words = await refine(before, said) if isinstance(before, str) and before else said
    if words == said and isinstance(result, ProductFound | ProductChoice):
        return None
    return Products.page, looking_for(words)
