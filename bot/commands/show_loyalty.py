"""`show loyalty`: the rules that hold, explained in sentences; `show rewards`: what points are exchanged for."""

import asyncio
from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from bot.commands.printing import Json, Listing, in_words, print_facts
from bot.commands.reading import reading, shop_time
from bot.config import Settings, load_settings

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def show_loyalty(as_json: AsJson = False) -> None:
    """Print the loyalty rules that hold: how points come, how long they last, and what they lead to."""
    print_facts(asyncio.run(_rules(load_settings())), as_json=as_json, draw=_draw)


def show_rewards(as_json: AsJson = False) -> None:
    """List what is offered for points, and how many coupons of it were given, used, and are over."""
    print_facts({"rewards": asyncio.run(_rewards(load_settings()))}, as_json=as_json, draw=_draw_rewards)


async def _rewards(settings: Settings) -> list[Json]:
    from bot.loyalty.reward_listing import describe_rewards

    async with reading(settings):
        return await describe_rewards(now=await shop_time())


async def _rules(settings: Settings) -> Json:
    from bot.loyalty.programme import describe_rules

    async with reading(settings):
        told = await describe_rules()
        return told | {"per_survey": settings.survey_points if told["per_survey"] is None else told["per_survey"]}


def _draw(facts: Json) -> Iterable[RenderableType]:
    version = facts["version"]
    title = f"Loyalty rules, version {version}" if version else "Loyalty rules: none imported, these are the defaults"
    yield Text(title, style="bold")
    yield Text("\n".join(_sentences(facts)))
    if facts["tiers"]:
        tiers = [
            {"name": tier["names"]["en"], "from": tier["points"], "times": tier["times"]}
            | {"benefits": "; ".join(tier["benefits"]["en"])}
            for tier in facts["tiers"]
        ]
        title = f"Tiers, by points earned within {facts['tier_months']} months"
        yield Listing(
            title, tiers, {"name": "tier", "from": "from", "times": "purchases earn times", "benefits": "benefits"}
        )


def _sentences(facts: Json) -> Iterable[str]:
    rates = {currency: rate for currency, rate in facts["rates"].items() if Decimal(rate)}
    if not rates:
        yield "Purchases earn nothing."
    for currency, rate in rates.items():
        yield f"Each {currency} paid for goods earns {rate}, pending until the goods can no longer be sent back."
    for each in facts["multiplied"]:
        yield f"What is ordered from {each['first']} to {each['last']} earns {each['times']} times as much."
    yield f"An answer to a survey earns {facts['per_survey']}, whatever it is, unless the survey says otherwise."
    if facts["per_review"]:
        yield f"A review of a bought product earns {facts['per_review']}, the same for one star and for five."
    months, days = facts["valid_months"], " and ".join(map(str, facts["warn_days"]))
    warned = f"; who agreed to offers is warned {days} days before" if days else ""
    yield f"Points expire {months} months after they count{warned}." if months else "Points never expire."
    yield from _invitations(facts["referral"])
    for each in (facts["community"] or {"groups": []})["groups"]:
        yield f"Who has reached the tier {each['tier']} is let into {each['names']['en']} ({each['id']})."


def _invitations(told: Json | None) -> Iterable[str]:
    if told is None:
        yield "Customers have no link to invite others by."
        return
    least = " or ".join(f"{amount} {currency}" for currency, amount in told["minimums"].items())
    yield f"Whoever invites earns {told['inviter']}, whoever was invited {told['invited']}: for a new customer's first"
    yield f"order of at least {least}, placed within {told['days']} days of opening the link, once nothing of it can be"
    yield "sent back any more. The same customer, e-mail, telephone or address never counts."
    yield f"Above {told['per_day']} in 24 hours or {told['per_month']} in 30 days of one inviter the staff look first."


def _draw_rewards(facts: Json) -> Iterable[RenderableType]:
    if not facts["rewards"]:
        yield "Nothing is offered for points, and no coupon was given."
        return
    columns = {"name": "reward", "points": "points", "told": "worth"}
    columns |= {name: name for name in ("issued", "open", "redeemed", "expired")}
    yield Listing("Rewards", [each | _told_of_reward(each) for each in facts["rewards"]], columns)


def _told_of_reward(reward: Json) -> Json:
    name = reward["key"] or ("unknown" if reward["reason"] == "reward" else reward["reason"])
    if not reward["offered"]:
        return {"name": name, "told": "not offered"}
    least = f"from {reward['minimum']}" if reward["minimum"] else None
    told = in_words(reward["worth"], least, reward["product"], reward["category"], f"{reward['days']} days")
    return {"name": name, "told": told}
