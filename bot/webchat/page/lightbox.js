/** A photo in full size; in an album the arrows turn the pages. */

import { openBox } from "./dialogs.js";
import { el, icon, iconButton } from "./dom.js";
import { t } from "./strings.js";

/** Opens pictures [{full, alt, caption}] at one of them. */
export function openLightbox(pictures, index) {
  let at = index;
  const image = el("img", { alt: "" });
  const caption = el("p", { class: "lightbox-caption", dir: "auto" });
  const count = el("span", { class: "lightbox-count" });
  const download = el(
    "a",
    { class: "icon-button", "aria-label": t("download"), title: t("download"), download: "" },
    icon("download"),
  );
  const turn = (by) => show((at + by + pictures.length) % pictures.length);
  const show = (to) => {
    at = to;
    const picture = pictures[at];
    image.src = picture.full;
    image.alt = picture.alt;
    caption.textContent = picture.caption;
    count.textContent = pictures.length > 1 ? t("page_of", { at: at + 1, all: pictures.length }) : "";
    download.href = picture.full;
  };
  const close = iconButton("close", t("close"), () => box.close(), { autofocus: true });
  const pages = pictures.length > 1 ? pageButtons(turn) : [];
  show(index);
  const box = openBox(
    { class: "lightbox", "aria-label": t("photo"), onkeydown: (event) => steer(event, turn) },
    el("div", { class: "lightbox-bar" }, count, download, close),
    el("div", { class: "lightbox-stage", onclick: (event) => event.target === image || box.close() }, image),
    caption,
    pages,
  );
}

function pageButtons(turn) {
  return [
    iconButton("back", t("previous"), () => turn(-1), { class: "icon-button lightbox-page previous" }),
    iconButton("forward", t("next"), () => turn(1), { class: "icon-button lightbox-page next" }),
  ];
}

function steer(event, turn) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (by) turn(by);
}
