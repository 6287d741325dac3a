/** The buttons inside a form: add and remove what repeats, and take a suggested resource into the plan. */

import { renumberOrigins } from "../../browser/lib/answer-origins.mjs";
import { renumberIds } from "../../browser/lib/entries.mjs";
import { t } from "../../browser/lib/language.mjs";
import { withoutRow, withoutSection } from "../../browser/lib/repeats.mjs";
import { chooseRow } from "./choosing.mjs";
import { addRow, addSection, entriesOf, readFields, sheetsOf, writeTyped } from "./fields.mjs";
import { toggle } from "./folding.mjs";
import { takeStep } from "./next-steps.mjs";
import { goToNextUnrated } from "./overview.mjs";

/** Does what a button with data-do asks for. */
export function pressed(sheet, control) {
  if (!control) return;
  const place = placeOf(sheet, control);
  const actions = {
    "add-section": growSections,
    "add-row": growRows,
    "remove-section": dropSection,
    "remove-row": dropRow,
    "use-resource": takeResource,
    "take-step": takeStep,
    "choose-row": chooseRow,
    "fold-row": (_, { line }) => toggle(line),
    "next-unrated": goToNextUnrated,
    "open-rows": ({ overview }) => overview.folding.setAll(true),
    "close-rows": ({ overview }) => overview.folding.setAll(false),
  };
  actions[control.dataset.do](sheet, place, control.dataset);
}

/** Where a button stands: the section's definition, its element, the row's definition and element, the entry. */
function placeOf(sheet, control) {
  const part = control.closest(".form-section");
  const id = control.dataset.sectionId || part?.dataset.section;
  const section = sheet.definition.sections.find((one) => one.id === id);
  const line = control.closest(".form-row");
  const row = line && section.rows.find((one) => one.id === line.dataset.row);
  return { section, part, row, line, entry: control.closest(".entry"), control };
}

function growSections(sheet, { section }) {
  added(sheet, addSection(sheet.form, sheet.definition, section));
}

function growRows(sheet, { section, row, line }) {
  added(sheet, addRow(line, sheet.definition, section, row));
}

function added(sheet, made) {
  if (!made) return sheet.say(t("repeating.no-more"));
  made.querySelector("input, textarea, select")?.focus();
  sheet.say(t("repeating.added", { what: made.querySelector("[data-names]").textContent }));
  return sheet.refresh();
}

function dropSection(sheet, { section, part }) {
  const without = (answers) => withoutSection(answers, section.id, Number(part.dataset.number));
  removed(sheet, without, sheetsOf(sheet.form, section.id));
}

function dropRow(sheet, { section, part, row, line, entry }) {
  const numbers = [part, entry].map(({ dataset }) => Number(dataset.number));
  const once = section.columns.filter((column) => sheet.definition.fields[`${section.id}/${row.id}/${column}`].once);
  const without = (answers) => withoutRow(answers, section.id, numbers[0], row.id, numbers[1], once);
  removed(sheet, without, entriesOf(line));
}

function removed(sheet, without, all) {
  const before = readFields(sheet.form);
  const answers = without(before);
  const isFilled = Object.keys(answers).length < Object.keys(before).length;
  if (isFilled && !confirm(t("repeating.remove-filled"))) return;
  if (all.length > 1) all.at(-1).remove();
  sheet.identity.entries = renumberIds(sheet.identity.entries, without);
  sheet.beside.origins = renumberOrigins(sheet.beside.origins, without);
  sheet.write(answers);
  sheet.changed();
  sheet.say(t("repeating.removed"));
}

/** Writes a resource's title into the first empty place of its row, in a further entry if need be. */
function takeResource(sheet, { section, row, line }, { column, title }) {
  const fields = () => [...line.querySelectorAll(`[data-field$="/${column}"] :is(input, textarea)`)];
  if (fields().some((field) => field.value.includes(title))) return sheet.say(t("repeating.in-plan", { title }));
  let target = fields().find((field) => !field.value.trim());
  if (!target && section.row_repeat && addRow(line, sheet.definition, section, row)) target = fields().at(-1);
  target ??= fields()[0];
  writeTyped(sheet.definition, target, target.value.trim() ? `${target.value}\n${title}` : title);
  target.focus();
  sheet.changed();
  return sheet.say(t("repeating.added-to-plan", { title }));
}
