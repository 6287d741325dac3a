/** Finds typed words among the rows of a table, with the search of the whole site. */

import { wordsOf } from "../../browser/lib/words.mjs";
import { openSearch } from "../../browser/page/open-search.mjs";

/** Positions of the rows that fit, the best first; those with all the words only, where there are any. */
export async function findAmongRows(text, rows, root) {
  try {
    const search = await openSearch(root);
    const positions = new Map(rows.map((row, position) => [row.dataset.id, position]));
    const only = ({ url }) => url.startsWith("r/");
    const { results } = search.find(text, { isTyping: true, only, mostOfPage: Infinity });
    const wanted = results.some((result) => result.hasAll) ? results.filter((result) => result.hasAll) : results;
    return new Set(
      wanted.map(({ url }) => positions.get(url.slice(2, -1))).filter((position) => position !== undefined),
    );
  } catch {
    return plainly(text, rows); // the search could not be fetched
  }
}

function plainly(text, rows) {
  const words = wordsOf(text);
  const fits = (row) => {
    const own = wordsOf(row.textContent).join(" ");
    return words.every((word) => own.includes(word));
  };
  return new Set(rows.map((row, position) => (fits(row) ? position : -1)).filter((position) => position >= 0));
}
