/** Where the visitor writes: text, answers, corrections, files, commands, reply keys; and START before all that. */

import { api } from "./api.js";
import { chooseFiles, listenForFiles } from "./attachments.js";
import { commandsKey, createCommands, filterCommands, hideCommands, toggleCommands } from "./commands.js";
import { setBlocked } from "./blocking.js";
import { contextBar } from "./context-bar.js";
import { el, icon, iconButton, isTouch } from "./dom.js";
import { asTyped } from "./entities.js";
import { keepDraft, draftOf } from "./drafts.js";
import { sendText } from "./outbox.js";
import { isMine } from "./people.js";
import { createReplyKeyboard, forcedPlaceholder } from "./reply-keyboard.js";
import { on, putMessage, state, tell } from "./store.js";
import { t } from "./strings.js";
import { toast } from "./toasts.js";

const TALLEST = 180;

let field;
let send;
let bar;
let menuButton;
let form;
let big; // START or unblock, in place of the form
let note; // why nothing can be written here
let context = null; // {kind: "reply"|"edit", message}

export function createComposer() {
  field = el("textarea", {
    rows: "1",
    dir: "auto",
    enterkeyhint: "send",
    autocomplete: "off",
    oninput: onInput,
    onkeydown: onKey,
  });
  send = iconButton("send", t("send"), null, { type: "submit", class: "icon-button send" });
  bar = el("div", { class: "context-bar", hidden: true });
  menuButton = el(
    "button",
    { type: "button", class: "menu-button", "aria-haspopup": "listbox", onclick: toggleCommands },
    icon("menu"),
    el("span", null, t("menu")),
  );
  const attach = iconButton("attach", t("attach"), () => chooseFiles(takeContext));
  const { panel, toggle } = createReplyKeyboard();
  form = el("form", { class: "composer", onsubmit: submit }, menuButton, attach, field, toggle, send);
  big = el("button", { type: "button", class: "button primary big", hidden: true });
  note = el("p", { class: "read-only", hidden: true }, t("read_only"));
  listenForFiles(field, takeContext);
  on("reply", (message) => setContext({ kind: "reply", message }));
  on("edit", beginEdit);
  on("start", showComposer);
  on("chats", update);
  document.addEventListener("keydown", catchTyping);
  return el("footer", { class: "composer-area" }, createCommands(field, fill), bar, form, panel, big, note);
}

/** Fits the composer to the chat that is open now: its draft, its keys, START or not. */
export function showComposer() {
  context = null;
  drawContext();
  hideCommands();
  fill(draftOf(state.open));
  update();
}

export function focusComposer() {
  if (!big.hidden) big.focus({ preventScroll: true });
  else if (!form.hidden) field.focus({ preventScroll: true });
}

/** The message being answered, which is thereby used up. */
export function takeContext() {
  const replyTo = context?.kind === "reply" ? context.message : null;
  if (replyTo) setContext(null);
  return replyTo;
}

function update() {
  const chat = state.chats.get(state.open);
  if (!chat) return;
  const start = startFor(chat);
  const label = chat.blocked ? t("unblock") : start ? t("start") : null;
  const hadFocus = document.activeElement === big;
  big.hidden = label === null;
  big.textContent = label ?? "";
  big.onclick = chat.blocked ? () => setBlocked(chat.id, false) : () => begin(start);
  note.hidden = chat.may_write;
  form.hidden = label !== null || !chat.may_write;
  form.parentElement.classList.toggle("closed", form.hidden);
  if (hadFocus && big.hidden) field.focus({ preventScroll: true });
  menuButton.hidden = chat.commands.length === 0;
  field.placeholder = forcedPlaceholder(chat) ?? t("message_field");
  field.setAttribute("aria-label", field.placeholder);
}

function startFor(chat) {
  if (state.start?.chat === chat.id) return `/start ${state.start.payload}`;
  return chat.type === "private" && !chat.started ? "/start" : null;
}

function begin(text) {
  state.start = null;
  sendText(text);
  tell("started");
  update();
  if (!isTouch()) focusComposer();
}

function submit(event) {
  event?.preventDefault();
  const text = field.value.trim();
  if (text === "") return;
  if (context?.kind === "edit") finishEdit(context.message, text);
  else sendText(text, { replyTo: takeContext() });
  setContext(null);
  fill("");
  hideCommands();
}

async function finishEdit(message, text) {
  const chatId = state.open;
  if (text === asTyped(message)) return;
  try {
    putMessage(chatId, await api.edit(state.seat.id, chatId, message.message_id, text));
  } catch (error) {
    toast(error.message || t("unreachable"));
  }
}

function onInput() {
  grow();
  send.disabled = field.value.trim() === "";
  if (context?.kind !== "edit") keepDraft(state.open, field.value);
  filterCommands(field.value);
}

function onKey(event) {
  if (event.isComposing || commandsKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && context) {
    event.preventDefault();
    cancelContext();
  } else if (event.key === "ArrowUp" && field.value === "" && !context) editLast(event);
}

function editLast(event) {
  const last = state.talks.get(state.open)?.messages.findLast((message) => isMine(message) && message.text);
  if (!last) return;
  event.preventDefault();
  beginEdit(last);
}

function beginEdit(message) {
  setContext({ kind: "edit", message });
  fill(asTyped(message));
}

function setContext(next) {
  context = next;
  drawContext();
  if (next) field.focus();
}

function cancelContext() {
  const wasEdit = context?.kind === "edit";
  setContext(null);
  if (wasEdit) fill(draftOf(state.open));
  field.focus();
}

function drawContext() {
  bar.hidden = context === null;
  bar.replaceChildren(...(context ? contextBar(context, cancelContext) : []));
}

function fill(text) {
  field.value = text;
  onInput();
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
}

// Whoever starts typing means the composer, wherever the keyboard was.
function catchTyping(event) {
  const isText = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isElsewhere = !event.target.closest("input, textarea, select, dialog, [role=menu]");
  if (isText && isElsewhere && !form.hidden && field.offsetParent) field.focus({ preventScroll: true });
}
