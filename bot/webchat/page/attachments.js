/** Files on their way: chosen, dropped or pasted, looked at once more, given a caption, sent. */

import { openBox } from "./dialogs.js";
import { el, freshId, icon, iconButton } from "./dom.js";
import { thumbnail } from "./media.js";
import { isPhoto, sendFiles } from "./outbox.js";
import { state } from "./store.js";
import { t } from "./strings.js";
import { fileSize } from "./times.js";
import { toast } from "./toasts.js";

const BIGGEST = 20 * 1024 * 1024;
const MOST = 10;

/** Opens the browser's file chooser; `takeReply()` gives the message being answered once the files go out. */
export function chooseFiles(takeReply) {
  pick((files) => openSheet(files, takeReply));
}

/** Files may also be pasted into the field or dropped anywhere on the page. */
export function listenForFiles(field, takeReply) {
  field.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length) event.preventDefault();
    openSheet(files, takeReply);
  });
  listenForDrops((files) => openSheet(files, takeReply));
}

function pick(use) {
  const input = el("input", {
    type: "file",
    multiple: true,
    class: "visually-hidden",
    "aria-hidden": "true",
    tabindex: "-1",
  });
  input.addEventListener("change", () => {
    use([...input.files]);
    input.remove();
  });
  input.addEventListener("cancel", () => input.remove());
  document.getElementById("app").append(input);
  input.click();
}

function listenForDrops(use) {
  const cover = el("div", { class: "drop-cover", hidden: true }, el("p", null, icon("attach"), t("drop_here")));
  document.body.append(cover);
  const isWelcome = (event) =>
    event.dataTransfer?.types.includes("Files") && canSend() && !document.querySelector("dialog[open]");
  document.addEventListener("dragenter", (event) => (cover.hidden = !isWelcome(event)));
  document.addEventListener("dragover", (event) => isWelcome(event) && event.preventDefault());
  document.addEventListener("dragleave", (event) => event.relatedTarget || (cover.hidden = true));
  document.addEventListener("drop", (event) => {
    cover.hidden = true;
    if (!isWelcome(event)) return;
    event.preventDefault();
    use([...event.dataTransfer.files]);
  });
}

function canSend() {
  const chat = state.chats.get(state.open);
  return Boolean(chat?.started && !chat.blocked && chat.may_write);
}

function openSheet(chosen, takeReply) {
  const files = fitting(chosen, []);
  if (!files.length) return;
  const chatId = state.open;
  const title = freshId("title");
  const list = el("ul", { class: "sheet-files" });
  const caption = el("input", {
    type: "text",
    dir: "auto",
    maxlength: "1024",
    autocomplete: "off",
    "aria-label": t("caption"),
    placeholder: t("caption"),
    autofocus: true,
  });
  const redraw = () => {
    if (!files.length) return box.close();
    return list.replaceChildren(
      ...files.map((file) =>
        row(file, () => {
          files.splice(files.indexOf(file), 1);
          redraw();
          caption.focus();
        }),
      ),
    );
  };
  const more = () =>
    pick((extra) => {
      files.push(...fitting(extra, files));
      redraw();
    });
  const send = (event) => {
    event.preventDefault();
    box.close();
    sendFiles(files, caption.value.trim(), { chatId, replyTo: takeReply() });
  };
  const box = openBox(
    { class: "box sheet", "aria-labelledby": title },
    el(
      "form",
      { onsubmit: send },
      el(
        "div",
        { class: "sheet-head" },
        el("h2", { id: title }, t("attach_title")),
        iconButton("close", t("cancel"), () => box.close()),
      ),
      list,
      caption,
      el(
        "div",
        { class: "box-buttons" },
        el("button", { type: "button", class: "button", onclick: more }, t("add_files")),
        el("button", { type: "submit", class: "button primary" }, t("send")),
      ),
    ),
  );
  redraw();
  caption.focus();
}

function row(file, remove) {
  const picture = isPhoto(file) ? thumbnail(file) : el("span", { class: "file-icon" }, icon("file"));
  const text = el(
    "span",
    { class: "file-text" },
    el("span", { class: "file-name", dir: "auto" }, file.name),
    el("span", { class: "file-size" }, fileSize(file.size)),
  );
  return el("li", null, picture, text, iconButton("trash", `${t("remove")}: ${file.name}`, remove));
}

function fitting(chosen, already) {
  for (const file of chosen) if (file.size > BIGGEST) toast(t("file_too_big", { name: file.name }));
  const small = chosen.filter((file) => file.size <= BIGGEST);
  const room = MOST - already.length;
  if (small.length > room) toast(t("too_many", { n: MOST }));
  return small.slice(0, room);
}
