/** Small menus beside what opened them: arrows move, Enter chooses, Esc or a click elsewhere closes. */

import { el, icon } from "./dom.js";

const GAP = 6;

/** Opens a menu of [{label, drawing, act, isDangerous?}] at an element or a pointer event. */
export function openPopup(label, entries, at) {
  const before = document.activeElement;
  const items = entries.map((entry) => itemFor(entry, () => close()));
  const menu = el(
    "div",
    {
      class: "popup",
      role: "menu",
      "aria-label": label,
      popover: "auto",
      onkeydown: (event) => steer(event, items, close),
    },
    items,
  );
  const close = () => menu.hidePopover();
  menu.addEventListener("toggle", (event) => event.newState === "closed" && leave(menu, before));
  document.getElementById("app").append(menu);
  menu.showPopover();
  place(menu, at);
  items[0].focus();
}

function itemFor({ label, drawing, act, isDangerous }, close) {
  const choose = () => {
    close();
    act();
  };
  return el(
    "button",
    { type: "button", role: "menuitem", tabindex: "-1", class: isDangerous ? "dangerous" : null, onclick: choose },
    icon(drawing),
    label,
  );
}

function steer(event, items, close) {
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") close();
  if (event.key === "Escape") event.stopPropagation();
  if (to === undefined) return;
  event.preventDefault();
  items[to % items.length].focus();
}

function leave(menu, before) {
  const isFocusLost =
    !document.activeElement || document.activeElement === document.body || menu.contains(document.activeElement);
  menu.remove();
  if (isFocusLost && before?.isConnected) before.focus({ preventScroll: true });
}

function place(menu, at) {
  const from = at instanceof Element ? at.getBoundingClientRect() : new DOMRect(at.clientX, at.clientY, 0, 0);
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.min(
    Math.max(GAP, at instanceof Element ? from.right - width : from.left),
    innerWidth - width - GAP,
  );
  const below = from.bottom + GAP;
  const top = below + height < innerHeight - GAP ? below : Math.max(GAP, from.top - height - GAP);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
