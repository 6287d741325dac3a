/** What narrows the results of a search: their kind, topic, audience and nation, each with how many there are. */
import { narrow, prepareRecords } from "./facets.mjs";

/** The facets in their order; each is a key of the fragment of the address. */
export const SEARCH_FACETS = ["kind", "topic", "audience", "nation"];
const FOR_WORK = "all-professionals"; // counts for each group that works with children
const FOR_ALL = "everyone"; // and this for each group

/** @typedef {{id: string, name: string, count: number}} FacetValue */

/**
 * {results, values}: the results that fit all the choices, and by facet the values that results have, in the order of
 * the register, each with the results that it would leave. What is chosen is always among them.
 * @param {SearchResult[]} results
 * @param {Map<string, string>} choices
 * @param {{kinds: [string, string][], facets: Record<string, string[][]>}} data
 */
export function narrowResults(results, choices, { kinds, facets }) {
  const records = results.map((result) => recordOf(result, facets.audiences ?? []));
  const { matches, counts } = narrow(
    prepareRecords(records),
    new Map([...choices].filter(([, value]) => value).map(([facet, value]) => [facet, [value]])),
  );
  const names = { kind: kinds, topic: facets.topics, audience: facets.audiences, nation: facets.nations };
  const values = new Map(
    Object.entries(names).map(([facet, rows]) => [
      facet,
      valuesOf(rows ?? [], counts.get(facet) ?? new Map(), choices.get(facet) ?? ""),
    ]),
  );
  return { results: matches.map((position) => results[position]), values };
}

/**
 * What a result is filed under, by facet.
 * @param {SearchResult} result
 * @param {string[][]} audiences
 * @returns {Record<string, string[]>}
 */
function recordOf({ kind, topics, audiences: own, nations }, audiences) {
  const isForAll = own.includes(FOR_ALL);
  const isForWork = own.includes(FOR_WORK);
  const others = audiences.filter(([, , whose]) => isForAll || (isForWork && whose === "work")).map(([id]) => id);
  return { kind: [kind], topic: topics, audience: [...new Set([...own, ...others])], nation: nations };
}

/**
 * @param {string[][]} rows
 * @param {Map<string, number>} counts
 * @param {string} chosen
 * @returns {FacetValue[]}
 */
function valuesOf(rows, counts, chosen) {
  return rows
    .map(([id, name]) => ({ id, name, count: counts.get(id) ?? 0 }))
    .filter(({ id, count }) => count || id === chosen);
}
