"""The shop's clock on the page: it runs, stands still and takes steps, on a phone and a desktop, in four languages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser.scene import DESKTOP, PHONE, Scene, Size, open_scene

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Json = dict[str, Any]

OPENED = datetime.fromisoformat("2026-11-20T12:00:00+00:00")
LOCALES = ["de", "en", "fr", "lb"]
WORDS = {
    "de": ("Uhr des Shops", "Zeit laufen lassen", "Zeit anhalten", "+6 Std.", "+1 Tag"),
    "en": ("The shop\u2019s clock", "Let the time run", "Stop the time", "+6 h", "+1 day"),
    "fr": ("Horloge de la boutique", "Laisser filer le temps", "Arrêter le temps", "+6 h", "+1 jour"),
    "lb": ("Auer vum Shop", "Zäit lafe loossen", "Zäit unhalen", "+6 St.", "+1 Dag"),
}


class ToyClock:
    """A stage with a parcel for Ben and one for Anna, and a seat for the team."""

    def __init__(self, *, ben: int = 0, anna: int = 0, team: int = 0) -> None:
        self.asked: list[Json] = []
        self.now = OPENED
        self.running = False
        bens: Json = {"at": "2026-11-21T09:00:00Z", "what": "Paket 1003 kommt an"}
        annas: Json = {"at": "2026-11-22T09:00:00Z", "what": "Paket 1001", "texts": {each: each for each in LOCALES}}
        self.coming = {str(ben): bens, str(anna): annas}
        self.team = {"user_id": team, "chat_id": team, "what": "The team", "texts": dict.fromkeys(LOCALES, "Mia")}

    async def clock(self) -> Json:
        return {
            "now": self.now.isoformat(),
            "timezone": "Europe/Berlin",
            "next": next(iter(self.coming.values()), None),
            "next_of": self.coming,
            "running": self.running,
            "speed": 4320,
            "team": self.team,
        }

    async def advance(self, request: Json) -> Json:
        self.asked.append(request)
        self.running = request.get("running", self.running)
        self.now += timedelta(seconds=request.get("advance_seconds", 0))
        if request.get("advance") == "next":
            self.now = datetime.fromisoformat(self.coming.pop(str(request["user_id"]))["at"])
        if request.get("advance_seconds") == 86_400 and self.now.day == 22:
            raise ValueError("The bot did not take it.")
        return await self.clock()


@pytest_asyncio.fixture(loop_scope="session")
async def clock() -> ToyClock:
    return ToyClock(anna=1001, ben=1002, team=1003)


@pytest_asyncio.fixture(loop_scope="session")
async def town(browser: Browser, clock: ToyClock) -> AsyncIterator[Scene]:
    async with open_scene(browser, stage=clock) as scene:
        for name in ("Anna", "Ben", "Mia"):
            scene.person(name, "de")
        yield scene
        assert scene.complaints == [], "the page complained in its console"


async def sits(scene: Scene, user_id: int, **more: Any) -> Page:
    return await scene.opens(f"/?user_id={user_id}", **more)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_it_runs_stands_still_and_takes_steps(town: Scene, clock: ToyClock, locale: str, size: Size) -> None:
    name, play, pause, hours, day = WORDS[locale]
    page = await sits(town, town.person("Visitor", locale), size=size, touch=size is PHONE)
    panel = page.get_by_role("region", name=name)
    await panel.get_by_role("button", name=play).click()
    await expect(panel.get_by_role("button", name=pause)).to_be_visible()
    before = await panel.locator(".clock-time").inner_text()
    await expect(panel.locator(".clock-time")).not_to_have_text(before)
    await panel.get_by_role("button", name=pause).click()
    await expect(panel.get_by_role("button", name=play)).to_be_visible()
    if size is PHONE:
        await panel.get_by_role("button", name=name).click()
    await panel.get_by_role("button", name=hours).click()
    await panel.get_by_role("button", name=day).click()
    await expect(panel.locator("[aria-busy=false]")).to_be_visible()
    assert clock.asked == [
        *({"running": True}, {"running": False}),
        *({"advance_seconds": 6 * 3600}, {"advance_seconds": 24 * 3600}),
    ]
    assert clock.now == OPENED + timedelta(hours=30)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_what_the_world_tells_by_itself_is_shown(town: Scene, clock: ToyClock) -> None:
    page = await sits(town, 1001)
    panel = page.get_by_role("region", name="Uhr des Shops")
    await expect(panel).to_contain_text("Fr., 20. Nov., 13:00")
    clock.running, clock.now = True, clock.now + timedelta(hours=20)
    town.room.announce_clock(await clock.clock())
    await expect(panel.get_by_role("button", name="Zeit anhalten")).to_be_visible()
    await expect(panel).to_contain_text("Sa., 21. Nov., 09:")


async def test_next_is_what_happens_to_whoever_sits_there(town: Scene, clock: ToyClock) -> None:
    page = await sits(town, 1002)
    panel = page.get_by_role("region", name="Uhr des Shops")
    await expect(panel).to_contain_text("Sa., 21. Nov., 10:00 · Paket 1003 kommt an")
    await panel.get_by_role("button", name="Weiter zum nächsten").click()
    assert clock.asked == [{"advance": "next", "user_id": 1002}]
    await expect(panel.locator(".clock-time")).to_have_text("Sa., 21. Nov., 10:00")
    await expect(panel.locator(".clock-next")).to_have_text("Als Nächstes: So., 22. Nov., 10:00 · de")
    clock.coming.clear()
    town.room.announce_clock(await clock.clock())
    await expect(panel).to_contain_text("Es steht nichts an.")


async def test_a_step_that_fails_says_why_and_the_buttons_work_again(town: Scene, clock: ToyClock) -> None:
    town.forgiven = ("400",)
    page = await sits(town, 1001)
    clock.now += timedelta(days=1)
    step = page.get_by_role("button", name="+1 Tag")
    await step.click()
    await expect(page.get_by_role("status")).to_contain_text("The bot did not take it.")
    await expect(step).to_have_attribute("aria-disabled", "false")


async def test_the_teams_seat_is_one_click_away_in_a_tab_of_its_own(town: Scene) -> None:
    page = await sits(town, 1001)
    async with page.expect_popup() as popup:
        await page.get_by_role("link", name="Mia").click()
    theirs = await popup.value
    await expect(theirs.get_by_role("button", name="Person wechseln")).to_be_visible()
    await expect(theirs.locator(".sidebar .title").first).to_have_text("Mia")
    await expect(theirs.locator(".clock-team")).to_have_count(0)


async def test_everybody_else_is_in_the_menu_of_seats(town: Scene) -> None:
    page = await sits(town, 1001)
    await page.get_by_role("button", name="Person wechseln").click()
    names = await page.get_by_role("menuitem").all_inner_texts()
    assert names == ["Ben", "Mia", "Alle Personen", "Weitere Person in neuem Tab"]
    await page.get_by_role("menuitem", name="Mia").click()
    await expect(page.locator(".sidebar .title").first).to_have_text("Mia")


async def test_axe_finds_nothing_while_it_stands_runs_and_offers_seats(town: Scene, clock: ToyClock) -> None:
    page = await sits(town, 1001)
    assert await town.violations_in_every_light(page) == []
    await page.get_by_role("button", name="Zeit laufen lassen").click()
    await page.set_viewport_size(DESKTOP)
    await page.get_by_role("button", name="Person wechseln").click()
    await expect(page.get_by_role("menu")).to_be_visible()
    assert await town.violations_in_every_light(page) == []


async def test_it_can_be_started_without_a_mouse(town: Scene, clock: ToyClock) -> None:
    page = await sits(town, 1001)
    await page.get_by_role("button", name="Zeit laufen lassen").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Zeit anhalten")).to_be_focused()
    assert clock.running
