/** XML as the parts of a Word file hold it. */

import { FileProblem } from "./answers.mjs";
import { t } from "./language.mjs";

const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The document of a text; throws FileProblem for one that is damaged or that could grow without end. */
export function parseXml(text) {
  if (/<!DOCTYPE/i.test(text)) throw new FileProblem(t("files.not-a-form"));
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  if (parsed.getElementsByTagName("parsererror").length) throw new FileProblem(t("files.damaged"));
  return parsed;
}

/** A text with signs that XML 1.0 cannot hold replaced by the replacement character. */
export function xmlText(text) {
  return String(text).replace(NOT_IN_XML, "\uFFFD");
}

/** A text as it is written into XML. */
export function escapeXml(text) {
  return xmlText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}
