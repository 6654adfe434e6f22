"""Opening the demo shop: once, through the same door as a real shop's data (`main.py import`)."""

import json
import tempfile
from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.connectors.files import import_files
from bot.customers.linking import issue_token, redeem_token
from bot.customers.profile import choose_locale, ensure_chat
from bot.db import connection, placeholders, unit_of_work
from bot.demo.asked import fill_in
from bot.demo.content import PICTURES, Json, find_team, fingerprint, list_seats
from bot.demo.facts import Opening
from bot.demo.history import guest_lines, import_lines
from bot.demo.mark import mark
from bot.demo.models import DemoWorld
from bot.demo.past import past_lines
from bot.demo.place import THE_ONE
from bot.demo.referrals import fill_in_invitation, fill_in_rules
from bot.demo.rewards import fill_in_rewards, fill_in_tiers
from bot.errors import OperatorError
from bot.shop.models import Order, Product
from bot.staff.roles import Role, appoint


async def open_shop(*, now: datetime, zone: ZoneInfo, pages: str) -> Opening:
    """Seed the database unless it is seeded; links of an earlier start follow the pages to a new port."""
    world = await mark(now, pages=pages)
    opening = Opening(world.opened_at, zone, pages)
    team = find_team()
    await appoint(team.id, Role.AGENT, name=team.name, now=now)
    if world.seeded_at is None:
        await _seed(opening, now)
    elif world.pages != pages or not await _pictures_are_here():
        await _move(world.pages, opening)
    return opening


async def _seed(opening: Opening, now: datetime) -> None:
    await bring_in(chain(import_lines(opening), guest_lines(opening), past_lines(opening)), opening.zone)
    await _take_seats(now)
    await fill_in(now)
    await fill_in_rules(now)
    await fill_in_rewards(now)
    await fill_in_tiers(now)
    await fill_in_invitation(now)
    await _finish(opening, now)


async def bring_in(lines: Iterable[Json], zone: ZoneInfo) -> None:
    """As `main.py import` would."""
    with tempfile.TemporaryDirectory(prefix="bote-demo-") as folder:
        file = Path(folder) / "shop.jsonl"
        file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        summary = await import_files([file], tz=zone)
    if summary.bad_lines:
        raise OperatorError(f"demo: its own data is not right: {summary.faults[0]}")


@unit_of_work
async def _take_seats(now: datetime) -> None:
    """Each seat speaks its language and is linked by a deep link, as from an order mail."""
    for seat in list_seats():
        await ensure_chat(seat.id, now=now)
        await choose_locale(seat.id, seat.language)
        order = await Order.filter(customer__external_id=seat.customer).order_by("placed_at").first()
        assert order is not None  # noqa: S101  # every seat's orders were imported a moment ago
        await redeem_token(seat.id, await issue_token(order.id, now=now), now=now)


@unit_of_work
async def _finish(opening: Opening, now: datetime) -> None:
    told = {"seeded_at": now, "pages": opening.pages, "story": fingerprint(), "turns_told": 0}
    await DemoWorld.filter(id=THE_ONE).update(**told)


async def _pictures_are_here() -> bool:
    """False after the project's folder was moved."""
    product = await Product.filter(sku__startswith="DL-").first()
    return product is None or Path(product.images[0]).parent == PICTURES


async def _move(old_pages: str, opening: Opening) -> None:
    products = (line for line in import_lines(opening) if line["type"] == "product")
    await bring_in(({name: told for name, told in line.items() if name != "stock"} for line in products), opening.zone)
    await _move_tracking_links(old_pages, opening.pages)


@unit_of_work
async def _move_tracking_links(old: str, new: str) -> None:
    """The pages behind them are the demo's own; to import the orders again would tell old expected days."""
    was, is_now = placeholders(2).split(",")
    await connection().execute_query(
        f"UPDATE shop_shipment SET tracking_url = replace(tracking_url, {was}, {is_now})",  # noqa: S608  # no values
        [old, new],
    )
    await DemoWorld.filter(id=THE_ONE).update(pages=new)
