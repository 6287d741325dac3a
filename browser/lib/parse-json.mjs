/** JSON out of bytes that anybody may have written, within limits. */

import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { DEEPEST_JSON } from "./limits.mjs";

/**
 * The data of a text; throws FileProblem for what is no JSON or is nested too deeply.
 * @param {string} text
 */
export function parseJson(text) {
  let data;
  try {
    data = JSON.parse(text.replace(/^\uFEFF+/, ""));
  } catch {
    throw new FileProblem(t("files.cut-short"));
  }
  if (isNestedDeeper(data, DEEPEST_JSON)) throw new FileProblem(t("files.not-answers"));
  return data;
}

/**
 * The text of a file in UTF-8, or in UTF-16 where it begins with its mark, as some editors save it; throws FileProblem.
 * @param {Uint8Array} bytes
 */
export function decodeText(bytes) {
  const byteOrderMark = bytes.length > 1 ? (bytes[0] << 8) | bytes[1] : 0;
  const encoding = { 65534: "utf-16le", 65279: "utf-16be" }[byteOrderMark] ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem(t("files.encoding"));
  }
}

/**
 * Whether more than so many objects and lists are in one another.
 * @param {unknown} data
 * @param {number} most
 */
function isNestedDeeper(data, most) {
  let level = [data].filter(isNested);
  for (let depth = 0; depth < most && level.length; depth += 1) level = level.flatMap(Object.values).filter(isNested);
  return level.length > 0;
}

/** @param {unknown} value */
function isNested(value) {
  return typeof value === "object" && value !== null;
}
