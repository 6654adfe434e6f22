/** Messages in one line: previews, quotes, alt texts. */

import { el } from "./dom.js";
import { senderOf } from "./people.js";
import { t } from "./strings.js";

/** What a message says in one line of plain text; hidden text stays hidden. */
export function summaryOf(message) {
  if (message.text !== undefined) return oneLine(masked(message.text, message.entities));
  const words = message.caption ? oneLine(masked(message.caption, message.caption_entities)) : "";
  return words || kindOf(message);
}

/** The quote on top of a reply; following it shows the message it answers. */
export function quoteOf(message) {
  const show = () => document.dispatchEvent(new CustomEvent("show-message", { detail: message.message_id }));
  return el(
    "button",
    { type: "button", class: "quote", onclick: show },
    el("span", { class: "quote-name" }, senderOf(message)),
    el("span", { class: "quote-text", dir: "auto" }, summaryOf(message)),
  );
}

function kindOf(message) {
  if (message.photo) return t("photo");
  if (message.video) return t("video");
  if (message.pinned_message) return t("pinned");
  if (message.document) return message.document.file_name ?? t("document");
  if (message.poll) return `${t("poll")} · ${oneLine(message.poll.question)}`;
  if (message.contact) return `${t("contact")} · ${message.contact.first_name}`;
  if (message.new_chat_members || message.left_chat_member) return t("group");
  return t("message");
}

function masked(text, entities = []) {
  let hidden = text;
  for (const { type, offset, length } of entities) {
    if (type === "spoiler") hidden = hidden.slice(0, offset) + "▒".repeat(length) + hidden.slice(offset + length);
  }
  return hidden;
}

function oneLine(text) {
  return text.replace(/\s+/g, " ").trim().slice(0, 200);
}
