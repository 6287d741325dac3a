/** Texts of an opened document that belong to no question: shown, so that nobody's words are lost, and easily copied. */

import { t } from "../../browser/lib/language.mjs";
import { button, el } from "./dom.mjs";
import { panel } from "./panels.mjs";

/** "105 answers read, 2 texts found no place." */
export function readInWords({ answers, unplaced }) {
  const said = [t("unplaced.answers", { count: Object.keys(answers).length })];
  if (unplaced.length) said.push(t("unplaced.texts", { count: unplaced.length }));
  return `${said.join(", ")}.`;
}

/** Shows the texts in a panel, beside any that is there already. */
export function showUnplaced(sheet, unplaced) {
  if (!unplaced.length) return;
  const list = el(
    "ul",
    { class: "form-unplaced" },
    unplaced.map((one) => el("li", {}, ...shownText(sheet, one))),
  );
  const made = panel(t("unplaced.title"), el("p", {}, t("unplaced.about")), list);
  if (sheet.panels.childElementCount) sheet.panels.append(made);
  else sheet.show(made);
}

function shownText(sheet, { near, text }) {
  const words = el("blockquote", { class: "form-unplaced__text", dir: "auto", tabindex: "-1" }, text);
  const copy = () => copyText(sheet, words);
  const label = t("unplaced.copy-text", { text: text.slice(0, 60) });
  return [
    near && el("p", { class: "form-unplaced__near" }, `${t("unplaced.near")}: ${near}`),
    words,
    button(t("unplaced.copy"), copy, { class: "button button--quiet", "aria-label": label }),
  ];
}

/** Where the browser does not let a page copy, as in a folder on a stick, the text is selected instead. */
async function copyText(sheet, words) {
  try {
    await navigator.clipboard.writeText(words.textContent);
    sheet.say(t("unplaced.copied"));
  } catch {
    getSelection().selectAllChildren(words);
    sheet.say(t("unplaced.selected"));
  }
}
