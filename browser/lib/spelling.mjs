/** Words that were probably meant. */
const LONG_WORD = 6; // from here two letters may be wrong

/**
 * Counts the edits between two words (a letter more, fewer, other, or two exchanged); `most` + 1 stands for "too many".
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const exchanged =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (exchanged) next[column] = Math.min(next[column], before[column - 2] + 1);
      least = Math.min(least, next[column]);
    }
    if (least > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[other.length];
}

/**
 * How many letters of a word may be wrong.
 * @param {string} word
 */
export function allowedEdits(word) {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < LONG_WORD ? 1 : 2;
}

/**
 * The known words nearest to `word` within `most` edits: those with the fewest only, commonest first.
 * `known` holds [form, number of its stem], `commonness(number)` tells how common a stem is.
 * @param {string} word
 * @param {WordForm[]} known
 * @param {(number: number) => number} commonness
 * @param {number} most
 * @param {number} [count]
 */
export function nearest(word, known, commonness, most, count = 3) {
  let least = most;
  let found = [];
  for (const [other, number] of known) {
    const edits = distance(word, other, least);
    if (edits > least || edits === 0) continue;
    if (edits < least) found = [];
    least = edits;
    found.push({ word: other, edits, weight: commonness(number) * (other[0] === word[0] ? 3 : 1) });
  }
  return found.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, count);
}
