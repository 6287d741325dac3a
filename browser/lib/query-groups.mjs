/** Words of a query, each with what stands for it: a phrase with its other words, two words that are one, or a word. */
import { guess } from "./guesses.mjs";
import { formsBeginning, significantStems, synonymsOf } from "./vocabulary.mjs";
import { mutationsOf } from "./welsh.mjs";

const SHORTEST_COMPOUND = 6;
const LONGEST_PHRASE = 6;
const MOST_BEGINNINGS = 8;
const WEIGHT = { beginning: 0.8, besideWhole: 0.3, compound: 0.9, restOfPhrase: 0.4, mutation: 0.95 };

/**
 * Two words that are one to the index, such as "safe guarding".
 * @param {string[]} pair
 * @param {Vocabulary} vocabulary
 * @returns {QueryGroup | undefined}
 */
export function readCompound(pair, vocabulary) {
  const compound = pair.join("");
  if (pair.length < 2 || compound.length < SHORTEST_COMPOUND || !vocabulary.formNumbers.has(compound)) return undefined;
  const alternatives = [
    { stems: [vocabulary.stem(compound)], weight: 1 },
    { stems: pair.map(vocabulary.stem), weight: WEIGHT.compound },
  ];
  return { words: pair, isWeak: false, alternatives };
}

/**
 * The longest phrase at the beginning of some words that has other words for it, if anything has one of them.
 * @param {string[]} words
 * @param {Vocabulary} input
 * @param {(stems: string[]) => boolean} isFound
 * @returns {QueryGroup | undefined}
 */
export function readPhrase(words, { stem, synonyms, ignoredStems }, isFound) {
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 1; length -= 1) {
    const span = words.slice(0, length);
    const stems = span.map(stem);
    if (!synonyms.has(stems.join(" "))) continue;
    const significant = significantStems(stems, ignoredStems);
    const weight = new Set(significant).size > 1 ? 1 : WEIGHT.restOfPhrase; // "child on child" is more than "child"
    const alternatives = [{ stems: significant, weight }, ...synonymsOf(stems, synonyms, ignoredStems)];
    if (alternatives.some((alternative) => isFound(alternative.stems)))
      return { words: span, isWeak: false, alternatives };
  }
  return undefined;
}

/**
 * @param {string} word
 * @param {QueryReader} reader
 * @param {boolean} isLast
 */
export function readWord(word, reader, isLast) {
  return reader.vocabulary.stop.has(word) && !isLast ? undefined : lookUpWord(word, reader, isLast);
}

/**
 * @param {string} word
 * @param {QueryReader} reader
 * @param {boolean} isLast
 */
function lookUpWord(word, reader, isLast) {
  const { vocabulary, isSentence } = reader;
  const stem = vocabulary.stem(word);
  const isSmall = vocabulary.weak.has(word) || vocabulary.stop.has(word);
  const isWeak = isSmall || (isSentence && vocabulary.conversation.has(stem));
  /** @type {QueryGroup} */
  const group = { words: [word], isWeak, alternatives: [] };
  const isInIndex = vocabulary.stemNumbers.has(stem) || vocabulary.synonyms.has(stem);
  if (isInIndex) group.alternatives.push({ stems: [stem], weight: 1 });
  group.alternatives.push(...synonymsOf([stem], vocabulary.synonyms, vocabulary.ignoredStems));
  if (vocabulary.welsh.has(word)) group.alternatives.push(...mutated(word, vocabulary));
  const isRole = vocabulary.roles.has(stem); // it begins a longer word by chance: "head" and "heading"
  if (isLast && !isRole) group.alternatives.push(...beginnings(word, stem, reader, isInIndex));
  if (!group.alternatives.length && !isSmall) group.alternatives.push(...guess(word, reader));
  return group;
}

/**
 * The forms in which the index has a Welsh word.
 * @param {string} word
 * @param {Vocabulary} vocabulary
 * @returns {Alternative[]}
 */
function mutated(word, { formNumbers, stem }) {
  return mutationsOf(word)
    .filter((form) => formNumbers.has(form))
    .map((form) => ({ stems: [stem(form)], weight: WEIGHT.mutation }));
}

/**
 * Stems of known words that begin with what was typed, the commonest first.
 * @param {string} word
 * @param {string} stem
 * @param {QueryReader} input
 * @param {boolean} isInIndex
 * @returns {Alternative[]}
 */
function beginnings(word, stem, { vocabulary, commonness }, isInIndex) {
  if (word.length < 2) return [];
  const numbers = new Set(formsBeginning(vocabulary.forms, word).map(([, number]) => number));
  const candidates = [...numbers].filter((number) => vocabulary.stems[number] !== stem);
  candidates.sort((a, b) => commonness(b) - commonness(a) || a - b);
  const weight = isInIndex ? WEIGHT.besideWhole : WEIGHT.beginning;
  return candidates
    .slice(0, MOST_BEGINNINGS)
    .map((number) => ({ stems: [vocabulary.stems[number]], weight, isBeginning: true }));
}
