"""The connections that are open right now, so that a "restart" can break them."""

from __future__ import annotations

import asyncio
from weakref import WeakSet


class Connections:
    """Transports seen and not yet gone."""

    def __init__(self) -> None:
        self._open: WeakSet[asyncio.Transport] = WeakSet()

    def add(self, transport: asyncio.Transport | None) -> None:
        if transport is not None:
            self._open.add(transport)

    def close_all(self, *, but: asyncio.Transport | None) -> None:
        """Break every connection except the one on which the order came."""
        for transport in list(self._open):
            if transport is not but:
                transport.abort()
