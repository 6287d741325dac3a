/** The buttons of a form. */

import { t } from "../../browser/lib/language.mjs";
import { button, el } from "./dom.mjs";

/** The tool bar; `act` has a function for each button, and none for what the form does not offer; `mark` shows what is saved. What a form's parts are handed out as has a button for each. */
export function toolBar(definition, act, mark) {
  const { parts } = definition;
  const forEach = (name, nameOf, work) =>
    parts.length ? parts.map((part) => button(nameOf(part.title), () => work(part))) : [button(name, () => work())];
  const more = [
    act.summary && button(t("summary.button"), act.summary),
    act.reviews && button(t("movement.button"), act.reviews),
    ...forEach(t("form-tools.word"), (part) => t("form-tools.word-part", { part }), act.word),
    ...forEach(t("form-tools.pdf"), (part) => t("form-tools.pdf-part", { part }), act.pdf),
    button(t("form-tools.csv"), act.csv),
    button(t("form-tools.calendar"), act.calendar),
    button(t("form-tools.compare"), act.compare),
    act.carry && button(t("carry.button"), act.carry),
    act.set && button(t("set.button"), act.set),
    act.drafts && button(t("drafts.title"), act.drafts),
    button(t("form-tools.empty"), act.empty),
  ];
  return [
    el(
      "div",
      { class: "form-tools__main" },
      button(t("form-tools.save"), act.save, { class: "button button--main", "aria-keyshortcuts": "Control+S Meta+S" }),
      button(t("form-tools.open"), act.open),
      ...forEach(t("finder.print"), (part) => t("form-tools.print-part", { part }), act.print),
      mark,
    ),
    el("details", { class: "form-tools__more" }, el("summary", {}, t("form-tools.more")), el("div", {}, more)),
  ];
}

/** The end of a form, and on a phone the foot of the screen: the button that saves, and what is saved. */
export function endBar(save, mark) {
  const main = button(t("form-tools.save"), save, { class: "button button--main" });
  return el("div", { class: "form-end", lang: document.documentElement.lang }, main, mark);
}
