/** Answers out of a PDF whose fields somebody filled in, in whatever program. */

import { checkForm, isOfForm, textsOf, versionOf } from "./answers.mjs";
import { readEntryIds, readPlanId } from "./entries.mjs";
import { FileProblem } from "./file-problem.mjs";
import { splitKey } from "./keys.mjs";
import { t } from "./language.mjs";
import { DEEPEST_FIELD, MOST_FIELDS } from "./limits.mjs";
import { Objects, readObjects } from "./pdf-objects.mjs";
import { PdfDictionary } from "./pdf-parser.mjs";

/** @type {Record<string, string>} */
const ENCODINGS = { "\xfe\xff": "utf-16be", "\xff\xfe": "utf-16le", "\xef\xbb": "utf-8" };
// PDF's own encoding of short texts differs from Latin 1 in these.
/** @type {Record<number, string>} */
const SIGNS = {
  24: "˘ˇˆ˙˝˛˚˜",
  128: "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž",
  160: "€",
};

/**
 * {version, answers} of a filled PDF (bytes); throws FileProblem.
 * @param {FormDefinition} definition
 * @param {Uint8Array} bytes
 * @returns {Promise<FileAnswers>}
 */
export async function readPdf(definition, bytes) {
  const { root, pdf } = await readObjects(bytes);
  const form = pdf.resolve(root.get("AcroForm"));
  const mark = pdf.resolve(root.get("SafeguardingForm"));
  const texts = form instanceof PdfDictionary ? readFields(pdf, form) : {};
  const id = mark instanceof PdfDictionary ? textOf(pdf.resolve(mark.get("Form"))) : "";
  if (id) checkForm(definition, id);
  else if (!Object.keys(texts).some((key) => isOfForm(definition, key))) {
    throw new FileProblem(t("files.no-answers-in-pdf"));
  }
  const version = mark instanceof PdfDictionary ? versionOf(pdf.resolve(mark.get("Version"))) : 1;
  const ids = mark instanceof PdfDictionary ? idsOf(pdf, mark) : {};
  return { version, saved: "", answers: textsOf(texts), ...ids };
}

/**
 * The ids of the plan and of its entries; of the latter a place and an id by turns.
 * @param {Objects} pdf
 * @param {PdfDictionary} mark
 * @returns {DocumentIds}
 */
function idsOf(pdf, mark) {
  const [plan, setting] = ["Plan", "Setting"].map((name) => pdf.resolve(mark.get(name)));
  const texts = listOf(pdf, mark, "Entries").map((text) => textOf(pdf.resolve(text)));
  const pairs = texts.flatMap((place, index) => (index % 2 ? [] : [[place, texts[index + 1]]]));
  return {
    plan: readPlanId(textOf(plan)),
    entries: readEntryIds(Object.fromEntries(pairs)),
    setting: setting?.bytes === undefined ? undefined : textOf(setting),
  };
}

/**
 * @param {Objects} pdf
 * @param {PdfDictionary} form
 * @returns {Answers}
 */
function readFields(pdf, form) {
  /** @type {Answers} */
  const texts = {};
  const seen = new Set();
  /**
   * @param {PdfValue} value
   * @param {string[]} names of the fields that it stands in
   * @param {PdfValue} inherited their value
   * @param {number} depth
   */
  const visit = (value, names, inherited, depth) => {
    const field = pdf.resolve(value);
    if (!(field instanceof PdfDictionary) || seen.has(field) || depth > DEEPEST_FIELD) return;
    seen.add(field);
    if (seen.size > MOST_FIELDS) throw new FileProblem(t("files.too-many-parts"));
    const own = pdf.resolve(field.get("T"));
    const path = own?.bytes === undefined ? names : [...names, textOf(own)];
    const given = field.has("V") ? field.get("V") : inherited;
    const key = path.join(".");
    if (given !== undefined && splitKey(key)) texts[key] = answerOf(pdf, pdf.resolve(given));
    for (const kid of listOf(pdf, field, "Kids")) visit(kid, path, given, depth + 1);
  };
  for (const field of listOf(pdf, form, "Fields")) visit(field, [], undefined, 0);
  return texts;
}

/**
 * @param {Objects} pdf
 * @param {PdfDictionary} dictionary
 * @param {string} name
 */
function listOf(pdf, dictionary, name) {
  const list = pdf.resolve(dictionary.get(name));
  return Array.isArray(list) ? list : [];
}

/**
 * @param {Objects} pdf
 * @param {PdfValue} given
 * @returns {string}
 */
function answerOf(pdf, given) {
  let value = given;
  for (let depth = 0; depth < DEEPEST_FIELD && Array.isArray(value); depth += 1) value = pdf.resolve(value[0]);
  if (value?.name !== undefined) return value.name === "Off" ? "" : "yes";
  if (value instanceof PdfDictionary && value.start) return textOf({ bytes: pdf.contentOf(value) });
  return textOf(value);
}

/**
 * The text of a string object: UTF-16 or UTF-8 where it begins with their mark, else PDF's own encoding.
 * @param {PdfValue} value
 */
function textOf(value) {
  const bytes = value?.bytes ?? "";
  const marked = ENCODINGS[bytes.slice(0, 2)];
  if (marked)
    return new TextDecoder(marked).decode(Uint8Array.from(bytes, (/** @type {string} */ sign) => sign.charCodeAt(0)));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PDF gives these signs other meanings
  return bytes.replace(/[\x18-\x1f\x80-\x9e\xa0]/g, (/** @type {string} */ sign) => {
    const code = sign.charCodeAt(0);
    const first = [0xa0, 0x80].find((start) => code >= start) ?? 0x18;
    return SIGNS[first][code - first];
  });
}
