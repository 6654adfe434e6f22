"""The server stays on its machine: foreign names, foreign pages and public addresses are refused; files are served."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from bot.webchat.server import is_loopback, serve
from bot.webchat.state import Chatroom
from tests.support.webchat import TOKEN, WebChat

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what these tests are about


async def status(chat: WebChat, path: str, method: str = "GET", **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with chat.http.request(method, chat.url + path, headers=named) as response:
        return response.status


async def test_only_our_own_names_are_answered(chat: WebChat) -> None:
    port = chat.server.port
    for path in ("/api/users", f"/bot{TOKEN}/getMe", "/"):
        assert await status(chat, path, Host=f"localhost:{port}") == 200
        assert await status(chat, path, Host=f"[::1]:{port}") == 200
        for foreign in (f"evil.example.org:{port}", "localhost", "127.0.0.1:1", f"127.0.0.1.example.org:{port}", ""):
            assert await status(chat, path, Host=foreign) == 403, foreign


async def test_a_foreign_page_cannot_change_anything(chat: WebChat) -> None:
    port = chat.server.port
    for path in ("/api/users", f"/bot{TOKEN}/getMe"):
        for origin in ("https://evil.example.org", "null", f"http://evil.example.org:{port}", "http://127.0.0.1:1"):
            assert await status(chat, path, "POST", Origin=origin) == 403, origin
        assert await status(chat, path, "POST", Origin=chat.url) != 403
        assert await status(chat, path, "POST") != 403


async def test_another_sites_picture_tag_cannot_call_the_bot_api_but_its_link_opens_the_page(chat: WebChat) -> None:
    assert await status(chat, f"/bot{TOKEN}/getMe", Sec_Fetch_Site="cross-site") == 403
    assert await status(chat, "/api/users", Sec_Fetch_Site="same-site") == 403
    assert await status(chat, "/api/users", Sec_Fetch_Site="same-origin") == 200
    assert await status(chat, "/?start=x", Sec_Fetch_Site="cross-site") == 200


async def test_a_public_address_is_refused_unless_it_is_wanted() -> None:
    for host in (EVERYWHERE, "::", "192.0.2.1", "shop.example.org"):
        assert not is_loopback(host)
        with pytest.raises(ValueError, match="whoever reaches it can be any user"):
            await serve(Chatroom(), host=host)
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.0.0.2", "::1", "localhost"))
    server = await serve(Chatroom(), host=EVERYWHERE, unsafe_public=True, allowed_hosts=["chat.example.org"])
    async with aiohttp.ClientSession() as http:
        for host, expected in (("chat.example.org", 200), ("evil.example.org", 403)):
            async with http.get(f"{server.url}/api/users", headers={"Host": host}) as response:
                assert response.status == expected
    await server.stop()


async def test_a_taken_port_is_an_os_error(chat: WebChat) -> None:
    with pytest.raises(OSError, match="address already in use"):
        await serve(Chatroom(), port=chat.server.port)


async def test_the_page_is_served_with_types_tags_and_a_strict_policy(tmp_path: Path) -> None:
    page = tmp_path / "page"
    (page / "css").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (page / "index.html").write_text("<!doctype html>")
    (page / "app.js").write_text("export {}")
    (page / "css" / "a.css").write_text("a{}")
    (page / "icon.svg").write_text("<svg/>")
    server = await serve(Chatroom(), page=page)
    types = {
        "/": "text/html",
        "/static/app.js": "text/javascript",
        "/static/css/a.css": "text/css",
        "/static/icon.svg": "image/svg+xml",
    }
    async with aiohttp.ClientSession() as http:
        for path, kind in types.items():
            async with http.get(server.url + path) as response:
                assert (response.status, response.content_type) == (200, kind)
                assert response.headers["Content-Security-Policy"].startswith("default-src 'self'; img-src 'self'")
                assert response.headers["Cache-Control"] == "no-cache"
                tag = response.headers["ETag"]
            async with http.get(server.url + path, headers={"If-None-Match": tag}) as response:
                assert response.status == 304
        for path in ("/static/../secret.txt", "/static/%2e%2e/secret.txt", "/static/nothing.js", "/static/css"):
            async with http.get(server.url + path) as response:
                assert response.status == 404, path
    await server.stop()


async def test_files_of_the_bot_api_need_the_token(chat: WebChat) -> None:
    assert await status(chat, "/file/bot77:wrong/photos/x.png") == 401
    assert await status(chat, f"/file/bot{TOKEN}/photos/x.png") == 404


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/chats/1/messages", {"user_id": "--5", "text": "hi"}),
        ("/api/chats/1/messages", {"user_id": 10**30, "text": "hi"}),
        ("/api/users", {"first_name": "\ud83d"}),
        ("/api/users", {"first_name": "a\0"}),
        ("/api/users", {"first_name": "Demo", "language_code": "x" * 1_000}),
        ("/api/users", {"first_name": "Demo", "username": "<script>"}),
        ("/api/faults", {"method": "sendMessage", "delay": 1, "chat_id": {"a": 1}}),
        ("/api/faults", {"method": "sendMessage", "error_code": 500, "times": 10**12}),
        ("/api/faults", {"method": "sendMessage", "error_code": 500, "description": 5}),
    ],
)
async def test_odd_values_are_refused_in_a_sentence_and_leave_nothing_behind(
    chat: WebChat, path: str, body: dict[str, object]
) -> None:
    async with chat.http.post(chat.url + path, json=body) as response:
        assert response.status == 400, await response.text()
        assert (await response.json())["error"]
    async with chat.http.get(chat.url + "/api/faults") as response:
        assert await response.json() == []


@pytest.mark.parametrize("body", [b"[" * 200_000, b'{"text": "\\ud83d"}', b"{"])
async def test_a_body_that_no_one_can_read_is_refused(chat: WebChat, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    for path in ("/api/users", f"/bot{TOKEN}/sendMessage"):
        async with chat.http.post(chat.url + path, data=body, headers=headers) as response:
            assert response.status == 400, path


@pytest.mark.parametrize("name", ["%00", "a" * 5_000, "..%2f..%2fserver.py"])
async def test_a_file_name_that_no_file_system_takes_is_not_found(chat: WebChat, name: str) -> None:
    assert await status(chat, f"/static/{name}") == 404


@pytest.mark.parametrize(
    "params",
    [
        {"chat_id": "--1001", "text": "hi"},
        {"chat_id": "9" * 5_000, "text": "hi"},
        {"chat_id": "1", "text": "hi", "reply_markup": "[" * 100_000},
        {"chat_id": "1", "parse_mode": "HTML", "text": f'<tg-emoji emoji-id="{"9" * 5_000}">x</tg-emoji>'},
        {"chat_id": "1", "parse_mode": "HTML", "text": f'<a href="tg://user?id={"9" * 5_000}">x</a>'},
    ],
)
async def test_odd_values_of_a_bot_are_refused_as_telegram_refuses(chat: WebChat, params: dict[str, str]) -> None:
    async with chat.http.post(f"{chat.url}/bot{TOKEN}/sendMessage", data=params) as response:
        assert response.status in {400, 403}, await response.text()
        assert (await response.json())["description"]
