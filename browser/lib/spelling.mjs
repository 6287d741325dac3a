/** Words that were probably meant. */
const LONG_WORD = 6; // from here two characters may be wrong

/**
 * Counts the edits between two words (a character more, fewer, another, or two exchanged); `most` + 1 means "too many".
 * @param {string} first
 * @param {string} second
 * @param {number} most
 */
export function distance(first, second, most) {
  if (Math.abs(first.length - second.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: second.length + 1 }, (_, column) => column);
  for (let row = 1; row <= first.length; row += 1) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= second.length; column += 1) {
      const same = first[row - 1] === second[column - 1];
      next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const exchanged =
        row > 1 && column > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
      if (exchanged) next[column] = Math.min(next[column], before[column - 2] + 1);
      least = Math.min(least, next[column]);
    }
    if (least > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[second.length];
}

/**
 * How many characters of a word may be wrong.
 * @param {string} word
 */
export function allowedEdits(word) {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < LONG_WORD ? 1 : 2;
}

/**
 * The words nearest to `word` within `most` edits: those with the fewest only, commonest first.
 * `forms` holds [form, number of its stem], `commonness(number)` says how common a stem is.
 * @param {string} word
 * @param {WordForm[]} forms
 * @param {(number: number) => number} commonness
 * @param {number} most
 * @param {number} [count]
 */
export function nearest(word, forms, commonness, most, count = 3) {
  let least = most;
  let best = [];
  for (const [form, number] of forms) {
    const edits = distance(word, form, least);
    if (edits > least || edits === 0) continue;
    if (edits < least) best = [];
    least = edits;
    best.push({ word: form, edits, weight: commonness(number) * (form[0] === word[0] ? 3 : 1) });
  }
  return best.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, count);
}
