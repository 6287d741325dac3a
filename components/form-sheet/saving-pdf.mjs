/** The PDF with answers: made here, in the browser, by what is fetched when somebody first wants one. */

import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { t } from "../../browser/lib/language.mjs";
import { tried } from "./choosing-files.mjs";
import { answersOf, definitionOf, refusal } from "./parts.mjs";
import { hand } from "./saving.mjs";

/** Hands out the PDF of the form, or of one part with the answers of that part alone. */
export function savePdf(sheet, part) {
  const refused = refusal(part, sheet.answers);
  if (refused) return sheet.say(refused);
  return tried(sheet, async () => {
    const { makePdf, font } = await fetchWriter(sheet);
    const definition = definitionOf(sheet.definition, part);
    const shown = part ? { ...definition, title: part.heading } : definition;
    const answers = answersOf(sheet.definition, part, sheet.answers);
    const { file, unshown } = makePdf(shown, answers, font, surroundings(sheet, part), sheet.identify());
    hand(sheet, "pdf", file, part);
    if (unshown.length) sheet.say(`${sheet.status.textContent} ${t("saving.unshown", { letters: unshown.join(" ") })}`);
  });
}

/** What writes PDFs, with the font that they are written in. */
export async function fetchWriter(sheet) {
  const { root } = sheet.element.dataset;
  try {
    const [{ writers }, font] = await Promise.all([
      sheet.fetchDelivered("pdf", `${root}assets/pdf.js`),
      sheet.fetchDelivered("pdf-font", `${root}assets/pdf-font.js`),
    ]);
    return { ...writers, font };
  } catch {
    throw new FileProblem(t("files.no-template"));
  }
}

/** What stands around the answers, in the words of the page. */
function surroundings(sheet, part) {
  const read = (selector) => sheet.form.querySelector(selector)?.textContent.trim() ?? "";
  const personal = sheet.definition.personal ? `${t("form.personal")} ${t("form.personal-about")}` : "";
  return {
    lang: sheet.form.lang || document.documentElement.lang,
    today: sheet.today,
    site: document.querySelector('meta[property="og:site_name"]')?.getAttribute("content") ?? "",
    part: part?.title ?? "",
    notice: part?.handed_out ? t("document.handed-out") : personal,
    stop: {
      title: read(".form-stop h2"),
      intro: read(".form-stop h2 + p"),
      advice: read("[data-stop-advice]"),
    },
  };
}
