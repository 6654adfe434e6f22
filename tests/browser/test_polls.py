"""Polls in the page: chosen by a tap or several, shown with their figures, the same for everybody once closed."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.scene import PHONE, Scene

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

COLOURS = [{"text": "Rot"}, {"text": "Blau"}]


async def _poll(scene: Scene, chat_id: int, **params: object) -> int:
    given = {"chat_id": chat_id, "question": "Welche Farbe?", "options": COLOURS} | params
    return int((await scene.call("sendPoll", **given))["message_id"])


def _option(page: Page, text: str) -> Locator:
    return page.locator(".poll-option", has_text=text)


def _result(page: Page, text: str) -> Locator:
    return page.locator(".poll-result", has_text=text)


async def test_a_tap_votes_the_figures_follow_and_the_vote_can_be_taken_back(scene: Scene) -> None:
    anna, tom = scene.customer(), scene.customer("Tom Beispiel")
    channel = scene.room.add_channel("Bote-Laden", [anna, tom])
    message_id = await _poll(scene, channel.id)
    hers = await scene.opens(f"/?user_id={anna}&chat_id={channel.id}", size=PHONE)
    his = await scene.opens(f"/?user_id={tom}&chat_id={channel.id}", size=PHONE)
    await _option(hers, "Rot").click()
    await expect(_result(hers, "Rot")).to_contain_text("100 %")
    await expect(_option(his, "Rot")).to_be_visible()  # who has not voted sees no figures
    await _option(his, "Blau").click()
    await expect(_result(hers, "Rot")).to_contain_text("50 %")
    await hers.get_by_text("Retract vote").click()
    await expect(_option(hers, "Rot")).to_be_visible()
    await scene.call("stopPoll", chat_id=channel.id, message_id=message_id)
    await expect(_result(hers, "Blau")).to_contain_text("100 %")
    await expect(hers.locator(".poll-kind")).to_have_text("Poll closed")
    await expect(hers.locator(".poll-act")).to_have_count(0)


async def test_several_answers_are_ticked_and_sent_together(scene: Scene) -> None:
    anna = scene.customer()
    channel = scene.room.add_channel("Bote-Laden", [anna])
    await _poll(scene, channel.id, allows_multiple_answers=True)
    page = await scene.opens(f"/?user_id={anna}&chat_id={channel.id}")
    await expect(page.locator(".poll-act")).to_be_disabled()
    for colour in ("Rot", "Blau"):
        await _option(page, colour).click()
    await page.locator(".poll-act").click()
    for colour in ("Rot", "Blau"):
        await expect(_result(page, colour)).to_contain_text("100 %")
    await expect(page.locator(".poll-count")).to_have_text("1 vote")


async def test_a_poll_can_be_read_and_used_by_everybody(scene: Scene) -> None:
    anna = scene.customer()
    channel = scene.room.add_channel("Bote-Laden", [anna])
    await _poll(scene, channel.id, allows_multiple_answers=True, description="Bis 30.11.2026, 18:00")
    page = await scene.opens(f"/?user_id={anna}&chat_id={channel.id}", size=PHONE)
    await _option(page, "Rot").click()
    assert await scene.violations_in_every_light(page) == []
    await page.locator(".poll-act").click()
    await _result(page, "Rot").wait_for()
    assert await scene.violations_in_every_light(page) == []
