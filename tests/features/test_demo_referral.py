"""The demo has tiers, and an invitation on its way: it is booked when the parcel arrives, and counts weeks later."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.demo.content import list_guests, list_seats
from bot.demo.facts import Opening
from bot.demo.seeding import open_shop
from bot.demo.story import tell_story
from bot.loyalty.inviting import progress_of
from bot.loyalty.ledger import balance_of
from bot.loyalty.programme import current_rules
from bot.loyalty.standing import standing_of
from bot.outbox.models import Push
from bot.returns.referring import mind_referrals
from bot.shop.models import Customer
from tests.support.demo import open_world

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
PAGES = "http://127.0.0.1:8080/demo"


async def test_whoever_came_by_emmas_link_gets_a_parcel_and_both_get_points(database: Settings) -> None:
    await open_shop(now=NOW, zone=BERLIN, pages=PAGES)
    [emma] = [seat for seat in list_seats() if seat.first_name.startswith("Emma")]
    [nina] = list_guests()
    inviter, friend = [(await Customer.get(external_id=each.customer)).id for each in (emma, nina)]
    assert (await progress_of([inviter])).opened == 1
    assert [tier.key for tier in (await current_rules()).tiers] == ["silver", "gold"]

    async with open_world(database, Clock(NOW - real_now()), tell_story(Opening(NOW, BERLIN, PAGES))) as world:
        await world.advance({"advance_seconds": 2 * 86400})
    told = await progress_of([inviter])
    assert (told.pending, told.pending_points, told.counted) == (1, 100, 0)
    assert (await balance_of([friend], now=NOW + timedelta(days=2))).pending > 50, "of the purchase, too"

    await mind_referrals(database, now=NOW + timedelta(days=45))
    told = await progress_of([inviter])
    assert (told.pending, told.counted, told.counted_points) == (0, 1, 100)
    assert not await Push.filter(chat_id=nina.id).exists(), "she has stopped the bot"


async def test_a_customer_of_each_language_stands_on_a_tier_with_a_way_to_the_next(database: Settings) -> None:
    for _ in range(2):
        await open_shop(now=NOW, zone=BERLIN, pages=PAGES)
    rules = await current_rules()
    for name in ("Anna", "Emma", "Chloé", "Luc"):
        [seat] = [each for each in list_seats() if each.first_name.startswith(name)]
        customer = await Customer.get(external_id=seat.customer)
        stands = await standing_of([customer.id], rules=rules, now=NOW)
        assert (stands.tier and stands.tier.key, stands.next and stands.next.key) == ("silver", "gold"), name
        assert 0 < stands.missing < 500
