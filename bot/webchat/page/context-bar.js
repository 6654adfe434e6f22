/** The strip above the composer that says which message is being answered or changed. */

import { el, icon, iconButton } from "./dom.js";
import { isMine, senderOf } from "./people.js";
import { summaryOf } from "./quotes.js";
import { t } from "./strings.js";

export function contextBar({ kind, message }, cancel) {
  const title = titleOf(kind, message);
  const text = el(
    "div",
    { class: "context-text" },
    el("strong", null, title),
    el("span", { dir: "auto" }, summaryOf(message)),
  );
  return [icon(kind === "edit" ? "edit" : "reply"), text, iconButton("close", t("cancel"), cancel)];
}

function titleOf(kind, message) {
  if (kind === "edit") return t("editing");
  return isMine(message) ? t("reply_own") : t("reply_to", { name: senderOf(message) });
}
