/** The left pane: who we are, and our chats. */

import { api } from "./api.js";
import { draftOf } from "./drafts.js";
import { el, iconButton, spoken } from "./dom.js";
import { avatar, faceOf, isMine, senderOf, titleOf } from "./people.js";
import { openPopup } from "./popup.js";
import { summaryOf } from "./quotes.js";
import { reconcile } from "./reconcile.js";
import { on, openChat, state } from "./store.js";
import { LANGUAGE_NAMES, t } from "./strings.js";
import { listTime } from "./times.js";

const MOST_SEATS = 10;

let list;

/** The pane; the list redraws itself when a chat changes. */
export function createChatList() {
  list = el("ul", { class: "chats", onkeydown: onKey });
  for (const what of ["chats", "open", "typing"]) on(what, draw);
  return el("nav", { class: "sidebar", "aria-label": t("chats") }, header(), list);
}

/** Puts the keyboard on the open chat's line, or the first. */
export function focusChatList() {
  (list.querySelector("[aria-current=true]") ?? list.querySelector("button"))?.focus();
}

export function totalUnread() {
  return [...state.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
}

function header() {
  const { seat } = state;
  const language = LANGUAGE_NAMES[seat.language_code] ?? seat.language_code ?? "";
  return el(
    "header",
    { class: "pane-header" },
    avatar({ id: seat.id, photo: seat.photo, name: seat.first_name }),
    el(
      "div",
      { class: "names" },
      el("p", { class: "title", dir: "auto" }, seat.first_name),
      el("p", { class: "subtitle" }, seat.about || language),
    ),
    iconButton("people", t("switch_seat"), (event) => openSeatMenu(event.currentTarget), { "aria-haspopup": "menu" }),
  );
}

async function openSeatMenu(at) {
  const users = await api.users().catch(() => []);
  const others = users.filter((user) => user.id !== state.seat.id).slice(0, MOST_SEATS);
  openPopup(
    t("switch_seat"),
    [
      ...others.map((user) => ({
        label: user.first_name,
        drawing: "forward",
        act: () => location.assign(`/?${new URLSearchParams({ user_id: user.id })}`),
      })),
      { label: t("all_seats"), drawing: "people", act: () => location.assign("/") },
      { label: t("other_tab"), drawing: "outside", act: () => window.open("/", "_blank", "noopener") },
    ],
    at,
  );
}

function draw() {
  const newestFirst = [...state.chats.values()].sort(
    (a, b) => (b.last_message?.date ?? 0) - (a.last_message?.date ?? 0),
  );
  const items = newestFirst.map((chat) => ({
    key: `chat${chat.id}`,
    chat,
    isOpen: chat.id === state.open,
    typing: state.typing.get(chat.id),
    draft: draftFor(chat),
  }));
  reconcile(list, items, { isSame: sameLine, make: line });
}

function sameLine(a, b) {
  return a.chat === b.chat && a.isOpen === b.isOpen && a.typing === b.typing && a.draft === b.draft;
}

function draftFor(chat) {
  return chat.id === state.open ? "" : draftOf(chat.id).trim();
}

function line({ chat, isOpen, typing, draft }) {
  const last = chat.last_message;
  const top = el(
    "span",
    { class: "line" },
    el("span", { class: "title", dir: "auto" }, titleOf(chat)),
    last ? el("time", null, listTime(last.date)) : null,
  );
  const badge = chat.unread
    ? el(
        "span",
        { class: "badge" },
        el("span", { "aria-hidden": "true" }, chat.unread),
        spoken(t("unread", { n: chat.unread })),
      )
    : null;
  const bottom = el("span", { class: "line" }, el("span", { class: "preview" }, preview(chat, typing, draft)), badge);
  const attributes = {
    type: "button",
    class: "chat-line",
    "aria-current": isOpen ? "true" : null,
    onclick: () => openChat(chat.id),
  };
  return el("li", null, el("button", attributes, avatar(faceOf(chat)), el("span", { class: "lines" }, top, bottom)));
}

function preview(chat, typing, draft) {
  const last = chat.last_message;
  if (typing) return el("span", { class: "active" }, t("typing"));
  if (draft) return [el("span", { class: "draft" }, t("draft")), ` ${draft}`];
  if (!last) return t("empty_chat");
  if (isMine(last)) return t("you_said", { text: summaryOf(last) });
  return chat.type !== "supergroup" ? summaryOf(last) : `${senderOf(last)}: ${summaryOf(last)}`;
}

function onKey(event) {
  const lines = [...list.querySelectorAll("button")];
  const at = lines.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  lines[to]?.focus();
}
