/** Short notes at the edge of the screen, read aloud and gone after a while. */

import { el } from "./dom.js";

const SHORTEST = 3000;
const PER_LETTER = 50;
const MOST = 3;

export function toast(text) {
  const region = document.getElementById("toasts");
  const note = el("div", { class: "toast", dir: "auto" }, text);
  region.append(note);
  while (region.children.length > MOST) region.firstChild.remove();
  setTimeout(() => fade(note), SHORTEST + Math.min(text.length, 140) * PER_LETTER);
}

function fade(note) {
  note.classList.add("leaving");
  setTimeout(() => note.remove(), 250);
}
