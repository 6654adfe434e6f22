"""What a campaign becomes while it is composed: who may approve it, copies, taken back, thrown away, in time or not."""

import pytest

from bot.broadcasts.campaigns import approve, edit, get_campaign
from bot.broadcasts.cards import ask_approval
from bot.broadcasts.rules import OwnApprovalError
from bot.config import Settings
from bot.outbox.models import Push
from bot.staff.models import StaffMember
from tests.support.offers import APPROVER, MARKETER, a_campaign
from tests.support.postman import NOON

pytestmark = pytest.mark.usefixtures("database")
THIRD = 93


async def test_whoever_has_changed_it_cannot_approve_it_whatever_was_changed_since(settings: Settings) -> None:
    for person in (MARKETER, APPROVER, THIRD):
        await StaffMember.create(id=person, role="marketer", granted_at=NOON)
    campaign_id = await a_campaign()
    seen = await get_campaign(campaign_id)
    seen = await edit(campaign_id, version=seen.version, by=APPROVER, now=NOON, texts={"de": "Ganz anders"})
    seen = await edit(campaign_id, version=seen.version, by=MARKETER, now=NOON, silent=True)

    for person in (MARKETER, APPROVER):
        with pytest.raises(OwnApprovalError):
            await approve(campaign_id, version=seen.version, by=person, now=NOON)
    assert await ask_approval(campaign_id, by=MARKETER, settings=settings, now=NOON) == 1
    assert [push.chat_id for push in await Push.filter(purpose="staff")] == [THIRD]
    await approve(campaign_id, version=seen.version, by=THIRD, now=NOON)
    assert (await get_campaign(campaign_id)).is_approved
