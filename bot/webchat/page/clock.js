/** The shop's clock, where the server has one: what time it is there, what comes next, and turning it on. */

import { api, Refused } from "./api.js";
import { el, freshId, icon } from "./dom.js";
import { on } from "./store.js";
import { t } from "./strings.js";
import { follow, moment } from "./times.js";
import { toast } from "./toasts.js";

const HOUR = 3600;
const WIDE = "(min-width: 720px)";

let clock;
let offset = 0; // how far the shop's time is ahead of ours, in milliseconds
let time;
let next;
let buttons;

/** The panel, or null where no clock is attached. */
export async function createClock() {
  try {
    clock = await api.clock();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
  const panel = build();
  show(clock);
  on("clock", show);
  setInterval(tick, 1000);
  return panel;
}

function build() {
  const body = freshId("clock");
  time = el("span", { class: "clock-time" });
  next = el("p", { class: "clock-next" });
  buttons = el(
    "div",
    { class: "clock-buttons" },
    button("advance_next", { advance: "next" }, "primary"),
    button("advance_hours", { advance_seconds: 6 * HOUR }),
    button("advance_day", { advance_seconds: 24 * HOUR }),
  );
  const isOpen = matchMedia(WIDE).matches;
  const head = el(
    "button",
    { type: "button", class: "clock-head", "aria-expanded": String(isOpen), "aria-controls": body },
    icon("clock"),
    el("span", { class: "clock-label" }, t("clock")),
    time,
    icon("down"),
  );
  const details = el("div", { id: body, class: "clock-body", hidden: !isOpen }, next, buttons);
  head.addEventListener("click", () => {
    details.hidden = !details.hidden;
    head.setAttribute("aria-expanded", String(!details.hidden));
  });
  return el("section", { class: "shop-clock", "aria-label": t("clock") }, head, details);
}

function button(key, step, look = "") {
  return el("button", { type: "button", class: `button small ${look}`, onclick: () => turn(step) }, t(key));
}

async function turn(step) {
  setBusy(true);
  try {
    show(await api.turnClock(step));
  } catch (error) {
    toast(error.message || t("unreachable"));
  } finally {
    setBusy(false);
  }
}

function setBusy(isBusy) {
  buttons.setAttribute("aria-busy", String(isBusy));
  for (const one of buttons.children) one.setAttribute("aria-disabled", String(isBusy));
}

function show(state) {
  clock = state;
  offset = Date.parse(clock.now) - Date.now();
  follow(clock.timezone, shopNow);
  const due = clock.next;
  next.replaceChildren(
    ...(due
      ? [
          el("strong", null, `${t("clock_next")}: `),
          `${moment(Date.parse(due.at))} · `,
          el("span", { dir: "auto" }, due.texts?.[document.documentElement.lang] ?? due.what),
        ]
      : [t("clock_idle")]),
  );
  tick();
}

function shopNow() {
  return clock.running ? Date.now() + offset : Date.parse(clock.now);
}

function tick() {
  const text = moment(shopNow());
  if (time.textContent !== text) time.textContent = text;
}
