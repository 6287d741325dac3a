/** What each button of a form does. */

import { showSources, sourcesOf } from "./carrying.mjs";
import { chooseFiles } from "./choosing-files.mjs";
import { compareWith, openInto } from "./opening.mjs";
import { showReviews } from "./reviews.mjs";
import { saveAnswers, saveCalendar, saveTable, saveWord } from "./saving.mjs";
import { savePdf } from "./saving-pdf.mjs";
import { takeSet } from "./set.mjs";
import { showSummary } from "./summary.mjs";

export function actionsOf(sheet) {
  return {
    save: () => saveAnswers(sheet),
    open: () => chooseFiles(sheet, true, (files) => openInto(sheet, files)),
    print: (part) => sheet.printing.start(part),
    word: (part) => saveWord(sheet, part),
    pdf: (part) => savePdf(sheet, part),
    csv: () => saveTable(sheet),
    calendar: () => saveCalendar(sheet),
    compare: () => chooseFiles(sheet, false, (files) => compareWith(sheet, files)),
    summary: !sheet.definition.personal && (() => showSummary(sheet)),
    reviews: !sheet.definition.personal && (() => showReviews(sheet)),
    carry: sourcesOf(sheet).length > 0 && (() => showSources(sheet)),
    set: !sheet.definition.personal && (() => chooseFiles(sheet, false, (files) => takeSet(sheet, files))),
    drafts: sheet.drafts.isAllowed && (() => sheet.drafts.show()),
    empty: () => sheet.empty(),
  };
}
