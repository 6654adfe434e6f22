"""Withdrawing a consent, with effect on what waits already: the only way for screens and rooms to withdraw one."""

from datetime import datetime

from bot.customers.consents import refuse, withdraw
from bot.customers.persons import chats_of_person
from bot.db import unit_of_work
from bot.outbox.purposes import ALL
from bot.outbox.queue import cancel_waiting
from bot.outbox.reasons import Why


@unit_of_work
async def revoke(chat_id: int, purpose: str, *, now: datetime, by: str = "settings") -> bool:
    """End a consent and take back every waiting push that needs it; False when none was in force.

    What is being sent in this very moment goes out; everything later is judged without the consent anyway.
    """
    was_active = await withdraw(chat_id, purpose, now=now, by=by)
    for needed in ALL:
        if needed.consent == purpose:
            await cancel_waiting(chat_id=chat_id, purpose=needed.name, why=Why.NO_CONSENT, now=now)
    return was_active


@unit_of_work
async def never_again(chat_id: int, purpose: str, *, now: datetime) -> bool:
    """The button "never ask again", and every unsubscribing: the consent ends, and nobody asks for another.

    Only the person can switch it on again, under settings. False when no consent was in force.
    """
    await refuse(chat_id, purpose, now=now)
    return await revoke(chat_id, purpose, now=now, by="never_again")


@unit_of_work
async def never_again_anywhere(chat_id: int, purpose: str, *, now: datetime) -> bool:
    """The same in every chat of the person: an objection to advertising is theirs, and not one chat's.

    False when no consent was in force in the chat itself.
    """
    others = [each for each in await chats_of_person(chat_id) if each != chat_id]
    for other in others:
        await never_again(other, purpose, now=now)
    return await never_again(chat_id, purpose, now=now)
