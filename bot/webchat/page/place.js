/** Keeps the reader's place while the content of a scrolling box changes. */

const NEAR = 48;

export function isAtBottom(scroller) {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
}

export function toBottom(scroller, isSmooth = false) {
  const behavior = isSmooth && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant";
  scroller.scrollTo({ top: scroller.scrollHeight, behavior });
}

/** Brings a message before the reader's eyes, and the keyboard to it. */
export function leadTo(node) {
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
  node.classList.remove("flash");
  node.offsetWidth; // start the animation over
  node.classList.add("flash");
}

/** Runs `change`; what was at the top of the box stays where it is, even if it is a new node with the same data-key. */
export function keepPlace(scroller, change) {
  const mark = firstVisible(scroller);
  const before = mark?.getBoundingClientRect().top;
  change();
  if (!mark) return;
  const after = mark.isConnected ? mark : scroller.querySelector(`[data-key="${mark.dataset.key}"]`);
  const moved = after ? after.getBoundingClientRect().top - before : 0;
  if (Math.abs(moved) > 0.5) scroller.scrollTop += moved;
}

function firstVisible(scroller) {
  const top = scroller.getBoundingClientRect().top;
  const nodes = scroller.querySelectorAll("[data-key]:not(.day)");
  return [...nodes].find((node) => node.getBoundingClientRect().bottom > top) ?? null;
}
