/** Opens the page: picks the seat, puts the panes together, ties them to the address and to the server. */

import { api } from "./api.js";
import { createChatList, focusChatList, totalUnread } from "./chat-list.js";
import { createClock } from "./clock.js";
import { createConversation } from "./conversation.js";
import { el, loadIcons } from "./dom.js";
import { listen } from "./live.js";
import { titleOf } from "./people.js";
import { createPicker } from "./picker.js";
import { loadChats, on, openChat, state } from "./store.js";
import { speak, t } from "./strings.js";

const app = document.getElementById("app");

open().catch(sorry);

async function open() {
  speak(navigator.language);
  await loadIcons();
  const wanted = new URLSearchParams(location.search);
  const users = await api.users();
  const seat = users.find((user) => String(user.id) === wanted.get("user_id"));
  if (!seat) return pick(users, wanted.has("user_id"));
  return sit(seat, wanted);
}

function pick(users, isGone) {
  document.title = `${t("pick_title")} · Bote`;
  app.replaceChildren(createPicker(users, isGone ? t("gone") : ""));
}

async function sit(seat, wanted) {
  state.seat = seat;
  speak(seat.language_code);
  const heading = el("h1", { class: "visually-hidden" }, "Bote");
  await listen();
  const clock = await createClock();
  app.replaceChildren(heading, createChatList(), ...(clock ? [clock] : []), createConversation(leave));
  app.classList.add("panes");
  on("open", onOpen);
  on("chats", showTitle);
  on("started", forgetStart);
  addEventListener("popstate", () => restore(new URLSearchParams(location.search)));
  await loadChats();
  restore(wanted);
}

// A deep link leads to the bot's chat, an address with a chat to that one; a single chat to talk in needs no choosing.
function restore(wanted) {
  const bots = [...state.chats.values()].filter((chat) => chat.type === "private");
  if (wanted.has("start") && bots.length) state.start = { payload: wanted.get("start"), chat: bots[0].id };
  const talks = [...state.chats.values()].filter((chat) => chat.type !== "channel");
  const chat = state.start?.chat ?? chosen(wanted) ?? (isWide() || talks.length === 1 ? firstChat() : null);
  const isList = wanted.get("view") === "list";
  openChat(isList && !isWide() ? null : chat);
}

function chosen(wanted) {
  return [...state.chats.keys()].find((id) => String(id) === wanted.get("chat_id")) ?? null;
}

function firstChat() {
  const when = (chat) =>
    chat.type === "channel" ? 0 : chat.last_message?.date ?? (chat.started ? 1 : 0); // one that waits for START comes last
  const newest = [...state.chats.values()].sort((a, b) => when(b) - when(a));
  return newest[0]?.id ?? null;
}

function onOpen() {
  app.dataset.view = state.open === null ? "list" : "chat";
  if (address() !== location.search) remember(address());
  showTitle();
}

// Only opening a chat from the list is a step one can go back.
function remember(to) {
  const isStep = state.open !== null && new URLSearchParams(location.search).get("view") === "list";
  if (isStep) history.pushState({ isStep }, "", to);
  else history.replaceState(history.state, "", to);
}

function address() {
  const next = new URLSearchParams(location.search);
  for (const name of ["view", "chat_id"]) next.delete(name);
  next.set(...(state.open === null ? ["view", "list"] : ["chat_id", state.open]));
  return `?${next}`;
}

// On the phone the list takes the place of the chat; on a desktop both are there and only the keyboard moves.
function leave() {
  if (!isWide() && history.state?.isStep) history.back();
  else if (!isWide()) openChat(null);
  focusChatList();
}

function forgetStart() {
  const next = new URLSearchParams(location.search);
  next.delete("start");
  history.replaceState(history.state, "", `?${next}`);
}

function showTitle() {
  const unread = totalUnread();
  const chat = state.chats.get(state.open);
  const parts = [chat ? titleOf(chat) : null, state.seat.first_name].filter(Boolean);
  document.title = `${unread ? `(${unread}) ` : ""}${parts.join(" · ")}`;
}

function isWide() {
  return matchMedia("(min-width: 720px)").matches;
}

function sorry(error) {
  const again = el(
    "button",
    { type: "button", class: "button primary", onclick: () => location.reload() },
    t("try_again"),
  );
  app.replaceChildren(
    el("div", { class: "picker" }, el("h1", null, t("unreachable")), el("p", null, error.message), again),
  );
}
