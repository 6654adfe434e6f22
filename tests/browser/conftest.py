"""A real Chromium for the page, one for all tests of a run, and a scene of its own for each test."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from tests.browser.scene import Scene, open_scene

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = _chromium()
    expect.set_options(timeout=10_000)  # a busy machine is slow, not wrong
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def scene(browser: Browser) -> AsyncIterator[Scene]:
    """A chat server, a bot at the reader's command, and a browser; a script error in any page fails the test."""
    async with open_scene(browser) as scene:
        yield scene
        assert scene.complaints == [], "the page complained in its console"


def _chromium() -> str:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return str(Path(found))
    reason = f"no Chromium on this machine (looked for {', '.join(NAMES)})"
    if os.environ.get("BOTE_TEST_REQUIRE_SERVICES") == "1":
        pytest.fail(f"{reason}, and this run requires the services")
    pytest.skip(reason)
