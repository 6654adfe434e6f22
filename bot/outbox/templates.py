"""What many pushes say alike: written once, read once a drain, and filled in as each of them is sent."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.db import document, unit_of_work
from bot.outbox.claims import Claimed
from bot.outbox.models import Template
from bot.shop.rows import change

# What an address in a template holds where each push has its own.
TOKEN = "{token}"  # noqa: S105  # the mark, not a token
INSERT = "INSERT INTO outbox_template (method, params, then_id, created_at) VALUES (?, ?, ?, ?) RETURNING id"


@dataclass(frozen=True, slots=True)
class Letter:
    """A Bot API call that goes to many chats; in the addresses of its buttons TOKEN is each push's own token."""

    method: str
    params: Mapping[str, Any]


@unit_of_work
async def add_template(letter: Letter, *, now: datetime, then_id: int | None = None) -> int:
    """Keep what many pushes will say; its id. `then_id` is the template that follows once this has arrived."""
    [row] = await change(INSERT, letter.method, json.dumps(letter.params, ensure_ascii=False), then_id, now)
    return int(row["id"])


class Templates:
    """The templates a drain has read so far; they never change."""

    def __init__(self) -> None:
        self._known: dict[int, Template] = {}

    async def fill_in(self, rows: Sequence[Claimed]) -> list[Claimed]:
        """The rows with everything that is to be sent."""
        unknown = {row.template_id for row in rows if row.template_id} - self._known.keys()
        if unknown:
            self._known |= {template.id: template for template in await Template.filter(id__in=unknown)}
        return [self._filled(row) for row in rows]

    def _filled(self, row: Claimed) -> Claimed:
        template = self._known.get(row.template_id or 0)
        if template is None:
            return row
        return replace(
            row,
            params=filled(document(template.params), row.params),
            then_id=template.then_id,
            token=row.params.get("token", ""),
        )


def filled(template: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a template for one push, whose own are `values`."""
    token = values.get("token", "")
    return {name: _with_token(value, token) if name == "reply_markup" else value for name, value in template.items()}


async def texts_of(template_ids: Sequence[int]) -> dict[int, str | None]:
    """What the templates say, without their buttons."""
    rows = await Template.filter(id__in=set(template_ids)) if template_ids else []
    params = {row.id: document(row.params) for row in rows}
    return {id_: each.get("text") or each.get("caption") for id_, each in params.items()}


def _with_token(markup: Mapping[str, Any], token: str) -> dict[str, Any]:
    rows = [[_button(button, token) for button in row] for row in markup["inline_keyboard"]]
    return {"inline_keyboard": rows}


def _button(button: Mapping[str, Any], token: str) -> dict[str, Any]:
    return {name: value.replace(TOKEN, token) if name == "url" else value for name, value in button.items()}
