/** The bot's commands: all of them behind the menu button, the fitting ones while "/" is typed. */

import { el } from "./dom.js";
import { sendText } from "./outbox.js";
import { state } from "./store.js";
import { t } from "./strings.js";

let list;
let field;
let fill;
let matches = [];
let chosen = 0;

/** The list, to be put above the composer; `write(text)` fills the composer's field. */
export function createCommands(composerField, write) {
  field = composerField;
  fill = write;
  list = el("ul", {
    class: "commands",
    id: "commands",
    role: "listbox",
    tabindex: "-1",
    "aria-label": t("commands"),
    hidden: true,
    onkeydown: onListKey,
  });
  list.addEventListener(
    "focusout",
    (event) => event.relatedTarget?.closest(".menu-button") || event.relatedTarget === field || hideCommands(),
  );
  document.addEventListener("pointerdown", (event) => event.target.closest(".commands, .composer") || hideCommands());
  return list;
}

export function commandsOpen() {
  return !list.hidden;
}

export function hideCommands() {
  if (list.hidden) return;
  const hadFocus = list.contains(document.activeElement);
  list.hidden = true;
  tieField();
  if (hadFocus) field.focus();
}

/** The menu button: everything the bot can be told. */
export function toggleCommands() {
  if (commandsOpen()) return hideCommands();
  show(commandsOfChat());
  return list.focus();
}

/** While a command is being typed: those that begin with it. */
export function filterCommands(text) {
  const typed = /^\/(\w*)$/.exec(text);
  const fitting = typed ? commandsOfChat().filter(({ command }) => command.startsWith(typed[1].toLowerCase())) : [];
  if (fitting.length) show(fitting);
  else hideCommands();
}

/** Handles a key of the field while the list is open; true when it was meant for the list. */
export function commandsKey(event) {
  if (!commandsOpen()) return false;
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (move) choose((chosen + move + matches.length) % matches.length);
  else if (event.key === "Enter" && !event.shiftKey) run(matches[chosen]);
  else if (event.key === "Tab" && field.value.startsWith("/")) fill(`/${matches[chosen].command} `);
  else if (event.key === "Escape") hideCommands();
  else return false;
  event.preventDefault();
  return true;
}

function onListKey(event) {
  if (event.key === "Tab") hideCommands();
  else commandsKey(event);
}

function commandsOfChat() {
  return state.chats.get(state.open)?.commands ?? [];
}

function show(fitting) {
  matches = fitting;
  list.replaceChildren(...matches.map(optionFor));
  list.hidden = false;
  choose(0);
}

function optionFor(command, index) {
  const attributes = {
    role: "option",
    id: `command-${index}`,
    onclick: () => run(command),
    onpointermove: () => chosen === index || choose(index),
  };
  return el(
    "li",
    attributes,
    el("span", { class: "command-name" }, `/${command.command}`),
    el("span", { class: "command-about", dir: "auto" }, command.description),
  );
}

function choose(index) {
  chosen = index;
  [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
  list.children[index]?.scrollIntoView({ block: "nearest" });
  list.setAttribute("aria-activedescendant", `command-${index}`);
  tieField();
}

function tieField() {
  if (list.hidden) {
    for (const name of ["aria-controls", "aria-activedescendant", "aria-autocomplete"]) field.removeAttribute(name);
    return;
  }
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-activedescendant", `command-${chosen}`);
}

function run({ command }) {
  fill("");
  hideCommands();
  sendText(`/${command}`);
}
