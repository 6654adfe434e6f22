"""The buttons of a campaign: a link whose clicks count, a coupon code to copy, a product, a survey."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from bot.config import Locale
from bot.i18n import FALLBACKS

Kind = Literal["link", "coupon", "product", "survey"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_ADDRESS = 2048


@dataclass(frozen=True, slots=True)
class Button:
    """`target` is the address of a link, the code of a coupon, the id of a product, the key of a survey.

    `id` is random (new_button_id): a link leads to `/go/<token of the recipient>/<id>`.
    """

    id: str
    kind: Kind
    target: str
    labels: Mapping[Locale, str]

    def label(self, locale: Locale) -> str:
        """What stands on it: in this language, else in one that its readers understand, else in any."""
        known = [self.labels[each] for each in (*FALLBACKS[locale], *self.labels) if self.labels.get(each)]
        return known[0] if known else self.target

    def as_json(self) -> dict[str, Any]:
        return {"id": self.id, "kind": self.kind, "target": self.target, "labels": dict(self.labels)}


def read_buttons(stored: Iterable[Mapping[str, Any]] | None) -> tuple[Button, ...]:
    """The buttons of a campaign's row."""
    return tuple(Button(each["id"], each["kind"], each["target"], each["labels"]) for each in stored or ())


def new_button_id() -> str:
    """A random id for a button; it stands in links, so that nobody can guess another one."""
    return secrets.token_hex(4)


def is_address(target: str) -> bool:
    """Whether a link may lead there: https on a named host, nothing hidden in it."""
    if len(target) > MOST_ADDRESS or any(sign.isspace() or not sign.isprintable() for sign in target):
        return False
    try:
        parts = urlsplit(target)
        port = parts.port
    except ValueError:
        return False
    local = parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1"}
    return (parts.scheme == "https" or local) and bool(parts.hostname) and port != 0 and not parts.username
