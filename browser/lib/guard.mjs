/**
 * What in a text could tell who a child is: told beside the field of a form that is to hold no child's details. It can
 * only notice what is likely, so nothing is ever refused, and nothing of it leaves the page.
 */

import { findNames } from "./guard-names.mjs";
import { findAddresses, findBirthDates, findNhsNumbers, findPhones } from "./guard-numbers.mjs";
import { plainKey } from "./keys.mjs";
import { kindOf } from "./kinds.mjs";

// What asks for a role, a lead, a setting or a contact: there a name, a number and an address are asked for.
const OF_STAFF_ID =
  /^(?:lead|who|owner|role|contact|setting|name|completed-by|tested-by|presenter|reviewer|chair|head|agency|agencies|answers|members?)$|-(?:by|number|lead|contact|name)$/;
const OF_STAFF_LABEL =
  /\b(?:lead|leads|owner|role|roles|who|by whom|name of|responsible|agency|agencies|contact|phone|telephone|number|e-?mail|address|chair|head|headteacher|coordinator|setting|school|partnership)\b/i;

/**
 * Whether a form is to hold no child's details.
 * @param {FormDefinition} definition
 */
export function isGuarded({ personal, names_nobody }) {
  return !personal || names_nobody === true;
}

/**
 * What is looked for in a field: "all", "person" (what is only ever a person's: NHS number, date of birth), or nothing.
 * @param {FormDefinition} definition
 * @param {string} key
 * @returns {"all" | "person" | ""}
 */
export function guardedFor(definition, key) {
  const field = definition.fields[plainKey(key)];
  if (!isGuarded(definition) || !field || !kindOf(field.kind).isFreeText) return "";
  const id = plainKey(key).split("/").at(-1) ?? "";
  const isOfStaff = key.startsWith("record/") || field.holds === "lead" || OF_STAFF_ID.test(id);
  return isOfStaff || (!kindOf(field.kind).isLong && OF_STAFF_LABEL.test(field.label)) ? "person" : "all";
}

/**
 * What is noticed in a text, in its order, each kind and wording once: [{kind, text}].
 * @param {string} typed
 * @param {{ today: string, level?: "all" | "person" | "", passedOver?: Set<string> }} options
 * @returns {{ kind: "nhs" | "birth" | "phone" | "address" | "name", text: string }[]}
 */
export function findDetails(typed, { today, level = "all", passedOver }) {
  if (!level) return [];
  const text = typed.normalize("NFC");
  /** @type {{ kind: "nhs" | "birth" | "phone" | "address" | "name", index: number, text: string }[]} */
  const found = [
    ...findNhsNumbers(text).map((match) => ({ kind: /** @type {const} */ ("nhs"), ...match })),
    ...findBirthDates(text, today).map((match) => ({ kind: /** @type {const} */ ("birth"), ...match })),
  ];
  if (level === "all") {
    found.push(...findPhones(text).map((match) => ({ kind: /** @type {const} */ ("phone"), ...match })));
    found.push(...findAddresses(text).map((match) => ({ kind: /** @type {const} */ ("address"), ...match })));
    found.push(...findNames(text, passedOver).map((match) => ({ kind: /** @type {const} */ ("name"), ...match })));
  }
  found.sort((a, b) => a.index - b.index);
  const seen = new Set();
  const once = found.filter(({ kind, text: words }) => !seen.has(kind + words) && seen.add(kind + words));
  return once.map(({ kind, text: words }) => ({ kind, text: words }));
}

/**
 * The words, in small letters, of what is asked for by design, such as the setting's name or a lead's: elsewhere in the
 * form they are no sign of a child.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function wordsByDesign(definition, answers) {
  const texts = Object.entries(answers).filter(([key]) => guardedFor(definition, key) === "person");
  return new Set(texts.flatMap(([, text]) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
}
