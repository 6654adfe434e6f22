/** Draws one entry of a chat: a message, an album, something on its way out, a notice or a mark. */

import { el, freshId, icon, iconButton, isTouch, spoken } from "./dom.js";
import { isJumbo, richText } from "./entities.js";
import { inlineKeyboard } from "./inline-keyboard.js";
import { contactCard, documentCard, previews, visualGrid } from "./media.js";
import { openMessageMenu, openOutgoingMenu } from "./message-menu.js";
import { avatar, isMine, senderOf } from "./people.js";
import { pollCard } from "./poll.js";
import { quoteOf } from "./quotes.js";
import { state } from "./store.js";
import { t } from "./strings.js";
import { clockTime, moment } from "./times.js";

/** The node for an item of daysOf(). */
export function nodeFor(item) {
  switch (item.kind) {
    case "message":
      return messageNode(item);
    case "outgoing":
      return outgoingNode(item);
    case "notice":
      return el("p", { class: "notice" }, noticeText(item.messages[0]));
    case "unread":
      return el("p", { class: "unread-mark" }, el("span", null, t("unread_below")));
    default:
      return typingNode();
  }
}

function messageNode(item) {
  const message = item.messages[0];
  const mine = isMine(message);
  const menu = (event) => openMessageMenu(item, event);
  const body = bubble(item, mine, [
    senderLine(item, mine),
    message.reply_to_message ? quoteOf(message.reply_to_message) : null,
    ...content(item.messages),
  ]);
  const row = el(
    "div",
    { class: "bubble-row" },
    face(item, mine),
    body,
    iconButton("more", t("message_menu"), menu, {
      class: "icon-button more",
      "aria-haspopup": "menu",
      "aria-live": "off",
      tabindex: "-1",
    }),
  );
  return frame(item, mine, menu, [row, inlineKeyboard(message)]);
}

function frame(item, mine, menu, children) {
  const classes = ["message", mine ? "mine" : "theirs", item.isFirst && "first", item.isLast && "last"].filter(Boolean);
  const id = item.messages ? item.messages[0].message_id : item.key;
  const attributes = {
    class: classes.join(" "),
    tabindex: "-1",
    "data-message": id,
    "data-ids": item.ids?.join(" "),
    "aria-live": mine ? "off" : null,
    oncontextmenu: menu,
  };
  const node = el("article", attributes, children);
  node.setAttribute("aria-labelledby", nameParts(node));
  if (isTouch()) node.querySelector(".bubble").addEventListener("click", (event) => onTouch(event, menu));
  return node;
}

function onTouch(event, menu) {
  if (!event.target.closest("a, button, [role=button]")) menu(event);
}

function nameParts(node) {
  const parts = [...node.querySelectorAll("[data-names]")];
  for (const part of parts) part.id = freshId("part");
  return parts.map((part) => part.id).join(" ");
}

function bubble(item, mine, children) {
  const message = item.messages?.[0];
  const isBig =
    message?.text &&
    !message.entities?.some((entity) => entity.type !== "custom_emoji") &&
    isJumbo(message.text) &&
    !message.reply_to_message;
  const isBare = message && !captionOf(item.messages) && (message.photo || message.video);
  return el("div", { class: `bubble ${isBig ? "jumbo" : ""} ${isBare ? "bare" : ""}` }, children);
}

function senderLine(item, mine) {
  const name = senderOf(item.messages?.[0] ?? { from: state.seat });
  const isShown = isGroup() && !mine && item.isFirst;
  return el(
    "span",
    { class: isShown ? "sender" : "visually-hidden", "data-names": true },
    isShown ? name : `${name}: `,
  );
}

function face(item, mine) {
  if (!isGroup() || mine) return null;
  const from = item.messages[0].from ?? {};
  if (!item.isLast) return el("span", { class: "face" });
  return el(
    "span",
    { class: "face" },
    avatar({ id: from.id ?? 0, name: senderOf(item.messages[0]), isBot: from.is_bot }, "small"),
  );
}

function isGroup() {
  return state.chats.get(state.open)?.type === "supergroup";
}

function content(messages) {
  const message = messages[0];
  const meta = metaOf(messages);
  const visuals = messages.filter((part) => part.photo || part.video);
  const files = messages.filter((part) => fileOf(part));
  const { text, entities } = wordsOf(messages);
  const words = textBlock(text, entities, meta);
  return [
    visuals.length ? visualGrid(visuals) : null,
    ...files.map((part) => documentCard(fileOf(part))),
    message.contact ? contactCard(message.contact) : null,
    message.poll ? pollCard(message) : null,
    words,
  ];
}

function textBlock(text, entities, meta) {
  return el(
    "div",
    { class: text ? "text" : "text wordless", dir: "auto", "data-names": true },
    text ? richText(text, entities) : null,
    meta,
  );
}

function wordsOf(messages) {
  const message = messages[0];
  if (message.text !== undefined) return { text: withoutPayload(message.text), entities: message.entities };
  const captioned = captionOf(messages);
  if (captioned) return { text: captioned.caption, entities: captioned.caption_entities };
  const isShown = message.photo || message.video || message.contact || message.poll || fileOf(message);
  return { text: isShown ? "" : t("unsupported"), entities: [] };
}

function captionOf(messages) {
  return messages.find((part) => part.caption);
}

function fileOf(message) {
  const { document: file, audio, voice, video_note: note, sticker } = message;
  return file ?? audio ?? voice ?? note ?? sticker;
}

// A deep link sends "/start PAYLOAD"; people see what they pressed.
function withoutPayload(text) {
  return /^\/start \S+$/.test(text) ? "/start" : text;
}

function metaOf(messages) {
  const message = messages[0];
  // A bot's menus and keyboards change all the time; what a person said and then changed is worth a word.
  const isEdited = messages.some((part) => part.edit_date && !part.from?.is_bot);
  const time = el(
    "time",
    { datetime: new Date(message.date * 1000).toISOString(), title: moment(message.date * 1000) },
    clockTime(message.date),
  );
  return el(
    "span",
    { class: "meta" },
    message.is_whisper ? el("span", { class: "edited" }, t("whisper")) : null,
    message.is_silent ? mark("bell", t("silent")) : null,
    messages.some((part) => part.is_pinned) ? mark("pin", t("pinned_top")) : null,
    isEdited ? el("span", { class: "edited" }, t("edited")) : null,
    time,
    isMine(message) ? mark("check", t("sent")) : null,
  );
}

function mark(drawing, name) {
  return el("span", { class: `mark ${drawing}`, title: name }, icon(drawing), spoken(name));
}

function outgoingNode(item) {
  const { item: sending } = item;
  const hasFailed = sending.state === "failed";
  const meta = el(
    "span",
    { class: "meta" },
    el("time", null, clockTime(sending.date)),
    hasFailed ? mark("alert", t("failed")) : mark("clock", t("pending")),
  );
  const menu = (event) => openOutgoingMenu(sending, event);
  const body = bubble(item, true, [
    senderLine(item, true),
    sending.replyTo ? quoteOf(sending.replyTo) : null,
    sending.files ? previews(sending.files) : null,
    sending.contact ? contactCard(sending.contact) : null,
    textBlock(sending.text ? withoutPayload(sending.text) : "", [], meta),
  ]);
  const reason = hasFailed ? failure(sending, menu) : null;
  const node = frame(item, true, menu, [el("div", { class: "bubble-row" }, body), reason]);
  node.classList.add(sending.state);
  return node;
}

function failure(sending, menu) {
  const text = [t("failed"), sending.reason].filter(Boolean).join(": ");
  return el(
    "button",
    { type: "button", class: "failure", "aria-haspopup": "menu", onclick: menu },
    icon("alert"),
    text,
  );
}

function noticeText(message) {
  const names = (people) => people.map((person) => person.first_name).join(", ");
  if (message.new_chat_members) return `+ ${names(message.new_chat_members)}`;
  if (message.left_chat_member) return `− ${names([message.left_chat_member])}`;
  return message.new_chat_title ?? t("pinned");
}

function typingNode() {
  const dots = [1, 2, 3].map(() => el("span", { class: "dot" }));
  return el(
    "div",
    { class: "message theirs first last typing", "aria-hidden": "true" },
    el("div", { class: "bubble" }, dots),
  );
}
