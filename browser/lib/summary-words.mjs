/** Words that a plan's summary and its reviews over time are told in. */

import { plainKey } from "./keys.mjs";
import { RATINGS } from "./kinds.mjs";
import { t } from "./language.mjs";
import { ratings } from "./review.mjs";

/**
 * A text on one line, of so many characters at most.
 * @param {string} text
 * @param {number} most
 */
export function clip(text, most) {
  const line = text.replace(/\s+/g, " ").trim();
  const signs = [...line];
  if (signs.length <= most) return line;
  const cut = signs.slice(0, most - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, "")}…`;
}

/**
 * The words of each rating; of all questions, where they differ.
 * @param {FormDefinition} definition
 * @returns {Record<string, string>}
 */
export function ratingWords(definition) {
  const choices = ratings(definition, {}).map(({ key }) =>
    Object.fromEntries(definition.fields[plainKey(key)].choices ?? []),
  );
  return Object.fromEntries(
    RATINGS.map((rating) => [rating, [...new Set(choices.map((words) => words[rating]))].join(" / ")]),
  );
}

/**
 * What became of a rating, in words.
 * @param {string} change
 */
export function changeInWords(change) {
  const words = {
    better: t("panels.better"),
    worse: t("panels.worse"),
    same: t("movement.same"),
    new: t("panels.new"),
    none: t("movement.none"),
    not: t("ratings.none"),
  };
  return words[/** @type {keyof typeof words} */ (change)];
}
