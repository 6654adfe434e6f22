/** Copies text and says so. */

import { t } from "./strings.js";
import { toast } from "./toasts.js";

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copied"));
  } catch {
    toast(t("copy_failed"));
  }
}
