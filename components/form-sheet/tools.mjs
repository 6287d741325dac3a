/** The buttons of a form, and the panel about drafts. */

import { dayInWords, t } from "../../browser/lib/language.mjs";
import { button, el } from "./dom.mjs";

/** The tool bar; `act` has a function for each button. What a form's parts are handed out as has a button for each. */
export function toolBar(definition, act) {
  const { parts } = definition;
  const forEach = (name, nameOf, work) =>
    parts.length ? parts.map((part) => button(nameOf(part.title), () => work(part))) : [button(name, () => work())];
  const more = [
    ...forEach(t("form-tools.word"), (part) => t("form-tools.word-part", { part }), act.word),
    button(t("form-tools.csv"), act.csv),
    button(t("form-tools.calendar"), act.calendar),
    button(t("form-tools.compare"), act.compare),
    definition.save === "draft" && button(t("drafts.title"), act.drafts),
    button(t("form-tools.empty"), act.empty),
  ];
  return [
    el(
      "div",
      { class: "form-tools__main" },
      button(t("form-tools.save"), act.save, { class: "button button--main" }),
      button(t("form-tools.open"), act.open),
      ...forEach(t("finder.print"), (part) => t("form-tools.print-part", { part }), act.print),
    ),
    el("details", { class: "form-tools__more" }, el("summary", {}, t("form-tools.more")), el("div", {}, more)),
  ];
}

/** The panel about drafts: what keeping one means, those that there are, and how to delete them all. */
export function draftPanel(drafts, current, act) {
  const days = el(
    "select",
    { id: "draft-days" },
    [7, 30, 90].map((count) => el("option", { value: count, selected: count === 30 }, t("drafts.days", { count }))),
  );
  const name = el("input", { type: "text", id: "draft-name", maxlength: 80, value: current.name });
  const exit = el("input", { type: "checkbox", id: "draft-exit", checked: current.endsWithExit === true });
  const keep = () => act.keep(name.value.trim() || t("drafts.name-unsaid"), Number(days.value), exit.checked);
  const listed = drafts.map((draft) => listedDraft(draft, current.id, act));
  return [
    el("p", {}, t("drafts.who-can-read")),
    el("p", {}, t("drafts.exit")),
    listed.length ? el("ul", {}, listed) : el("p", {}, t("drafts.none")),
    el(
      "div",
      { class: "form-panel__row" },
      el("label", { for: "draft-name" }, t("drafts.name")),
      name,
      el("label", { for: "draft-days" }, t("drafts.keep-for")),
      days,
    ),
    el("p", { class: "form-panel__choice" }, exit, " ", el("label", { for: "draft-exit" }, t("drafts.delete-on-exit"))),
    el(
      "p",
      {},
      button(current.id ? t("drafts.keep-up") : t("drafts.keep"), keep),
      " ",
      button(t("drafts.delete-all"), act.removeAll),
    ),
  ];
}

/** One of the drafts, with what can be done with it. */
function listedDraft(draft, openId, act) {
  return el(
    "li",
    {},
    el("strong", {}, draft.name),
    ` ${t("drafts.dates", { saved: dayInWords(draft.saved.slice(0, 10)), expires: dayInWords(draft.expires.slice(0, 10)) })} `,
    draft.id === openId && `${t("drafts.open-now")} `,
    draft.endsWithExit === true && `${t("drafts.ends-with-exit")} `,
    button(t("drafts.open"), () => act.open(draft), {
      class: "button button--quiet",
      "aria-label": t("drafts.open-named", { name: draft.name }),
    }),
    " ",
    button(t("drafts.delete"), () => act.remove(draft), {
      class: "button button--quiet",
      "aria-label": t("drafts.delete-named", { name: draft.name }),
    }),
  );
}
