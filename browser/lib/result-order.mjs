/** The order of what a search found, and how much of it one page may take. */

/**
 * Compares for sorting: first what has all the words, then by score.
 * @param {SearchResult} a
 * @param {SearchResult} b
 */
export function compareRanks(a, b) {
  const isWhole = (/** @type {SearchResult} */ result) => Number(result.hasAll || Boolean(result.isAnswer));
  return isWhole(b) - isWhole(a) || compareScores(a, b);
}

/**
 * Compares for sorting by score alone: of a whole sentence no result has all the words.
 * @param {SearchResult} a
 * @param {SearchResult} b
 */
export function compareScores(a, b) {
  return b.score - a.score || a.number - b.number;
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
