/** Turns a message's text and its entities into nodes: the only way formatted text gets onto the page. */

import { el, icon } from "./dom.js";
import { anchor } from "./links.js";
import { t } from "./strings.js";
import { copyText } from "./clipboard.js";
import { sendText } from "./outbox.js";

const LONG_QUOTE = 160;
const TYPED = { bold: "**", italic: "__", strikethrough: "~~", spoiler: "||", code: "`" };

/** The nodes for a text. Offsets count UTF-16 units, as JavaScript strings do; broken ones are cut to fit. */
export function richText(text, entities = []) {
  const widestFirst = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodesOf(text, 0, text.length, widestFirst);
}

/** The text as it would be typed to look like this. */
export function asTyped({ text, entities = [] }) {
  const marked = entities.filter(({ type }) => TYPED[type]).sort((a, b) => a.length - b.length);
  const ends = marked.map(({ type, offset, length }) => ({ at: offset + length, mark: TYPED[type], rank: 0 }));
  const starts = marked.toReversed().map(({ type, offset }) => ({ at: offset, mark: TYPED[type], rank: 1 }));
  const marks = [...ends, ...starts].sort((a, b) => a.at - b.at || a.rank - b.rank);
  return marks.reduceRight((typed, { at, mark }) => typed.slice(0, at) + mark + typed.slice(at), text);
}

/** True for one to three emoji and nothing else, which are shown big. */
export function isJumbo(text) {
  return text.length <= 40 && /^(?:\p{RGI_Emoji}\s*){1,3}$/v.test(text.trim());
}

function nodesOf(text, from, to, entities) {
  const nodes = [];
  const queue = [...entities];
  let at = from;
  while (queue.length) {
    const entity = queue.shift();
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) continue;
    const inner = takeInner(queue, end);
    if (start > at) nodes.push(text.slice(at, start));
    nodes.push(dressed(entity, text.slice(start, end), nodesOf(text, start, end, inner)));
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return withoutDoubleBreaks(nodes);
}

// Takes what begins before `end` out of the queue; what reaches beyond it stays in line with its rest.
function takeInner(queue, end) {
  const inner = [];
  const rest = [];
  while (queue.length && queue[0].offset < end) {
    const entity = queue.shift();
    inner.push(entity);
    const over = entity.offset + entity.length - end;
    if (over > 0) rest.push({ ...entity, offset: end, length: over });
  }
  queue.unshift(...rest);
  return inner;
}

function dressed(entity, text, children) {
  switch (entity.type) {
    case "bold":
      return el("strong", null, children);
    case "italic":
      return el("em", null, children);
    case "underline":
      return el("u", null, children);
    case "strikethrough":
      return el("s", null, children);
    case "code":
      return code(text);
    case "pre":
      return codeBlock(text, entity.language);
    case "spoiler":
      return spoiler(children);
    case "blockquote":
      return el("blockquote", null, children);
    case "expandable_blockquote":
      return foldedQuote(text, children);
    case "text_link":
      return anchor(entity.url, null, children);
    case "url":
      return anchor(text, null, children);
    case "email":
      return anchor(`mailto:${text}`, null, children);
    case "phone_number":
      return anchor(`tel:${text.replace(/[^\d+]/g, "")}`, null, children);
    case "bot_command":
      return el("button", { type: "button", class: "command-link", onclick: () => sendText(text) }, text);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return el("span", { class: "mention" }, children);
    default:
      return el("span", null, children);
  }
}

function code(text) {
  const copy = () => copyText(text);
  const attributes = { role: "button", tabindex: "0", title: t("copy"), onclick: copy, onkeydown: onPress(copy) };
  return el("code", attributes, text);
}

function codeBlock(text, language) {
  const copy = el(
    "button",
    { type: "button", class: "code-copy", "aria-label": t("copy"), title: t("copy"), onclick: () => copyText(text) },
    icon("copy"),
  );
  return el(
    "div",
    { class: "code-block" },
    el("div", { class: "code-head" }, el("span", null, language ?? ""), copy),
    el("pre", null, el("code", null, text)),
  );
}

function spoiler(children) {
  const hidden = el("span", { inert: true }, children);
  const cover = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") }, hidden);
  const reveal = () => {
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
    cover.classList.add("revealed");
    hidden.inert = false;
  };
  cover.addEventListener("click", reveal, { once: true });
  cover.addEventListener("keydown", onPress(reveal));
  return cover;
}

function foldedQuote(text, children) {
  const quote = el("blockquote", null, el("div", null, children));
  if (text.length < LONG_QUOTE && text.split("\n").length <= 3) return quote;
  const more = el("button", { type: "button", class: "fold", "aria-expanded": "false" }, t("show_more"));
  more.addEventListener("click", () => {
    const isOpen = quote.classList.toggle("folded") === false;
    more.setAttribute("aria-expanded", String(isOpen));
    more.textContent = isOpen ? t("show_less") : t("show_more");
  });
  quote.classList.add("folded");
  quote.append(more);
  return quote;
}

function onPress(act) {
  return (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

// A block already begins and ends a line; the line break written beside it would show as an empty line.
function withoutDoubleBreaks(nodes) {
  return nodes.map((node, index) => {
    if (typeof node !== "string") return node;
    const afterBlock = isBlock(nodes[index - 1]) ? node.replace(/^\n/, "") : node;
    return isBlock(nodes[index + 1]) ? afterBlock.replace(/\n$/, "") : afterBlock;
  });
}

function isBlock(node) {
  return node instanceof HTMLElement && (node.tagName === "BLOCKQUOTE" || node.classList.contains("code-block"));
}
