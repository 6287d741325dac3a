/** What several people answered to one question. */

import { plainKey } from "./keys.mjs";
import { kindOf, RATINGS } from "./kinds.mjs";

/**
 * Whether a question's answer can hold what several people wrote.
 * @param {FormDefinition} definition
 * @param {string} key
 */
export function holdsSeveral(definition, key) {
  const field = definition.fields[plainKey(key)];
  return key !== "record/setting" && kindOf(field.kind).isFreeText;
}

/**
 * What several people wrote, one after the other, with who wrote it.
 * @param {FormDefinition} definition
 * @param {string} key
 * @param {AnswerVariant[]} variants
 */
export function combine(definition, key, variants) {
  const isLong = kindOf(definition.fields[plainKey(key)].kind).isLong;
  return variants.map(attribute).join(isLong ? "\n" : "; ");
}

/**
 * What is kept unless the reader chooses otherwise: all texts, the lowest rating, of anything else the first.
 * @param {FormDefinition} definition
 * @param {string} key
 * @param {AnswerVariant[]} variants
 */
export function proposeAnswer(definition, key, variants) {
  if (holdsSeveral(definition, key)) return combine(definition, key, variants);
  const given = variants.map(({ value }) => value);
  const isRated = kindOf(definition.fields[plainKey(key)].kind).isRated;
  return (isRated && RATINGS.find((rating) => given.includes(rating))) || given[0];
}

/** @param {AnswerVariant} variant */
function attribute({ value, names }) {
  return `${names.join(", ")}: ${value}`;
}

/**
 * The answers of mine and theirs; the same answer is one, with the names of both.
 * @param {AnswerVariant[]} mine
 * @param {AnswerVariant[]} theirs
 */
export function joinVariants(mine, theirs) {
  for (const their of theirs) {
    const same = mine.find(({ value }) => tidied(value) === tidied(their.value) || value.includes(attribute(their)));
    const part = mine.find((one) => their.value.includes(attribute(one))); // joined before
    if (same) same.names = [...new Set([...same.names, ...their.names])];
    else if (part) Object.assign(part, their);
    else mine.push({ ...their });
  }
  return mine;
}

/**
 * A text to compare by, with one space for each run of them.
 * @param {string} text
 */
export function tidied(text) {
  return text.replace(/\s+/g, " ").trim();
}
