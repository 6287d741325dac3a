/** The buttons of a form, and the panel about drafts. */

import { dayInWords } from "../lib/answers.mjs";
import { button, el } from "./dom.mjs";

/** The tool bar; `act` has a function for each button. */
export function toolBar(definition, act) {
  const more = [
    button("Word file with my answers", act.word),
    button("Spreadsheet (CSV)", act.csv),
    button("Calendar file of dates", act.calendar),
    button("Compare with an earlier file", act.compare),
    definition.save === "draft" && button("Drafts on this device", act.drafts),
    button("Empty the form", act.empty),
  ];
  return [
    el("div", { class: "form-tools__main" }, button("Save to a file", act.save, { class: "primary" }), button("Open a file", act.open), button("Print", act.print)),
    el("details", { class: "form-tools__more" }, el("summary", {}, "More"), el("div", {}, more)),
  ];
}

/** The panel about drafts: what keeping one means, those that there are, and how to delete them all. */
export function draftPanel(drafts, current, act) {
  const days = el(
    "select",
    { id: "draft-days" },
    [7, 30, 90].map((count) => el("option", { value: count, selected: count === 30 }, `${count} days`)),
  );
  const name = el("input", { type: "text", id: "draft-name", maxlength: 80, value: current.name });
  const keep = () => act.keep(name.value.trim() || "Draft", Number(days.value));
  const listed = drafts.map((draft) =>
    el(
      "li",
      {},
      el("strong", {}, draft.name),
      ` kept ${dayInWords(draft.saved.slice(0, 10))}, deleted after ${dayInWords(draft.expires.slice(0, 10))}${draft.id === current.id ? " (open now)" : ""} `,
      button("Open", () => act.open(draft), { class: "quiet", "aria-label": `Open the draft ${draft.name}` }),
      " ",
      button("Delete", () => act.remove(draft), { class: "quiet", "aria-label": `Delete the draft ${draft.name}` }),
    ),
  );
  return [
    el("p", {}, "A draft stays in this browser on this device. Anyone who uses the same device and account can read it. Do not keep one on a shared computer: save to a file instead."),
    el("p", {}, "Exit this page hides the page at once, and leaves a draft where it is, so that one key press cannot destroy your plan. To remove it, use the buttons below."),
    listed.length ? el("ul", {}, listed) : el("p", {}, "No draft is kept on this device."),
    el("div", { class: "form-panel__row" }, el("label", { for: "draft-name" }, "Name of the draft"), name, el("label", { for: "draft-days" }, "Keep it for"), days),
    el("p", {}, button(current.id ? "Keep this draft up to date" : "Keep a draft on this device", keep), " ", button("Delete everything from this device", act.removeAll)),
  ];
}
