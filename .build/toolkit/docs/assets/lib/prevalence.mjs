/** The estimate behind the calculator: at least 1 child in 10 is sexually abused before 16 (data/facts.yml). */
export const ONE_IN = 10;
export const MOST_CHILDREN = 20_000_000; // more than there are in England and Wales

/**
 * Reads a count of children from what was typed: digits, with spaces or commas between groups.
 * Gives {count} or {problem}; both are empty for an empty field.
 */
export function readCount(text) {
  const digits = text.replace(/[\s,]/g, "");
  if (digits === "") return {};
  if (!/^\d+$/.test(digits)) return { problem: "Use digits only, for example 25000" };
  const count = Number(digits);
  return count > MOST_CHILDREN ? { problem: "That is more children than live in England and Wales" } : { count };
}

/** Compares an area's estimate with the number known there. `known` may be missing. */
export function compare(children, known) {
  const estimate = Math.floor(children / ONE_IN);
  const share = known === undefined || estimate === 0 ? undefined : Math.min(1, known / estimate);
  return { estimate, known, share };
}

/** The comparison as a sentence for the reader. */
export function sentence(children, { estimate, known }) {
  const start = `Of ${number(children)} children, at least ${number(estimate)} are likely to be sexually abused before they are 16.`;
  if (known === undefined) return start;
  if (known > estimate) return `${start} You have identified ${number(known)}, which is more than this cautious estimate.`;
  const gap = number(estimate - known);
  return `${start} You have identified ${number(known)}. That leaves ${gap} who may not be known to anyone who can help.`;
}

/** A count as people write it: 25,000. */
export function number(count) {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
