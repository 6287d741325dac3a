/** Word files as documents: what their body shows, and the part in which Word keeps what is written into its controls. toolkit/answers/word_document.py is its twin. */

import { checkForm, textsOf, versionOf } from "./answers.mjs";
import { readArchive } from "./archive.mjs";
import { checkSize } from "./document-size.mjs";
import { readEntryIds, readPlanId } from "./entries.mjs";
import { moveIds } from "./entry-origins.mjs";
import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { mainPart, partText, readPart } from "./office-parts.mjs";
import { place } from "./placing.mjs";
import { isTable, paragraphsOf, plain, textIn } from "./visible.mjs";
import { OurControls, readBlocks } from "./word-body.mjs";
import { WORD } from "./word-text.mjs";
import { parseXml } from "./xml.mjs";

/** @import { XmlElement } from "./xml-tree.mjs" */

export const NAMESPACE = "urn:safeguarding-toolkit:answers:1";
const PART = /^customXml\/[^/]*\.xml$/i;
const NOTES = /^word\/(comments|footnotes|endnotes)[0-9]*\.xml$/;
const FOOTER = /^word\/footer[^/]*\.xml$/;
// A form's footer: title, version, day, and where its page is.
const FOOTER_WORDS = /· [^·]*?([0-9]{1,3}) · [^·]* · forms\/([a-z0-9-]+)\//;
const FIRST_PARAGRAPHS = 12; // among which a form's title is looked for

/**
 * The answers of a Word file (bytes), and the texts in it that found no place; throws FileProblem.
 * @param {FormDefinition} definition
 * @param {Uint8Array} bytes
 * @param {FetchTemplates} [fetchTemplates]
 */
export function readWord(definition, bytes, fetchTemplates) {
  return answersIn(definition, readWordDocument(bytes), fetchTemplates);
}

/**
 * What a Word file (bytes) shows; throws FileProblem.
 * @param {Uint8Array} bytes
 * @returns {ShownDocument}
 */
export function readWordDocument(bytes) {
  const entries = readArchive(bytes);
  const main = mainPart(entries);
  if (!main) throw new FileProblem(t("files.not-word"));
  const body = readPart(main);
  const part = answersPart(entries);
  const prompts = part?.prompts ?? new Set();
  const isPrompt = prompts.size ? (/** @type {string} */ text) => prompts.has(text) : looksLikePrompt;
  const controls = new OurControls(isPrompt);
  const blocks = readBlocks(body, controls);
  if (!blocks.length) throw new FileProblem(t("files.no-answers-in-word"));
  const form = part ?? (controls.form ? controls : formInFooter(footersOf(entries)));
  const answers = [...(part?.answers ?? [])].filter(({ text }) => text.trim() && !isPrompt(text.trim()));
  return {
    blocks,
    form: form.form,
    version: form.version,
    // LibreOffice takes a control's prompt for its text.
    hidden: Object.fromEntries(answers.map(({ key, text }) => [key, text])),
    unseen: new Set(answers.filter(({ isUnseen }) => isUnseen).map(({ key }) => key)),
    prompts,
    texts: part?.texts ?? new Set(),
    notes: notesOf(entries),
    isShown: controls.isShown,
    ids: part?.ids,
  };
}

/**
 * The part of an archive that holds answers, with its content; null if a program has emptied it or taken it out.
 * @param {ArchiveEntry[]} entries
 */
export function answersPart(entries) {
  for (const entry of entries.filter(({ name }) => PART.test(name))) {
    const text = partText(entry);
    if (!text.includes(NAMESPACE)) continue;
    const root = parseXml(text);
    if (root.localName === "answers" && root.namespaceURI === NAMESPACE) return { entry, ...contentOf(root) };
  }
  return null;
}

/** @param {XmlElement} root */
function contentOf(root) {
  const all = (/** @type {string} */ name) =>
    root.children.filter((child) => child.localName === name && child.namespaceURI === NAMESPACE);
  return {
    form: root.getAttribute("form") ?? "",
    version: versionOf(root.getAttribute("version")),
    answers: all("a").map((element) => ({
      key: element.getAttribute("key") ?? "",
      text: element.textContent,
      isUnseen: Boolean(element.getAttribute("unseen")),
    })),
    ids: {
      plan: readPlanId(root.getAttribute("plan")),
      entries: readEntryIds(
        Object.fromEntries(all("entry").map((entry) => [entry.getAttribute("at") ?? "", entry.getAttribute("id")])),
      ),
      setting: root.getAttribute("setting") ?? undefined,
    },
    prompts: new Set(all("prompt").map((element) => element.textContent)),
    texts: new Set(
      all("texts")
        .flatMap((element) => element.textContent.split(/\s+/))
        .filter(Boolean),
    ),
  };
}

/**
 * What is in comments and footnotes, with the name of who made a comment.
 * @param {ArchiveEntry[]} entries
 */
function notesOf(entries) {
  const parts = entries.filter(({ name }) => NOTES.test(name)).map(readPart);
  return parts
    .flatMap(({ children }) => children)
    .map((note) => {
      const blocks = readBlocks(note, new OurControls(looksLikePrompt));
      const lines = blocks.flatMap((block) => (isTable(block) ? [] : [textIn(block)]));
      const text = lines.join("\n").trim();
      const author = note.getAttributeNS(WORD, "author")?.trim();
      return author && text ? `${author}: ${text}` : text;
    });
}

/** @param {ArchiveEntry[]} entries */
function footersOf(entries) {
  return entries.filter(({ name }) => FOOTER.test(name)).map((entry) => readPart(entry).textContent);
}

/**
 * {form, version} as one of the texts of footers says it.
 * @param {string[]} texts
 */
export function formInFooter(texts) {
  for (const text of texts) {
    const match = FOOTER_WORDS.exec(text);
    if (match) return { form: match[2], version: versionOf(match[1]) };
  }
  return { form: "", version: 1 };
}

/**
 * The answers of a document, and the texts in it that found no place; throws FileProblem if it is none of the form.
 * @param {FormDefinition} definition
 * @param {ShownDocument} document
 * @param {FetchTemplates} [fetchTemplates]
 * @returns {Promise<FileAnswers>}
 */
export async function answersIn(definition, document, fetchTemplates) {
  checkSize(document);
  if (document.form) checkForm(definition, document.form);
  const templates = fetchTemplates && !document.texts.size ? await fetchTemplates() : [];
  const { texts, unplaced, origins } = place(document, definition, templates);
  const answers = textsOf(texts);
  if (!document.form && !Object.keys(answers).length && !showsTitle(document, definition))
    throw new FileProblem(t("files.no-answers-in-word"));
  const { plan = "", entries = {}, setting } = document.ids ?? {};
  const ids = { plan, entries: moveIds(origins, entries), setting };
  return { version: document.version, saved: "", answers, unplaced, ...ids };
}

/**
 * @param {ShownDocument} document
 * @param {FormDefinition} definition
 */
function showsTitle(document, definition) {
  const title = plain(definition.title);
  return paragraphsOf(document)
    .slice(0, FIRST_PARAGRAPHS)
    .some((paragraph) => plain(textIn(paragraph)) === title);
}

/**
 * Whether a text is a prompt of a file that does not say itself which those are.
 * @param {string} text
 */
function looksLikePrompt(text) {
  return /^\[[^\]]+\]$/.test(text);
}
