/** Who do you want to be? Everybody with a seat, and a chair for somebody new. */

import { api } from "./api.js";
import { el, freshId, icon } from "./dom.js";
import { avatar } from "./people.js";
import { LANGUAGE_NAMES, LANGUAGES, t } from "./strings.js";

/** The picking page. Seats are links, so that a second person opens in a second tab. */
export function createPicker(users, note = "") {
  return el(
    "div",
    { class: "picker" },
    el(
      "div",
      { class: "picker-head" },
      el("span", { class: "brand" }, icon("courier")),
      el("h1", null, t("pick_title")),
      el("p", null, t("pick_sub")),
    ),
    note ? el("p", { class: "picker-note", role: "alert" }, note) : null,
    el("ul", { class: "seats" }, users.map(seatCard), newSeat()),
  );
}

/** The address of a seat; a deep link that is on its way comes along. */
export function seatAddress(id) {
  const wanted = new URLSearchParams(location.search);
  const kept = wanted.has("start") ? { start: wanted.get("start") } : {};
  return `/?${new URLSearchParams({ user_id: id, ...kept })}`;
}

function seatCard(user) {
  const language = LANGUAGE_NAMES[user.language_code] ?? user.language_code;
  const about = user.about ? el("span", { class: "seat-about", dir: "auto" }, user.about) : null;
  const text = el(
    "span",
    { class: "seat-text" },
    el("span", { class: "seat-name", dir: "auto" }, user.first_name),
    about,
    language ? el("span", { class: "seat-language" }, language) : null,
  );
  return el(
    "li",
    null,
    el(
      "a",
      { class: "seat", href: seatAddress(user.id) },
      avatar({ id: user.id, photo: user.photo, name: user.first_name }, "large"),
      text,
      icon("forward"),
    ),
  );
}

function newSeat() {
  const ids = { name: freshId("name"), language: freshId("language"), about: freshId("about") };
  const name = el("input", { id: ids.name, name: "name", required: true, maxlength: "64", autocomplete: "off" });
  const language = el(
    "select",
    { id: ids.language },
    LANGUAGES.map((code) =>
      el("option", { value: code, lang: code, selected: code === document.documentElement.lang }, LANGUAGE_NAMES[code]),
    ),
  );
  const about = el("input", { id: ids.about, maxlength: "120", autocomplete: "off" });
  const problem = el("p", { class: "problem", role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    try {
      const user = await api.addUser({
        first_name: name.value.trim(),
        language_code: language.value,
        ...(about.value.trim() ? { about: about.value.trim() } : {}),
      });
      location.assign(seatAddress(user.id));
    } catch (error) {
      problem.textContent = error.message || t("unreachable");
    }
  };
  const field = (id, label, input) => el("div", { class: "field" }, el("label", { for: id }, label), input);
  return el(
    "li",
    { class: "new-seat" },
    el(
      "details",
      null,
      el(
        "summary",
        null,
        el("span", { class: "avatar large plus" }, icon("plus")),
        el("span", { class: "seat-name" }, t("pick_new")),
      ),
      el(
        "form",
        { onsubmit: submit },
        field(ids.name, t("name"), name),
        field(ids.language, t("language"), language),
        field(ids.about, t("about"), about),
        problem,
        el("button", { type: "submit", class: "button primary" }, t("add")),
      ),
    ),
  );
}
