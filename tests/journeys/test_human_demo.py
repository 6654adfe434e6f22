"""The demo's second seat answers the first: a visitor asks for a human and plays the staff, too."""

from pathlib import Path

import pytest

from bot.demo.content import find_team
from bot.demo.room import GROUP_ID
from bot.i18n import plain
from tests.journeys.test_demo_journey import ANNA, MIA, OLIVER, demo
from tests.support.webchat import eventually

pytestmark = pytest.mark.sqlite


async def test_the_staff_seat_speaks_the_language_that_is_set(environment: dict[str, str], tmp_path: Path) -> None:
    async with demo(environment | {"BOTE_DEFAULT_LOCALE": "fr"}, tmp_path) as running:
        oliver, mia = running.visitor(OLIVER), running.visitor(MIA)
        home = await oliver.waits_for("Bote Demo-Laden")
        await oliver.taps(plain("en", "case-human-button"), message_id=home["message_id"])

        async def card() -> bool:
            cause = plain("fr", "case-cause-human")
            return any(cause in message.get("text", "") for message in await mia.reads(chat_id=GROUP_ID))

        assert await eventually(card)
        assert [chat["title"] for chat in await mia.chats() if chat["id"] == GROUP_ID] == [find_team("fr").group]
        [greeting] = [m for m in await mia.reads(chat_id=GROUP_ID) if m.get("text") == find_team("fr").greeting]
        assert greeting["from"]["language_code"] == "fr"


async def test_the_staff_seat_answers_a_customer(environment: dict[str, str], tmp_path: Path) -> None:
    async with demo(environment, tmp_path) as running:
        anna, mia = running.visitor(ANNA), running.visitor(MIA)
        home = await anna.waits_for("Bote Demo-Laden")
        asked = await anna.taps(plain("de", "case-human-button"), message_id=home["message_id"])
        assert asked is not None
        await anna.waits_for("antwortet Ihnen hier")

        async def card() -> dict[str, object] | None:
            messages = await mia.reads(chat_id=GROUP_ID)
            return next((message for message in messages if "Anna" in message.get("text", "")), None)

        found = await eventually(card)
        assert found is not None
        await mia.says("Guten Tag, hier ist Mia.", reply_to=int(str(found["message_id"])), chat_id=GROUP_ID)
        await anna.waits_for("hier ist Mia")

        async def marked() -> bool:
            return any("✓" in message.get("text", "") for message in await mia.reads(chat_id=GROUP_ID))

        assert await eventually(marked)
