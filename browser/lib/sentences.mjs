/** Whole sentences: how like what a reader typed is to the questions and sentences that editors wrote beside each answer. */
import { wordsOf } from "./words.mjs";

/** @typedef {{key: string, kind: string, isWeak: boolean}} Token a word, or words that are one, with the kind of thing it names */
/** @typedef {{entry: number, tokens: Token[], size: number}} Sentence `size` is the weight of all its tokens */

const SAME_KIND = 0.75;
const SYNONYM = 0.7;
const WEAK = 0.4;
const UNKNOWN = 0.45; // a word that no sentence has is a detail: "on the tour bus"
const LONGEST = 5; // words that are one
const SHARE_OF_QUERY = 0.4; // what is typed is often longer than the sentence that it resembles
const NEXT_BEST = [0.15, 0.1]; // what further sentences of the same entry add
const LEAST = 0.2;

export class Sentences {
  /**
   * `answers` has a line for each entry; `alike` a line for each kind of thing, its name first.
   * @param {string} answers
   * @param {string} alike
   * @param {Vocabulary} vocabulary
   */
  constructor(answers, alike, vocabulary) {
    this.vocabulary = vocabulary;
    this.kinds = readKinds(alike, vocabulary);
    /** @type {Sentence[]} */
    this.sentences = answers
      .split("\n")
      .filter(Boolean)
      .flatMap((line) => {
        const [number, texts] = line.split("\t");
        const entry = parseInt(number, 36);
        return texts.split("|").map((text) => ({ entry, tokens: this.#tokensOf(wordsOf(text)), size: 0 }));
      });
    this.keys = rarities(this.sentences, ({ key }) => key);
    this.kindsRarity = rarities(this.sentences, ({ kind }) => kind);
    for (const sentence of this.sentences)
      sentence.size = sentence.tokens.reduce((sum, token) => sum + this.#weight(token), 0);
  }

  /**
   * Whether some sentence has a word, or a word like it.
   * @param {string} word
   */
  has(word) {
    const stem = this.vocabulary.stem(word);
    return this.keys.has(stem) || this.kinds.has(stem);
  }

  /**
   * By entry: how like the words are to its sentences, from 0 to a little over 1.
   * @param {string[]} words
   * @returns {Map<number, number>}
   */
  likenesses(words) {
    const tokens = this.#tokensOf(words);
    const query = tokens.reduce((sum, token) => sum + this.#weight(token), 0);
    const shares = new Map(); // by token: the most that any typed one shares with it; many sentences have the same
    /** @type {Map<number, number[]>} */
    const byEntry = new Map();
    for (const sentence of query ? this.sentences : []) {
      const likeness = this.#likeness(tokens, query, sentence, shares);
      if (likeness >= LEAST) byEntry.set(sentence.entry, [...(byEntry.get(sentence.entry) ?? []), likeness]);
    }
    return new Map([...byEntry].map(([entry, found]) => [entry, withNextBest(found)]));
  }

  /**
   * @param {Token[]} tokens
   * @param {number} query
   * @param {Sentence} sentence
   * @param {Map<string, number>} shares
   */
  #likeness(tokens, query, sentence, shares) {
    let shared = 0;
    for (const token of sentence.tokens) {
      const share = shares.get(token.key) ?? this.#best(token, tokens);
      shares.set(token.key, share);
      shared += share;
    }
    return shared ? shared / (query ** SHARE_OF_QUERY * sentence.size ** (1 - SHARE_OF_QUERY)) : 0;
  }

  /**
   * How much of a token's weight the nearest of others has.
   * @param {Token} token
   * @param {Token[]} others
   */
  #best(token, others) {
    let best = 0;
    for (const other of others) best = Math.max(best, this.#share(token, other));
    return best;
  }

  /**
   * @param {Token} token
   * @param {Token} other
   */
  #share(token, other) {
    if (token.key === other.key) return this.#weight(token);
    if (token.kind && token.kind === other.kind)
      return SAME_KIND * Math.min(this.#weight(token), this.#rarityOfKind(token));
    const weight = this.vocabulary.synonyms.get(other.key)?.get(token.key);
    return weight ? SYNONYM * weight * this.#weight(token) : 0;
  }

  /** @param {Token} token */
  #weight({ key, isWeak, kind }) {
    const rarity = this.keys.get(key) ?? (kind ? this.kindsRarity.get(kind) : undefined) ?? UNKNOWN * this.keys.most;
    return rarity * (isWeak ? WEAK : 1);
  }

  /** @param {Token} token */
  #rarityOfKind({ kind, isWeak }) {
    return (this.kindsRarity.get(kind) ?? 1) * (isWeak ? WEAK : 1);
  }

  /** @param {string} phrase */
  #isOne(phrase) {
    return this.kinds.has(phrase) || this.vocabulary.synonyms.has(phrase);
  }

  /**
   * The words that a likeness is made of: without the commonest, and with those that are one thing joined.
   * @param {string[]} words
   * @returns {Token[]}
   */
  #tokensOf(words) {
    const { stem, stop, weak } = this.vocabulary;
    const stems = words.map(stem);
    /** @type {Token[]} */
    const tokens = [];
    for (let at = 0; at < words.length; ) {
      let length = Math.min(LONGEST, words.length - at);
      while (length > 1 && !this.#isOne(stems.slice(at, at + length).join(" "))) length -= 1;
      const key = stems.slice(at, at + length).join(" ");
      const kind = this.kinds.get(key) ?? "";
      const isStop = length === 1 && stop.has(words[at]) && !kind;
      if (!isStop && !tokens.some((token) => token.key === key))
        tokens.push({ key, kind, isWeak: length === 1 && !kind && weak.has(words[at]) });
      at += length;
    }
    return tokens;
  }
}

/** @param {number[]} found */
function withNextBest(found) {
  const [best, ...rest] = found.sort((a, b) => b - a);
  return NEXT_BEST.reduce((sum, share, place) => sum + share * (rest[place] ?? 0), best);
}

/**
 * By phrase, as its stems: the kind of thing that it names.
 * @param {string} lines
 * @param {Vocabulary} vocabulary
 */
function readKinds(lines, { stem }) {
  const kinds = new Map();
  for (const line of lines.split("\n").filter(Boolean)) {
    const [kind, ...phrases] = line.split("|");
    for (const phrase of phrases) kinds.set(wordsOf(phrase).map(stem).join(" "), kind);
  }
  return kinds;
}

/**
 * How rare each value is among the entries that have sentences: what many have says little.
 * @param {Sentence[]} sentences
 * @param {(token: Token) => string} value
 */
function rarities(sentences, value) {
  /** @type {Map<string, Set<number>>} */
  const entries = new Map();
  for (const { entry, tokens } of sentences) {
    for (const token of tokens) {
      const name = value(token);
      if (name) entries.set(name, (entries.get(name) ?? new Set()).add(entry));
    }
  }
  const total = new Set(sentences.map(({ entry }) => entry)).size;
  const rarity = new Map([...entries].map(([name, found]) => [name, Math.log(1 + total / found.size)]));
  return Object.assign(rarity, { most: Math.log(1 + total) });
}
