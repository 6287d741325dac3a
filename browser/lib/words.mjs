/** How text becomes words; toolkit/search/words.py does the same when the index is made. */
// Without lookbehind, which Safari reads only from 16.4 on: one such expression, and it refuses the whole script.
const POSSESSIVE = /['’ʼ]s?(?![\p{L}\p{N}_])/gu;
const CONTRACTION = /['’ʼ](?=(?:t|re|ve|ll|d|m)(?![\p{L}\p{N}_]))/gu;
const ENDS_IN_WORD = /[\p{L}\p{N}_]$/u;
const SECTION = /(^|[^\p{L}\p{N}_])s\.? ?(\d{1,3})(?![\p{L}\p{N}_])/gu;
// child-on-child is a word of its own
const EACH_OTHER = /(^|[^\p{L}\p{N}_])([\p{L}\p{N}_]+)[ -]on[ -]\2(?![\p{L}\p{N}_])/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The words of a text in order: small letters and digits, without accents, possessives and punctuation.
 * @param {string} text
 */
export function wordsOf(text) {
  return folded(text).match(WORD) ?? [];
}

/**
 * A text in pieces, each {text, word}: what stands between words has an empty word. Used to mark words found.
 * @param {string} text
 */
export function piecesOf(text) {
  return text.split(/([\p{L}\p{N}]+(?:['’ʼ][\p{L}]+)?)/u).map((piece, index) => ({
    text: piece,
    word: index % 2 ? (wordsOf(piece)[0] ?? "") : "",
  }));
}

/** @param {string} text */
function folded(text) {
  const plain = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return plain
    .replace(POSSESSIVE, withoutAfterWord)
    .replace(CONTRACTION, withoutAfterWord)
    .replace(SECTION, "$1section $2")
    .replace(EACH_OTHER, "$1$2on$2");
}

/**
 * Nothing in the place of what follows a word; elsewhere it stays.
 * @param {string} found
 * @param {number} at
 * @param {string} text
 */
function withoutAfterWord(found, at, text) {
  return ENDS_IN_WORD.test(text.slice(Math.max(0, at - 2), at)) ? "" : found;
}
