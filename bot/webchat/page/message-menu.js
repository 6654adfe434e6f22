/** What can be done with a message: answer, copy, change, pin, delete; with one that failed: send again or drop. */

import { api } from "./api.js";
import { copyText } from "./clipboard.js";
import { confirmBox } from "./dialogs.js";
import { discard, retry } from "./outbox.js";
import { isMine } from "./people.js";
import { openPopup } from "./popup.js";
import { dropMessages, state, tell } from "./store.js";
import { t } from "./strings.js";
import { toast } from "./toasts.js";

export function openMessageMenu(item, event) {
  event.preventDefault();
  const message = item.messages[0];
  const chat = state.chats.get(state.open);
  const text = message.text ?? item.messages.find((part) => part.caption)?.caption;
  const entries = [
    chat.may_write && { label: t("reply"), drawing: "reply", act: () => tell("reply", message) },
    text && { label: t("copy_text"), drawing: "copy", act: () => copyText(text) },
    isMine(message) && message.text && { label: t("edit"), drawing: "edit", act: () => tell("edit", message) },
    chat.type === "private" && { label: t("pin"), drawing: "pin", act: () => pin(chat.id, message) },
    (isMine(message) || chat.type === "private") && {
      label: t("delete"),
      drawing: "trash",
      isDangerous: true,
      act: () => remove(chat.id, item.messages),
    },
  ];
  const offered = entries.filter(Boolean);
  if (offered.length) openPopup(t("message_menu"), offered, placeOf(event));
}

export function openOutgoingMenu(sending, event) {
  event.preventDefault();
  const entries = [
    sending.state === "failed" && { label: t("retry"), drawing: "send", act: () => retry(sending) },
    { label: t("discard"), drawing: "trash", isDangerous: true, act: () => discard(sending) },
  ];
  openPopup(t("message_menu"), entries.filter(Boolean), placeOf(event));
}

async function pin(chatId, message) {
  try {
    await api.pin(state.seat.id, chatId, message.message_id);
  } catch (error) {
    toast(error.message || t("unreachable"));
  }
}

async function remove(chatId, messages) {
  if (!(await confirmBox({ title: t("delete_title"), text: t("delete_ask"), yes: t("delete"), isDangerous: true })))
    return;
  try {
    for (const { message_id: id } of messages) await api.remove(state.seat.id, chatId, id);
    await dropMessages(
      chatId,
      messages.map((message) => message.message_id),
    );
  } catch (error) {
    toast(error.message || t("unreachable"));
  }
}

// By keyboard there is no pointer to open the menu at: take what has the focus.
function placeOf(event) {
  const isPointer = event.type === "contextmenu" || event.type === "click";
  if (isPointer && (event.clientX || event.clientY) && !event.target.closest(".more, .failure")) return event;
  return event.target.closest(".more, .failure") ?? event.target.querySelector?.(".bubble") ?? event.target;
}
