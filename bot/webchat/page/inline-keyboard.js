/** The buttons under a message. */

import { api, Unreachable } from "./api.js";
import { copyText } from "./clipboard.js";
import { el, icon, spoken } from "./dom.js";
import { alertBox } from "./dialogs.js";
import { anchor, follow, staysHere } from "./links.js";
import { state } from "./store.js";
import { t } from "./strings.js";
import { toast } from "./toasts.js";

const STYLES = new Set(["danger", "success", "primary"]);

// Taps not answered yet. They outlive the node, because an edit may redraw the message before the answer comes.
const waiting = new Set();

/** The keyboard of a message, or null. */
export function inlineKeyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const chatId = state.open;
  return el(
    "div",
    { class: "inline-keyboard", role: "group" },
    rows.map((row) =>
      el(
        "div",
        { class: "row" },
        row.map((button) => keyFor(button, message, chatId)),
      ),
    ),
  );
}

function keyFor(button, message, chatId) {
  const look = { class: `key ${STYLES.has(button.style) ? button.style : ""}` };
  const text = el("span", { class: "key-text" }, button.text);
  if (button.disabled) return el("button", { ...look, type: "button", disabled: true }, text);
  if (button.url) return linkKey(button.url, look, text);
  if (button.copy_text)
    return el(
      "button",
      { ...look, type: "button", onclick: () => copyText(button.copy_text.text) },
      text,
      icon("copy"),
    );
  if (button.callback_data === undefined)
    return el("button", { ...look, type: "button", onclick: () => toast(t("unsupported_button")) }, text);
  return callbackKey(button, message, chatId, look, text);
}

/** Only what leaves the page is drawn and read out as leaving it. */
function linkKey(url, look, text) {
  if (staysHere(url)) return anchor(url, look, text);
  return anchor(url, look, text, icon("outside"), spoken(` (${t("new_tab")})`));
}

function callbackKey(button, message, chatId, look, text) {
  const key = `${chatId}:${message.message_id}:${button.callback_data}`;
  const press = () => tap(key, chatId, message.message_id, button.callback_data);
  const node = el("button", { ...look, type: "button", "data-tap": key, onclick: press }, text);
  show(node, waiting.has(key));
  return node;
}

async function tap(key, chatId, messageId, data) {
  if (waiting.has(key)) return;
  mark(key, true);
  try {
    react(await api.tap(state.seat.id, chatId, messageId, data));
  } catch (error) {
    toast(error instanceof Unreachable ? t("unreachable") : error.message);
  } finally {
    mark(key, false);
  }
}

function react(answer) {
  if (!answer.answered) toast(t("no_answer"));
  if (answer.url) follow(answer.url);
  if (!answer.text) return;
  if (answer.show_alert) alertBox(answer.text);
  else toast(answer.text);
}

function mark(key, isWaiting) {
  if (isWaiting) waiting.add(key);
  else waiting.delete(key);
  for (const node of document.querySelectorAll("[data-tap]")) if (node.dataset.tap === key) show(node, isWaiting);
}

function show(node, isWaiting) {
  node.classList.toggle("waiting", isWaiting);
  node.setAttribute("aria-busy", String(isWaiting));
}
