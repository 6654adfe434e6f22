/** The keys a bot offers in place of typing. */

import { el, icon, iconButton } from "./dom.js";
import { inputBox } from "./dialogs.js";
import { sendContact, sendText } from "./outbox.js";
import { isMine } from "./people.js";
import { on, state, tell } from "./store.js";
import { t } from "./strings.js";
import { toast } from "./toasts.js";

let panel;
let toggle;
let drawn = ""; // what the panel shows, to redraw only what differs
let lastPhone = ""; // what the visitor typed the last time
const hidden = new Map(); // chat id → the keyboard its owner has put away
const forced = new Map(); // chat id → the message we began an answer to

export function createReplyKeyboard() {
  panel = el("div", { class: "reply-keyboard", role: "group", "aria-label": t("keyboard"), hidden: true });
  toggle = iconButton("keyboard", t("keyboard_hide"), flip, { hidden: true });
  for (const what of ["chats", "open", "start"]) on(what, draw);
  for (const what of ["chats", "open"]) on(what, answerForced);
  return { panel, toggle };
}

/** What the bot wishes the empty field to say, or undefined. */
export function forcedPlaceholder(chat) {
  return chat.reply_keyboard?.input_field_placeholder;
}

// A bot may ask for an answer to what it just said: then the composer begins one, once.
function answerForced() {
  const chat = state.chats.get(state.open);
  const message = chat?.last_message;
  if (!chat?.reply_keyboard?.force_reply || !message || isMine(message) || forced.get(chat.id) === message.message_id)
    return;
  forced.set(chat.id, message.message_id);
  tell("reply", message);
}

function draw() {
  const chat = state.chats.get(state.open);
  const keyboard = chat?.reply_keyboard;
  const isClosed =
    !keyboard?.keyboard || chat.blocked || (!chat.started && chat.type === "private") || state.start?.chat === chat.id;
  const isAway = isClosed || hidden.get(chat.id) === signatureOf(chat);
  toggle.hidden = isClosed;
  toggle.setAttribute("aria-expanded", String(!isAway));
  toggle.title = t(isAway ? "keyboard_show" : "keyboard_hide");
  toggle.setAttribute("aria-label", toggle.title);
  panel.hidden = isAway;
  const wanted = isAway ? "" : `${chat.id} ${JSON.stringify(keyboard)}`;
  if (wanted === drawn) return;
  drawn = wanted;
  panel.replaceChildren(
    ...(isAway
      ? []
      : keyboard.keyboard.map((row) =>
          el(
            "div",
            { class: "row" },
            row.map((key) => keyFor(key, keyboard)),
          ),
        )),
  );
}

function keyFor(key, keyboard) {
  const button = typeof key === "string" ? { text: key } : key;
  const drawing = button.request_contact ? icon("phone") : null;
  return el(
    "button",
    { type: "button", class: `key ${button.style ?? ""}`, onclick: () => press(button, keyboard) },
    drawing,
    el("span", { class: "key-text" }, button.text),
  );
}

async function press(button, keyboard) {
  if (button.request_contact) {
    if (!(await shareContact())) return;
  } else if (
    button.request_location ||
    button.web_app ||
    button.request_poll ||
    button.request_users ||
    button.request_chat
  ) {
    toast(t("unsupported_button"));
    return;
  } else sendText(button.text);
  if (keyboard.one_time_keyboard) putAway();
}

async function shareContact() {
  const chatId = state.open;
  const phone = await inputBox({
    title: t("contact_title"),
    text: t("contact_ask"),
    label: t("phone"),
    yes: t("share"),
    type: "tel",
    autocomplete: "tel",
    value: lastPhone,
    check: wrongPhone,
  });
  if (phone === null) return false;
  lastPhone = phone;
  const { id, first_name: firstName, last_name: lastName } = state.seat;
  sendContact({ phone_number: phone.trim(), first_name: firstName, last_name: lastName, user_id: id }, { chatId });
  return true;
}

function wrongPhone(text) {
  return /^\+?[\d\s()/.-]+$/.test(text.trim()) && text.replace(/\D/g, "").length >= 5 ? "" : t("phone_wrong");
}

function putAway() {
  hidden.set(state.open, signatureOf(state.chats.get(state.open)));
  draw();
}

function signatureOf(chat) {
  return JSON.stringify([chat.reply_keyboard, chat.reply_keyboard_message_id]);
}

function flip() {
  if (panel.hidden) {
    hidden.delete(state.open);
    draw();
  } else putAway();
}
