/** Printing a form, or one part of it: what is printed is made when it is printed, whoever asked for it. */

import { dayInWords, t } from "../../browser/lib/language.mjs";
import { readFields } from "./fields.mjs";
import { PageFoot } from "./page-foot.mjs";
import { refusal } from "./parts.mjs";
import { printout } from "./printout.mjs";
import { summaryPaper } from "./summary.mjs";

/** What stands at the foot of each page: the document, the setting and the day. Of a form about a person, no setting. */
function footOf({ definition, today }, answers, part) {
  const setting = definition.personal ? "" : (answers["record/setting"] ?? "");
  return [part?.title ?? definition.title, setting, dayInWords(today)].filter(Boolean).join(" · ");
}

export class Printing {
  constructor(sheet) {
    this.sheet = sheet;
    this.part = undefined; // of the form, while it is printed alone
    this.foot = new PageFoot();
    this.agenda = null; // what the page says is due
    this.home = null; // where it belongs, while it is on the paper
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
    const { element, form, paper } = this.sheet;
    const answers = readFields(form);
    if (this.isSummary) return this.prepareSummary();
    if (!Object.keys(answers).length) return;
    element.closest(".form-page")?.toggleAttribute("data-part", Boolean(this.part));
    paper.replaceChildren(...printout(this.sheet, answers, this.part, this.takeAgenda()));
    element.setAttribute("data-filled", "");
    this.foot.show(footOf(this.sheet, answers, this.part));
  }

  /** What is due, which moves onto the paper until it is printed: on the page it is before the form. */
  takeAgenda() {
    this.agenda ??= this.sheet.element.querySelector(".form-agenda");
    if (!this.agenda || this.part) return null;
    if (!this.home) {
      this.home = document.createComment("");
      this.agenda.replaceWith(this.home);
    }
    return this.agenda;
  }

  prepareSummary() {
    const { element, paper } = this.sheet;
    paper.replaceChildren(summaryPaper(this.sheet));
    element.setAttribute("data-filled", "");
    this.foot.show("");
    element.closest(".form-page")?.setAttribute("data-summary", "");
  }

  finish() {
    const { element } = this.sheet;
    this.home?.replaceWith(this.agenda);
    this.home = null;
    this.part = undefined;
    this.isSummary = false;
    this.foot.show("");
    element.closest(".form-page")?.removeAttribute("data-summary");
    element.removeAttribute("data-filled");
    element.closest(".form-page")?.removeAttribute("data-part");
  }
}
