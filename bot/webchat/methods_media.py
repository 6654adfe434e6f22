"""Bot API methods for pictures and other files: send, albums, captions, exchange, download."""

from __future__ import annotations

import secrets
from typing import Any

from .calls import Call, Method
from .errors import bad_request
from .files import Kind
from .markup import inline_keyboard, read_markup
from .media import find_file, media_content
from .methods_messages import change, content_of, message_to_edit, with_markup
from .texts import message_caption

Json = dict[str, Any]

CAPTIONED = ("photo", "document", "voice", "audio", "video", "animation")
DOWNLOAD_BYTES = 20 * 1024 * 1024


async def send_photo(call: Call) -> Json:
    return await _send(call, "photo")


async def send_document(call: Call) -> Json:
    return await _send(call, "document")


async def send_voice(call: Call) -> Json:
    return await _send(call, "voice")


async def send_audio(call: Call) -> Json:
    return await _send(call, "audio")


async def send_video(call: Call) -> Json:
    return await _send(call, "video")


async def send_animation(call: Call) -> Json:
    return await _send(call, "animation")


async def send_video_note(call: Call) -> Json:
    return await _send(call, "video_note")


async def send_media_group(call: Call) -> list[Json]:
    items = call.args["media"]
    if len(items) < 2:
        raise bad_request("too few messages to send as an album")
    if len(items) > 10:
        raise bad_request("too many messages to send as an album")
    if len(kinds := {item["type"] for item in items}) > 1 and kinds != {"photo", "video"}:
        raise bad_request("document can't be mixed with other media types")
    contents = [await _input_media(call, item) for item in items]
    chat = call.writable_chat()
    album = {"media_group_id": str(secrets.randbelow(10**17))} | call.options()
    reply = call.reply(chat)
    return [call.post(chat, reply | album | content) for content in contents]


async def edit_message_caption(call: Call) -> Json:
    caption = message_caption(call.args, call.find_user)
    inline = inline_keyboard(call.args.get("reply_markup"))
    chat, old = message_to_edit(call)
    media = _media_of(old)
    if not media:
        raise bad_request("there is no caption in the message to edit")
    return change(call, chat, old, with_markup(media | caption | _look(call.args), inline))


async def edit_message_media(call: Call) -> Json:
    inline = inline_keyboard(call.args.get("reply_markup"))
    content = await _input_media(call, call.args["media"])
    chat, old = message_to_edit(call)
    if "media_group_id" in old and not _media_of(old).keys() & content.keys():
        raise bad_request("message can't be edited")
    return change(call, chat, old, with_markup(content, inline))


async def get_file(call: Call) -> Json:
    file = call.room.files.find(call.args["file_id"])
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.data) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return file.as_file()


METHODS: dict[str, Method] = {
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendVoice": send_voice,
    "sendAudio": send_audio,
    "sendVideo": send_video,
    "sendAnimation": send_animation,
    "sendVideoNote": send_video_note,
    "sendMediaGroup": send_media_group,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "getFile": get_file,
}


async def _send(call: Call, kind: Kind) -> Json:
    caption = message_caption(call.args, call.find_user)
    inline, keyboard = read_markup(call.args.get("reply_markup"))
    file = await find_file(call, kind, call.args.get(kind, ""), field=kind)
    chat = call.writable_chat()
    content = call.reply(chat) | media_content(file) | caption | _look(call.args) | call.options()
    return call.post(chat, with_markup(content, inline), keyboard=keyboard)


async def _input_media(call: Call, item: Json) -> Json:
    """An InputMediaPhoto, InputMediaVideo or InputMediaDocument as message content."""
    caption = message_caption(item, call.find_user)
    kind: Kind = item["type"]
    file = await find_file(call, kind, item["media"], field="")
    return media_content(file) | caption | _look(item)


def _look(args: Json) -> Json:
    shown = {"show_caption_above_media": "show_caption_above_media", "has_spoiler": "has_media_spoiler"}
    return {field: True for name, field in shown.items() if args.get(name)}


def _media_of(message: Json) -> Json:
    content = content_of(message)
    return {name: content[name] for name in (*CAPTIONED, "has_media_spoiler") if name in content}
