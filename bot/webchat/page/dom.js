/** Builds the page's nodes. No markup strings anywhere, so nothing a person writes can become markup. */

const SVG = "http://www.w3.org/2000/svg";

let lastId = 0;

/** A new element: el("p", {class: "note", onclick: go}, "text", node, [more]). What is empty is left out. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) put(node, name, value);
  node.append(...children.flat(Infinity).filter(isSomething));
  return node;
}

/** Takes the drawings into the page once, so that none is missing when the server is away. */
export async function loadIcons() {
  const response = await fetch("/static/icons.svg");
  const drawings = new DOMParser().parseFromString(await response.text(), "image/svg+xml").documentElement;
  drawings.setAttribute("class", "drawings");
  drawings.setAttribute("aria-hidden", "true");
  document.body.append(document.adoptNode(drawings));
}

/** A drawing out of icons.svg, in the colour of the text around it and silent for screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** A round button that shows only a drawing; its name is read aloud and shown as a tooltip. */
export function iconButton(name, label, onclick, attributes) {
  return el(
    "button",
    { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...attributes },
    icon(name),
  );
}

/** An id nobody else on this page has, to tie labels to what they name. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Text that only screen readers meet. */
export function spoken(text) {
  return el("span", { class: "visually-hidden" }, text);
}

export function isTouch() {
  return matchMedia("(hover: none)").matches;
}

function put(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? "" : value);
}

function isSomething(child) {
  return child !== null && child !== undefined && child !== false && child !== "";
}
