/** Numbers in what a reader typed: one to ring, in any spacing and with +44; an age; and those that say nothing alone. */
import { formsBeginning } from "./vocabulary.mjs";

const DIGITS = /^\d+$/;
const COUNTRY = /^(?:0044|44)0*/;
const LEAST_TO_RING = 5; // digits in pieces
const LEAST_BEGINNING = 4;
const MOST_PIECES = 12;
// 13, 13s, 13yr and 13th alone say nothing.
const SMALL = /^\d{1,2}(?:s|yo|yr|yrs|y|st|nd|rd|th)?$/;
const LATEST_AGE = 18;

/**
 * The words of a query with each number that the index knows as one word: `+44 808 800 5000` as `08088005000`.
 * @param {string[]} words
 * @param {Vocabulary} vocabulary
 * @param {boolean} isOpen whether the last word may be unfinished
 */
export function joinNumbers(words, vocabulary, isOpen) {
  const joined = [];
  for (let at = 0; at < words.length; ) {
    const { number, length } = readNumber(words, at, vocabulary, isOpen);
    joined.push(number);
    at += length;
  }
  return joined;
}

/**
 * @param {string[]} words
 * @param {number} at
 * @param {Vocabulary} vocabulary
 * @param {boolean} isOpen
 */
function readNumber(words, at, vocabulary, isOpen) {
  let end = at;
  while (end < words.length && end - at < MOST_PIECES && DIGITS.test(words[end])) end += 1;
  for (let length = end - at; length > 0; length -= 1) {
    const digits = words.slice(at, at + length).join("");
    const isLast = isOpen && at + length === words.length;
    const number = spellingsOf(digits).find((text) => isNumber(text, vocabulary, isLast, length));
    if (number) return { number, length };
  }
  return { number: words[at], length: 1 };
}

/** @param {string} digits */
function spellingsOf(digits) {
  return COUNTRY.test(digits) ? [digits, digits.replace(COUNTRY, "0")] : [digits];
}

/**
 * @param {string} digits
 * @param {Vocabulary} vocabulary
 * @param {boolean} isLast
 * @param {number} pieces
 */
function isNumber(digits, { forms, formNumbers }, isLast, pieces) {
  if (pieces > 1 && digits.length < LEAST_BEGINNING) return false;
  if (formNumbers.has(digits)) return pieces === 1 || digits.length >= LEAST_TO_RING;
  return isLast && digits.length >= LEAST_BEGINNING && formsBeginning(forms, digits).length > 0;
}

/**
 * Whether the word at a place is a number that alone says nothing of what is looked for: it names nothing, as in
 * "section 47", and counts no time.
 * @param {string[]} words
 * @param {number} at
 * @param {Vocabulary} vocabulary
 */
export function isWeakNumber(words, at, { numberWords: { names, units } }) {
  const isName = names.has(words[at - 1]) || words.slice(at + 1, at + 3).some((word) => units.has(word));
  return SMALL.test(words[at]) && words.length > 1 && !isName;
}

/**
 * {age, places}: a child's age in years, and the places of the words that say it; without one both are empty.
 * @param {string[]} words
 * @param {Vocabulary} vocabulary
 * @returns {{age: number | undefined, places: Set<number>}}
 */
export function readAge(words, { numberWords: { ages } }) {
  const places = new Set();
  let age;
  for (const [at, word] of words.entries()) {
    const number = SMALL.test(word) ? parseInt(word, 10) : Number.NaN;
    if (!(number <= LATEST_AGE)) continue;
    const near = [at - 1, at + 1, at + 2].filter((place) => ages.has(words[place]));
    if (!near.length && !/\d(?:yo|yr|yrs)$/.test(word)) continue;
    age ??= number;
    for (const place of [at, ...near]) places.add(place);
  }
  return { age, places };
}
