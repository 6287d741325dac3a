/** Narrowing a list: any of the choices within a facet, all of the facets together. */
import { t } from "./language.mjs";

/** Statuses that are shown when none is chosen. */
export const USUAL_STATUSES = ["current", "forthcoming"];

/** @typedef {{facets: string[], codes: Record<string, Map<string, number>>, codedRecords: number[][][]}} Prepared */

const FAILS_NONE = -1;
const FAILS_MORE = -2;

/**
 * Prepares records ({facet: [values]}) for narrowing. A filter over ten thousand of them must take a few milliseconds,
 * so values become small numbers once.
 * @param {Record<string, string[]>[]} records
 * @returns {Prepared}
 */
export function prepareRecords(records) {
  const facets = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const codes = Object.fromEntries(facets.map((facet) => [facet, new Map()]));
  const codedRecords = records.map((record) =>
    facets.map((facet) =>
      (record[facet] ?? []).map((value) => {
        if (!codes[facet].has(value)) codes[facet].set(value, codes[facet].size);
        return codes[facet].get(value);
      }),
    ),
  );
  return { facets, codes, codedRecords };
}

/**
 * {matches, counts}: positions of the records that fit, and for each facet how many would be found by each value if
 * that facet's own choices were set aside. `choices` is a Map of facet to values; `fits(position)` is a further condition.
 * @param {Prepared} prepared
 * @param {Map<string, string[]>} choices
 * @param {(position: number) => boolean} [fits]
 */
export function narrow({ facets, codes, codedRecords }, choices, fits = () => true) {
  const flags = facets.map((facet) => flagsOf(codes[facet], choices.get(facet)));
  const tally = facets.map((facet) => new Uint32Array(codes[facet].size));
  /** @type {number[]} */
  const matches = [];
  codedRecords.forEach((record, position) => {
    const failing = fits(position) ? onlyFailingFacet(record, flags) : FAILS_MORE;
    if (failing >= 0) count(record[failing], tally[failing]);
    if (failing !== FAILS_NONE) return;
    matches.push(position);
    for (const [facet, tallied] of tally.entries()) count(record[facet], tallied);
  });
  const counts = new Map(
    facets.map((facet, number) => [
      facet,
      new Map([...codes[facet]].map(([value, code]) => [value, tally[number][code]])),
    ]),
  );
  return { matches, counts };
}

/**
 * The choices that apply: where no status is chosen, what is superseded or withdrawn stays hidden.
 * @param {Map<string, string[]>} choices
 */
export function withUsualStatus(choices) {
  if (choices.get("status")?.length) return choices;
  return new Map([...choices, ["status", USUAL_STATUSES]]);
}

/**
 * The only facet that a record fails, FAILS_NONE or FAILS_MORE.
 * @param {number[][]} record
 * @param {(Uint8Array | undefined)[]} flags
 */
function onlyFailingFacet(record, flags) {
  let failing = FAILS_NONE;
  for (let facet = 0; facet < flags.length; facet += 1) {
    const flag = flags[facet];
    if (!flag || hasAny(record[facet], flag)) continue;
    if (failing !== FAILS_NONE) return FAILS_MORE;
    failing = facet;
  }
  return failing;
}

/**
 * @param {number[]} values
 * @param {Uint8Array} flags
 */
function hasAny(values, flags) {
  for (const value of values) if (flags[value]) return true;
  return false;
}

/**
 * @param {number[]} values
 * @param {Uint32Array} tally
 */
function count(values, tally) {
  for (const value of values) tally[value] += 1;
}

/**
 * @param {Map<string, number>} codes
 * @param {string[] | undefined} values
 */
function flagsOf(codes, values) {
  if (!values?.length) return undefined;
  const flags = new Uint8Array(codes.size);
  for (const value of values) {
    const code = codes.get(value);
    if (code !== undefined) flags[code] = 1;
  }
  return flags;
}

/**
 * The chosen filters in words: `Topic: Trauma or Language; Access: Free`. Each is {legend, labels}.
 * @param {{legend: string, labels: string[]}[]} filters
 */
export function filtersInWords(filters) {
  return filters.map(({ legend, labels }) => `${legend}: ${labels.join(` ${t("finder.or")} `)}`).join("; ");
}
