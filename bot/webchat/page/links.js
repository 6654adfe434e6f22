/** Which addresses a message may lead to, and how. */

import { el } from "./dom.js";
import { state, offerStart } from "./store.js";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);

/** The address if a visitor may follow it, else null: javascript: and its kin lead nowhere. */
export function safeHref(raw) {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(raw) ? raw : `https://${raw}`;
  try {
    const url = new URL(address);
    return SAFE.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A link. Deep links to our own bot stay in the page, others open a new tab; unsafe addresses become plain text. */
export function anchor(raw, attributes, ...children) {
  const href = safeHref(raw);
  if (href === null) return el("span", attributes, ...children);
  const start = startOf(href);
  if (start === null)
    return el("a", { href, target: "_blank", rel: "noopener noreferrer", ...attributes }, ...children);
  const inside = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // whoever asks for another tab gets it
    event.preventDefault();
    offerStart(start.payload, start.chat);
  };
  return el("a", { href: seatHref(start.payload), onclick: inside, ...attributes }, ...children);
}

/** Whether an address stays in the page: a deep link to our own bot. */
export function staysHere(raw) {
  const href = safeHref(raw);
  return href !== null && startOf(href) !== null;
}

/** Follows an address the bot answered with. */
export function follow(raw) {
  const href = safeHref(raw);
  if (href === null) return;
  const start = startOf(href);
  if (start === null) window.open(href, "_blank", "noopener,noreferrer");
  else offerStart(start.payload, start.chat);
}

/** The payload and chat of a link to a bot of ours, by t.me or by this page's own address, else null. */
function startOf(href) {
  const url = new URL(href);
  if (!url.searchParams.has("start")) return null;
  const isHere = isOurs(url) && url.pathname === "/" && !url.searchParams.has("user_id");
  if (!isHere && !["t.me", "telegram.me"].includes(url.hostname)) return null;
  const username = url.pathname.slice(1).toLowerCase();
  const isMeant = (chat) => chat.type === "private" && (isHere || chat.bot.username?.toLowerCase() === username);
  const chat = [...state.chats.values()].find(isMeant);
  return chat ? { payload: url.searchParams.get("start"), chat: chat.id } : null;
}

/** This page's own address, by whichever name of this machine it was opened. */
function isOurs(url) {
  const isLocal = LOOPBACK.has(url.hostname) && LOOPBACK.has(location.hostname);
  return url.origin === location.origin || (isLocal && url.port === location.port && url.protocol === location.protocol);
}

function seatHref(payload) {
  return `/?${new URLSearchParams({ user_id: state.seat.id, start: payload })}`;
}
