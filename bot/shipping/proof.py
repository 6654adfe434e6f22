"""The proof of a delivery: who took it in and what was photographed, shown to the customer and spread no further."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.config import Locale
from bot.db import document
from bot.errors import NotFoundError
from bot.i18n import Markup, html, plain
from bot.outbox.messages import Button, link_button
from bot.shop.reading import web_address
from bot.shop.rows import fetch

PROOF = """
SELECT s.proof FROM shop_shipment s JOIN shop_order o ON o.id = s.order_id
WHERE s.id = ? AND o.customer_id IN ? AND NOT o.is_hidden"""
# A photo and a signature; Telegram fetches them itself, and takes only what came encrypted.
MOST_PICTURES = 2


@dataclass(frozen=True, slots=True)
class Proof:
    """What the carrier says of the handover; `pictures` are addresses that Telegram fetches itself."""

    signed_by: str | None = None
    pictures: tuple[str, ...] = ()


async def find_proof(shipment_id: int, *, customer_ids: Sequence[int]) -> Proof:
    """NotFoundError for a foreign parcel, and for one of which the carrier shows nothing."""
    rows = await fetch(PROOF, shipment_id, tuple(customer_ids))
    proof = read_proof(rows[0]["proof"]) if rows else Proof()
    if proof == Proof():
        raise NotFoundError
    return proof


def read_proof(stored: Any) -> Proof:
    """The column of the shipment."""
    told = document(stored) or {}
    pictures = tuple(image for image in told.get("images") or () if image.startswith("https://") and web_address(image))
    return Proof(told.get("signed_by"), pictures[:MOST_PICTURES])


def signed_line(proof: Proof, locale: Locale) -> Markup:
    return html(locale, "missing-proof", name=proof.signed_by) if proof.signed_by else Markup()


def picture_link(url: str, locale: Locale) -> Button:
    """The way to a picture that Telegram could not fetch."""
    return link_button(plain(locale, "missing-photo-button"), url)
