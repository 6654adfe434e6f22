/** The strip under a chat's name that keeps its pinned message at hand. */

import { el, icon } from "./dom.js";
import { summaryOf } from "./quotes.js";
import { on, state } from "./store.js";
import { t } from "./strings.js";

let strip;
let words;

/** The strip; it shows the newest pinned message of the open chat and leads to it. */
export function createPinned() {
  words = el("span", { class: "pinned-words", dir: "auto" });
  const name = el("span", { class: "pinned-name" }, t("pinned_top"));
  const text = el("span", { class: "pinned-text" }, name, words);
  strip = el("button", { type: "button", class: "pinned-strip", hidden: true, onclick: show }, icon("pin"), text);
  for (const what of ["open", "chats"]) on(what, draw);
  return strip;
}

function draw() {
  const message = state.chats.get(state.open)?.pinned_message;
  strip.hidden = !message;
  words.textContent = message ? summaryOf(message) : "";
}

function show() {
  const message = state.chats.get(state.open)?.pinned_message;
  if (message) document.dispatchEvent(new CustomEvent("show-message", { detail: message.message_id }));
}
