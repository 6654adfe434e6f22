/** Boxes in front of everything: alert, question, small form. The browser keeps the focus inside, Esc closes. */

import { el, freshId } from "./dom.js";
import { t } from "./strings.js";

/** Shows a text until it is dismissed. */
export function alertBox(text) {
  const close = el("button", { type: "submit", class: "button primary", autofocus: true }, t("ok"));
  return ask({ role: "alertdialog", text, buttons: [close] });
}

/** Asks yes or no; resolves to true for yes. */
export async function confirmBox({ title, text, yes, isDangerous = false }) {
  const buttons = [
    el("button", { type: "submit", class: "button", value: "no" }, t("cancel")),
    el(
      "button",
      { type: "submit", class: `button ${isDangerous ? "danger" : "primary"}`, value: "yes", autofocus: true },
      yes,
    ),
  ];
  return (await ask({ role: "alertdialog", title, text, buttons })) === "yes";
}

/** Asks for one line of text; resolves to it, or to null. `check` returns what is wrong, or "". */
export async function inputBox({ title, text, label, yes, value = "", type = "text", autocomplete = "off", check }) {
  const id = freshId("field");
  const field = el("input", { id, type, autocomplete, value, required: true, autofocus: true });
  field.addEventListener("input", () => field.setCustomValidity(check(field.value)));
  field.setCustomValidity(check(value));
  const buttons = [
    el("button", { type: "submit", class: "button", value: "no", formnovalidate: true }, t("cancel")),
    el("button", { type: "submit", class: "button primary", value: "yes" }, yes),
  ];
  const row = el("div", { class: "field" }, el("label", { for: id }, label), field);
  return (await ask({ title, text, extra: row, buttons, first: "yes" })) === "yes" ? field.value : null;
}

/** Puts any content into a box in front of the page and returns it, open; it removes itself when closed. */
export function openBox(attributes, ...children) {
  const box = el("dialog", attributes, ...children);
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => event.target === box && box.close());
  document.body.append(box);
  box.showModal();
  return box;
}

function ask({ role, title, text, extra, buttons, first }) {
  const ids = { title: freshId("title"), text: freshId("text") };
  const form = el(
    "form",
    { method: "dialog" },
    title ? el("h2", { id: ids.title }, title) : null,
    text ? el("p", { id: ids.text, class: "box-text", dir: "auto" }, text) : null,
    extra,
    // Enter in a field presses the first submit button there is; a hidden one makes that the right one.
    first
      ? el("button", { type: "submit", value: first, class: "default-button", tabindex: "-1", "aria-hidden": "true" })
      : null,
    el("div", { class: "box-buttons" }, buttons),
  );
  const names = {
    "aria-labelledby": title ? ids.title : ids.text,
    "aria-describedby": title && text ? ids.text : null,
  };
  const box = openBox({ class: "box", role, ...names }, form);
  return new Promise((resolve) => box.addEventListener("close", () => resolve(box.returnValue)));
}
