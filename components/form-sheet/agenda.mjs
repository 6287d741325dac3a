/** What is late and what is due soon, at the head of the form, with links to where it stands. */

import { agenda } from "../../browser/lib/agenda.mjs";
import { dayInWords, t } from "../../browser/lib/language.mjs";
import { capitalised, el } from "./dom.mjs";
import { reveal } from "./folding.mjs";

export class Agenda {
  constructor(sheet) {
    this.sheet = sheet;
    this.element = sheet.element.querySelector(".form-agenda");
    this.element?.addEventListener("click", (event) => this.follow(event));
  }

  /** Shows both lists; gives what is late. */
  show(answers) {
    if (!this.element) return [];
    const { definition, today, rest } = this.sheet;
    const { late, soon } = agenda(definition, answers, today);
    this.element.hidden = rest.hidden; // where the form ends in advice
    this.list("late", late, t("form-agenda.none-late"));
    this.list("soon", soon, t("form-agenda.none-soon"));
    return late;
  }

  list(name, entries, otherwise) {
    const part = this.element.querySelector(`[data-list="${name}"]`);
    part.classList.toggle("form-agenda__part--late", name === "late" && entries.length > 0);
    const shown = entries.length ? el("ul", {}, entries.map(lineOf)) : el("p", {}, otherwise);
    const old = part.querySelector("h3 + *");
    if (old?.isEqualNode(shown)) return; // so that a link there keeps the focus
    old?.remove();
    part.append(shown);
  }

  /** Leads to the entry that a line is about, which may be folded. */
  follow(event) {
    const link = event.target.closest("a");
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    reveal(field);
    field.focus();
  }
}

function lineOf({ target, day, action, lead, place }) {
  const facts = [el("strong", {}, dayInWords(day)), lead && el("span", {}, lead), action && el("span", {}, place)];
  return el(
    "li",
    { class: "form-agenda__entry" },
    el("a", { href: `#f/${target}` }, capitalised(action || place)),
    el(
      "span",
      { class: "form-agenda__facts" },
      facts.filter(Boolean).flatMap((fact) => [fact, " "]),
    ),
  );
}
