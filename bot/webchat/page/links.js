/** Which addresses a message may lead to, and how. */

import { api } from "./api.js";
import { el } from "./dom.js";
import { loadChats, offerStart, openChat, state } from "./store.js";
import { t } from "./strings.js";
import { toast } from "./toasts.js";

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

/** A link. Deep links to our own bot and invitations stay in the page, others open a new tab; unsafe addresses become plain text. */
export function anchor(raw, attributes, ...children) {
  const href = safeHref(raw);
  if (href === null) return el("span", attributes, ...children);
  const start = startOf(href);
  if (start === null)
    return el(
      "a",
      { href, target: "_blank", rel: "noopener noreferrer", ...attributes, ...(isInvitation(href) && entrance(href)) },
      ...children,
    );
  const inside = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // whoever asks for another tab gets it
    event.preventDefault();
    offerStart(start.payload, start.chat);
  };
  return el("a", { href: seatHref(start.payload), onclick: inside, ...attributes }, ...children);
}

/** Whether an address stays in the page: a deep link to our own bot, or an invitation. */
export function staysHere(raw) {
  const href = safeHref(raw);
  return href !== null && (startOf(href) !== null || isInvitation(href));
}

/** Follows an address the bot answered with. */
export function follow(raw) {
  const href = safeHref(raw);
  if (href === null) return;
  if (isInvitation(href)) return void join(href);
  const start = startOf(href);
  if (start === null) window.open(href, "_blank", "noopener,noreferrer");
  else offerStart(start.payload, start.chat);
}

function isInvitation(href) {
  const url = new URL(href);
  return ["t.me", "telegram.me"].includes(url.hostname) && url.pathname.startsWith("/+");
}

function entrance(href) {
  return { onclick: (event) => (event.preventDefault(), join(href)) };
}

/** Goes into the group the invitation is for, or asks to be let in. */
async function join(href) {
  try {
    const { status, chat_id, title } = await api.join(state.seat.id, href);
    if (status === "asked") return toast(t("join_asked", { name: title }));
    await loadChats();
    openChat(chat_id);
  } catch (error) {
    toast(error.status === 410 || error.status === 404 ? t("join_over") : error.message);
  }
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
