/** Files that the reader chooses, and what is said where one cannot be used. */

import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { t } from "../../browser/lib/language.mjs";
import { el } from "./dom.mjs";

/** Has the reader choose a file, or several; `then` is given a list of them. */
export function chooseFiles(sheet, multiple, then) {
  const label = t("opening.file");
  const input = el("input", {
    type: "file",
    multiple,
    accept: sheet.element.dataset.opens,
    class: "visually-hidden",
    "aria-label": label,
    tabindex: "-1",
  });
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.remove();
    if (files.length) then(files);
  });
  for (const old of sheet.element.querySelectorAll("input[type=file]")) old.remove();
  sheet.panels.after(input);
  input.click();
}

/** Does what may meet a bad file: then that is said, and nothing has changed. */
export async function tried(sheet, work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FileProblem)) console.error(error);
    sheet.say(error instanceof FileProblem ? error.message : t("opening.failed"));
  }
}
