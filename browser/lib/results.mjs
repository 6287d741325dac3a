/** How results are put before a reader: the best first, then kind by kind. */
import { t } from "./language.mjs";

/**
 * Each kind that has results as {kind, label, results}, in the order of their best ones.
 * @param {SearchResult[]} results
 * @param {[string, string][]} kinds
 */
export function groupByKind(results, kinds) {
  const labels = new Map(kinds);
  const groups = new Map();
  for (const result of results) {
    if (!groups.has(result.kind))
      groups.set(result.kind, { kind: result.kind, label: labels.get(result.kind), results: [] });
    groups.get(result.kind).results.push(result);
  }
  return [...groups.values()];
}

/**
 * What the search found, as a sentence to be read out: how many, and how many of them have all that was typed.
 * @param {SearchResult[]} results
 */
export function countSentence(results) {
  const count = results.length;
  const whole = results.filter(({ hasAll }) => hasAll).length;
  if (!count) return t("search.none");
  if (!whole) return t("search.partial-count", { count });
  return whole === count ? t("search.count", { count }) : t("search.mixed-count", { count, whole });
}
