/** What a word that stands nowhere may have been meant to be: put in its place where that is sure, else only offered. */
import { allowedEdits, nearest } from "./spelling.mjs";
import { formsBeginning, synonymsOf } from "./vocabulary.mjs";
import { wordsOf } from "./words.mjs";

const WEIGHT = { beginning: 0.8, compound: 0.9, correction: 0.6 };
const SHORTEST_PART = 4; // letters of each of two words that were written as one
const SHORTEST_SURE = 5; // letters of a word with one mistake that is put right unasked
const SHORTEST_WITH_TWO = 8; // and with two
const SHORTEST_BEGINNING = 5; // letters that are read as the beginning of longer words
const MOST_BEGINNINGS = 8;
const MOST_OFFERS = 3;

/**
 * Alternatives for a word that nothing has. They are none where the guess would be a weak one; it is then added to the
 * reader's `offers`, else what was read for what to its `corrections`.
 * @param {string} word
 * @param {QueryReader} reader
 * @returns {Alternative[]}
 */
export function guess(word, reader) {
  return (
    readAsMistake(word, reader, 1) ??
    readAsTwo(word, reader) ??
    readAsMistake(word, reader) ??
    readAsBeginning(word, reader) ??
    offer(word, reader)
  );
}

/**
 * @param {string} word
 * @param {QueryReader} reader
 */
function readAsTwo(word, { vocabulary, corrections }) {
  const { formNumbers, stem } = vocabulary;
  const isWord = (/** @type {string} */ part) => formNumbers.has(part) && canBeMeant(part, vocabulary);
  for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    if (!parts.every(isWord)) continue;
    corrections.push({ typed: word, read: parts.join(" ") });
    return [{ stems: parts.map(stem), weight: WEIGHT.compound }];
  }
  return undefined;
}

/**
 * @param {string} word
 * @param {QueryReader} reader
 * @param {number} most edits
 */
function readAsMistake(word, { vocabulary, commonness, corrections }, most = allowedEdits(word)) {
  const near = nearWords(word, vocabulary, commonness, Math.min(most, allowedEdits(word)));
  const sure = near.filter((form) => isSure(word, form.word, form.edits));
  if (!sure.length) return undefined;
  corrections.push({ typed: word, read: sure[0].word });
  const { stem, synonyms, ignoredStems } = vocabulary;
  const stems = [...new Set(sure.map((form) => stem(form.word)))];
  const alternatives = stems.map((stem, place) => ({
    stems: [stem],
    weight: place ? WEIGHT.correction / 2 : WEIGHT.correction,
  }));
  const others = synonymsOf([stems[0]], synonyms, ignoredStems);
  return [...alternatives, ...others.map((other) => ({ ...other, weight: other.weight * WEIGHT.correction }))];
}

/**
 * Whether nobody could mean anything else: the first letter is right, and few are wrong in many.
 * @param {string} typed
 * @param {string} read
 * @param {number} edits
 */
function isSure(typed, read, edits) {
  return typed[0] === read[0] && typed.length >= (edits === 1 ? SHORTEST_SURE : SHORTEST_WITH_TWO);
}

/**
 * @param {string} word
 * @param {QueryReader} reader
 * @returns {Alternative[] | undefined}
 */
function readAsBeginning(word, { vocabulary, commonness, corrections }) {
  if (word.length < SHORTEST_BEGINNING) return undefined;
  const begun = formsBeginning(vocabulary.forms, word).filter(([form]) => canBeMeant(form, vocabulary));
  const byCommonness = begun.sort((a, b) => commonness(b[1]) - commonness(a[1]) || a[1] - b[1]);
  if (!byCommonness.length) return undefined;
  corrections.push({ typed: word, read: byCommonness[0][0] });
  const numbers = [...new Set(byCommonness.map(([, number]) => number))].slice(0, MOST_BEGINNINGS);
  return numbers.map((number) => ({ stems: [vocabulary.stems[number]], weight: WEIGHT.beginning, isBeginning: true }));
}

/**
 * @param {string} word
 * @param {QueryReader} reader
 * @returns {Alternative[]}
 */
function offer(word, { vocabulary, commonness, offers }) {
  const near = nearWords(word, vocabulary, commonness, allowedEdits(word)).map((form) => form.word);
  const begun = word.length > 2 ? formsBeginning(vocabulary.forms, word).map(([form]) => form) : [];
  const meant = [...near, ...begun.filter((form) => canBeMeant(form, vocabulary))];
  offers.push({ typed: word, words: [...new Set(meant)].slice(0, MOST_OFFERS) });
  return [];
}

/**
 * The words nearest to one that was typed, as a text has them: never digits, stems or the small words of a sentence.
 * @param {string} word
 * @param {Vocabulary} vocabulary
 * @param {(number: number) => number} commonness
 * @param {number} most
 */
export function nearWords(word, vocabulary, commonness, most) {
  if (!most || /\d/.test(word)) return [];
  const forms = vocabulary.forms.filter(([form]) => canBeMeant(form, vocabulary));
  return nearest(word, forms, commonness, most);
}

/**
 * Words near those of a text of which nothing was found.
 * @param {string} text
 * @param {Vocabulary} vocabulary
 * @param {(number: number) => number} commonness
 */
export function wordsNearText(text, vocabulary, commonness) {
  const words = wordsOf(text.slice(0, 200)).slice(0, 4);
  const near = words.flatMap((word) => {
    const most = Math.min(4, Math.max(2, Math.floor(word.length / 2)));
    return nearWords(word, vocabulary, commonness, most).map((form) => form.word);
  });
  return [...new Set(near)].slice(0, 5);
}

/**
 * Whether a form is a word that can be shown as what was meant.
 * @param {string} form
 * @param {Vocabulary} vocabulary
 */
function canBeMeant(form, { weak, stop }) {
  return /^\p{L}{3,}$/u.test(form) && !/^(.+)on\1$/.test(form) && !weak.has(form) && !stop.has(form);
}
