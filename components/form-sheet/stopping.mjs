/** Forms that end in advice where one of their conditions holds. What was written is kept. */

import { t } from "../../browser/lib/language.mjs";

export function showStop(sheet, answers) {
  const advice = sheet.form.querySelector("[data-stop-advice]");
  if (!advice) return;
  const isStopped = Object.keys(answers).some((key) => key.startsWith("stop/"));
  if (isStopped && !sheet.rest.hidden) sheet.say(t("form-tools.stop"));
  advice.hidden = !isStopped;
  sheet.rest.hidden = isStopped;
}
