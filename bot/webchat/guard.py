"""Keeps the server to this machine: who is asked for, and from which page, is checked on every request.

A page somewhere on the web can make a browser send requests to 127.0.0.1 under a foreign name (DNS rebinding) or from
a foreign origin; both are refused.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection

from aiohttp import web

from .errors import ClientError

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
OWN_SITES = {"same-origin", "none"}


class Guard:
    """Knows the names this server answers to; `allowed_hosts` are more of them, with port where it is not ours."""

    def __init__(self, allowed_hosts: Collection[str] = ()) -> None:
        self._allowed = tuple(allowed_hosts)
        self._names: dict[tuple[str, int], frozenset[str]] = {}

    def check(self, request: web.BaseRequest) -> None:
        """Raise a 403 for a foreign Host, a foreign Origin, or a request that another site's page made."""
        headers = request.headers
        names = self._names_of(request)
        if headers.get("Host", "").lower() not in names:
            raise ClientError(
                403, "This server answers only to its own name: open it as http://127.0.0.1 or localhost."
            )
        origin = headers.get("Origin")
        if origin is not None and origin.lower().partition("://")[2] not in names:
            raise ClientError(403, "A page of another origin may not use this server.")
        if headers.get("Sec-Fetch-Site", "none") not in OWN_SITES and not _is_page(request):
            raise ClientError(403, "A page of another site may not use this server.")

    def _names_of(self, request: web.BaseRequest) -> frozenset[str]:
        transport = request.transport
        socket = transport.get_extra_info("sockname") if transport is not None else None
        address = (str(socket[0]), int(socket[1])) if socket else ("", 0)
        names = self._names.get(address)
        if names is None:
            names = self._names[address] = self._name(*address)
        return names

    def _name(self, address: str, port: int) -> frozenset[str]:
        # The literal address of the connection cannot be a rebound name, so it is ours wherever we are bound.
        literal = f"[{address}]" if ":" in address else address
        names = {f"{host}:{port}" for host in (*LOOPBACK_NAMES, literal)}
        if port == 80:
            names |= {name.removesuffix(":80") for name in names}
        for host in self._allowed:
            names |= {host.lower(), f"{host.lower()}:{port}"}
        return frozenset(names)


def _is_page(request: web.BaseRequest) -> bool:
    """A link on another site may open the page itself."""
    return request.method == "GET" and request.path == "/"
