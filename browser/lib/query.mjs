/** What a reader typed, as groups of alternatives: each group is one thing that a good result should have. */
import { readAsker } from "./asker.mjs";
import { readCompound, readPhrase, readWord } from "./query-groups.mjs";
import { isWeakNumber, joinNumbers, readAge } from "./query-numbers.mjs";
import { radicalsOf } from "./welsh.mjs";
import { wordsOf } from "./words.mjs";

const MOST_CHARACTERS = 300; // of what was typed; nobody means more
const MOST_WORDS = 30;
const SENTENCE = 6; // words that make a sentence of a search
const SHORTEST_QUESTION = 5; // and a question of one that begins with "what" or "should"

/**
 * Reads a query. Each group is {words, alternatives: [{stems, weight}], isWeak}; a group without alternatives is a word
 * that nothing is known of. `isTyping`: the last word may be unfinished. `corrections` says what was read for what,
 * and `offers` what may have been meant by a word that nothing has. `audiences` are those of whoever says who they are.
 * `isFound(stems)` says whether anything has them all: a phrase that nothing has is read word by word.
 * @param {string} text
 * @param {Vocabulary} vocabulary
 * @param {(number: number) => number} commonness
 * @param {boolean} isTyping
 * @param {(stems: string[]) => boolean} isFound
 */
export function readQuery(text, vocabulary, commonness, isTyping, isFound) {
  const isOpen = isTyping && /[\p{L}\p{N}]$/u.test(text);
  const typed = wordsOf(text.slice(0, MOST_CHARACTERS)).slice(0, MOST_WORDS);
  const words = joinNumbers(typed, vocabulary, isOpen).map((word) => restoreWelsh(word, vocabulary));
  const asker = readAsker(words, vocabulary);
  const { age, places } = readAge(words, vocabulary);
  const aside = new Set([...asker.places, ...places]);
  const isQuestion = words.slice(0, 2).some((word) => vocabulary.questions.has(word));
  const isSentence = words.length >= (isQuestion ? SHORTEST_QUESTION : SENTENCE);
  /** @type {QueryReader} */
  const reader = { vocabulary, commonness, corrections: [], offers: [], isSentence };
  const groups = [];
  for (let at = 0; at < words.length; ) {
    const isLast = isOpen && at + 1 === words.length;
    const group = readGroup(words, at, aside, reader, isLast, isFound);
    if (group) groups.push(group);
    at += group?.words.length ?? 1;
  }
  if (age !== undefined) groups.push(groupOfAge(age, vocabulary));
  return {
    groups: groups.filter(({ words, alternatives }) => words.length || alternatives.length),
    corrections: reader.corrections,
    offers: reader.offers,
    words: words.filter((_, at) => !aside.has(at)),
    audiences: asker.audiences,
    nation: readNation(words, vocabulary),
    isSentence,
    isTold: isSentence && !isQuestion,
  };
}

/**
 * The nation that a query names or, by its words, is asked in; empty if there is none.
 * @param {string[]} words
 * @param {Vocabulary} vocabulary
 */
function readNation(words, { nations, welsh }) {
  const named = words.map((word) => nations.get(word)).find(Boolean);
  return named ?? (words.some((word) => welsh.has(word)) ? "wales" : "");
}

/**
 * @param {string[]} words
 * @param {number} at
 * @param {Set<number>} aside places of words that say who asks or how old a child is
 * @param {QueryReader} reader
 * @param {boolean} isLast
 * @param {(stems: string[]) => boolean} isFound
 */
function readGroup(words, at, aside, reader, isLast, isFound) {
  const { vocabulary } = reader;
  if (aside.has(at) || isWeakNumber(words, at, vocabulary)) return weakGroup(words[at], vocabulary);
  let end = at;
  while (end < words.length && !aside.has(end)) end += 1;
  return (
    readPhrase(words.slice(at, end), vocabulary, isFound) ??
    readCompound(words.slice(at, Math.min(at + 2, end)), vocabulary) ??
    readWord(words[at], reader, isLast)
  );
}

/**
 * A word that may lift a result a little, and that no result needs.
 * @param {string} word
 * @param {Vocabulary} vocabulary
 * @returns {QueryGroup | undefined}
 */
function weakGroup(word, { stem, stemNumbers, stop }) {
  const isUsable = !stop.has(word) && stemNumbers.has(stem(word));
  return isUsable ? { words: [word], isWeak: true, alternatives: [{ stems: [stem(word)], weight: 0.5 }] } : undefined;
}

/**
 * What resources for children of an age are filed under.
 * @param {number} age
 * @param {Vocabulary} vocabulary
 * @returns {QueryGroup}
 */
function groupOfAge(age, { ages, stem }) {
  const band = ages.find(([first, last]) => first <= age && age <= last);
  const stems = band ? wordsOf(band[2]).slice(0, 2).map(stem) : [];
  return { words: [], isWeak: true, alternatives: stems.length ? [{ stems, weight: 1 }] : [] };
}

/**
 * A Welsh word whose first letter is mutated as a dictionary has it, where the search knows that.
 * @param {string} word
 * @param {Vocabulary} vocabulary
 */
function restoreWelsh(word, { welsh, formNumbers, stop, weak, synonyms, stem }) {
  if (welsh.has(word) || stop.has(word) || weak.has(word)) return word;
  const radicals = radicalsOf(word);
  const known = radicals.find((radical) => welsh.has(radical));
  if (known) return known;
  const isStrange = !formNumbers.has(word) && !synonyms.has(stem(word));
  return (isStrange && word.length > 4 && radicals.find((radical) => formNumbers.has(radical))) || word;
}
