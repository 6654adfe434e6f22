/** Names and faces. */

import { el, icon } from "./dom.js";
import { t } from "./strings.js";
import { state } from "./store.js";

const COLOURS = 7;

/** A round picture: the photo if there is one, the courier for a bot, else the initials on a colour of their own. */
export function avatar(who, size = "") {
  const attributes = { class: `avatar ${size} colour-${Math.abs(Number(who.id)) % COLOURS}`, "aria-hidden": "true" };
  if (who.photo) return el("span", attributes, el("img", { src: who.photo, alt: "" }));
  if (who.isBot) return el("span", { ...attributes, class: `avatar ${size} courier` }, icon("courier"));
  if (who.isChannel) return el("span", attributes, icon("channel"));
  return el("span", attributes, initials(who.name));
}

/** What avatar() needs to know about a chat. */
export function faceOf(chat) {
  if (chat.type === "channel") return { id: chat.id, isChannel: true, name: titleOf(chat) };
  return { id: chat.bot.id, photo: chat.photo, isBot: chat.type === "private", name: titleOf(chat) };
}

export function titleOf(chat) {
  return chat.title || chat.bot.first_name;
}

export function isMine(message) {
  return message.from?.id === state.seat.id;
}

/** The name a message is said under; the visitor's own is "You". */
export function senderOf(message) {
  if (isMine(message)) return t("you");
  const from = message.from ?? message.sender_chat ?? message.chat;
  return [from.first_name, from.last_name].filter(Boolean).join(" ") || from.title || "";
}

function initials(name) {
  const words = (name || "?").trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase();
}
