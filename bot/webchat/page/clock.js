/** The shop's clock, where the server has one: what time it is there, what comes next, and letting it run. */

import { api, Refused } from "./api.js";
import { el, freshId, icon, iconButton, spoken } from "./dom.js";
import { on, state } from "./store.js";
import { t } from "./strings.js";
import { follow, moment } from "./times.js";
import { toast } from "./toasts.js";

const HOUR = 3600;
const WIDE = "(min-width: 720px)";
const LOOK_EVERY = 200;
// While it runs the server tells the time this often; the page does not guess further ahead.
const TOLD_EVERY = 600;

let clock;
let shownAt = 0; // when the server told it, by our own clock
let parts;

/** The panel, or null where no clock is attached. */
export async function createClock() {
  try {
    clock = await api.clock();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
  parts = build();
  show(clock);
  on("clock", show);
  setInterval(tick, LOOK_EVERY);
  return parts.panel;
}

function build() {
  const body = freshId("clock");
  const isOpen = matchMedia(WIDE).matches;
  const time = el("span", { class: "clock-time" });
  const next = el("p", { class: "clock-next" });
  const run = iconButton("play", t("play"), () => turn({ running: !clock.running }), { class: "icon-button clock-run" });
  const steps = el(
    "div",
    { class: "clock-buttons" },
    button("advance_next", () => ({ advance: "next", user_id: state.seat.id }), "primary"),
    button("advance_hours", () => ({ advance_seconds: 6 * HOUR })),
    button("advance_day", () => ({ advance_seconds: 24 * HOUR })),
  );
  const head = el(
    "button",
    { type: "button", class: "clock-head", "aria-expanded": String(isOpen), "aria-controls": body },
    el("span", { class: "clock-label" }, t("clock")),
    time,
    icon("down"),
  );
  const hint = el("p", { class: "clock-hint" }, t("clock_hint"));
  const details = el("div", { id: body, class: "clock-body", hidden: !isOpen }, next, steps, hint, teamLink());
  head.addEventListener("click", () => {
    details.hidden = !details.hidden;
    head.setAttribute("aria-expanded", String(!details.hidden));
  });
  const row = el("div", { class: "clock-row" }, run, head);
  const panel = el("section", { class: "shop-clock", "aria-label": t("clock") }, row, details);
  return { panel, time, next, run, steps };
}

function button(key, step, look = "") {
  const press = () => busily(() => turn(step()));
  return el("button", { type: "button", class: `button small ${look}`, onclick: press }, t(key));
}

// Whoever plays a customer may want to see the other side of the counter, too.
function teamLink() {
  const { team } = clock;
  if (!team || team.user_id === state.seat.id) return null;
  const address = `/?${new URLSearchParams({ user_id: team.user_id, chat_id: team.chat_id })}`;
  return el(
    "a",
    { class: "clock-team", href: address, target: "_blank", rel: "noopener" },
    icon("people"),
    el("span", { dir: "auto" }, inOurWords(team)),
    spoken(t("new_tab")),
    icon("outside"),
  );
}

async function turn(step) {
  try {
    show(await api.turnClock(step));
  } catch (error) {
    toast(error.message || t("unreachable"));
  }
}

async function busily(work) {
  setBusy(true);
  await work();
  setBusy(false);
}

function setBusy(isBusy) {
  parts.steps.setAttribute("aria-busy", String(isBusy));
  for (const one of parts.steps.children) one.setAttribute("aria-disabled", String(isBusy));
}

function show(told) {
  clock = told;
  shownAt = Date.now();
  follow(clock.timezone, shopNow);
  const due = clock.next_of?.[state.seat.id] ?? clock.next;
  parts.next.replaceChildren(
    ...(due
      ? [
          el("strong", null, `${t("clock_next")}: `),
          `${moment(Date.parse(due.at))} · `,
          el("span", { dir: "auto" }, inOurWords(due)),
        ]
      : [t("clock_idle")]),
  );
  showRunning();
  tick();
}

function showRunning() {
  const label = t(clock.running ? "pause" : "play");
  if (parts.run.getAttribute("aria-label") === label && parts.run.title === label) return;
  parts.run.setAttribute("aria-label", label);
  parts.run.title = label;
  parts.run.replaceChildren(icon(clock.running ? "pause" : "play"));
}

function inOurWords({ texts, what }) {
  return texts?.[document.documentElement.lang] ?? what;
}

function shopNow() {
  const passed = Date.now() - shownAt;
  return Date.parse(clock.now) + (clock.running ? Math.min(passed, TOLD_EVERY) * (clock.speed ?? 1) : passed);
}

function tick() {
  const text = moment(shopNow());
  if (parts.time.textContent !== text) parts.time.textContent = text;
}
