"""Loads libraries in little more than half the time."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Nobody looks for garbage: what is loaded stays, and of 100,000 objects 2,000 would be found."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def without_rich() -> Iterator[None]:
    """What is imported meanwhile takes rich, which draws tables in terminals, for not installed.

    structlog then does without pretty traces (not shown: they print the values of variables), and httpx without a
    command line of its own.
    """
    rich = sys.modules.pop("rich", None)
    sys.modules["rich"] = None  # type: ignore[assignment]  # importing it fails
    try:
        yield
    finally:
        del sys.modules["rich"]
        if rich:
            sys.modules["rich"] = rich
