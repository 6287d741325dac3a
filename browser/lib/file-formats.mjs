/** The formats of files that can be opened, in the order in which they are asked whether a file is theirs. */

import { readAnswers } from "./answers-file.mjs";
import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { LARGEST_FILE } from "./limits.mjs";
import { isOdt, readOdt } from "./odt.mjs";
import { decodeText } from "./parse-json.mjs";
import { readPdf } from "./pdf.mjs";
import { readWord } from "./word-document.mjs";

/**
 * `ending` is that of its files' names, as toolkit/site/compose/formats.py has it.
 * @typedef {{ending: string, recognises: (bytes: Uint8Array) => boolean,
 *   read: (definition: FormDefinition, bytes: Uint8Array, fetchTemplates?: FetchTemplates) =>
 *     FileAnswers | Promise<FileAnswers>}} FileFormat
 */

/** @type {FileFormat[]} */
export const FILE_FORMATS = [
  { ending: ".odt", recognises: isOdt, read: readOdt },
  { ending: ".docx", recognises: (bytes) => begins(bytes, 0x50, 0x4b), read: readWord },
  { ending: ".pdf", recognises: isPdf, read: readPdf },
  {
    ending: ".json",
    recognises: () => true,
    read: (definition, bytes) => readAnswers(definition, decodeText(bytes)),
  },
];

/**
 * {version, saved, answers} of a file, and of a document what found no place; throws FileProblem.
 * @param {FormDefinition} definition
 * @param {Uint8Array} bytes
 * @param {FetchTemplates} [fetchTemplates]
 */
export function readFile(definition, bytes, fetchTemplates) {
  if (bytes.length === 0) throw new FileProblem(t("files.empty"));
  if (bytes.length > LARGEST_FILE) throw new FileProblem(t("files.too-large"));
  if (begins(bytes, 0xd0, 0xcf)) throw new FileProblem(t("files.old-word"));
  const format = FILE_FORMATS.find(({ recognises }) => recognises(bytes));
  if (!format) throw new FileProblem(t("files.not-answers"));
  return format.read(definition, bytes, fetchTemplates);
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} first
 */
function begins(bytes, ...first) {
  return first.every((byte, index) => bytes[index] === byte);
}

/**
 * Some programs put a few bytes before a PDF.
 * @param {Uint8Array} bytes
 */
function isPdf(bytes) {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes("%PDF-");
}
