"""Serves the page: index.html at /, its scripts, styles and pictures under /static/."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from aiohttp import web

PAGE = Path(__file__).parent / "page"
CSP = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none';"
    " form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}


class Pages:
    """Files of one folder, each with an ETag, so that a browser asks and rarely loads."""

    def __init__(self, folder: Path = PAGE) -> None:
        self._folder = folder.resolve()

    async def index(self, _request: web.Request) -> web.StreamResponse:
        return self._file("index.html")

    async def static(self, request: web.Request) -> web.StreamResponse:
        return self._file(request.match_info["path"])

    def _file(self, name: str) -> web.StreamResponse:
        path = self._folder / name
        if not self._holds(path):
            return web.Response(status=404, text="There is no such file.", headers=HEADERS)
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        return web.FileResponse(path, headers=HEADERS | {"Content-Type": f"{kind}; charset=utf-8" if text else kind})

    def _holds(self, path: Path) -> bool:
        try:
            return path.resolve().is_relative_to(self._folder) and path.is_file()
        except (ValueError, OSError):  # a name that no file system takes
            return False
