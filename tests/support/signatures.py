"""aiogram reads the signature of each handler and filter when a dispatcher is built: some thousands, anew for each bot.

One after the other a process of ours builds one; a test session builds hundreds, of the same functions.
"""

import inspect
from functools import partial
from types import CodeType

from aiogram.dispatcher.event.handler import CallableObject

Key = tuple[CodeType, type]
Read = tuple[bool, set[str], bool]


def remember_signatures() -> None:
    """From now on each function, and each kind of filter, is read once; whatever else there is, is read as ever."""
    read, known = CallableObject.__post_init__, dict[Key, Read]()

    def remembered(self: CallableObject) -> None:
        key = _key_of(inspect.unwrap(self.callback))
        if key is None:
            read(self)
            return
        if key not in known:
            read(self)
            known[key] = self.awaitable, self.params, self.varkw
        self.awaitable, self.params, self.varkw = known[key]

    if read.__name__ != remembered.__name__:
        CallableObject.__post_init__ = remembered  # type: ignore[method-assign]


def _key_of(callback: object) -> Key | None:
    """The code that is called, and as what; None where more than that says how."""
    if isinstance(callback, partial | type) or hasattr(callback, "__signature__"):
        return None
    code = getattr(callback, "__code__", None) or getattr(type(callback).__call__, "__code__", None)
    return (code, type(callback)) if isinstance(code, CodeType) else None
