/** The order of what a search found, and how much of it one page may take. */

/**
 * Compares for sorting: first what has all the words, then by score.
 * @param {SearchResult} a
 * @param {SearchResult} b
 */
export function compareRanks(a, b) {
  return Number(b.hasAll) - Number(a.hasAll) || b.score - a.score || a.number - b.number;
}

/**
 * Keeps the best few of each page, so that one long chapter does not fill the list.
 * @param {SearchResult[]} results
 * @param {number} most
 */
export function limitEachPage(results, most) {
  const counts = new Map();
  return results.filter(({ url, kind }) => {
    if (!url.includes("#") && !counts.has(url)) return counts.set(url, 1);
    const page = kind === "glossary" || kind === "examples" ? url : url.split("#")[0];
    const count = (counts.get(page) ?? 0) + 1;
    counts.set(page, count);
    return count <= most;
  });
}
