/** Narrowing a list: any of the choices within a facet, all of the facets together. */
import { t } from "./language.mjs";

/** Statuses that are shown when none is asked for. */
export const SHOWN_STATUSES = ["current", "forthcoming"];

/** @typedef {{facets: string[], codes: Record<string, Map<string, number>>, coded: number[][][]}} Prepared */

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
  const coded = records.map((record) =>
    facets.map((facet) =>
      (record[facet] ?? []).map((value) => {
        if (!codes[facet].has(value)) codes[facet].set(value, codes[facet].size);
        return codes[facet].get(value);
      }),
    ),
  );
  return { facets, codes, coded };
}

/**
 * {matches, counts}: positions of the records that fit, and for each facet how many would be found by each value if
 * that facet's own choices were set aside. `chosen` is a Map of facet to values; `fits(position)` is a further condition.
 * @param {Prepared} given
 * @param {Map<string, string[]>} chosen
 * @param {(position: number) => boolean} [fits]
 */
export function narrow({ facets, codes, coded }, chosen, fits = () => true) {
  const wanted = facets.map((facet) => wantedCodes(codes[facet], chosen.get(facet)));
  const tally = facets.map((facet) => new Uint32Array(codes[facet].size));
  /** @type {number[]} */
  const matches = [];
  coded.forEach((record, position) => {
    const failed = fits(position) ? onlyFailed(record, wanted) : FAILS_MORE;
    if (failed >= 0) count(record[failed], tally[failed]);
    if (failed !== FAILS_NONE) return;
    matches.push(position);
    for (const [facet, counted] of tally.entries()) count(record[facet], counted);
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
 * The choices that apply: where no status is asked for, what is superseded or withdrawn stays hidden.
 * @param {Map<string, string[]>} chosen
 */
export function withUsualStatus(chosen) {
  if (chosen.get("status")?.length) return chosen;
  return new Map([...chosen, ["status", SHOWN_STATUSES]]);
}

/**
 * The only facet that a record fails, FAILS_NONE or FAILS_MORE.
 * @param {number[][]} record
 * @param {(Uint8Array | undefined)[]} wanted
 */
function onlyFailed(record, wanted) {
  let failed = FAILS_NONE;
  for (let facet = 0; facet < wanted.length; facet += 1) {
    const flags = wanted[facet];
    if (!flags || hasAny(record[facet], flags)) continue;
    if (failed !== FAILS_NONE) return FAILS_MORE;
    failed = facet;
  }
  return failed;
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
function wantedCodes(codes, values) {
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
export function inWords(filters) {
  return filters.map(({ legend, labels }) => `${legend}: ${labels.join(` ${t("finder.or")} `)}`).join("; ");
}
