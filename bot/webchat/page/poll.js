/** A poll inside a message: its answers to choose from, and what has been chosen so far. */

import { api, Unreachable } from "./api.js";
import { el, icon, spoken } from "./dom.js";
import { state } from "./store.js";
import { t } from "./strings.js";
import { toast } from "./toasts.js";

// Answers ticked but not sent yet, by chat and message: a vote of somebody else may redraw the poll meanwhile.
const ticked = new Map();

/** The poll; figures are shown to whoever has voted, and to everybody once it is closed. */
export function pollCard(message) {
  const { poll, chosen_option_ids: chosen = [] } = message;
  const isShown = poll.is_closed || chosen.length > 0;
  const name = el("p", { class: "poll-question", dir: "auto", "data-names": true }, poll.question);
  const card = el("div", { class: "poll" });
  card.append(
    name,
    el("p", { class: "poll-kind" }, kindOf(poll)),
    poll.description ? el("p", { class: "poll-description", dir: "auto" }, poll.description) : "",
    ...(isShown ? poll.options.map((option, place) => result(option, place, poll, chosen)) : choices(message, card)),
    footer(message, chosen),
  );
  return card;
}

function kindOf(poll) {
  if (poll.is_closed) return t("poll_closed");
  const kind = poll.is_anonymous ? t("poll_anonymous") : t("poll_open");
  return poll.allows_multiple_answers ? `${kind} · ${t("poll_several")}` : kind;
}

function choices(message, card) {
  const { poll } = message;
  return poll.options.map((option, place) => {
    const isTicked = ticksOf(message).has(place);
    const press = () => (poll.allows_multiple_answers ? tick(message, place, card) : vote(message, [place]));
    return el(
      "button",
      {
        type: "button",
        class: "poll-option",
        "aria-pressed": poll.allows_multiple_answers ? String(isTicked) : null,
        onclick: press,
      },
      el("span", { class: poll.allows_multiple_answers ? "poll-box square" : "poll-box" }, icon("check")),
      el("span", { class: "poll-text", dir: "auto" }, option.text),
    );
  });
}

function result(option, place, poll, chosen) {
  const share = poll.total_voter_count ? Math.round((100 * option.voter_count) / poll.total_voter_count) : 0;
  const bar = el("span", { class: "poll-bar" });
  bar.style.width = `${share}%`;
  const isMine = chosen.includes(place);
  return el(
    "div",
    { class: isMine ? "poll-result mine-vote" : "poll-result" },
    el("span", { class: "poll-share" }, `${share} %`),
    el("span", { class: "poll-text", dir: "auto" }, option.text, isMine ? [icon("check"), spoken(t("poll_mine"))] : null),
    el("span", { class: "poll-track" }, bar),
  );
}

function footer(message, chosen) {
  const { poll } = message;
  const count = t(poll.total_voter_count === 1 ? "poll_vote" : "poll_votes", { count: poll.total_voter_count });
  const told = el("span", { class: "poll-count" }, count);
  if (poll.is_closed) return el("div", { class: "poll-foot" }, told);
  if (chosen.length) return el("div", { class: "poll-foot" }, told, retract(message));
  return el("div", { class: "poll-foot" }, told, poll.allows_multiple_answers ? send(message) : null);
}

function send(message) {
  const chosen = ticksOf(message);
  const press = () => vote(message, [...chosen]);
  return el("button", { type: "button", class: "poll-act", disabled: chosen.size === 0, onclick: press }, t("poll_send"));
}

function retract(message) {
  if (!message.poll.allows_revoting) return null;
  return el("button", { type: "button", class: "poll-act", onclick: () => vote(message, []) }, t("poll_retract"));
}

function tick(message, place, card) {
  const chosen = ticksOf(message);
  if (!chosen.delete(place)) chosen.add(place);
  ticked.set(keyOf(message), chosen);
  const next = pollCard(message);
  card.replaceWith(next);
  next.querySelectorAll(".poll-option")[place].focus({ preventScroll: true });
}

async function vote(message, options) {
  try {
    await api.vote(state.seat.id, state.open, message.message_id, options);
    ticked.delete(keyOf(message));
  } catch (error) {
    toast(error instanceof Unreachable ? t("unreachable") : error.message);
  }
}

function ticksOf(message) {
  return new Set(ticked.get(keyOf(message)) ?? []);
}

function keyOf(message) {
  return `${state.seat.id}:${state.open}:${message.message_id}`;
}
