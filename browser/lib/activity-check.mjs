/** What an activity leaves open: who leads it, by when it is done, and how anybody will notice. It is advice alone. */

import { isDay } from "./days.mjs";

const ASKED = /** @type {const} */ (["lead", "due", "sign"]); // the parts that make an activity more than a wish

/**
 * The parts that an activity misses, of those that its table asks for. One that is closed, or says nothing yet, misses none.
 * @param {Activity | undefined} activity
 * @param {string[]} parts the parts of an activity that the table has columns for
 */
export function missingParts(activity, parts) {
  if (!activity?.parts.action || activity.isClosed) return [];
  return ASKED.filter((part) => parts.includes(part) && !isGiven(part, activity.parts[part] ?? ""));
}

/**
 * The column of each part of an activity, by part.
 * @param {FormDefinition} definition
 * @param {Section} section
 * @returns {Record<string, string>}
 */
export function columnsByPart(definition, { id, rows, columns }) {
  const parts = columns.map((column) => [definition.fields[`${id}/${rows[0]?.id}/${column}`].holds ?? "", column]);
  return Object.fromEntries(parts.filter(([part]) => part));
}

/**
 * @param {string} part
 * @param {string} text
 */
function isGiven(part, text) {
  return part === "due" ? isDay(text) : text.trim() !== "";
}
