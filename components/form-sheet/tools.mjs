/** The buttons of a form, and the panel about drafts. */

import { dayInWords, say } from "../../browser/lib/language.mjs";
import { button, el } from "./dom.mjs";

/** The tool bar; `act` has a function for each button. */
export function toolBar(definition, act) {
  const more = [
    button(say("form-tools.word"), act.word),
    button(say("form-tools.csv"), act.csv),
    button(say("form-tools.calendar"), act.calendar),
    button(say("form-tools.compare"), act.compare),
    definition.save === "draft" && button(say("drafts.title"), act.drafts),
    button(say("form-tools.empty"), act.empty),
  ];
  return [
    el("div", { class: "form-tools__main" }, button(say("form-tools.save"), act.save, { class: "primary" }), button(say("form-tools.open"), act.open), button(say("finder.print"), act.print)),
    el("details", { class: "form-tools__more" }, el("summary", {}, say("form-tools.more")), el("div", {}, more)),
  ];
}

/** The panel about drafts: what keeping one means, those that there are, and how to delete them all. */
export function draftPanel(drafts, current, act) {
  const days = el(
    "select",
    { id: "draft-days" },
    [7, 30, 90].map((count) => el("option", { value: count, selected: count === 30 }, say("drafts.days", { count }))),
  );
  const name = el("input", { type: "text", id: "draft-name", maxlength: 80, value: current.name });
  const keep = () => act.keep(name.value.trim() || say("drafts.name-unsaid"), Number(days.value));
  const listed = drafts.map((draft) =>
    el(
      "li",
      {},
      el("strong", {}, draft.name),
      ` ${say("drafts.dates", { saved: dayInWords(draft.saved.slice(0, 10)), expires: dayInWords(draft.expires.slice(0, 10)) })} `,
      draft.id === current.id && `${say("drafts.open-now")} `,
      button(say("drafts.open"), () => act.open(draft), { class: "quiet", "aria-label": say("drafts.open-named", { name: draft.name }) }),
      " ",
      button(say("drafts.delete"), () => act.remove(draft), { class: "quiet", "aria-label": say("drafts.delete-named", { name: draft.name }) }),
    ),
  );
  return [
    el("p", {}, say("drafts.who-can-read")),
    el("p", {}, say("drafts.exit")),
    listed.length ? el("ul", {}, listed) : el("p", {}, say("drafts.none")),
    el("div", { class: "form-panel__row" }, el("label", { for: "draft-name" }, say("drafts.name")), name, el("label", { for: "draft-days" }, say("drafts.keep-for")), days),
    el("p", {}, button(current.id ? say("drafts.keep-up") : say("drafts.keep"), keep), " ", button(say("drafts.delete-all"), act.removeAll)),
  ];
}
