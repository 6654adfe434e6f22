/** What the visitor sends: on the screen at once, sent in order, kept until the server has it or it is discarded. */

import { api, Unreachable } from "./api.js";
import { freshId } from "./dom.js";
import { putMessage, state, tell } from "./store.js";
import { secondsNow } from "./times.js";

const TRIES = 3;
const REST = 1500;
const ALBUM = 10;

// {key, chatId, text?, contact?, files?, replyTo?, date, state: "pending"|"failed", reason?, hasFlown, setbacks}
const items = [];
let isPumping = false;

export function outgoingOf(chatId) {
  return items.filter((item) => item.chatId === chatId);
}

export function sendText(text, { chatId = state.open, replyTo = null } = {}) {
  enqueue({ chatId, text, replyTo });
}

export function sendContact(contact, { chatId = state.open } = {}) {
  enqueue({ chatId, contact });
}

/** Photos travel together as albums, other files one by one; the caption goes with the first. */
export function sendFiles(files, caption, { chatId = state.open, replyTo = null } = {}) {
  const photos = files.filter(isPhoto);
  const bundles = [...chunks(photos, ALBUM), ...files.filter((file) => !isPhoto(file)).map((file) => [file])];
  bundles.forEach((bundle, index) => {
    const isFirst = index === 0;
    enqueue({ chatId, files: bundle, text: isFirst ? caption : "", replyTo: isFirst ? replyTo : null });
  });
}

export function isPhoto(file) {
  return ["image/jpeg", "image/png", "image/gif", "image/webp"].includes(file.type);
}

export function retry(item) {
  Object.assign(item, { state: "pending", setbacks: 0 });
  tell("talk", item.chatId);
  flush();
}

export function discard(item) {
  forget(item);
  tell("talk", item.chatId);
}

/** Sends what waits. Called when something was added and when the line is back. */
export async function flush() {
  if (isPumping) return;
  isPumping = true;
  try {
    let item = nextPending();
    while (item && (await deliver(item))) item = nextPending();
  } finally {
    isPumping = false;
  }
}

/** The event about our own message may overtake the answer to our request: then it is no longer outgoing. */
export function claim(chatId, message) {
  const own = items.find((item) => item.chatId === chatId && item.hasFlown && isSame(item, message));
  if (own) forget(own);
}

function enqueue(item) {
  items.push({ key: freshId("outgoing"), date: secondsNow(), state: "pending", hasFlown: false, setbacks: 0, ...item });
  tell("talk", item.chatId);
  tell("sent", item.chatId);
  flush();
}

// Resolves to false when sending should rest: for a while, or until the line is back.
async function deliver(item) {
  item.hasFlown = true;
  try {
    const answer = await post(item);
    forget(item);
    for (const message of [answer].flat()) putMessage(item.chatId, message);
  } catch (error) {
    if (error instanceof Unreachable && isWorthWaiting(item)) return false;
    fail(item, error instanceof Unreachable ? "" : error.message);
  }
  tell("talk", item.chatId);
  return true;
}

// While the line is down nothing counts against a message; with the line up it gets a few more tries.
function isWorthWaiting(item) {
  if (!state.isUp) return true;
  item.setbacks += 1;
  setTimeout(flush, REST * item.setbacks);
  return item.setbacks < TRIES;
}

function post(item) {
  const reply = item.replyTo ? { reply_to_message_id: item.replyTo.message_id } : {};
  if (item.files) return api.sendFiles(item.chatId, formOf(item, reply));
  const content = item.contact ? { contact: item.contact } : { text: item.text };
  return api.send(state.seat.id, item.chatId, { ...content, ...reply });
}

function formOf(item, reply) {
  const form = new FormData();
  const fields = { user_id: state.seat.id, ...(item.text ? { caption: item.text } : {}), ...reply };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of item.files) form.append("file", file, file.name);
  return form;
}

function fail(item, reason) {
  Object.assign(item, { state: "failed", reason });
}

function forget(item) {
  const at = items.indexOf(item);
  if (at >= 0) items.splice(at, 1);
}

function nextPending() {
  return items.find((item) => item.state === "pending");
}

function isSame(item, message) {
  if (item.contact) return message.contact?.phone_number === item.contact.phone_number;
  if (item.files)
    return Boolean(message.photo || message.video || message.document) && bare(message.caption ?? "") === bare(item.text ?? "");
  return message.text !== undefined && bare(message.text) === bare(item.text);
}

// What was typed as **bold** comes back as a text with an entity.
function bare(text) {
  return text.replace(/\*\*|__|~~|\|\||`/g, "").trim();
}

function chunks(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
