/** Which answers of another form can be brought into a form, by the names of both. toolkit/forms/carry.py is its twin. */

import { kindOf } from "./kinds.mjs";

export const EVERY_ROW = "*";

/**
 * Each answer that can be brought, the tables of a section column by column.
 * @param {FormDefinition} definition
 * @param {FormDefinition} other
 * @returns {CarryPair[]}
 */
export function pairsOf(definition, other) {
  const isBarred = other.personal && !other.names_nobody && !definition.personal;
  if (isBarred) return []; // what is about a person never leaves its form
  return definition.carries
    .filter(({ form }) => form === other.id)
    .flatMap(({ to, from, row = "" }) => {
      const section = to.includes("/") ? undefined : definition.sections.find(({ id }) => id === to);
      if (section) return pairsOfSection(definition, section, other, from);
      const pair = { here: to, there: from, row };
      return isAsked(definition, other, pair) ? [pair] : [];
    });
}

/**
 * Whether both forms ask what a pair names, in kinds that fit.
 * @param {FormDefinition} definition
 * @param {FormDefinition} other
 * @param {CarryPair} pair
 */
function isAsked(definition, other, { here, there }) {
  const field = fieldNamed(definition, here);
  if (there.endsWith(`/${EVERY_ROW}`)) {
    const section = other.sections.find(({ id }) => id === there.split("/")[0]);
    return Boolean(section && !section.free && section.rows.length && field && kindOf(field.kind).isFreeText);
  }
  const theirs = fieldNamed(other, there);
  return Boolean(field && theirs && isFit(field, theirs));
}

/**
 * The question of a name, in which `*` is any row.
 * @param {FormDefinition} definition
 * @param {string} name
 * @returns {Field | undefined}
 */
export function fieldNamed(definition, name) {
  const steps = name.split("/");
  const section = definition.sections.find(({ id }) => id === steps[0]);
  if (steps[1] !== EVERY_ROW) return Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
  return section?.rows[0] && definition.fields[`${section.id}/${section.rows[0].id}/${steps[2]}`];
}

/**
 * The questions and columns of a section that another form's section asks under the same ids, in kinds that fit.
 * @param {FormDefinition} definition
 * @param {Section} section
 * @param {FormDefinition} other
 * @param {string} name
 * @returns {CarryPair[]}
 */
function pairsOfSection(definition, section, other, name) {
  const theirs = other.sections.find(({ id }) => id === name);
  if (!theirs) return [];
  const questions = section.questions.filter(
    (id) =>
      theirs.questions.includes(id) && isFit(definition.fields[`${section.id}/${id}`], other.fields[`${name}/${id}`]),
  );
  const columns = section.columns.filter(
    (id) =>
      section.free &&
      theirs.columns.includes(id) &&
      isFit(columnOf(definition, section, id), columnOf(other, theirs, id)),
  );
  return [
    ...questions.map((id) => ({ here: `${section.id}/${id}`, there: `${name}/${id}`, row: "" })),
    ...columns.map((id) => ({
      here: `${section.id}/${EVERY_ROW}/${id}`,
      there: `${name}/${EVERY_ROW}/${id}`,
      row: "",
    })),
  ];
}

/**
 * @param {FormDefinition} definition
 * @param {Section} section
 * @param {string} column
 */
export function columnOf(definition, section, column) {
  return definition.fields[`${section.id}/${section.rows[0].id}/${column}`];
}

/**
 * Whether an answer to one question can answer the other: a text takes any answer, in words.
 * @param {Field} field
 * @param {Field} other
 */
function isFit(field, other) {
  if (kindOf(field.kind).isFreeText) return true;
  const kept = (/** @type {Field} */ { choices = [] }) => JSON.stringify(choices.map(([value]) => value));
  return field.kind === other.kind && kept(field) === kept(other);
}
