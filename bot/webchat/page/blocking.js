/** Blocking a bot and letting it write again. */

import { api } from "./api.js";
import { confirmBox } from "./dialogs.js";
import { putChat, state } from "./store.js";
import { t } from "./strings.js";
import { toast } from "./toasts.js";

export async function askAndBlock(chatId) {
  const question = { title: `${t("block")}?`, text: t("block_ask"), yes: t("block"), isDangerous: true };
  if (await confirmBox(question)) await setBlocked(chatId, true);
}

export async function setBlocked(chatId, isBlocked) {
  try {
    const { blocked } = await api.block(state.seat.id, chatId, isBlocked);
    putChat({ ...state.chats.get(chatId), blocked });
  } catch (error) {
    toast(error.message || t("unreachable"));
  }
}
