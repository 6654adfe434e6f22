/** Photos, videos, albums, files and contact cards inside a message. */

import { el, icon } from "./dom.js";
import { openLightbox } from "./lightbox.js";
import { isPhoto } from "./outbox.js";
import { avatar } from "./people.js";
import { anchor } from "./links.js";
import { t } from "./strings.js";
import { fileSize } from "./times.js";

const SHARP = 640;
const THUMB = 480;
const WIDEST = 416;
const TALLEST = 416;

/** One photo or video at its own shape, several as a grid; pressing a photo opens it large, a video plays in place. */
export function visualGrid(messages) {
  const photos = messages.filter((message) => message.photo);
  const pictures = photos.map((message, index) => pictureOf(message, index, photos.length));
  const open = (index) => openLightbox(pictures, index);
  const tileOf = (message) =>
    message.video ? videoTile(message.video) : tile(pictures[photos.indexOf(message)], photos.indexOf(message), open);
  const grid = frameFor(messages.map(tileOf));
  if (messages.length === 1) fit(grid, messages[0].video ?? pictures[0].shown);
  return grid;
}

/** A file: name, size, download. */
export function documentCard(file) {
  const name = file.file_name ?? t("document");
  const text = el(
    "span",
    { class: "file-text" },
    el("span", { class: "file-name", dir: "auto" }, name),
    el("span", { class: "file-size" }, fileSize(file.file_size)),
  );
  const inside = [
    el("span", { class: "file-icon" }, icon("file"), el("span", { class: "file-kind" }, extensionOf(name))),
    text,
  ];
  if (!file.url) return el("div", { class: "file" }, inside);
  return el("a", { class: "file", href: file.url, download: name, title: t("download") }, inside, icon("download"));
}

export function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  const phone = contact.phone_number;
  return el(
    "div",
    { class: "contact" },
    avatar({ id: contact.user_id ?? name.length, name }),
    el(
      "span",
      { class: "file-text" },
      el("span", { class: "file-name", dir: "auto" }, name),
      anchor(`tel:${phone.replace(/[^\d+]/g, "")}`, { class: "contact-phone" }, phone),
    ),
  );
}

/** Small pictures of files that are not on the server yet. */
export function previews(files) {
  const photos = files.filter(isPhoto);
  const others = files.filter((file) => !isPhoto(file));
  const cards = others.map((file) => documentCard({ file_name: file.name, file_size: file.size }));
  if (photos.length === 0) return cards;
  return [frameFor(photos.map((file) => el("span", { class: "tile" }, thumbnail(file)))), ...cards];
}

/** Draws a local picture onto a canvas: the page's content policy allows no blob addresses. */
export function thumbnail(file) {
  const canvas = el("canvas", { class: "thumb", role: "img", "aria-label": file.name, width: THUMB, height: THUMB });
  createImageBitmap(file)
    .then((bitmap) => draw(canvas, bitmap))
    .catch(() => canvas.classList.add("broken"));
  return canvas;
}

function pictureOf(message, index, count) {
  const largest = message.photo.at(-1);
  const shown = message.photo.find((size) => size.width >= SHARP) ?? largest;
  const number = count > 1 ? ` (${t("page_of", { at: index + 1, all: count })})` : "";
  const alt = message.caption ? message.caption : `${t("photo")}${number}`;
  return { shown, full: largest.url, alt, caption: message.caption ?? "" };
}

function frameFor(tiles) {
  return el(
    "div",
    { class: `photos count-${Math.min(tiles.length, 10)} ${tiles.length > 1 ? "album" : "single"}` },
    tiles,
  );
}

// Room is kept before the picture is there, so that nothing jumps when it comes.
function fit(grid, { width, height }) {
  const shape = Math.min(Math.max(width / height, 0.6), 2.4) || 1;
  grid.style.setProperty("--shape", shape);
  grid.style.setProperty("--width", `${Math.min(width, WIDEST, TALLEST * shape)}px`);
}

function tile(picture, index, open) {
  const { shown, alt } = picture;
  const image = el("img", {
    src: shown.url,
    alt,
    width: shown.width,
    height: shown.height,
    loading: "lazy",
    decoding: "async",
  });
  return el("button", { type: "button", class: "tile", onclick: () => open(index) }, image);
}

function videoTile(video) {
  const player = { src: video.url, controls: true, preload: "metadata", playsinline: true, "aria-label": t("video") };
  return el("div", { class: "tile" }, el("video", player));
}

function draw(canvas, bitmap) {
  const scale = Math.min(1, THUMB / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
}

function extensionOf(name) {
  const extension = name.includes(".") ? name.split(".").at(-1) : "";
  return extension.slice(0, 4).toUpperCase();
}
