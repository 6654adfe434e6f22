/** Dates and sizes as the visitor reads them. */

import { locales, t } from "./strings.js";

const MINUTE = 60 * 1000;
const DAY = 24 * 3600 * 1000;
const formatters = new Map();

// Hardly any browser has the names of days and months in Luxembourgish; dates have the shape of German ones.
const KNOWS_LUXEMBOURGISH = Intl.DateTimeFormat.supportedLocalesOf("lb").length > 0;
const IN_LUXEMBOURGISH = {
  ...{ Montag: "Méindeg", Dienstag: "Dënschdeg", Mittwoch: "Mëttwoch", Donnerstag: "Donneschdeg" },
  ...{ Freitag: "Freideg", Samstag: "Samschdeg", Sonntag: "Sonndeg" },
  ...{ Mo: "Méi.", Di: "Dën.", Mi: "Mët.", Do: "Don.", Fr: "Fre.", Sa: "Sam.", So: "Son." },
  ...{ März: "Mäerz", Mai: "Mee" },
};

let timeZone;
let shopNow = () => Date.now();
let isShopTime = true;

/** Where the shop has a clock of its own, days and hours are told by it. */
export function follow(zone, shopTime) {
  timeZone = zone;
  shopNow = shopTime;
}

/** A message has just been written: from its date we learn whether messages carry the shop's time or the real one. */
export function hear(seconds) {
  const fromShop = Math.abs(seconds * 1000 - shopNow());
  const fromReal = Math.abs(seconds * 1000 - Date.now());
  if (Math.abs(fromShop - fromReal) > MINUTE) isShopTime = fromShop < fromReal;
}

/** Now in seconds, as messages carry it. */
export function secondsNow() {
  return Math.floor(now() / 1000);
}

export function clockTime(seconds) {
  return format(seconds * 1000, { hour: "2-digit", minute: "2-digit" });
}

/** The day a message belongs to, as a key that sorts: 2026-11-20. */
export function dayKey(seconds) {
  return keyOf(seconds * 1000);
}

export function dayName(key) {
  const [year, month, day] = key.split("-").map(Number);
  if (key === keyOf(now())) return t("today");
  if (key === keyOf(now() - DAY)) return t("yesterday");
  const sameYear = keyOf(now()).startsWith(`${year}-`);
  const shape = {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: sameYear ? undefined : "numeric",
    timeZone: "UTC",
  };
  return write(new Intl.DateTimeFormat(locales(), shape), Date.UTC(year, month - 1, day));
}

/** For the chat list: the hour today, the weekday this week, else the date. */
export function listTime(seconds) {
  const then = seconds * 1000;
  if (keyOf(then) === keyOf(now())) return clockTime(seconds);
  if (now() - then < 6 * DAY) return format(then, { weekday: "short" });
  return format(then, { day: "2-digit", month: "2-digit", year: "2-digit" });
}

/** A moment in full, for tooltips and the shop's clock. */
export function moment(
  milliseconds,
  shape = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
) {
  return format(milliseconds, shape);
}

export function fileSize(bytes) {
  if (bytes === undefined) return "";
  const units = ["B", "KB", "MB", "GB"];
  const step = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), units.length - 1);
  const number = new Intl.NumberFormat(locales(), { maximumFractionDigits: step > 1 ? 1 : 0 });
  return `${number.format(bytes / 1024 ** step)} ${units[step]}`;
}

function now() {
  return isShopTime ? shopNow() : Date.now();
}

function format(milliseconds, shape) {
  return write(formatter(locales(), shape), milliseconds);
}

function write(dates, at) {
  if (locales()[0] !== "lb" || KNOWS_LUXEMBOURGISH) return dates.format(at);
  return dates
    .formatToParts(at)
    .map(({ value }) => IN_LUXEMBOURGISH[value.replace(/\.$/, "")] ?? value)
    .join("");
}

function keyOf(milliseconds) {
  return formatter(["en-CA"], { year: "numeric", month: "2-digit", day: "2-digit" }).format(milliseconds);
}

// Building a formatter costs far more than using it, and a long chat needs thousands of dates.
function formatter(languages, shape) {
  const key = JSON.stringify([languages, shape, timeZone]);
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat(languages, { timeZone, ...shape }));
  return formatters.get(key);
}
