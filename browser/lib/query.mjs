/** What a reader typed, as groups of alternatives: each group is one thing that a good result should have. */
import { allowedEdits, nearest } from "./spelling.mjs";
import { formsBeginning } from "./vocabulary.mjs";
import { wordsOf } from "./words.mjs";

const MOST_LETTERS = 200; // of what was typed; nobody means more
const MOST_WORDS = 12;
const SHORTEST_JOINED = 6;
const LONGEST_PHRASE = 6;
const MOST_BEGINNINGS = 8;
const WEIGHT = { beginning: 0.8, besideWhole: 0.3, joined: 0.9, corrected: 0.6, restOfPhrase: 0.4 };

/**
 * Reads a query. Each group is {words, alternatives: [{stems, weight}], isWeak}; a group without alternatives is a word
 * that nothing is known of. `isTyping`: the last word may be unfinished. `corrections` tells what was read for what.
 * `isFound(stems)` tells whether anything has them all: a phrase that nothing has is read word by word.
 * @param {string} text
 * @param {Vocabulary} vocabulary
 * @param {(number: number) => number} commonness
 * @param {boolean} isTyping
 * @param {(stems: string[]) => boolean} isFound
 */
export function readQuery(text, vocabulary, commonness, isTyping, isFound) {
  const words = wordsOf(text.slice(0, MOST_LETTERS)).slice(0, MOST_WORDS);
  const isOpen = isTyping && /[\p{L}\p{N}]$/u.test(text);
  const reader = { vocabulary, commonness, corrections: [] };
  const groups = [];
  for (let at = 0; at < words.length; ) {
    const isLast = isOpen && at + 1 === words.length;
    const group =
      readPhrase(words.slice(at), vocabulary, isFound) ??
      readJoined(words.slice(at, at + 2), vocabulary) ??
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
function readJoined(pair, vocabulary) {
  const joined = pair.join("");
  if (pair.length < 2 || joined.length < SHORTEST_JOINED || !vocabulary.formNumbers.has(joined)) return undefined;
  const alternatives = [
    { stems: [vocabulary.stem(joined)], weight: 1 },
    { stems: pair.map(vocabulary.stem), weight: WEIGHT.joined },
  ];
  return { words: pair, isWeak: false, alternatives };
}

/**
 * The longest phrase at the beginning of some words that has other words for it, if anything has one of them.
 * @param {string[]} words
 * @param {Vocabulary} given
 * @param {(stems: string[]) => boolean} isFound
 * @returns {QueryGroup | undefined}
 */
function readPhrase(words, { stem, swaps, passedOver }, isFound) {
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 1; length -= 1) {
    const span = words.slice(0, length);
    const stems = span.map(stem);
    if (!swaps.has(stems.join(" "))) continue;
    const own = telling(stems, passedOver);
    const weight = new Set(own).size > 1 ? 1 : WEIGHT.restOfPhrase; // "child on child" is more than "child"
    const alternatives = [{ stems: own, weight }, ...swapsFor(stems, swaps, passedOver)];
    if (alternatives.some((one) => isFound(one.stems))) return { words: span, isWeak: false, alternatives };
  }
  return undefined;
}

/**
 * @param {string} word
 * @param {QueryReader} reader
 * @param {boolean} isLast
 */
function readWord(word, reader, isLast) {
  return reader.vocabulary.stop.has(word) && !isLast ? undefined : oneWord(word, reader, isLast);
}

/**
 * @param {string} word
 * @param {QueryReader} reader
 * @param {boolean} isLast
 */
function oneWord(word, reader, isLast) {
  const { vocabulary } = reader;
  const stem = vocabulary.stem(word);
  /** @type {QueryGroup} */
  const group = { words: [word], isWeak: vocabulary.weak.has(word) || vocabulary.stop.has(word), alternatives: [] };
  const known = isKnown(word, vocabulary);
  if (known) group.alternatives.push({ stems: [stem], weight: 1 });
  group.alternatives.push(...swapsFor([stem], vocabulary.swaps, vocabulary.passedOver));
  if (isLast || !known) group.alternatives.push(...beginnings(word, stem, reader, known));
  if (!group.alternatives.length) group.alternatives.push(...guesses(word, reader));
  return group;
}

/**
 * @param {string} word
 * @param {Vocabulary} given
 */
function isKnown(word, { stem, swaps, stemNumbers }) {
  return stemNumbers.has(stem(word)) || swaps.has(stem(word));
}

/**
 * @param {string[]} stems
 * @param {Map<string, Map<string, number>>} swaps
 * @param {Set<string>} passedOver
 * @returns {Alternative[]}
 */
function swapsFor(stems, swaps, passedOver) {
  const found = swaps.get(stems.join(" ")) ?? [];
  return [...found].map(([phrase, weight]) => ({ stems: telling(phrase.split(" "), passedOver), weight }));
}

/**
 * The stems that tell something; all of them where none does.
 * @param {string[]} stems
 * @param {Set<string>} passedOver
 */
function telling(stems, passedOver) {
  const told = stems.filter((stem) => !passedOver.has(stem));
  return told.length ? told : stems;
}

/**
 * Stems of known words that begin with what was typed, the commonest first.
 * @param {string} word
 * @param {string} stem
 * @param {QueryReader} given
 * @param {boolean} known
 * @returns {Alternative[]}
 */
function beginnings(word, stem, { vocabulary, commonness }, known) {
  if (word.length < 2) return [];
  const numbers = new Set(formsBeginning(vocabulary.forms, word).map(([, number]) => number));
  const found = [...numbers].filter((number) => vocabulary.stems[number] !== stem);
  found.sort((a, b) => commonness(b) - commonness(a) || a - b);
  const weight = known ? WEIGHT.besideWhole : WEIGHT.beginning;
  return found
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
      return [{ stems: parts.map(vocabulary.stem), weight: WEIGHT.joined }];
    }
  }
  const near = nearest(word, vocabulary.forms, commonness, allowedEdits(word));
  if (near.length) corrections.push({ typed: word, read: near[0].word });
  const stems = new Set(near.map((found) => vocabulary.stem(found.word)));
  return [...stems].flatMap((stem, index) => [
    { stems: [stem], weight: index ? WEIGHT.corrected / 2 : WEIGHT.corrected },
    ...(index
      ? []
      : swapsFor([stem], vocabulary.swaps, vocabulary.passedOver).map((swap) => ({
          ...swap,
          weight: swap.weight * WEIGHT.corrected,
        }))),
  ]);
}
