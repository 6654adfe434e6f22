"""Consents in the chat: asked for once, given by two taps of one account, taken back by one, all in a diary."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from aiogram.types import Update

from bot.callbacks import ConfirmConsent, ConsentTap
from bot.clock import real_now
from bot.config import LOCALES, Locale
from bot.customers.consents import asks_of, consents_of, diary, give, note_ask
from bot.customers.holds import open_hold, release_hold
from bot.customers.linking import issue_token
from bot.customers.models import Consent
from bot.customers.wordings import consent_wording
from bot.i18n import plain
from bot.outbox.models import Push
from bot.shop.models import Customer
from bot.shop.platform_models import PlatformReturn
from bot.tickets.models import Case
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person, Town
from tests.support.postman import push, statuses


async def links(town: Town, person: Person, *, customer: Customer | None = None) -> Customer:
    """The person opens the link of an order mail and says that it is them."""
    customer = customer or await a_customer()
    order = await an_order(customer=customer, parcels=[parcel("in_transit")])
    await person.says(f"/start {await issue_token(order.id, now=town.clock.now())}")
    locale = await locale_of(person)
    await person.taps(plain(locale, "link-confirm-button"))
    return customer


async def locale_of(person: Person) -> Locale:
    from bot.customers.models import Chat

    return (await Chat.get(id=person.id)).locale  # type: ignore[return-value]  # a column is a plain string


async def agrees(person: Person, locale: Locale = "de", *, name: str = "survey") -> None:
    """From the diary: the switch, then the confirmation under the words."""
    await person.says("/settings")
    await person.taps(plain(locale, "consent-diary-button"))
    await person.taps(plain(locale, "consent-switch-on-button", name=plain(locale, f"consent-name-{name}")))
    await person.taps(plain(locale, "consent-confirm-button"))


async def test_the_diary_above_never_says_the_opposite_of_what_was_just_answered(town: Town) -> None:
    anna = await town.customer("en")
    await links(town, anna)
    await agrees(anna, "en")

    [above] = [each["text"] for each in anna.seen if "Your consents" in each["text"]]
    assert "✗ Surveys" not in above
    assert "Surveys" in above

    await anna.taps(plain("en", "consent-withdraw-button"))
    [above] = [each["text"] for each in anna.seen if "Your consents" in each["text"]]
    assert "✓ Surveys" not in above
    assert "withdrawn" in above


@pytest.mark.parametrize("locale", LOCALES)
async def test_after_linking_somebody_is_asked_once_and_agrees_by_two_taps(town: Town, locale: Locale) -> None:
    anna = await town.customer(locale)
    await links(town, anna)
    asked = anna.screen["message_id"]
    anna.can_tap(*(plain(locale, f"consent-{answer}-button") for answer in ("want", "later", "no")))

    await anna.taps(plain(locale, "consent-want-button"))
    wording = consent_wording("survey", locale=locale, shop=town.settings.shop_name)
    anna.reads(wording.text.replace("\u00a0", " ").replace("\u202f", " "))
    assert await consents_of([anna.id]) == {}
    words_message = anna.screen["message_id"]
    answer = await anna.taps(plain(locale, "consent-confirm-button"))

    assert answer["text"] == plain(locale, "consent-given-toast")
    [entry] = await diary(anna.id)
    assert (entry.wording, entry.version, entry.locale) == (wording.text, wording.version, locale)
    assert (entry.request_message_id, entry.confirm_message_id) == (asked, words_message)
    await links(town, anna)
    question = plain(locale, "consent-want-button")
    assert question not in anna.buttons


async def test_the_home_screen_comes_before_the_question_and_stays_usable(town: Town) -> None:
    anna = await town.customer("de")
    await links(town, anna)

    home = anna.seen[-2]
    assert "Verknüpft" in home["text"]
    await anna.taps(plain("de", "menu-help-button"), message_id=home["message_id"])
    anna.has_read("Wo ist mein Paket")


async def held(customer: Customer, _: Town) -> None:
    await open_hold(customer.id, reason="lost", subject="shipment:1", now=real_now())


async def imported_as_lost(customer: Customer, town: Town) -> None:
    await an_order(customer=customer, parcels=[parcel("in_transit", "lost")], placed_at=town.clock.now())


async def imported_as_late(customer: Customer, town: Town) -> None:
    now = town.clock.now()
    late = parcel("in_transit", expected_on=now.date() - timedelta(days=3))
    await an_order(customer=customer, parcels=[late], placed_at=now - timedelta(days=9))


async def sent_back(customer: Customer, town: Town) -> None:
    order = await an_order(customer=customer, parcels=[parcel("delivered")])
    await PlatformReturn.create(
        order_id=order.id, external_id="r1", status="approved", items=[], revised_at=town.clock.now()
    )


async def talking_to_the_team(customer: Customer, town: Town) -> None:
    await Case.create(once="x", customer_id=customer.id, cause="human", status="open", opened_at=town.clock.now())


async def complained_lately(customer: Customer, town: Town) -> None:
    then = town.clock.now() - timedelta(days=5)
    await open_hold(customer.id, reason="complaint", subject="case:1", now=then)
    await release_hold(customer.id, reason="complaint", subject="case:1", now=then + timedelta(days=1))


TROUBLE = (held, imported_as_lost, imported_as_late, sent_back, talking_to_the_team, complained_lately)


@pytest.mark.parametrize("happens", TROUBLE)
async def test_somebody_with_trouble_is_not_asked_and_keeps_the_chance(
    town: Town, happens: Callable[[Customer, Town], Awaitable[None]]
) -> None:
    customer = await a_customer()
    await happens(customer, town)
    anna = await town.customer("de")
    await links(town, anna, customer=customer)

    anna.reads("Verknüpft")
    assert await note_ask(anna.id, "survey", moment="good_experience", now=town.clock.now())


async def test_a_parcel_forgotten_long_ago_keeps_nobody_from_being_asked(town: Town) -> None:
    customer, now = await a_customer(), town.clock.now()
    late = parcel("in_transit", expected_on=now.date() - timedelta(days=300))
    await an_order(customer=customer, parcels=[late], placed_at=now - timedelta(days=310))
    anna = await town.customer("de")
    await links(town, anna, customer=customer)

    anna.can_tap(plain("de", "consent-want-button"))


@pytest.mark.parametrize(("button", "said"), [("no", "no"), ("later", "later")])
async def test_no_and_later_are_taken_at_their_word(town: Town, button: str, said: str) -> None:
    anna = await town.customer("de")
    await links(town, anna)
    await anna.taps(plain("de", f"consent-{button}-button"))
    anna.can_tap(plain("de", "consent-diary-button"))
    await links(town, anna)

    anna.does_not_read("freiwillige Frage")
    assert [(ask.purpose, ask.answer) for ask in await asks_of(anna.id)] == [("survey", said)]
    assert await diary(anna.id) == ()


async def test_cancelling_under_the_words_agrees_to_nothing(town: Town) -> None:
    anna = await town.customer("de")
    await links(town, anna)
    await anna.taps(plain("de", "consent-want-button"))
    await anna.taps(plain("de", "consent-cancel-button"))

    anna.reads(plain("de", "consent-cancelled"))
    assert await diary(anna.id) == ()


@pytest.mark.parametrize("locale", LOCALES)
async def test_withdrawing_is_one_tap_and_stops_an_invitation_that_waits(town: Town, locale: Locale) -> None:
    anna = await town.customer(locale)
    await agrees(anna, locale)
    await push(anna.id, "invitation", purpose="survey", now=town.clock.now())
    await anna.says("/settings")
    await anna.taps(plain(locale, "consent-diary-button"))
    anna.reads("✓", "Bote")
    name = plain(locale, "consent-name-survey")
    answer = await anna.taps(plain(locale, "consent-switch-off-button", name=name))

    assert answer["text"] == plain(locale, "consent-withdrawn-toast")
    assert await consents_of([anna.id]) == {}
    assert await statuses() == {"invitation": "skipped: no_consent"}
    anna.can_tap(plain(locale, "consent-switch-on-button", name=name))
    assert (await Push.get(purpose="survey")).settled_at is not None


async def test_the_message_of_the_consent_takes_it_back_weeks_later_and_after_a_restart(town: Town) -> None:
    anna = await town.customer("de")
    await agrees(anna)
    message_id, data = anna.data_of(plain("de", "consent-withdraw-button"))
    await town.restart_bot()
    await anna.taps_data(message_id, data)
    await town.settle()
    await anna.looks()

    anna.reads("Widerrufen")
    [entry] = await diary(anna.id)
    assert entry.withdrawn_by == "settings"


async def test_each_purpose_has_its_own_words_and_switch(town: Town) -> None:
    anna = await town.customer("de")
    await agrees(anna, name="promo")
    await agrees(anna, name="community")

    assert await consents_of([anna.id]) == {anna.id: {"promo", "community"}}
    await anna.taps(plain("de", "consent-diary-button"), message_id=anna.screen["message_id"])
    for entry in await diary(anna.id):
        anna.reads(entry.wording[:60], f"Fassung {entry.version}")


async def test_a_switch_that_has_grown_old_never_does_the_opposite(town: Town) -> None:
    anna = await town.customer("de")
    await anna.says("/settings")
    await anna.taps(plain("de", "consent-diary-button"))
    message_id, data = anna.data_of(plain("de", "consent-switch-on-button", name="Umfragen"))
    messages = {"request_message_id": 1, "confirm_message_id": 2}
    now = town.clock.now()
    await give(anna.id, "survey", wording="x", version=1, locale="de", now=now, **messages)  # by another way meanwhile
    answer = await anna.taps_data(message_id, data)

    assert answer["text"] == plain("de", "consent-given-before-toast")
    assert await consents_of([anna.id]) == {anna.id: {"survey"}}


async def test_a_confirmation_under_other_words_counts_for_nothing_and_shows_the_right_ones(town: Town) -> None:
    anna = await town.customer("de")
    await anna.says("/start")
    confirm = ConfirmConsent(purpose="survey", version=1, asked=1).pack()
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": confirm}]]}
    sent = await town.web.call("sendMessage", chat_id=anna.id, text="Sind Sie einverstanden?", reply_markup=markup)
    answer = await anna.taps_data(sent["result"]["message_id"], confirm)
    await town.settle()
    await anna.looks()

    assert answer["text"] == plain("de", "consent-words-changed-toast")
    assert await diary(anna.id) == ()
    await anna.taps(plain("de", "consent-confirm-button"))
    assert len(await diary(anna.id)) == 1


async def test_two_taps_by_different_accounts_are_no_consent(town: Town) -> None:
    anna, ben = await town.customer("de"), await town.customer("de", name="Ben")
    await links(town, anna)
    await anna.taps(plain("de", "consent-want-button"))
    message_id, data = anna.data_of(plain("de", "consent-confirm-button"))
    await taps_elsewhere(town, ben, data, chat={"id": anna.id, "type": "private", "first_name": "Anna"}, text=anna.text)

    assert not await Consent.all().exists()
    await anna.taps_data(message_id, data)
    assert [(row.chat_id, row.purpose) for row in await Consent.all()] == [(anna.id, "survey")]


async def test_in_a_group_nobody_consents(town: Town) -> None:
    anna = await town.customer("de")
    words = consent_wording("survey", locale="de", shop=town.settings.shop_name).text
    group = {"id": -1_001, "type": "supergroup", "title": "Nachbarn"}
    for data in (ConfirmConsent(purpose="survey", version=1, asked=1), ConsentTap(purpose="survey", step="want")):
        await taps_elsewhere(town, anna, data.pack(), chat=group, text=words)

    assert not await Consent.all().exists()
    assert anna.seen == []


async def taps_elsewhere(town: Town, who: Person, data: str, *, chat: dict[str, Any], text: str) -> None:
    """An update as Telegram would send it: this account taps a button under a message in that chat."""
    message = {"message_id": 9, "date": 1, "chat": chat, "text": text}
    sender = {"id": who.id, "is_bot": False, "first_name": "Ben"}
    tap = {"id": "77", "from": sender, "chat_instance": "1", "data": data, "message": message}
    update = Update.model_validate({"update_id": abs(hash(data)) % 10**9, "callback_query": tap})
    await town.dispatcher.feed_update(town.bot, update)


@pytest.mark.parametrize(("locale", "word"), [("de", "STOP"), ("fr", "Plus de publicité !"), ("en", "unsubscribe")])
async def test_who_writes_stop_finds_the_switches(town: Town, locale: Locale, word: str) -> None:
    anna = await town.customer(locale)
    await anna.says(word)

    anna.reads(plain(locale, "consent-intro"))
