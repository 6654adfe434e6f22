"""What the demo's customers do in their chats by themselves: some agree to surveys, and one answers unhappily.

They tap the buttons that everybody taps, on the messages of the bot, so that consents and cases come about as in a
real shop.
"""

import asyncio

import structlog

from bot.customers.consents import diary
from bot.demo.content import list_seats
from bot.demo.facts import Reply, Seat
from bot.i18n import plain
from bot.surveys.models import Answer, SurveyPlan
from bot.webchat.errors import ClientError
from bot.webchat.people import tap, write
from bot.webchat.state import Chat, Chatroom

# For a minute: a machine that is busy starting everything answers late.
LOOK_EVERY_S = 0.05
LOOKS = 1_200

# No such button came, or whoever sits in that seat was faster.
NOT_DONE = (TimeoutError, ClientError)

log = structlog.get_logger(__name__)


async def agree_to_surveys(room: Chatroom) -> None:
    """Who agrees, by the settings and the two taps; nobody does it twice, or after having said no."""
    for seat in list_seats():
        if not seat.agrees or await diary(seat.id):
            continue
        try:
            await _agree(room, seat)
        except NOT_DONE:
            log.warning("demo consent not given", seat=seat.id)


async def answer_surveys(room: Chatroom) -> None:
    """Who answers by themselves does so, once asked: the score, a reason, and words."""
    for seat in list_seats():
        if seat.reply and await _is_asked(seat, seat.reply):
            try:
                await _answer(room, seat, seat.reply)
            except NOT_DONE:
                log.warning("demo survey not answered", seat=seat.id)


async def _agree(room: Chatroom, seat: Seat) -> None:
    name = plain(seat.language, "consent-name-survey")
    await _find_button(_chat(room, seat), plain(seat.language, "menu-help-button"))  # the home screen is there
    _says(room, seat, "/settings")
    await _taps(room, seat, plain(seat.language, "consent-diary-button"))
    await _taps(room, seat, plain(seat.language, "consent-switch-on-button", name=name))
    await _taps(room, seat, plain(seat.language, "consent-confirm-button"))
    _says(room, seat, "/start")


async def _is_asked(seat: Seat, reply: Reply) -> bool:
    """Whether an invitation has come; the person in that seat may have answered it before."""
    asked = SurveyPlan.filter(chat_id=seat.id, survey=reply.survey, status="invited")
    return await asked.exclude(delivered_at=None).exists()


async def _answer(room: Chatroom, seat: Seat, reply: Reply) -> None:
    await _taps(room, seat, plain(seat.language, f"survey-face-{reply.score}-button"))
    await _taps(room, seat, plain(seat.language, f"survey-reason-{reply.reason}-button"))
    _says(room, seat, reply.words)
    await _is_kept(seat, reply)


def _says(room: Chatroom, seat: Seat, words: str) -> None:
    write(room, _chat(room, seat), room.persons[seat.id], words)


async def _is_kept(seat: Seat, reply: Reply) -> None:
    """Return when the words are with the answer: they belong to the tap of a moment ago, so no hour may pass before."""
    for _ in range(LOOKS):
        if await Answer.filter(chat_id=seat.id, definition=reply.survey, comment__not_isnull=True).exists():
            return
        await asyncio.sleep(LOOK_EVERY_S)
    raise TimeoutError


async def _taps(room: Chatroom, seat: Seat, label: str) -> None:
    chat = _chat(room, seat)
    await tap(room, chat, room.persons[seat.id], *await _find_button(chat, label))


async def _find_button(chat: Chat, label: str) -> tuple[int, str]:
    """The newest button that says this, as soon as there is one; TimeoutError when none comes."""
    for _ in range(LOOKS):
        if button := _newest(chat, label):
            return button
        await asyncio.sleep(LOOK_EVERY_S)
    raise TimeoutError


def _newest(chat: Chat, label: str) -> tuple[int, str] | None:
    """Message and data of the button."""
    for message in reversed(chat.messages.values()):
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if button["text"] == label and "callback_data" in button:
                    return message["message_id"], button["callback_data"]
    return None


def _chat(room: Chatroom, seat: Seat) -> Chat:
    return room.private_chat(room.first_bot(), room.persons[seat.id])
