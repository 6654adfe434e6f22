/** Brings the children of a node in line with a list, touching only what differs. */

const LEAVING = 220;
const drawn = new WeakMap(); // node → the item it shows

/**
 * Each item has a `key`; `isSame(old, item)` says whether a node may stay, `make(item, node or null)` draws it (it may
 * update the old node and return it). `onNew(node)` sees nodes for keys that were not there; `isAnimated(item)` says
 * who leaves slowly.
 */
export function reconcile(parent, items, { isSame, make, onNew = () => {}, isAnimated = () => false }) {
  const old = new Map([...parent.children].filter((node) => drawn.has(node)).map((node) => [node.dataset.key, node]));
  const wanted = new Set(items.map((item) => item.key));
  for (const [key, node] of old) if (!wanted.has(key)) leave(node, isAnimated(drawn.get(node)));
  let next = skipOthers(parent.firstElementChild);
  for (const item of items) {
    const before = old.get(item.key) ?? null;
    const node = before && isSame(drawn.get(before), item) ? before : make(item, before);
    if (node !== before) next = swap(before, node, next);
    drawn.set(node, item);
    node.dataset.key = item.key;
    next = settle(parent, node, next);
    if (!before) onNew(node);
  }
}

// The focus moves on to the new node: somebody working with the keyboard must not be thrown to the top of the page.
function swap(before, node, next) {
  if (!before) return next;
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  const following = next === before ? node : next;
  if (before.tabIndex === 0) node.tabIndex = 0;
  before.replaceWith(node);
  if (focused) (focused === before ? node : counterpart(before, focused, node)).focus({ preventScroll: true });
  return following;
}

// The key in the same place of the new keyboard, or the button in the same place; else the node itself.
function counterpart(before, focused, node) {
  const kind = focused.matches(".key") ? ".key" : "button, a[href], [role=button]";
  const candidates = [...node.querySelectorAll(kind)];
  const at = [...before.querySelectorAll(kind)].indexOf(focused);
  return candidates[Math.min(at, candidates.length - 1)] ?? node;
}

function settle(parent, node, next) {
  if (node === next) return skipOthers(node.nextElementSibling);
  parent.insertBefore(node, next);
  return skipOthers(next);
}

// Headings and nodes on their way out are not ours to move.
function skipOthers(node) {
  let next = node;
  while (next && !drawn.has(next)) next = next.nextElementSibling;
  return next;
}

function leave(node, isAnimated) {
  drawn.delete(node);
  if (!isAnimated || matchMedia("(prefers-reduced-motion: reduce)").matches) return node.remove();
  node.classList.add("leaving");
  node.inert = true;
  node.style.height = `${node.offsetHeight}px`;
  node.offsetHeight; // the browser must see the height before it can shrink it
  node.style.height = "0px";
  return setTimeout(() => node.remove(), LEAVING);
}
