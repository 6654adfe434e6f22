"""The links of offers: counted, then on to the address that is stored with the campaign (no other can be asked for)."""

from aiohttp import web

from bot.broadcasts.reactions import follow_link, is_preview
from bot.clock import Clock

PATH = "/go/{token:[0-9a-f]{32}}/{button:[0-9a-f]{4,16}}"
# Where they came from is nobody's business, and the next tap shall count as well.
HEADERS = {"Referrer-Policy": "no-referrer", "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}


def links_of_offers(clock: Clock) -> web.RouteDef:
    """The route; HEAD and programs that make previews are answered, and not counted."""

    async def go(request: web.Request) -> web.Response:
        match = request.match_info
        counts = request.method == "GET" and not is_preview(request.headers.get("User-Agent", ""))
        target = await follow_link(match["token"], match["button"], counts=counts, now=clock.now())
        if target is None or not target.startswith(("https://", "http://")):
            raise web.HTTPNotFound
        return web.Response(status=302, headers=HEADERS | {"Location": target})

    return web.get(PATH, go)
