/** The order of what a search found, and how much of it one page may take. */

const LIKENESS = [0, 0, 0.25, 0.4, 0.9, 4]; // by how many words were typed: how much their likeness to sentences counts
const LIKENESS_POWER = 2.5; // a small likeness says little
const TOLD_PATHWAY = 1.25; // somebody tells what happened, and asks nothing
const ANSWER = 0.85; // from this likeness on, a result answers what was typed, whatever words it lacks

/**
 * The results with what their own questions and sentences add to their scores, and those that only these find.
 * @param {SearchResult[]} results
 * @param {Map<number, number>} likenesses by entry
 * @param {number} wordCount of what was typed
 * @param {boolean} isTold whether somebody tells what happened, and asks nothing
 * @param {SearchEntry[]} entries
 */
export function addLikenesses(results, likenesses, wordCount, isTold, entries) {
  const most = results.reduce((best, { score }) => Math.max(best, score), 0) || 1;
  for (const result of results) result.score /= most;
  const share = LIKENESS[Math.min(wordCount, LIKENESS.length - 1)];
  const byNumber = new Map(results.map((result) => [result.number, result]));
  for (const [number, likeness] of likenesses) {
    const entry = entries[number];
    const result = byNumber.get(number) ?? Object.assign(Object.create(entry), { score: 0, hasAll: false });
    const weight = isTold && entry.kind === "pathways" ? TOLD_PATHWAY : 1;
    result.score += share * (likeness * weight) ** LIKENESS_POWER;
    result.isAnswer = likeness >= ANSWER;
    byNumber.set(number, result);
  }
  return [...byNumber.values()];
}

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
