/** What a page says of the drafts that are on this device. */

import { dayInWords, t } from "../../browser/lib/language.mjs";
import { element } from "../../browser/page/page.mjs";

/**
 * A line for each draft, with its name and day, and ways to open and to delete it.
 * @param {Draft[]} drafts
 * @param {(draft: Draft) => HTMLElement} opener a link or a button that opens the draft
 * @param {(draft: Draft) => void} remove
 * @param {(draft: Draft) => string} [titleOf] of the form, where drafts of several are listed
 */
export function draftNotice(drafts, opener, remove, titleOf = () => "") {
  const lines = drafts.map((draft) => element("li", {}, ...line(draft, opener, remove, titleOf(draft))));
  const list = element("ul", {}, ...lines);
  return element("section", { class: "notice", "aria-label": t("drafts.title") }, list);
}

/** Asks before a draft, with all its versions, is gone. */
export function isToBeDeleted(draft) {
  return confirm(t("drafts.confirm-delete", dated(draft)));
}

/** What a draft is called beside others of its name. */
export function dated({ name, saved }) {
  return { name, day: localDay(saved) };
}

/** The day of a moment in the reader's own time, in words; nothing of what is none. */
export function localDay(moment) {
  const day = new Date(moment);
  if (Number.isNaN(day.getTime())) return "";
  const shifted = new Date(day.getTime() - day.getTimezoneOffset() * 60_000);
  return dayInWords(shifted.toISOString().slice(0, 10));
}

/** The time of day in the reader's own time: 09:41. */
export function localTime(moment) {
  const day = new Date(moment);
  return [day.getHours(), day.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}

function line(draft, opener, remove, title) {
  const said = t("drafts.on-device", { day: localDay(draft.saved) });
  const button = element(
    "button",
    { type: "button", class: "button button--quiet", "aria-label": t("drafts.delete-dated", dated(draft)) },
    t("drafts.delete"),
  );
  button.addEventListener("click", () => isToBeDeleted(draft) && remove(draft));
  const name = draft.name === title ? "" : draft.name;
  const words = element("span", {}, said, " ", element("strong", {}, [title, name].filter(Boolean).join(": ")));
  return [words, opener(draft), button];
}
