/** What stands where nothing was written yet. */

import { el } from "./dom.js";
import { avatar, faceOf, titleOf } from "./people.js";
import { state } from "./store.js";
import { t } from "./strings.js";

/** The open chat without messages; `node` where it stands there already. */
export function emptyNode(node) {
  const chat = state.chats.get(state.open);
  if (node) return node;
  const about = chat.bot.description && !chat.started ? el("p", { dir: "auto" }, chat.bot.description) : null;
  return el(
    "div",
    { class: "empty" },
    avatar(faceOf(chat), "huge"),
    el("p", { class: "empty-title" }, titleOf(chat)),
    about,
    el("p", null, t(chat.started ? "empty_chat" : "empty_hint")),
  );
}
