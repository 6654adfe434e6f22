"""Reviews: only of what was bought and delivered, one a customer and product, and never fewer for being bad."""

import asyncio
from typing import Any, get_args

import pytest

from bot.callbacks.reviews import ReviewVerdict
from bot.community.review_cards import REASONS
from bot.community.review_desk import decide, find_waiting
from bot.community.review_figures import describe_reviews
from bot.community.review_models import Review, ReviewDecision
from bot.community.review_purchases import list_purchases
from bot.community.review_shown import list_shown, rated
from bot.community.reviews import NotBoughtError, StarsFirstError, find_review, rate, remove, write
from bot.config import Settings
from bot.outbox.models import Push
from bot.privacy.erasure import erase
from bot.privacy.subject import erasable_by_chat
from bot.shop.models import Line
from bot.staff.models import AuditEntry
from tests.support.builders import a_customer, a_product
from tests.support.chat import text_of
from tests.support.returns import SOON
from tests.support.reviews import CHAT, a_buyer, a_mug, a_review, version_of

STAFF, GROUP = 77, -1_000_000_001_001


@pytest.fixture(autouse=True)
def _staffed(database: Settings) -> None:
    database.staff_chat_id = GROUP


@pytest.mark.parametrize("status", ["in_transit", "lost", "returned"])
async def test_only_who_bought_it_and_got_it_may_review_it(database: Settings, status: str) -> None:
    mug, (on_its_way, _) = await a_mug(), await a_buyer(status=status)

    for nobody in (on_its_way, await a_customer()):
        with pytest.raises(NotBoughtError):
            await a_review(nobody, 5, settings=database)
        assert await list_purchases([nobody.id]) == ()
    for column in ("is_hidden", "is_test"):
        options: dict[str, Any] = {column: True}
        hidden, _ = await a_buyer(**options)
        with pytest.raises(NotBoughtError):
            await a_review(hidden, 5, settings=database)
    with pytest.raises(StarsFirstError):
        await write(
            mug.id, "Gut", photo=None, chat_id=CHAT, customer_ids=[on_its_way.id], locale="de", settings=database,
            now=SOON,
        )  # fmt: skip
    assert await rated(mug.id) is None


async def test_stars_count_at_once_and_the_average_is_that_of_now(database: Settings) -> None:
    mug, (erika, _), (otto, _) = await a_mug(), await a_buyer(), await a_buyer()

    await a_review(erika, 1, settings=database)
    await a_review(otto, 4, settings=database)
    first = await rated(mug.id)
    assert first
    assert (first.count, first.mean, first.texts) == (2, 2.5, 0)
    await a_review(erika, 5, settings=database)
    changed = await rated(mug.id)
    assert changed
    assert (changed.count, changed.mean) == (2, 4.5)
    assert await remove(mug.id, customer_ids=[erika.id], now=SOON)
    left = await rated(mug.id)
    assert left
    assert (left.count, left.mean) == (1, 4.0)


async def test_a_person_has_one_review_of_a_product_however_often_and_whatever_they_tap(database: Settings) -> None:
    mug, (erika, _) = await a_mug(), await a_buyer()
    other_address, _ = await a_buyer()
    who = [erika.id, other_address.id]

    async def taps(stars: int) -> None:
        await rate(mug.id, stars, chat_id=CHAT, customer_ids=who, locale="de", settings=database, now=SOON)

    await asyncio.gather(*(taps(stars) for stars in (1, 2, 3, 4, 5, 5)))

    assert await Review.all().count() == 1
    assert [each.is_reviewed for each in await list_purchases(who)] == [True]
    for stars in (0, 6):
        with pytest.raises(NotBoughtError):
            await taps(stars)


@pytest.mark.parametrize("stars", [1, 5])
async def test_words_are_read_before_anybody_sees_them_and_the_author_is_told(database: Settings, stars: int) -> None:
    mug, (erika, _) = await a_mug(), await a_buyer()
    review = await a_review(erika, stars, "Der <Henkel>", settings=database)

    assert await list_shown(mug.id, limit=9) == ()
    [card] = await Push.filter(chat_id=GROUP)
    assert "Der &lt;Henkel&gt;" in text_of(card.params)
    assert await decide(review.id, 1, None, staff_id=STAFF, settings=database, now=SOON) is None, "not these words"
    decided = await decide(review.id, await version_of(review), None, staff_id=STAFF, settings=database, now=SOON)

    assert decided
    assert decided.status == "shown"
    [shown] = await list_shown(mug.id, limit=9)
    assert (shown.words, shown.stars, shown.is_returned) == ("Der <Henkel>", stars, False)
    [told] = await Push.filter(chat_id=CHAT)
    assert (told.purpose, told.customer_id) == ("answer", erika.id)
    [kept] = await ReviewDecision.all()
    assert (kept.decided_by, kept.verdict, kept.stars) == (STAFF, "shown", stars)
    assert await AuditEntry.filter(staff_id=STAFF, action="review_shown").count() == 1


@pytest.mark.parametrize("why", REASONS)
async def test_declined_words_are_not_shown_but_the_stars_count_unless_it_is_no_experience(
    database: Settings, why: str
) -> None:
    mug, (erika, _) = await a_mug(), await a_buyer()
    review = await a_review(erika, 1, "Schlecht", settings=database)

    await decide(review.id, await version_of(review), why, staff_id=STAFF, settings=database, now=SOON)  # type: ignore[arg-type]  # one of them

    assert await list_shown(mug.id, limit=9) == ()
    assert ((await rated(mug.id)) is None) == (why == "fake")
    assert (await Push.filter(chat_id=CHAT)).pop().params["text"]
    own = await find_review(mug.id, [erika.id])
    assert own
    assert (own.status, own.why) == ("declined", why)


def test_there_is_no_reason_for_few_stars_and_each_reason_has_a_button() -> None:
    acts = get_args(ReviewVerdict.model_fields["act"].annotation)
    assert set(REASONS) == set(acts) - {"show", "why", "back"}
    assert not [each for each in REASONS if "star" in each or "negative" in each]


async def test_changed_words_are_judged_again_and_what_was_fake_counts_only_then(database: Settings) -> None:
    mug, (erika, _) = await a_mug(), await a_buyer()
    review = await a_review(erika, 2, "Eins", settings=database)
    await decide(review.id, await version_of(review), "fake", staff_id=STAFF, settings=database, now=SOON)

    await a_review(erika, 2, "Zwei", settings=database, photo="AgAC")
    assert await rated(mug.id) is None
    assert await Push.filter(chat_id=GROUP, method="sendPhoto").count() == 1
    version = await version_of(review)
    assert version == 3
    assert await find_waiting(review.id, 2) is None
    await decide(review.id, version, None, staff_id=STAFF, settings=database, now=SOON)
    assert await decide(review.id, version, "insult", staff_id=STAFF, settings=database, now=SOON) is None

    found = await rated(mug.id)
    assert found
    assert (found.count, found.texts) == (1, 1)
    await a_review(erika, 3, "Drei", settings=database)
    assert await list_shown(mug.id, limit=9) == (), "new words wait, too"
    await a_review(erika, 4, settings=database)
    again = await find_review(mug.id, [erika.id])
    assert again
    assert (again.stars, again.status, again.words) == (4, "waiting", "Drei")


async def test_what_was_sent_back_is_marked(database: Settings) -> None:
    mug, (erika, order) = await a_mug(), await a_buyer()
    review = await a_review(erika, 2, "Zu klein", settings=database)
    await decide(review.id, await version_of(review), None, staff_id=STAFF, settings=database, now=SOON)

    await Line.filter(order_id=order.id).update(refunded=1)
    assert not (await list_shown(mug.id, limit=1))[0].is_returned, "one is still there"
    await Line.filter(order_id=order.id).update(refunded=2)

    assert (await list_shown(mug.id, limit=1))[0].is_returned


async def test_reviews_are_of_one_product_and_the_newest_come_first(database: Settings) -> None:
    mug, other = await a_mug(), await a_product("KANNE")
    for number in range(3):
        buyer, _ = await a_buyer()
        review = await a_review(buyer, 3, f"Nummer {number}", settings=database)
        await decide(review.id, await version_of(review), None, staff_id=STAFF, settings=database, now=SOON)

    assert [each.words for each in await list_shown(mug.id, limit=2)] == ["Nummer 2", "Nummer 1"]
    assert [each.words for each in await list_shown(mug.id, limit=2, offset=2)] == ["Nummer 0"]
    assert await rated(other.id) is None


async def test_the_figures_tell_what_was_declined_by_stars_also_of_words_that_are_gone(database: Settings) -> None:
    for stars, why in ((1, "insult"), (1, None), (5, None), (5, "fake")):
        buyer, _ = await a_buyer()
        review = await a_review(buyer, stars, "Worte", settings=database)
        await decide(review.id, await version_of(review), why, staff_id=STAFF, settings=database, now=SOON)  # type: ignore[arg-type]  # one of them
    gone, _ = await a_buyer()
    await a_review(gone, 3, "Warten", settings=database)
    await Review.filter(stars=1, status="declined").delete()

    told = await describe_reviews()

    one, _, three, _, five = told["stars"]
    assert (one["given"], one["decisions"], one["decided_against"], one["declined_share"]) == (1, 2, 1, 0.5)
    assert (three["waiting"], three["declined_share"], told["waiting_since"]) == (1, None, SOON.isoformat())
    assert (five["given"], five["counted"], five["declined"]) == (2, 1, 1)
    assert told["declined_because"] == {"fake": 1, "insult": 1}
    [mug] = told["products"]
    assert (mug["sku"], mug["reviews"], mug["mean"]) == ("BECHER", 3, 3.0)


async def test_who_is_erased_leaves_no_review_but_what_the_staff_decided_stays(database: Settings) -> None:
    mug, (erika, _) = await a_mug(), await a_buyer()
    review = await a_review(erika, 1, "Meins", settings=database)
    await decide(review.id, await version_of(review), "insult", staff_id=STAFF, settings=database, now=SOON)

    await erase(await erasable_by_chat(CHAT), settings=database, now=SOON)

    assert await Review.all().count() == 0
    assert await rated(mug.id) is None
    assert await ReviewDecision.all().values_list("stars", "why") == [(1, "insult")]
