/** Answers a query from lunr's index: results that have all the words first, then those that have any. */
import { wordsNearText } from "./guesses.mjs";
import { openIndex } from "./index.mjs";
import { readQuery } from "./query.mjs";
import { addLikenesses, compareRanks, compareScores, limitEachPage } from "./result-order.mjs";
import { Sentences } from "./sentences.mjs";
import { liftTitles } from "./titles.mjs";
import { readVocabulary } from "./vocabulary.mjs";

/** @typedef {{score: number, groups: number, significance: number}} Sum */

/** @type {Record<string, number>} */
const KIND_WEIGHT = { pathways: 1.7, chapters: 1.1, topics: 0.9, glossary: 0.55, about: 0.45, examples: 0.9 };
const PAGE_WEIGHT = 1.2; // a page as a whole before its sections
const OLD_WEIGHT = 0.4; // superseded or withdrawn
const AS_GOOD_AS_TYPED = 0.6; // from this weight on, another word counts as the word itself
const WEAK_WORD = 0.35;
const FOR_ASKER = 1.3; // for the audience of whoever says who they are
const FEWEST_ALIKE = 2; // words of what is compared with sentences
const FOR_NATION = 1.6; // for the nation that is named, or whose language is typed
const MOST_CACHED = 200; // answers of lunr
const MOST_OF_PAGE = 2; // sections of one page in a list of results

export class Search {
  /** @type {Sentences | undefined} */
  #sentences;

  /**
   * `data` is what assets/search/index.js delivers.
   * @param {Lunr} lunr
   * @param {SearchData} data
   */
  constructor(lunr, data) {
    const stemmer = (/** @type {string} */ word) => lunr.stemmer(new lunr.Token(word, {})).toString();
    this.vocabulary = readVocabulary(data, stemmer);
    const { entries, query, commonness } = openIndex(lunr, data, this.vocabulary.stems);
    this.entries = entries;
    this.query = query;
    this.commonness = commonness;
    /** @type {Map<string, {number: number, score: number}[]>} */
    this.cache = new Map(); // lunr's answers by stems: while a reader types, most stay the same
    this.kinds = data.kinds;
    this.topics = data.topics;
    this.facets = data.facets ?? {};
    this.data = data;
  }

  /**
   * {results, stems, corrections, offers, unknown}: each result is an entry with `score` and `hasAll`; `stems` are what
   * to mark; `unknown` are words that the index does not have, `offers` what may have been meant by them.
   * `only(entry)` may narrow what is looked for.
   * @param {string} text
   * @param {{isTyping?: boolean, only?: (entry: SearchEntry) => boolean, mostOfPage?: number}} [options]
   */
  find(text, { isTyping = false, only = () => true, mostOfPage = MOST_OF_PAGE } = {}) {
    const query = readQuery(
      text,
      this.vocabulary,
      this.commonness,
      isTyping,
      (stems) => this.#entriesWith(stems).length > 0,
    );
    const { groups, corrections } = query;
    const usable = groups.filter((group) => group.alternatives.length);
    const strong = usable.some((group) => !group.isWeak) ? usable.filter((group) => !group.isWeak) : usable;
    const sums = new Map();
    const total = usable.reduce((sum, group) => sum + this.#addGroup(sums, group, strong.includes(group)), 0);
    const ranked = [...sums].map(([number, sum]) => this.#rank(number, sum, strong.length, total, query));
    const byWords = liftTitles(ranked.sort(compareRanks), query.words, this.vocabulary);
    const results = this.#addLikenesses(byWords, query).filter(only);
    results.sort(query.isSentence ? compareScores : compareRanks);
    const close = usable.flatMap((group) => group.alternatives).filter(({ weight }) => weight >= AS_GOOD_AS_TYPED);
    const stems = new Set(close.flatMap((alternative) => alternative.stems));
    const isUnknown = (/** @type {string} */ word) => !this.sentences.has(word);
    const nowhere = groups.filter((group) => !group.alternatives.length && !group.isWeak);
    const unknown = nowhere.flatMap((group) => group.words).filter(isUnknown);
    const offers = query.offers.filter(({ typed }) => isUnknown(typed));
    const isEmptyQuery = !groups.length;
    return { results: limitEachPage(results, mostOfPage), stems, corrections, offers, unknown, isEmptyQuery };
  }

  /** The sentences, read when something first needs them: most searches are of a single word. */
  get sentences() {
    this.#sentences ??= new Sentences(this.data.answers ?? "", this.data.alike ?? "", this.vocabulary);
    return this.#sentences;
  }

  /**
   * Adds the summaries, a line for each entry, when they have been fetched.
   * @param {string} lines
   */
  addSummaries(lines) {
    for (const [number, summary] of lines.split("\n").entries()) this.entries[number].summary = summary;
  }

  /**
   * Where else to look when nothing was found: words near those typed, as texts have them.
   * @param {string} text
   */
  nearWords(text) {
    return wordsNearText(text, this.vocabulary, this.commonness);
  }

  /**
   * @param {SearchResult[]} results
   * @param {{words: string[], isTold: boolean}} query
   */
  #addLikenesses(results, { words, isTold }) {
    const likenesses = words.length < FEWEST_ALIKE ? new Map() : this.sentences.likenesses(words);
    return addLikenesses(results, likenesses, words.length, isTold, this.entries);
  }

  /**
   * Adds what a group finds to the sums, and returns its significance: a rare word says more than a common one.
   * @param {Map<number, Sum>} sums
   * @param {QueryGroup} group
   * @param {boolean} isStrong
   */
  #addGroup(sums, group, isStrong) {
    const best = this.#bestOf(group);
    const rarity = isStrong ? Math.log(1 + this.entries.length / Math.max(1, best.size)) : 0;
    for (const [number, { score, weight }] of best) {
      const sum = sums.get(number) ?? { score: 0, groups: 0, significance: 0 };
      sums.set(number, sum);
      sum.score += isStrong ? score : score * WEAK_WORD;
      if (isStrong) sum.groups += weight >= AS_GOOD_AS_TYPED ? 1 : weight;
      sum.significance += rarity * Math.min(1, weight);
    }
    return rarity;
  }

  /**
   * By entry: the best score and weight that any alternative of a group has there.
   * @param {QueryGroup} group
   */
  #bestOf(group) {
    const best = new Map();
    for (const { stems, weight } of group.alternatives) {
      for (const { number, score } of this.#entriesWith(stems)) {
        const previous = best.get(number) ?? { score: 0, weight: 0 };
        best.set(number, {
          score: Math.max(previous.score, score * weight),
          weight: Math.max(previous.weight, weight),
        });
      }
    }
    return best;
  }

  /**
   * @param {string[]} stems
   * @returns {{number: number, score: number}[]}
   */
  #entriesWith(stems) {
    const numbers = stems.map((stem) => this.vocabulary.stemNumbers.get(stem) ?? -1);
    if (numbers.includes(-1)) return [];
    const key = numbers.join();
    const cached = this.cache.get(key);
    if (cached) return cached;
    if (this.cache.size >= MOST_CACHED) this.cache.clear();
    const results = this.query([...new Set(numbers)]);
    const entries = results.map((/** @type {Lunr} */ { ref, score }) => ({ number: Number(ref), score }));
    this.cache.set(key, entries);
    return entries;
  }

  /**
   * An entry with its rank. It inherits from the entry, so that ten thousand results need no ten thousand copies.
   * @param {number} number
   * @param {Sum} sum
   * @param {number} groupCount
   * @param {number} total
   * @param {{audiences: Set<string>, nation: string}} query
   * @returns {SearchResult}
   */
  #rank(number, sum, groupCount, total, { audiences, nation }) {
    const entry = this.entries[number];
    const share = total ? sum.significance / total : 1;
    const weight =
      (entry.audiences.some((audience) => audiences.has(audience)) ? FOR_ASKER : 1) *
      (nation && entry.nations.length === 1 && entry.nations[0] === nation ? FOR_NATION : 1) *
      (KIND_WEIGHT[entry.kind] ?? 1) *
      (entry.within ? 1 : PAGE_WEIGHT) *
      (entry.status ? OLD_WEIGHT : 1);
    return Object.assign(Object.create(entry), { score: sum.score * weight * share, hasAll: sum.groups >= groupCount });
  }
}
