/** Whether what stands in a form is saved, and how: kept as a text to compare with, and shown beside the buttons that save. */

import { t } from "../../browser/lib/language.mjs";
import { localTime } from "../draft-notice/notice.mjs";
import { el } from "./dom.mjs";

export class SaveState {
  constructor() {
    this.saved = "{}";
    this.how = "";
    this.at = null;
    this.marks = [];
  }

  /** Another place that shows the state. */
  makeMark() {
    const mark = el("span", { class: "form-saved", hidden: true });
    this.marks.push(mark);
    return mark;
  }

  /** `how` is "file", "draft", "nowhere" where the reader has deleted what was kept, or empty. */
  set(text, how, at = new Date()) {
    this.saved = text;
    this.how = how;
    this.at = at;
    this.show(text);
  }

  isUnsaved(text) {
    return text !== this.saved;
  }

  show(text) {
    const isUnsaved = this.isUnsaved(text);
    const words = isUnsaved ? t("saving.unsaved") : this.inWords();
    for (const mark of this.marks) {
      if (mark.textContent !== words) mark.textContent = words;
      mark.hidden = !words;
      mark.classList.toggle("form-saved--not", isUnsaved || this.how === "nowhere");
    }
  }

  inWords() {
    const time = this.at && localTime(this.at);
    if (this.how === "file") return t("saving.in-file", { time });
    if (this.how === "draft") return t("saving.in-draft", { time });
    return this.how === "nowhere" && this.saved !== "{}" ? t("saving.nowhere") : "";
  }
}
