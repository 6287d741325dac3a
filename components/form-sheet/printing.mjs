/** Printing a form, or one part of it: what is printed is made when it is printed, whoever asked for it. */

import { t } from "../../browser/lib/language.mjs";
import { readFields } from "./fields.mjs";
import { refusal } from "./parts.mjs";
import { printout } from "./printout.mjs";
import { summaryPaper } from "./summary.mjs";

export class Printing {
  constructor(sheet) {
    this.sheet = sheet;
    this.part = undefined; // of the form, while it is printed alone
  }

  listen() {
    addEventListener("beforeprint", () => this.prepare());
    addEventListener("afterprint", () => this.finish());
  }

  /** Prints the form, or one part of it. */
  start(part) {
    const { sheet } = this;
    const refused = refusal(part, sheet.answers);
    if (refused) return sheet.say(refused);
    sheet.guard.lookAtAll();
    if (sheet.guard.warning) sheet.say(sheet.guard.warning);
    this.part = part;
    print();
    if (sheet.definition.personal) sheet.say(t("saving.printed-personal"));
  }

  /** Prints the summary alone, on one sheet. */
  startSummary() {
    this.isSummary = true;
    print();
  }

  /** Of a part, nothing else of the page is shown. */
  prepare() {
    const { definition, element, form, gone, paper } = this.sheet;
    const answers = readFields(form);
    if (this.isSummary) return this.prepareSummary();
    if (!Object.keys(answers).length) return;
    element.closest(".form-page")?.toggleAttribute("data-part", Boolean(this.part));
    paper.replaceChildren(...printout(definition, answers, gone, form, this.part));
    element.setAttribute("data-filled", "");
  }

  prepareSummary() {
    const { element, paper } = this.sheet;
    paper.replaceChildren(summaryPaper(this.sheet));
    element.setAttribute("data-filled", "");
    element.closest(".form-page")?.setAttribute("data-summary", "");
  }

  finish() {
    const { element } = this.sheet;
    this.part = undefined;
    this.isSummary = false;
    element.closest(".form-page")?.removeAttribute("data-summary");
    element.removeAttribute("data-filled");
    element.closest(".form-page")?.removeAttribute("data-part");
  }
}
