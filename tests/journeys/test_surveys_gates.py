"""Each gate keeps a question away from the chat and names its reason: judged when planned, when due, and when sent."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.customers.consents import give
from bot.customers.holds import open_hold
from bot.customers.models import Chat
from bot.outbox.consent import revoke
from bot.outbox.drain import Terms, drain
from bot.outbox.models import Push
from bot.outbox.sender import Sender, open_sender
from bot.pacing import Pacer
from bot.shipping.events import record_event
from bot.shop.models import Customer, Order, Shipment
from bot.surveys.invitations import send_due
from bot.surveys.launches import launch
from bot.surveys.models import SurveyPlan
from bot.surveys.rounds import go_round
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.chat import Person, Town, open_town
from tests.support.surveys import content
from tests.support.webchat import eventually

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")
QUESTION = "Wie zufrieden sind Sie mit der Lieferung"


@dataclass(slots=True)
class Scene:
    """Anna, who has agreed, and whose parcel is about to arrive."""

    town: Town
    sender: Sender
    anna: Person
    customer: Customer
    order: Order

    @property
    def settings(self) -> Settings:
        return self.town.settings

    async def arrives(self) -> None:
        shipment, now = await Shipment.get(order_id=self.order.id), self.town.clock.now()
        await record_event(shipment.id, scan("delivered", at=now), now=now, settings=self.settings)
        await self.sends()

    async def sends(self) -> None:
        await drain(self.town.clock.now, self.sender, Terms(self.settings, owner="test"))

    async def passes(self, span: timedelta) -> None:
        """So much time passes, and at its end everything due is done."""
        self.town.clock.advance(span)
        await go_round(self.town.clock.now(), self.settings)
        await self.sends()
        await go_round(self.town.clock.now(), self.settings)

    async def plan(self) -> SurveyPlan:
        return await SurveyPlan.get(survey="delivery_csat", order_id=self.order.id)

    async def is_asked(self) -> bool:
        await self.anna.looks()
        return any(QUESTION in message.get("text", "") for message in self.anna.seen)


@pytest.fixture
def clock() -> Clock:
    """Noon of a Tuesday in Berlin, so that everything is due on a Thursday."""
    now = real_now()
    noon = now.astimezone(BERLIN).replace(hour=12, minute=0, second=0, microsecond=0)
    return Clock(noon + ((1 - noon.weekday()) % 7 + 7) * DAY - now)


@pytest.fixture
async def scene(database: Settings, clock: Clock) -> AsyncIterator[Scene]:
    async with open_town(database, clock, default_locale="de") as town, open_sender(town.settings, Pacer(0)) as sender:
        await sender.check()
        now = clock.now()
        await launch(content("nps", active=False), name="nps.toml", now=now)
        customer = await a_customer()
        order = await an_order("1001", customer=customer, parcels=[parcel("in_transit")], ship_country="DE")
        anna = await town.customer("de", owns=[customer])
        proof: dict[str, Any] = {"wording": "Ja", "version": 1, "locale": "de"}
        await give(anna.id, "survey", **proof, request_message_id=1, confirm_message_id=2, now=now)
        await anna.says("/start")
        yield Scene(town, sender, anna, customer, order)


async def cancelled(scene: Scene) -> None:
    await Order.filter(id=scene.order.id).update(status="cancelled")


async def blocked(scene: Scene) -> None:
    await scene.anna.visitor.blocks()
    await eventually(Chat.filter(id=scene.anna.id, unreachable_because="blocked").exists)


async def switched_off(scene: Scene) -> None:
    await launch(content(active=False), name="own.toml", now=scene.town.clock.now())


async def withdrawn(scene: Scene) -> None:
    await revoke(scene.anna.id, "survey", now=scene.town.clock.now())


async def in_trouble(scene: Scene) -> None:
    await open_hold(scene.customer.id, reason="late", subject="shipment:9", now=scene.town.clock.now())


async def asked_before(scene: Scene) -> None:
    now = scene.town.clock.now()
    await SurveyPlan.create(
        once="x", survey="support_csat", version=0, metric="csat", customer_id=scene.customer.id, status="expired",
        created_at=now, due_at=now, expires_at=now, invited_at=now - 10 * DAY,
    )  # fmt: skip


async def advertised(scene: Scene) -> None:
    now = scene.town.clock.now()
    await Push.create(
        chat_id=scene.anna.id, customer_id=scene.customer.id, purpose="offer", urgency=5, method="sendMessage",
        params={"text": "Angebot"}, due_at=now, created_at=now, status="sent", settled_at=now,
    )  # fmt: skip


async def nothing(_: Scene) -> None:
    """Only the hour is wrong."""


Happens = Callable[[Scene], Awaitable[None]]
# The gate, what closes it, at which hour it is judged, and the reason; those that only wait are `planned` still.
GATES: list[tuple[Happens, timedelta, str, str]] = [
    (cancelled, 48 * HOUR, "withheld", "order_cancelled"),
    (blocked, 48 * HOUR, "withheld", "blocked"),
    (switched_off, 48 * HOUR, "withheld", "survey_off"),
    (withdrawn, 48 * HOUR, "withheld", "no_consent"),
    (in_trouble, 48 * HOUR, "planned", "hold_late"),
    (asked_before, 48 * HOUR, "withheld", "asked_other"),
    (advertised, 48 * HOUR, "planned", "contact_day"),
    (nothing, 60 * HOUR, "planned", "quiet_hours"),
]
TOLD_AT_ONCE = {"withdrawn": "no_consent", "in_trouble": "hold_late", "asked_before": "asked_other"}


@pytest.mark.parametrize(("happens", "after", "status", "why"), GATES, ids=[gate[0].__name__ for gate in GATES])
async def test_a_closed_gate_keeps_the_question_from_the_chat_and_names_its_reason(
    scene: Scene, happens: Happens, after: timedelta, status: str, why: str
) -> None:
    await scene.arrives()
    assert (await scene.plan()).why is None
    scene.town.clock.advance(after)
    await happens(scene)
    await scene.passes(timedelta())

    plan = await scene.plan()
    assert (plan.status, plan.why, plan.judged_at) == (status, why, plan.judged_at)
    assert not await scene.is_asked()
    assert await Push.filter(purpose="survey").count() == 0


@pytest.mark.parametrize("happens", [withdrawn, in_trouble, asked_before])
async def test_what_lasts_is_told_as_soon_as_it_is_planned(scene: Scene, happens: Happens) -> None:
    await happens(scene)
    await scene.arrives()

    assert ((await scene.plan()).status, (await scene.plan()).why) == ("planned", TOLD_AT_ONCE[happens.__name__])


@pytest.mark.parametrize(
    ("happens", "why"), [(withdrawn, "no_consent"), (in_trouble, "hold_late"), (blocked, "blocked")]
)
async def test_what_closes_after_the_invitation_was_made_stops_it_on_its_way(
    scene: Scene, happens: Happens, why: str
) -> None:
    await scene.arrives()
    scene.town.clock.advance(48 * HOUR)
    assert (await send_due(scene.town.clock.now(), scene.settings)).asked == 1
    await happens(scene)
    await scene.passes(HOUR)

    assert not await scene.is_asked()
    assert ((await scene.plan()).status, (await scene.plan()).why) == ("withheld", why)


async def test_with_every_gate_open_the_question_comes(scene: Scene) -> None:
    await scene.arrives()
    await scene.passes(48 * HOUR)

    assert await scene.is_asked()
    assert ((await scene.plan()).status, (await scene.plan()).why) == ("invited", None)


async def test_at_night_it_waits_for_the_morning(scene: Scene) -> None:
    await scene.arrives()
    await scene.passes(60 * HOUR)
    assert not await scene.is_asked()

    await scene.passes(8 * HOUR)
    assert await scene.is_asked()


async def test_a_foreign_tap_in_a_group_answers_nothing(scene: Scene) -> None:
    """The button of an invitation that somebody posts in a group is nobody's there."""
    await scene.arrives()
    await scene.passes(48 * HOUR)
    await scene.anna.looks()
    _, data = scene.anna.data_of("5 😀")
    tom = await scene.town.stranger("de", name="Tom")
    group = scene.town.web.room.add_group("Runde", [scene.anna.id, tom.id])
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}
    sent = await scene.town.web.call("sendMessage", chat_id=group.id, text="?", reply_markup=markup)

    body = {"user_id": tom.id, "message_id": sent["result"]["message_id"], "callback_data": data}
    await scene.town.web.ask("POST", f"/api/chats/{group.id}/taps", body)
    await scene.town.settle()

    assert (await scene.plan()).status == "invited"
