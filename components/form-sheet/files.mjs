/** Files that the page hands out and opens. Nothing goes anywhere else. */

import { readFile } from "../../browser/lib/file-formats.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { t } from "../../browser/lib/language.mjs";
import { LARGEST_FILE } from "../../browser/lib/limits.mjs";
import { templateFrom } from "../../browser/lib/templates.mjs";
import { readWordDocument } from "../../browser/lib/word-document.mjs";

const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const TYPES = {
  json: "application/json",
  docx: WORD_TYPE,
  pdf: "application/pdf",
  csv: "text/csv;charset=utf-8",
  ics: "text/calendar;charset=utf-8",
};

/** Hands a file to the reader. */
export function handOut(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name of a file: form, setting and day. A form about people gets no name of anybody. */
export function fileName(definition, answers, today, ending, part, isSet = false) {
  const setting = definition.personal ? "" : (answers["record/setting"] || "").toLowerCase();
  const slug = setting
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
  return `${[isSet ? t("set.file-name") : part?.stem || definition.id, slug, today].filter(Boolean).join("-")}.${ending}`;
}

/** {version, saved, answers, unplaced} of a file of a form that the reader chose; throws FileProblem. */
export async function openFile(sheet, file, definition = sheet.definition) {
  const bytes = await readWholeFile(file);
  return { unplaced: [], ...(await readFile(definition, bytes, () => templatesOf(sheet, definition))) };
}

/** The bytes of a file that the reader chose; throws FileProblem. */
export async function readWholeFile(file) {
  if (file.size > LARGEST_FILE) throw new FileProblem(t("files.too-large"));
  if (file.size === 0) throw new FileProblem(t("files.empty"));
  return new Uint8Array(await file.arrayBuffer());
}

/** What the site's own Word files of the form show; none where they cannot be fetched. */
async function templatesOf(sheet, definition) {
  const { parts } = definition;
  try {
    const files = await Promise.all(
      (parts.length ? parts : [null]).map((part) => wordTemplate(sheet, part, definition)),
    );
    return files.map((file) => templateFrom(readWordDocument(file)));
  } catch (error) {
    if (error instanceof FileProblem) return [];
    throw error;
  }
}

/** The bytes of a form's Word template, which comes as a script so that a folder on a stick serves as well as a host. */
export async function wordTemplate(sheet, part, definition = sheet.definition) {
  const id = part?.stem || definition.id;
  try {
    const text = await sheet.fetchDelivered(`word-${id}`, `${sheet.element.dataset.root}assets/word/${id}.js`);
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    throw new FileProblem(t("files.no-template"));
  }
}
