/** Walking through messages by keyboard: arrows move, Enter opens the menu, one message is in the tab order. */

const MESSAGE = ".message[data-message]";

export function messagesIn(content) {
  return [...content.querySelectorAll(MESSAGE)];
}

export function letWalk(content) {
  content.addEventListener("keydown", (event) => walk(content, event));
  content.addEventListener("focusin", (event) => stopAt(content, event.target.closest(MESSAGE)));
}

/** After the messages have changed there is still one in the tab order; who was on one that is gone goes on there. */
export function keepWay(content, hadFocus) {
  const stop = content.querySelector('.message[tabindex="0"]:not(.leaving)') ?? messagesIn(content).at(-1);
  if (stop) stop.tabIndex = 0;
  const at = document.activeElement;
  if (hadFocus && (!content.contains(at) || at.closest(".leaving"))) stop?.focus({ preventScroll: true });
}

function walk(content, event) {
  const message = event.target.closest(MESSAGE);
  if (event.target !== message) return;
  const all = messagesIn(content);
  const at = all.indexOf(message);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined && event.key !== "Enter") return;
  event.preventDefault(); // also for Enter, which would press what the menu puts the focus on
  if (to === undefined) message.querySelector(".more, .failure")?.click();
  else all[to]?.focus();
}

function stopAt(content, message) {
  if (!message) return;
  for (const other of content.querySelectorAll('.message[tabindex="0"]')) other.tabIndex = -1;
  message.tabIndex = 0;
}
