/** The line to the server: events as they happen, and whether the line is up. */

import { api } from "./api.js";
import { claim, flush } from "./outbox.js";
import { isMine } from "./people.js";
import { dropMessages, putChat, putMessage, reloadAll, state, tell } from "./store.js";
import { hear } from "./times.js";

const REOPEN_AFTER = 2000;
const TYPING_LASTS = 5500;
// Events missed while the line was down come first: one of them may be the message we are about to send again.
const REPLAY = 400;

const typingTimers = new Map();
let source = null;
let lastId = null;
let wasLost = false;

/**
 * Opens the line; the browser reopens it by itself and asks for what was missed. Whoever loads what is shown first waits
 * until it is up (or down for now), so that nothing happens between the two unseen.
 */
export function listen() {
  addEventListener("offline", lose);
  addEventListener("online", () => source.readyState === EventSource.OPEN && onOpen());
  connect();
  return new Promise((resolve) => {
    for (const name of ["open", "error"]) source.addEventListener(name, resolve, { once: true });
  });
}

function connect() {
  const since = lastId === null ? {} : { last_event_id: lastId };
  source = new EventSource(`/api/events?${new URLSearchParams({ user_id: state.seat.id, ...since })}`);
  source.addEventListener("open", onOpen);
  source.addEventListener("error", onError);
  const handlers = {
    new: onNew,
    edited: onEdited,
    deleted: onDeleted,
    typing: onTyping,
    chat: putChat,
    clock: onClock,
    reset: onReset,
  };
  for (const [name, handler] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => {
      lastId = event.lastEventId || lastId;
      handler(JSON.parse(event.data || "{}"));
    });
  }
}

function onOpen() {
  if (!navigator.onLine) return;
  setLine(true);
  setTimeout(flush, wasLost ? REPLAY : 0);
  wasLost = false;
}

function onError() {
  lose();
  if (source.readyState !== EventSource.CLOSED) return;
  setTimeout(reopen, REOPEN_AFTER); // refused, not lost: the browser gives up and leaves it to us
}

function lose() {
  wasLost = true;
  setLine(false);
}

function setLine(isUp) {
  state.isUp = isUp;
  tell("line", isUp);
}

async function reopen() {
  const users = await api.users().catch(() => null);
  if (users && !users.some((user) => user.id === state.seat.id))
    location.reload(); // our seat is gone: back to picking one
  else connect();
}

function onNew({ chat_id: chatId, message }) {
  hear(message.date);
  if (isMine(message)) claim(chatId, message);
  else stopTyping(chatId);
  putMessage(chatId, message);
  if (!isMine(message)) tell("arrived", { chatId, message });
}

function onEdited({ chat_id: chatId, message }) {
  putMessage(chatId, message);
}

function onDeleted({ chat_id: chatId, message_ids: ids }) {
  dropMessages(chatId, ids).catch(() => {}); // the line broke again: what is missed now comes with its return
}

function onReset() {
  reloadAll().catch(() => {});
}

function onClock(clock) {
  tell("clock", clock);
}

function onTyping({ chat_id: chatId, action, name }) {
  clearTimeout(typingTimers.get(chatId));
  typingTimers.set(
    chatId,
    setTimeout(() => stopTyping(chatId), TYPING_LASTS),
  );
  state.typing.set(chatId, { action, name });
  tell("typing", chatId);
}

function stopTyping(chatId) {
  clearTimeout(typingTimers.get(chatId));
  if (state.typing.delete(chatId)) tell("typing", chatId);
}
