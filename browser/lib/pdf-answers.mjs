/** A form with its answers as a PDF: to read, to print, to type into, and to open again on the form's page. */

import { askedAt, inWords, tidy } from "./answers.mjs";
import { idsToCarry } from "./entries.mjs";
import { joinKey, plainKey } from "./keys.mjs";
import { dayInWords, t } from "./language.mjs";
import { placeField, writeText } from "./pdf-fields.mjs";
import { PdfFile, pdfMetadata, pdfText } from "./pdf-file.mjs";
import { PdfFont } from "./pdf-font.mjs";
import { PdfPages } from "./pdf-pages.mjs";
import { rowCount, sectionCount } from "./repeats.mjs";

const SIZES = [20, 14, 11.5, 10.5]; // of headings, by level, in points

/**
 * What stands around the answers: `lang` is the language of the form, `today` the day of the answers, `part` the title
 * of the part that the file is of, `notice` what to know before giving it to anybody, `stop` what the form says of the
 * conditions under which it ends.
 * @typedef {{lang: string, today: string, site: string, part: string, notice: string, stop: {title: string, intro: string, advice: string}}} Surroundings
 */

/**
 * {file, unshown}: the PDF, and the letters that it keeps but cannot show.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {PdfFontData} fontData
 * @param {Surroundings} around
 * @param {PlanIdentity} [identity] whose ids it carries, so that a date keeps its entry in a calendar
 */
export function writePdf(definition, answers, fontData, around, identity) {
  const [file, font] = [new PdfFile(), new PdfFont(fontData)];
  const pages = new PdfPages(file, font);
  const fields = new AnswerPages(definition, answers, pages).write(around);
  const foot = [definition.title, t("document.version", { version: definition.version }), around.site];
  const tree = pages.finish(foot.filter(Boolean).join(" · "));
  const title = pdfText(definition.title);
  const form = `<</Fields[${fields.join(" ")}]/DR<</Font<</Wingdings ${pages.fontReference}>>>>/DA(/Wingdings 0 Tf 0 g)>>`;
  const mark = writeIds(idsToCarry(definition, answers, identity));
  const root = file.add(
    `<</Type/Catalog/Pages ${tree}/Lang(${around.lang})/MarkInfo<</Marked true>>/StructTreeRoot ${pages.tags.finish()}` +
      `/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${file.addStream("/Type/Metadata/Subtype/XML", pdfMetadata(definition.title))}` +
      `/AcroForm ${form}/SafeguardingForm<</Form(${definition.id})/Version ${definition.version}${mark}>>>>`,
  );
  const info = file.add(`<</Title ${title}/Author ${pdfText(around.site)}>>`);
  return { file: file.bytes(root, info), unshown: [...font.unshown] };
}

/**
 * Ids as the document's own mark has them: `Entries` are pairs of a place and an id. None of them needs an escape.
 * @param {DocumentIds} ids
 */
function writeIds({ plan, entries, setting }) {
  if (!plan) return "";
  const pairs = Object.entries(entries).map(([place, id]) => `(${place})(${id})`);
  return `/Plan(${plan})${setting === undefined ? "" : `/Setting(${setting})`}/Entries[${pairs.join("")}]`;
}

class AnswerPages {
  /**
   * @param {FormDefinition} definition
   * @param {Answers} answers
   * @param {PdfPages} pages
   */
  constructor(definition, answers, pages) {
    this.definition = definition;
    this.answers = answers;
    this.pages = pages;
    /** @type {string[]} references to the fields */
    this.fields = [];
    this.shown = new Set();
  }

  /** @param {Surroundings} around */
  write({ today, part, notice, stop }) {
    const { definition, pages } = this;
    this.head(1, definition.title);
    this.notice(part);
    pages.write("P", t("pdf-file.made", { day: dayInWords(today) }), { isSoft: true });
    pages.skip(6);
    this.notice(notice);
    const conditions = this.keysIn("stop/");
    if (conditions.length) {
      this.head(2, stop.title);
      this.notice(stop.intro);
      this.placeAll(conditions);
      this.notice(stop.advice);
    }
    this.placeAll(this.keysIn("record/"));
    for (const section of definition.sections) this.section(section);
    this.rest();
    return this.fields;
  }

  /** @param {Section} section */
  section(section) {
    for (let number = 1; number <= sectionCount(this.answers, section.id); number += 1) {
      this.head(2, section.repeat ? `${section.title} ${number}` : section.title);
      /** @type {[string, number]} */
      const place = [section.id, number];
      this.placeAll(section.questions.map((id) => joinKey([place, [id, 1]])));
      for (const row of section.rows) this.row(section, place, row);
    }
  }

  /**
   * @param {Section} section
   * @param {[string, number]} place
   * @param {{id: string, prompt: string}} row
   */
  row(section, place, row) {
    const isOnce = (/** @type {string} */ id) => Boolean(this.definition.fields[`${section.id}/${row.id}/${id}`]?.once);
    const keys = (/** @type {string[]} */ ids, /** @type {number} */ number) =>
      ids.map((id) => joinKey([place, [row.id, number], [id, 1]]));
    if (!section.free) this.head(3, row.prompt);
    this.placeAll(keys(section.columns.filter(isOnce), 1));
    const count = section.columns.length ? rowCount(this.answers, place[0], place[1], row.id) : 0;
    for (let number = 1; number <= count; number += 1) {
      if (section.row_repeat) this.head(section.free ? 3 : 4, `${capitalised(section.row_repeat.noun)} ${number}`);
      this.placeAll(
        keys(
          section.columns.filter((id) => !isOnce(id)),
          number,
        ),
      );
    }
  }

  /** What the form no longer asks. */
  rest() {
    const left = Object.keys(this.answers).filter((key) => !this.shown.has(key));
    if (left.length) this.head(2, t("answers.gone"));
    for (const key of left) {
      const [label, value] = [askedAt(this.definition, key), this.answers[key]];
      const shown = { key, label, name: label, kind: "text", value, words: value, choices: [] };
      this.fields.push(writeText(this.pages, shown));
    }
  }

  /** @param {string} start */
  keysIn(start) {
    return Object.keys(this.definition.fields).filter((key) => key.startsWith(start));
  }

  /** @param {string[]} keys */
  placeAll(keys) {
    for (const key of keys) {
      const field = this.definition.fields[plainKey(key)];
      if (!field) continue;
      const value = this.answers[key] ?? "";
      const words = inWords(this.definition, key, value);
      // A date stands there in words, if those are read as the same date.
      const isExact = Boolean(field.choices) || tidy(field, words) === value;
      this.shown.add(key);
      this.fields.push(
        placeField(this.pages, {
          key,
          label: field.label,
          name: askedAt(this.definition, key),
          kind: field.kind,
          value,
          words: isExact ? words : value,
          choices: field.choices ?? [],
        }),
      );
    }
  }

  /**
   * @param {number} level
   * @param {string} text
   */
  head(level, text) {
    const size = SIZES[level - 1];
    if (level > 1) this.pages.skip(size * 0.6);
    this.pages.need(size * 2 + 60); // a heading stands with what it heads
    this.pages.write(`H${level}`, text, { size, isBold: true });
    this.pages.skip(size * 0.35);
  }

  /** @param {string} text */
  notice(text) {
    if (!text) return;
    this.pages.write("P", text);
    this.pages.skip(6);
  }
}

/** @param {string} word */
function capitalised(word) {
  return word[0].toUpperCase() + word.slice(1);
}
