/** The pane of one chat: who it is with, what was said, what to say. */

import { askAndBlock, setBlocked } from "./blocking.js";
import { commandsOpen } from "./commands.js";
import { createComposer, focusComposer, showComposer } from "./composer.js";
import { el, icon, iconButton, isTouch } from "./dom.js";
import { createLog, showLog } from "./log.js";
import { avatar, faceOf, titleOf } from "./people.js";
import { createPinned } from "./pinned.js";
import { openPopup } from "./popup.js";
import { on, state } from "./store.js";
import { t } from "./strings.js";

const LOST_FOR = 1200;

let pane;
let header;
let banner;
let lostTimer = null;

/** The pane; `leave` goes back to the list. */
export function createConversation(leave) {
  header = el("header", { class: "pane-header" });
  banner = el("div", { class: "banner", role: "status", hidden: true });
  const nothing = el("div", { class: "no-chat" }, icon("courier"), el("p", null, t("no_chat")));
  const chat = el("div", { class: "chat" }, header, createPinned(), banner, createLog(), createComposer());
  pane = el("section", { class: "conversation", "aria-label": t("messages"), "data-empty": true }, nothing, chat);
  pane.addEventListener("keydown", (event) => onEscape(event, leave));
  on("open", () => showChat(leave));
  on("chats", () => drawHeader(leave));
  on("typing", (chatId) => chatId === state.open && drawHeader(leave));
  on("line", showLine);
  showLine(state.isUp);
  return pane;
}

function showChat(leave) {
  pane.toggleAttribute("data-empty", state.open === null);
  if (state.open === null) return;
  header.replaceChildren();
  drawHeader(leave);
  showComposer();
  showLog();
  if (!isTouch()) focusComposer();
}

function drawHeader(leave) {
  const chat = state.chats.get(state.open);
  if (!chat) return;
  pane.setAttribute("aria-label", titleOf(chat));
  if (!header.childElementCount) header.append(...headerParts(chat, leave));
  header.querySelector(".title").textContent = titleOf(chat);
  const subtitle = header.querySelector(".subtitle");
  subtitle.textContent = subtitleOf(chat);
  subtitle.classList.toggle("active", state.typing.has(chat.id));
}

function headerParts(chat, leave) {
  return [
    iconButton("back", t("back"), leave, { class: "icon-button back" }),
    avatar(faceOf(chat)),
    el("div", { class: "names" }, el("h2", { class: "title", dir: "auto" }), el("p", { class: "subtitle" })),
    chat.type === "private"
      ? iconButton("dots", t("chat_menu"), (event) => openChatMenu(event.currentTarget), { "aria-haspopup": "menu" })
      : null,
  ].filter(Boolean);
}

function subtitleOf(chat) {
  const typing = state.typing.get(chat.id);
  if (typing) return t({ upload_photo: "sends_photo", upload_document: "sends_file" }[typing.action] ?? "typing");
  if (chat.blocked) return t("blocked");
  if (chat.type === "channel") return `${t("channel")} · ${t("subscribers", { n: chat.subscribers })}`;
  return t(chat.type === "private" ? "bot" : "group");
}

function openChatMenu(at) {
  const chat = state.chats.get(state.open);
  const entry = chat.blocked
    ? { label: t("unblock"), drawing: "check", act: () => setBlocked(chat.id, false) }
    : { label: t("block"), drawing: "block", isDangerous: true, act: () => askAndBlock(chat.id) };
  openPopup(t("chat_menu"), [entry], at);
}

function onEscape(event, leave) {
  if (event.key !== "Escape" || event.defaultPrevented || commandsOpen() || document.querySelector("dialog[open]"))
    return;
  leave();
}

// A short hiccup is nobody's business: the banner waits a moment before it complains.
function showLine(isUp) {
  clearTimeout(lostTimer);
  if (!isUp) lostTimer = setTimeout(() => tellLine("lost", t("offline")), LOST_FOR);
  else if (!banner.hidden) {
    tellLine("found", t("back_online"));
    lostTimer = setTimeout(() => (banner.hidden = true), 2500);
  }
}

function tellLine(look, text) {
  banner.className = `banner ${look}`;
  banner.hidden = false;
  banner.textContent = text;
}
