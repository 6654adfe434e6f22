"""The demo's story: the same opening tells the same, in the words of a shop and of carriers."""

import json
from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.connectors import shopify
from bot.connectors.told import FulfilmentTold, OrderTold
from bot.demo.content import list_seats
from bot.demo.facts import Opening
from bot.demo.returns import RITA
from bot.demo.story import NOBODY, Posting, Turn, tell_story
from bot.shipping.carriers import aftership

OPENING = Opening(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), ZoneInfo("Europe/Berlin"), "http://127.0.0.1:8080/demo")
STORY = tell_story(OPENING)
POSTINGS = [posting for turn in STORY for posting in turn.postings]


def postings(platform: str) -> list[tuple[Turn, Posting]]:
    return [(turn, posting) for turn in STORY for posting in turn.postings if posting.platform == platform]


def turns_of(number: str) -> list[str]:
    return [turn.what for turn in STORY if turn.order == number]


def test_the_same_opening_tells_the_same_story_to_the_byte() -> None:
    assert json.dumps(tell_story(OPENING), default=str) == json.dumps(STORY, default=str)


def test_everything_comes_in_order_and_after_the_opening() -> None:
    assert all(earlier.at <= later.at for earlier, later in pairwise(STORY))
    assert STORY[0].at > OPENING.at


def test_a_new_order_is_placed_packed_handed_over_and_scanned_until_it_is_there() -> None:
    assert turns_of("1026") == [
        *("placed", "packed", "handed_over", "picked_up", "in_transit", "out_for_delivery", "delivered"),
    ]
    assert turns_of("1024")[:2] == ["paid", "packed"]
    assert turns_of("1025") == ["cancelled"]


def test_something_happens_to_everybody_who_waits_for_something_on_the_first_two_days() -> None:
    seats = {turn.seat_id for turn in STORY if (turn.at - OPENING.at).days < 2} - {NOBODY}
    assert seats == {seat.id for seat in list_seats()} - {RITA}


def test_trouble_of_every_kind_has_its_tag() -> None:
    told = {posting.body["msg"]["subtag"] for _, posting in postings("aftership")}
    assert told >= {
        *("InTransit_002", "InTransit_008", "OutForDelivery_001", "AvailableForPickup_001", "AttemptFail_002"),
        *("Exception_005", "Exception_010", "Exception_011", "Exception_013", "Exception_017"),
        *("Delivered_001", "Delivered_002", "Delivered_003", "Delivered_005"),
    }


def test_a_tracking_update_tells_all_scans_so_far_and_its_own_last() -> None:
    for turn, posting in postings("aftership"):
        report = aftership.parse(posting.body)
        assert report.told_at == turn.at
        assert [scan.occurred_at for scan in report.scans] == sorted(scan.occurred_at for scan in report.scans)
        assert (report.scans[-1].occurred_at, report.scans[-1].status) == (turn.at, turn.what)
        assert all(scan.is_known for scan in report.scans)
        assert posting.body["msg"]["subtag"].startswith(f"{posting.body['msg']['tag']}_")


def test_shopify_is_understood_and_dated_by_the_moment_it_tells() -> None:
    for turn, posting in postings("shopify"):
        [fact] = shopify.parse(posting.topic, posting.body, fingerprint="", locale="de")
        assert datetime.fromisoformat(posting.body["updated_at"]) == turn.at
        if isinstance(fact, OrderTold):
            assert (fact.order.number, fact.order.told["revised_at"]) == (turn.order, turn.at)
        else:
            assert isinstance(fact, FulfilmentTold)
            assert fact.parcels[0].told["tracking_number"].startswith(f"DEMO{turn.order}-")


def test_no_two_bodies_of_a_topic_are_the_same() -> None:
    told = [(posting.topic, json.dumps(posting.body)) for posting in POSTINGS]
    assert len(told) == len(set(told))
