/** What the page knows: who we are, our chats, their messages. Verbs change it and tell whoever listens. */

import { api } from "./api.js";

const PAGE = 60;
const MOST = 500;

export const state = {
  seat: null,
  chats: new Map(),
  talks: new Map(), // chat id → {messages, isComplete, unreadFrom, loading, late}
  open: null, // id of the chat on screen
  start: null, // {payload, chat}: a deep link waiting for the START button
  isUp: true, // whether the line to the server is, as far as we know
  typing: new Map(), // chat id → {action, name}
};

const listeners = new Map();
const asking = new Set(); // of every list of chats on its way: chats that were told meanwhile

/** Calls back on "chats", "talk" (chat id), "open", "typing" (chat id), "start". */
export function on(what, listener) {
  listeners.set(what, [...(listeners.get(what) ?? []), listener]);
}

export function tell(what, detail) {
  for (const listener of listeners.get(what) ?? []) listener(detail);
}

export async function loadChats() {
  const late = new Map(); // what is told while we ask may be missing from the answer
  asking.add(late);
  try {
    const chats = await api.chats(state.seat.id);
    state.chats = new Map([...chats.map((chat) => [chat.id, chat]), ...late]);
  } finally {
    asking.delete(late);
  }
  tell("chats");
}

/** The messages of a chat from the server, once; afterwards the events keep them true. */
export async function loadTalk(chatId) {
  const known = state.talks.get(chatId);
  if (known) return known.loading;
  const talk = { messages: [], isComplete: false, unreadFrom: null, loading: null, late: null };
  state.talks.set(chatId, talk);
  talk.loading = fill(chatId, talk);
  return talk.loading;
}

/** The next older page; resolves when it is on the screen. */
export async function loadOlder(chatId) {
  const talk = state.talks.get(chatId);
  if (talk.isComplete || talk.loading || talk.messages.length === 0) return;
  talk.loading = api.messages(state.seat.id, chatId, { before: talk.messages[0].message_id, limit: PAGE });
  try {
    const older = await talk.loading;
    talk.isComplete = older.length < PAGE;
    talk.messages = [...older, ...talk.messages];
  } finally {
    talk.loading = null;
  }
  tell("talk", chatId);
}

/** Older pages, until this message is among those on the screen or there are no more. */
export async function loadBackTo(chatId, messageId) {
  const talk = state.talks.get(chatId);
  while (talk === state.talks.get(chatId) && !talk.isComplete && talk.messages[0]?.message_id > messageId) {
    if (talk.loading) await talk.loading;
    else await loadOlder(chatId);
  }
}

/** Everything again, after the server lost track of what we had seen. */
export async function reloadAll() {
  await loadChats();
  for (const chatId of state.talks.keys()) if (chatId !== state.open) state.talks.delete(chatId);
  const talk = state.talks.get(state.open);
  if (talk) await fill(state.open, talk);
}

export function putChat(chat) {
  for (const late of asking) late.set(chat.id, chat);
  state.chats.set(chat.id, chat);
  tell("chats");
}

/** A message that is new or has changed takes its place in the order of ids. */
export function putMessage(chatId, message) {
  const talk = state.talks.get(chatId);
  if (talk) insert(talk.messages, message);
  talk?.late?.push(message);
  const chat = state.chats.get(chatId);
  if (chat && (chat.last_message?.message_id ?? 0) <= message.message_id)
    putChat({ ...chat, started: true, last_message: message });
  if (talk) tell("talk", chatId);
}

export async function dropMessages(chatId, ids) {
  const talk = state.talks.get(chatId);
  if (talk) {
    talk.messages = talk.messages.filter((message) => !ids.includes(message.message_id));
    tell("talk", chatId);
  }
  if (ids.includes(state.chats.get(chatId)?.last_message?.message_id)) await loadChats();
}

export function openChat(chatId) {
  const talk = state.talks.get(chatId);
  if (talk) talk.unreadFrom = firstUnread(talk.messages, state.chats.get(chatId)?.unread ?? 0);
  state.open = chatId;
  tell("open");
}

/** A deep link was followed: its chat shows START, and pressing that sends the payload. */
export function offerStart(payload, chatId) {
  state.start = { payload, chat: chatId };
  if (state.open !== chatId) openChat(chatId);
  tell("start");
}

async function fill(chatId, talk) {
  talk.late = []; // what arrives while we ask may be missing from the answer
  const unread = state.chats.get(chatId)?.unread ?? 0;
  const limit = Math.min(Math.max(PAGE, unread + 10), MOST);
  try {
    talk.messages = await api.messages(state.seat.id, chatId, { limit });
    talk.isComplete = talk.messages.length < limit;
    for (const message of talk.late) insert(talk.messages, message);
    talk.unreadFrom = firstUnread(talk.messages, unread);
  } catch (error) {
    state.talks.delete(chatId);
    throw error;
  } finally {
    talk.loading = null;
    talk.late = null;
  }
  tell("talk", chatId);
}

function insert(messages, message) {
  let at = messages.length;
  while (at > 0 && messages[at - 1].message_id >= message.message_id) at -= 1;
  const isKnown = messages[at]?.message_id === message.message_id;
  if (at === 0 && !isKnown && messages.length) return; // older than what is loaded: scrolling up fetches it
  messages.splice(at, isKnown ? 1 : 0, message);
}

function firstUnread(messages, count) {
  if (count === 0) return null;
  const foreign = messages.filter((message) => message.from?.id !== state.seat.id);
  return foreign.at(-Math.min(count, foreign.length))?.message_id ?? null;
}
