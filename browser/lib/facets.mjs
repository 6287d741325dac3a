/** Narrowing a list: any of the choices within a facet, all of the facets together. */
import { t } from "./language.mjs";

/** Statuses that are shown when none is asked for. */
export const SHOWN_STATUSES = ["current", "forthcoming"];

/**
 * Prepares records ({facet: [values]}) for narrowing. A filter over ten thousand of them must take a few milliseconds,
 * so values become small numbers once.
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
 */
export function narrow({ facets, codes, coded }, chosen, fits = () => true) {
  const wanted = facets.map((facet) => wantedCodes(codes[facet], chosen.get(facet)));
  const tally = facets.map((facet) => new Uint32Array(codes[facet].size));
  const matches = [];
  coded.forEach((record, position) => {
    if (!fits(position)) return;
    let failed = -1; // the only facet that this record fails
    for (let facet = 0; facet < facets.length; facet += 1) {
      if (!wanted[facet] || hasAny(record[facet], wanted[facet])) continue;
      if (failed >= 0) return;
      failed = facet;
    }
    if (failed < 0) matches.push(position);
    if (failed >= 0) count(record[failed], tally[failed]);
    else for (let facet = 0; facet < facets.length; facet += 1) count(record[facet], tally[facet]);
  });
  const counts = new Map(
    facets.map((facet, number) => [
      facet,
      new Map([...codes[facet]].map(([value, code]) => [value, tally[number][code]])),
    ]),
  );
  return { matches, counts };
}

/** The choices that apply: where no status is asked for, what is superseded or withdrawn stays hidden. */
export function withUsualStatus(chosen) {
  if (chosen.get("status")?.length) return chosen;
  return new Map([...chosen, ["status", SHOWN_STATUSES]]);
}

function hasAny(values, flags) {
  for (let at = 0; at < values.length; at += 1) if (flags[values[at]]) return true;
  return false;
}

function count(values, tally) {
  for (let at = 0; at < values.length; at += 1) tally[values[at]] += 1;
}

function wantedCodes(codes, values) {
  if (!values?.length) return undefined;
  const flags = new Uint8Array(codes.size);
  for (const value of values) if (codes.has(value)) flags[codes.get(value)] = 1;
  return flags;
}

/** The chosen filters in words: `Topic: Trauma or Language; Access: Free`. Each is {legend, labels}. */
export function inWords(filters) {
  return filters.map(({ legend, labels }) => `${legend}: ${labels.join(` ${t("finder.or")} `)}`).join("; ");
}
