"""Who sits in the demo's web chat: the customers, somebody of the shop's staff, and the bot."""

from bot.clock import Clock
from bot.demo.content import list_seats
from bot.demo.pages import PREFIX
from bot.webchat.people import write
from bot.webchat.state import Chatroom, Person

# The web chat runs on this machine only, so that its token is no secret.
TOKEN = "7000001:demo-demo-demo-demo-demo-demo-demo-demo"  # noqa: S105
SHOP_NAME = "Bote Demo-Laden"
BOT_USERNAME = "bote_demo_bot"
STAFF_ID = 790
STAFF_NAME = "Mia Demo-Team"
STAFF_ABOUT = "Demo-Laden · antwortet in der Gruppe des Teams"
GROUP = "Demo-Team"
# The id of the first group of a room: known before there is one, since the settings name it.
GROUP_ID = -1_000_000_001_001


def furnish_room(clock: Clock) -> Chatroom:
    """The room with everybody in their seats; its messages carry the shop's time, so that days pass in the chat."""
    room = Chatroom(wall=lambda: clock.now().timestamp())
    bot = room.add_bot(TOKEN, BOT_USERNAME, SHOP_NAME, photo=f"{PREFIX}/logo.svg")
    for seat in list_seats():
        room.add_user(seat.first_name, id=seat.id, language_code=seat.language, about=seat.about)
    room.add_user(STAFF_NAME, id=STAFF_ID, language_code="de", about=STAFF_ABOUT)
    group = room.add_group(GROUP, [STAFF_ID], bot=bot, bot_is_admin=True)
    if group.id != GROUP_ID:
        raise ValueError(f"the staff's group is {group.id}, and the settings say {GROUP_ID}")
    return room


def knock(room: Chatroom) -> None:
    """Every customer opens the chat, so that the visitor finds the home screen there."""
    for seat in list_seats():
        person: Person = room.persons[seat.id]
        write(room, room.private_chat(room.first_bot(), person), person, "/start")
