/** The estimate behind the calculator: at least 1 child in 10 is sexually abused before 16 (data/facts.yml). */
import { number, t } from "./language.mjs";

export const ONE_IN = 10;
export const MOST_CHILDREN = 20_000_000; // more than there are in England and Wales

/**
 * Reads a count of children from what was typed: digits, with spaces or commas between groups.
 * Gives {count} or {problem}; both are empty for an empty field.
 * @param {string} text
 * @returns {{count?: number, problem?: string}}
 */
export function readCount(text) {
  const digits = text.replace(/[\s,]/g, "");
  if (digits === "") return {};
  if (!/^\d+$/.test(digits)) return { problem: t("prevalence.digits-only") };
  const count = Number(digits);
  return count > MOST_CHILDREN ? { problem: t("prevalence.too-many") } : { count };
}

/**
 * Compares an area's estimate with the number known there. `known` may be missing.
 * @param {number} children
 * @param {number | undefined} known
 */
export function compare(children, known) {
  const estimate = Math.floor(children / ONE_IN);
  const share = known === undefined || estimate === 0 ? undefined : Math.min(1, known / estimate);
  return { estimate, known, share };
}

/**
 * The comparison as a sentence for the reader.
 * @param {number} children
 * @param {{estimate: number, known?: number}} given
 */
export function sentence(children, { estimate, known }) {
  const start = t("prevalence.sentence", { count: children, estimate: number(estimate) });
  if (known === undefined) return start;
  if (known > estimate) return `${start} ${t("prevalence.more-known", { known: number(known) })}`;
  const gap = number(estimate - known);
  return `${start} ${t("prevalence.gap", { known: number(known), gap })}`;
}
