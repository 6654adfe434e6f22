/** Unsent text, kept for each chat until it is sent, also over a reload. */

import { state } from "./store.js";

const drafts = new Map();

export function draftOf(chatId) {
  return drafts.get(chatId) ?? stored(chatId) ?? "";
}

export function keepDraft(chatId, text) {
  drafts.set(chatId, text);
  try {
    if (text) localStorage.setItem(keyOf(chatId), text);
    else localStorage.removeItem(keyOf(chatId));
  } catch {
    // a browser that stores nothing keeps drafts as long as the tab lives
  }
}

function stored(chatId) {
  try {
    return localStorage.getItem(keyOf(chatId));
  } catch {
    return null;
  }
}

function keyOf(chatId) {
  return `draft:${state.seat.id}:${chatId}`;
}
