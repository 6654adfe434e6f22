/** The keys a bot offers in place of typing. */

import { el, icon, iconButton } from "./dom.js";
import { inputBox } from "./dialogs.js";
import { sendContact, sendText } from "./outbox.js";
import { isMine } from "./people.js";
import { on, putChat, state, tell } from "./store.js";
import { t } from "./strings.js";
import { toast } from "./toasts.js";

const PHONE = "bote.phone";

let panel;
let toggle;
let drawn = ""; // what the panel shows, to redraw only what differs
const hidden = new Map(); // chat id → the keyboard its owner has put away

export function createReplyKeyboard() {
  panel = el("div", { class: "reply-keyboard", role: "group", "aria-label": t("keyboard"), hidden: true });
  toggle = iconButton("keyboard", t("keyboard_hide"), flip, { hidden: true });
  for (const what of ["chats", "open", "start"]) on(what, draw);
  on("arrived", adopt);
  return { panel, toggle };
}

/** What the bot wishes the empty field to say, or undefined. */
export function forcedPlaceholder(chat) {
  const forced = forcedBy(chat.last_message);
  return (forced ?? chat.reply_keyboard)?.input_field_placeholder;
}

// A message may bring keys, take them away, or ask for an answer to itself.
function adopt({ chatId, message }) {
  const markup = message.reply_markup ?? {};
  const chat = state.chats.get(chatId);
  if (!chat) return;
  if (markup.keyboard) hidden.delete(chatId);
  if (markup.keyboard) putChat({ ...chat, reply_keyboard: markup });
  if (markup.remove_keyboard) putChat({ ...chat, reply_keyboard: null });
  if (markup.force_reply && chatId === state.open) tell("reply", message);
}

function forcedBy(message) {
  return message?.reply_markup?.force_reply && !isMine(message) ? message.reply_markup : null;
}

function draw() {
  const chat = state.chats.get(state.open);
  const keyboard = chat?.reply_keyboard;
  const isClosed = !keyboard?.keyboard || chat.blocked || (!chat.started && chat.type === "private") || state.start?.chat === chat.id;
  const isAway = isClosed || hidden.get(chat.id) === JSON.stringify(keyboard);
  toggle.hidden = isClosed;
  toggle.setAttribute("aria-expanded", String(!isAway));
  toggle.title = t(isAway ? "keyboard_show" : "keyboard_hide");
  toggle.setAttribute("aria-label", toggle.title);
  panel.hidden = isAway;
  const wanted = isAway ? "" : `${chat.id} ${JSON.stringify(keyboard)}`;
  if (wanted === drawn) return;
  drawn = wanted;
  panel.replaceChildren(...(isAway ? [] : keyboard.keyboard.map((row) => el("div", { class: "row" }, row.map((key) => keyFor(key, keyboard))))));
}

function keyFor(key, keyboard) {
  const button = typeof key === "string" ? { text: key } : key;
  const drawing = button.request_contact ? icon("phone") : null;
  return el("button", { type: "button", class: `key ${button.style ?? ""}`, onclick: () => press(button, keyboard) }, drawing, el("span", { class: "key-text" }, button.text));
}

async function press(button, keyboard) {
  if (button.request_contact) {
    if (!(await shareContact())) return;
  } else if (button.request_location || button.web_app || button.request_poll || button.request_users || button.request_chat) {
    toast(t("unsupported_button"));
    return;
  } else sendText(button.text);
  if (keyboard.one_time_keyboard) putAway(keyboard);
}

async function shareContact() {
  const chatId = state.open;
  const phone = await inputBox({
    title: t("contact_title"), text: t("contact_ask"), label: t("phone"), yes: t("share"), type: "tel", autocomplete: "tel", value: knownPhone(), check: wrongPhone,
  });
  if (phone === null) return false;
  sessionStorage.setItem(`${PHONE}:${state.seat.id}`, phone);
  const { id, first_name: firstName, last_name: lastName } = state.seat;
  sendContact({ phone_number: phone.trim(), first_name: firstName, last_name: lastName, user_id: id }, { chatId });
  return true;
}

function wrongPhone(text) {
  return /^\+?[\d\s()/.-]+$/.test(text.trim()) && text.replace(/\D/g, "").length >= 5 ? "" : t("phone_wrong");
}

function knownPhone() {
  return state.seat.phone_number ?? sessionStorage.getItem(`${PHONE}:${state.seat.id}`) ?? "";
}

function putAway(keyboard) {
  hidden.set(state.open, JSON.stringify(keyboard));
  draw();
}

function flip() {
  const { reply_keyboard: keyboard } = state.chats.get(state.open);
  if (panel.hidden) {
    hidden.delete(state.open);
    draw();
  } else putAway(keyboard);
}
