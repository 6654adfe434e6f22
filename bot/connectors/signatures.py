"""Whether a body comes from the platform it claims to come from, judged on its raw bytes before anybody reads it."""

import base64
import hashlib
import hmac
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Platform:
    """Who may write to us, and the headers in which it says what it sends; the first one present counts.

    Where no header names the topic or the delivery, a key of the body does.
    """

    name: str
    signature: tuple[str, ...]
    sign: Callable[[str, bytes], str]
    topic: tuple[str, ...] = ()
    delivery: tuple[str, ...] = ()
    shop: tuple[str, ...] = ()
    topic_key: str = ""
    delivery_key: str = ""


def is_genuine(platform: Platform, headers: Mapping[str, str], body: bytes, secret: str) -> bool:
    """Whether the body is signed with the secret; the signature must be spelled exactly as the platform spells it."""
    given = next((headers[name] for name in platform.signature if name in headers), "")
    expected = platform.sign(secret, body)
    # Bytes: compare_digest refuses texts with other letters than ASCII, and anybody may send such a header.
    return hmac.compare_digest(given.encode(errors="surrogateescape"), expected.encode())


def base64_hmac(secret: str, body: bytes) -> str:
    """Shopify, WooCommerce and AfterShip: base64 of HMAC-SHA256."""
    return base64.b64encode(hmac.digest(secret.encode(), body, hashlib.sha256)).decode()


def easypost_hmac(secret: str, body: bytes) -> str:
    """EasyPost: hexadecimal, of the secret in its NFKD form."""
    key = unicodedata.normalize("NFKD", secret).encode()
    return "hmac-sha256-hex=" + hmac.digest(key, body, hashlib.sha256).hex()


def _both(name: str) -> tuple[str, str]:
    """Shopify's newer senders leave the X- out."""
    return f"X-Shopify-{name}", f"Shopify-{name}"


PLATFORMS = {
    platform.name: platform
    for platform in (
        Platform(
            "shopify",
            _both("Hmac-Sha256"),
            base64_hmac,
            topic=_both("Topic"),
            delivery=_both("Webhook-Id"),
            shop=_both("Shop-Domain"),
        ),
        Platform(
            "woocommerce",
            ("X-WC-Webhook-Signature",),
            base64_hmac,
            topic=("X-WC-Webhook-Topic",),
            delivery=("X-WC-Webhook-Delivery-ID",),
            shop=("X-WC-Webhook-Source",),
        ),
        Platform(
            "aftership",
            ("as-signature-hmac-sha256", "aftership-hmac-sha256"),
            base64_hmac,
            topic_key="event",
            delivery_key="event_id",
        ),
        Platform("easypost", ("X-Hmac-Signature",), easypost_hmac, topic_key="description", delivery_key="id"),
    )
}
