"""How many statements a piece of code sends to the database."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Statements(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.args, tuple) and record.args:
            self.seen.append(str(record.args[0]))


@contextmanager
def counted_queries() -> Iterator[list[str]]:
    """The statements sent inside the block, as the connection itself logs them."""
    logger, handler = logging.getLogger("tortoise.db_client"), _Statements()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        yield handler.seen
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
