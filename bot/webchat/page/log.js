/** The messages of the open chat: drawn, scrolled, read, walked through by keyboard. */

import { api } from "./api.js";
import { nodeFor } from "./bubble.js";
import { el, icon } from "./dom.js";
import { emptyNode } from "./empty.js";
import { daysOf } from "./items.js";
import { outgoingOf } from "./outbox.js";
import { isAtBottom, keepPlace, leadTo, toBottom } from "./place.js";
import { reconcile } from "./reconcile.js";
import { loadBackTo, loadOlder, loadTalk, on, putChat, state } from "./store.js";
import { t } from "./strings.js";
import { toast } from "./toasts.js";
import { dayName } from "./times.js";
import { keepWay, letWalk, messagesIn } from "./walking.js";

const NEAR_TOP = 800;
const STILL_AFTER = 1200;

let scroller;
let content;
let jump;
let isStuck = true; // the reader is at the end and stays there when something is added
let lastTop = 0; // where the log was scrolled to when we last looked
let shownChat = null;
let isJumping = false; // on the way to the end: until a hand stops it
let isReading = false;
let stillTimer = null;

/** The scrolling log and its button to the end. */
export function createLog() {
  content = el("div", { class: "log-content" });
  scroller = el("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": t("messages") }, content);
  jump = el(
    "button",
    { type: "button", class: "jump", hidden: true, onclick: jumpDown },
    icon("down"),
    el("span", { class: "badge" }),
  );
  scroller.addEventListener("scroll", onScroll, { passive: true });
  letWalk(content);
  for (const hand of ["wheel", "touchstart", "keydown"])
    scroller.addEventListener(hand, () => (isJumping = false), { passive: true });
  new ResizeObserver(() => isStuck && toBottom(scroller)).observe(scroller);
  new ResizeObserver(() => isStuck && toBottom(scroller)).observe(content);
  document.addEventListener("visibilitychange", readOn);
  document.addEventListener("show-message", (event) => showMessage(event.detail));
  on("talk", (chatId) => chatId === state.open && draw());
  on("typing", (chatId) => chatId === state.open && draw());
  on("clock", nameDays);
  on("arrived", ({ chatId, message }) => chatId === state.open && markUnread(message));
  on("sent", (chatId) => chatId === state.open && leaveUnread());
  on("chats", () => {
    updateJump();
    readOn();
  });
  return el("div", { class: "log-frame" }, scroller, jump);
}

/** Shows the chat that is open now, at the first unread message or at the end. */
export async function showLog() {
  const chatId = state.open;
  shownChat = null;
  content.replaceChildren(el("p", { class: "notice" }, t("loading")));
  try {
    await loadTalk(chatId);
  } catch (error) {
    if (chatId === state.open) content.replaceChildren(failed(error));
    return;
  }
  if (chatId === state.open) drawAll();
}

function drawAll() {
  shownChat = state.open;
  scroller.setAttribute("aria-live", "off"); // a chat that opens is not news
  content.replaceChildren();
  redraw({ isLive: false });
  const mark = content.querySelector(".unread-mark");
  if (mark) scroller.scrollTop = mark.offsetTop - scroller.clientHeight / 3;
  else toBottom(scroller);
  isStuck = isAtBottom(scroller);
  lastTop = scroller.scrollTop;
  setTimeout(() => scroller.setAttribute("aria-live", "polite"), 500);
  updateJump();
  readOn();
  fillAbove();
}

function draw() {
  if (shownChat !== state.open) return;
  if (isStuck) {
    redraw({ isLive: true });
    toBottom(scroller);
  } else keepPlace(scroller, () => redraw({ isLive: true }));
  readOn();
  fillAbove();
}

function redraw({ isLive }) {
  const talk = state.talks.get(state.open);
  if (!talk) return;
  const outgoing = outgoingOf(state.open);
  const days = daysOf(talk.messages, {
    me: state.seat.id,
    unreadFrom: talk.unreadFrom,
    outgoing,
    typing: state.typing.get(state.open),
  });
  const lastId = messagesIn(content).at(-1)?.dataset.message;
  const hadFocus = content.contains(document.activeElement);
  const onNew = (node) => isLive && isNews(node, lastId) && node.classList.add("arriving");
  const drawDay = (day, node) => fillDay(day, node, { onNew, isAnimated: (item) => isLive && item.kind === "message" });
  reconcile(content, days.length ? days : [{ key: "empty" }], {
    isSame: () => false,
    make: (day, node) => (day.items ? drawDay(day, node) : emptyNode(node)),
  });
  keepWay(content, hadFocus);
}

function fillDay(day, node, how) {
  const section =
    node ?? el("section", { class: "day", "data-day": day.day }, el("p", { class: "day-name" }, el("span")));
  nameDay(section);
  reconcile(section, day.items, { isSame: sameItem, make: nodeFor, ...how });
  return section;
}

// On a page that stays open today becomes yesterday.
function nameDays() {
  for (const section of content.querySelectorAll(".day")) nameDay(section);
}

function nameDay(section) {
  const shown = section.querySelector(".day-name span");
  const name = dayName(section.dataset.day);
  if (shown.textContent !== name) shown.textContent = name;
}

function sameItem(a, b) {
  if (a.kind !== b.kind || a.isFirst !== b.isFirst || a.isLast !== b.isLast || a.state !== b.state) return false;
  if (!a.messages) return true;
  return a.messages.length === b.messages.length && a.messages.every((message, index) => message === b.messages[index]);
}

// Older messages coming in from above are not news, nor is our own one in the place of its outgoing twin.
function isNews(node, lastId) {
  const isOwnTwin = node.classList.contains("mine") && !node.dataset.message?.startsWith("outgoing");
  return (
    !isOwnTwin &&
    (lastId === undefined || Number.isNaN(Number(lastId)) || !(Number(node.dataset.message) < Number(lastId)))
  );
}

function failed(error) {
  const again = el("button", { type: "button", class: "button", onclick: showLog }, t("try_again"));
  return el("div", { class: "empty" }, el("p", null, error.message || t("unreachable")), again);
}

function onScroll() {
  if (shownChat === null) return;
  scroller.classList.remove("still");
  clearTimeout(stillTimer);
  stillTimer = setTimeout(() => scroller.classList.add("still"), STILL_AFTER);
  const isThere = isAtBottom(scroller);
  // A scroll of our own may be told only after more has come in below; who leaves the end goes up.
  const wentUp = scroller.scrollTop < lastTop;
  lastTop = scroller.scrollTop;
  isStuck = isThere || isJumping || (isStuck && !wentUp);
  if (isThere) isJumping = false;
  fillAbove();
  updateJump();
  readOn();
}

function fillAbove() {
  if (scroller.scrollTop < NEAR_TOP && !isJumping) loadOlder(state.open).catch(() => {}); // the next scroll tries again
}

function updateJump() {
  const unread = state.chats.get(state.open)?.unread ?? 0;
  jump.hidden = shownChat === null || isStuck;
  jump.setAttribute("aria-label", unread ? `${t("to_bottom")}, ${t("unread", { n: unread })}` : t("to_bottom"));
  jump.lastChild.textContent = unread || "";
}

function jumpDown() {
  isStuck = true;
  isJumping = true;
  toBottom(scroller, true);
  updateJump();
}

// What comes while nobody looks begins with a mark; an old mark moves on once everything before was read.
function markUnread(message) {
  const talk = state.talks.get(state.open);
  const isAway = !isStuck || document.visibilityState !== "visible";
  if (!talk || !isAway || (talk.unreadFrom !== null && state.chats.get(state.open).unread > 0)) return;
  talk.unreadFrom = message.message_id;
  draw();
}

function leaveUnread() {
  const talk = state.talks.get(state.open);
  if (talk) talk.unreadFrom = null;
  isStuck = true;
  draw();
  updateJump();
}

// What the visitor has before their eyes is read; a hidden tab reads nothing.
async function readOn() {
  const chat = state.chats.get(state.open);
  const newest = state.talks.get(state.open)?.messages.at(-1);
  const isSeen =
    document.visibilityState === "visible" && isStuck && scroller.clientHeight > 0 && shownChat === state.open;
  if (!isSeen || !chat?.unread || !newest || isReading) return;
  isReading = true;
  try {
    const { unread } = await api.read(state.seat.id, chat.id, newest.message_id);
    if (unread < chat.unread) putChat({ ...state.chats.get(chat.id), unread });
  } catch {
    // tried again with the next message or scroll
  } finally {
    isReading = false;
  }
  if (state.talks.get(chat.id)?.messages.at(-1) !== newest) readOn();
}

// What lies further above is fetched first. Whoever is led there stays: what comes in meanwhile pulls nobody to the end.
async function showMessage(id) {
  const chatId = state.open;
  const find = () => content.querySelector(`[data-ids~="${id}"]`);
  if (!find()) await loadBackTo(chatId, id).catch((error) => toast(error.message || t("unreachable")));
  if (state.open !== chatId) return undefined;
  const node = find();
  if (!node) return toast(t("gone_message"));
  leadTo(node);
  isJumping = false;
  return onScroll();
}
