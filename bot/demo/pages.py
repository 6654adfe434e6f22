"""Pages the demo's links lead to, so that none is dead offline: the shop, manuals, in place of the carrier's page."""

import tomllib
from decimal import Decimal
from functools import cache
from html import escape
from typing import Any

from aiohttp import web
from babel.numbers import format_currency

from bot.demo.content import SHOP, SHOP_NAME, list_products, product_names

PREFIX = "/demo"
LANGUAGES = {"de": "Deutsch", "en": "English", "fr": "Français", "lb": "Lëtzebuergesch"}
HEADERS = {"Content-Security-Policy": "default-src 'self'", "X-Content-Type-Options": "nosniff"}
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="icon" href="{prefix}/logo.svg"><link rel="stylesheet" href="{prefix}/pages.css"></head>
<body><nav>{links}</nav><main>{sections}</main></body></html>
"""


def routes() -> list[web.RouteDef]:
    """To be served beside the web chat, under PREFIX."""
    return [
        web.get(f"{PREFIX}/shop", show_shop),
        web.get(f"{PREFIX}/manual/{{name}}", show_manual),
        web.get(f"{PREFIX}/parcel", show_parcel),
        web.get(f"{PREFIX}/{{name:pages.css|logo.svg}}", send_file),
    ]


async def show_shop(_: web.Request) -> web.Response:
    """Where "to the website" and what customers pass on to others lead."""
    return _page(
        SHOP_NAME,
        {
            language: f"<h1>{escape(SHOP_NAME)}</h1><p>{escape(_texts('shop_page')[language])}</p>"
            f"<ul>{''.join(_product(product, language) for product in list_products())}</ul>"
            for language in LANGUAGES
        },
    )


async def show_manual(request: web.Request) -> web.Response:
    manual = _texts("manuals").get(request.match_info["name"])
    if manual is None:
        raise web.HTTPNotFound
    names = product_names(manual["sku"])
    return _page(names["en"], {language: _manual(names[language], manual[language]) for language in LANGUAGES})


async def show_parcel(request: web.Request) -> web.Response:
    number = request.query.get("number", "")[:64]
    told = _texts("parcel_page")
    return _page(
        f"Parcel {number}",
        {
            language: f"<h1>{escape(told[language]['title'])}</h1><p><code>{escape(number)}</code></p>"
            f"<p>{escape(told[language]['text'])}</p>"
            for language in LANGUAGES
        },
    )


async def send_file(request: web.Request) -> web.FileResponse:
    return web.FileResponse(SHOP / request.match_info["name"], headers=HEADERS)


@cache
def _texts(name: str) -> dict[str, Any]:
    return tomllib.loads((SHOP / f"{name}.toml").read_text("utf-8"))


def _product(told: dict[str, Any], language: str) -> str:
    price = format_currency(Decimal(told["price"]), "EUR", locale=language)
    return f"<li>{escape(told['name'][language])}, {escape(price)}</li>"


def _manual(name: str, steps: list[str]) -> str:
    return f"<h1>{escape(name)}</h1><ol>{''.join(f'<li>{escape(step)}</li>' for step in steps)}</ol>"


def _page(title: str, sections: dict[str, str]) -> web.Response:
    """One page with a section a language: it is opened from a chat whose language its address does not tell."""
    text = PAGE.format(
        title=escape(title),
        prefix=PREFIX,
        links="".join(f'<a href="#{code}" lang="{code}">{name}</a>' for code, name in LANGUAGES.items()),
        sections="".join(f'<section id="{code}" lang="{code}">{text}</section>' for code, text in sections.items()),
    )
    return web.Response(text=text, content_type="text/html", headers=HEADERS)
