/** Which addresses a message may lead to, and how. */

import { el } from "./dom.js";
import { state, offerStart } from "./store.js";

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
    event.preventDefault();
    offerStart(start.payload, start.chat);
  };
  return el("a", { href: seatHref(start.payload), onclick: inside, ...attributes }, ...children);
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
  const isHere = url.origin === location.origin && url.pathname === "/" && !url.searchParams.has("user_id");
  if (!isHere && !["t.me", "telegram.me"].includes(url.hostname)) return null;
  const username = url.pathname.slice(1).toLowerCase();
  const isOurs = (chat) => chat.type === "private" && (isHere || chat.bot.username?.toLowerCase() === username);
  const chat = [...state.chats.values()].find(isOurs);
  return chat ? { payload: url.searchParams.get("start"), chat: chat.id } : null;
}

function seatHref(payload) {
  return `/?${new URLSearchParams({ user_id: state.seat.id, start: payload })}`;
}
