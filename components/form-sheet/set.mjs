/** One file for several forms: this form's answers are added to a file that holds those of others. */

import { readSet } from "../../browser/lib/answers-file.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { t } from "../../browser/lib/language.mjs";
import { decodeText } from "../../browser/lib/parse-json.mjs";
import { takeBesideAnswers, titlesOf } from "./beside.mjs";
import { tried } from "./choosing-files.mjs";
import { button, el } from "./dom.mjs";
import { readWholeFile } from "./files.mjs";

/** What can be done with a file that holds answers of other forms alone. */
export async function offerOtherForms(sheet, file) {
  try {
    const parts = readSet(decodeText(await readWholeFile(file)));
    if (!parts.every(({ form }) => form && form !== sheet.definition.id)) return;
    const { root } = sheet.element.dataset;
    const link = ({ form, title }) => el("li", {}, el("a", { href: `${root}forms/${form}/` }, title || form));
    sheet.ask(
      t("set.other-forms"),
      el("p", {}, t("set.other-forms-about")),
      el("ul", {}, parts.map(link)),
      !sheet.definition.personal &&
        el(
          "p",
          {},
          button(t("set.keep-together"), () => takeSet(sheet, [file])),
        ),
    );
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error; // why it was not opened is said already
  }
}

/** Takes the answers of other forms from a file, to be saved with this form's. Nothing on the page changes. */
export function takeSet(sheet, [file]) {
  return tried(sheet, async () => {
    const parts = readSet(decodeText(await readWholeFile(file)));
    const others = parts.filter(({ form }) => form && form !== sheet.definition.id);
    const same = parts.find(({ form }) => form === sheet.definition.id);
    if (!others.length) throw new FileProblem(same ? t("set.own-file") : t("files.no-answers"));
    const { origins, earlier, others: before } = sheet.beside;
    const names = new Set(others.map(({ form }) => form));
    const kept = before.filter(({ form }) => !names.has(form));
    const barred = takeBesideAnswers(sheet, { origins, earlier, others: [...kept, ...others] });
    sheet.markSaved({});
    const titles = titlesOf(sheet.beside.others);
    const said = [titles && t("set.taken", { titles }), same && t("set.own-part"), barred].filter(Boolean);
    sheet.ask(t("set.title"), ...said.map((text) => el("p", {}, text)), el("p", {}, t("set.about")));
    sheet.say(said.join(" "));
  });
}
