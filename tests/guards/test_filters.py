"""No filter of ours is judged in a thread."""

from collections.abc import Iterator

from aiogram import Router
from aiogram.dispatcher.event.handler import FilterObject

from handlers.dispatcher import build_routers


def test_every_filter_is_judged_in_place() -> None:
    """aiogram runs what is no coroutine in a thread: see handlers/conditions.py."""
    ours = [router for router in build_routers() if type(router) is Router]
    threaded = {
        f"{router.name}: {each.magic or each.callback}"
        for router in ours
        for each in _filters(router)
        if not each.awaitable
    }
    assert not threaded


def _filters(router: Router) -> Iterator[FilterObject]:
    for observer in router.observers.values():
        yield from observer._handler.filters or []
        for handler in observer.handlers:
            yield from handler.filters or []
