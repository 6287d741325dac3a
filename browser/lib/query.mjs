/** What a reader typed, as groups of alternatives: each group is one thing that a good result should have. */
import { allowedEdits, nearest } from "./spelling.mjs";
import { formsBeginning } from "./vocabulary.mjs";
import { wordsOf } from "./words.mjs";

const MOST_CHARACTERS = 200; // of what was typed; nobody means more
const MOST_WORDS = 12;
const SHORTEST_COMPOUND = 6;
const LONGEST_PHRASE = 6;
const MOST_BEGINNINGS = 8;
const WEIGHT = { beginning: 0.8, besideWhole: 0.3, compound: 0.9, correction: 0.6, restOfPhrase: 0.4 };

/**
 * Reads a query. Each group is {words, alternatives: [{stems, weight}], isWeak}; a group without alternatives is a word
 * that nothing is known of. `isTyping`: the last word may be unfinished. `corrections` says what was read for what.
 * `isFound(stems)` says whether anything has them all: a phrase that nothing has is read word by word.
 * @param {string} text
 * @param {Vocabulary} vocabulary
 * @param {(number: number) => number} commonness
 * @param {boolean} isTyping
 * @param {(stems: string[]) => boolean} isFound
 */
export function readQuery(text, vocabulary, commonness, isTyping, isFound) {
  const words = wordsOf(text.slice(0, MOST_CHARACTERS)).slice(0, MOST_WORDS);
  const isOpen = isTyping && /[\p{L}\p{N}]$/u.test(text);
  const reader = { vocabulary, commonness, corrections: [] };
  const groups = [];
  for (let at = 0; at < words.length; ) {
    const isLast = isOpen && at + 1 === words.length;
    const group =
      readPhrase(words.slice(at), vocabulary, isFound) ??
      readCompound(words.slice(at, at + 2), vocabulary) ??
      readWord(words[at], reader, isLast);
    if (group) groups.push(group);
    at += group?.words.length ?? 1;
  }
  return { groups, corrections: reader.corrections, words };
}

/**
 * Two words that are one to the index, such as "safe guarding".
 * @param {string[]} pair
 * @param {Vocabulary} vocabulary
 * @returns {QueryGroup | undefined}
 */
function readCompound(pair, vocabulary) {
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
function readPhrase(words, { stem, synonyms, ignoredStems }, isFound) {
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
function readWord(word, reader, isLast) {
  return reader.vocabulary.stop.has(word) && !isLast ? undefined : lookUpWord(word, reader, isLast);
}

/**
 * @param {string} word
 * @param {QueryReader} reader
 * @param {boolean} isLast
 */
function lookUpWord(word, reader, isLast) {
  const { vocabulary } = reader;
  const stem = vocabulary.stem(word);
  /** @type {QueryGroup} */
  const group = { words: [word], isWeak: vocabulary.weak.has(word) || vocabulary.stop.has(word), alternatives: [] };
  const isInIndex = isKnown(word, vocabulary);
  if (isInIndex) group.alternatives.push({ stems: [stem], weight: 1 });
  group.alternatives.push(...synonymsOf([stem], vocabulary.synonyms, vocabulary.ignoredStems));
  if (isLast || !isInIndex) group.alternatives.push(...beginnings(word, stem, reader, isInIndex));
  if (!group.alternatives.length) group.alternatives.push(...guesses(word, reader));
  return group;
}

/**
 * @param {string} word
 * @param {Vocabulary} input
 */
function isKnown(word, { stem, synonyms, stemNumbers }) {
  return stemNumbers.has(stem(word)) || synonyms.has(stem(word));
}

/**
 * @param {string[]} stems
 * @param {Map<string, Map<string, number>>} synonyms
 * @param {Set<string>} ignoredStems
 * @returns {Alternative[]}
 */
function synonymsOf(stems, synonyms, ignoredStems) {
  const phrases = synonyms.get(stems.join(" ")) ?? [];
  return [...phrases].map(([phrase, weight]) => ({ stems: significantStems(phrase.split(" "), ignoredStems), weight }));
}

/**
 * The stems that are significant; all of them where none is.
 * @param {string[]} stems
 * @param {Set<string>} ignoredStems
 */
function significantStems(stems, ignoredStems) {
  const rest = stems.filter((stem) => !ignoredStems.has(stem));
  return rest.length ? rest : stems;
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

/**
 * What an unknown word may have been meant to be: two known words written as one, or a known word misspelt.
 * @param {string} word
 * @param {QueryReader} reader
 * @returns {Alternative[]}
 */
function guesses(word, reader) {
  const { vocabulary, commonness, corrections } = reader;
  for (let cut = word.length - 3; cut >= 3; cut -= 1) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    if (parts.every((part) => vocabulary.formNumbers.has(part))) {
      corrections.push({ typed: word, read: parts.join(" ") });
      return [{ stems: parts.map(vocabulary.stem), weight: WEIGHT.compound }];
    }
  }
  const near = nearest(word, vocabulary.forms, commonness, allowedEdits(word));
  if (near.length) corrections.push({ typed: word, read: near[0].word });
  const stems = new Set(near.map((form) => vocabulary.stem(form.word)));
  return [...stems].flatMap((stem, index) => [
    { stems: [stem], weight: index ? WEIGHT.correction / 2 : WEIGHT.correction },
    ...(index
      ? []
      : synonymsOf([stem], vocabulary.synonyms, vocabulary.ignoredStems).map((synonym) => ({
          ...synonym,
          weight: synonym.weight * WEIGHT.correction,
        }))),
  ]);
}
