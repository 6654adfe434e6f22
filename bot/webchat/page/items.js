/** Arranges a chat for the eye: days, runs of messages by one sender, albums, the mark before what is unread. */

import { dayKey } from "./times.js";

const RUN_LASTS = 5 * 60;

/**
 * The days of a chat, oldest first: [{key, day, items}]. An item has a `key` that stays while it lives and a `kind`:
 * "message" (with `messages`, several for an album), "notice", "outgoing", "unread" or "typing".
 */
export function daysOf(messages, { me = null, unreadFrom = null, outgoing = [], typing = null } = {}) {
  const days = [];
  for (const entry of withRuns([...bundled(messages), ...outgoing.map((item) => outgoingEntry(item, me))])) {
    const today = dayFor(days, entry.date);
    if (unreadFrom !== null && entry.ids?.includes(unreadFrom)) today.items.push({ kind: "unread", key: "unread" });
    today.items.push(entry);
  }
  if (typing) dayFor(days, days.at(-1)?.date ?? 0).items.push({ kind: "typing", key: "typing", typing });
  return days;
}

/** True for what happened in a chat rather than what somebody said. */
export function isNotice(message) {
  return Boolean(
    message.new_chat_members || message.left_chat_member || message.pinned_message || message.new_chat_title,
  );
}

// Messages of one album stand next to each other and become one entry.
function bundled(messages) {
  const entries = [];
  for (const message of messages) {
    const last = entries.at(-1);
    const isSameAlbum = message.media_group_id && last?.messages[0].media_group_id === message.media_group_id;
    if (isSameAlbum) add(last, message);
    else entries.push(entryOf(message));
  }
  return entries;
}

function entryOf(message) {
  const kind = isNotice(message) ? "notice" : "message";
  const sender = message.from?.id ?? message.sender_chat?.id;
  return {
    kind,
    key: `m${message.message_id}`,
    messages: [message],
    ids: [message.message_id],
    sender,
    date: message.date,
  };
}

function add(entry, message) {
  entry.messages.push(message);
  entry.ids.push(message.message_id);
}

function outgoingEntry(item, me) {
  return { kind: "outgoing", key: item.key, item, state: item.state, sender: me, date: item.date };
}

// Marks the first and the last of each run, so that only the ends are rounded and named.
function withRuns(entries) {
  return entries.map((entry, index) => {
    const before = entries[index - 1];
    const after = entries[index + 1];
    return { ...entry, isFirst: !before || !isRun(before, entry), isLast: !after || !isRun(entry, after) };
  });
}

function isRun(a, b) {
  const isTogether = a.sender === b.sender && b.date - a.date < RUN_LASTS && dayKey(a.date) === dayKey(b.date);
  return isTogether && a.kind !== "notice" && b.kind !== "notice";
}

function dayFor(days, date) {
  const day = dayKey(date);
  if (days.at(-1)?.day !== day) {
    const repeats = days.filter((other) => other.day === day).length;
    days.push({ key: repeats ? `day-${day}-${repeats}` : `day-${day}`, day, date, items: [] });
  }
  return days.at(-1);
}
