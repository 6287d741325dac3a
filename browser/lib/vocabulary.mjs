/** The words that the index knows: forms and stems, bases of irregular words, and phrases with the same meaning. */
const FROM_VARIANT = 0.75; // from another word for a thing to its names
const TO_VARIANT = 0.5;

/**
 * Reads the word lists of the index; `stemmer` gives the stem of a word that no list has.
 * @param {SearchData} data
 * @param {(word: string) => string} stemmer
 * @returns {Vocabulary}
 */
export function readVocabulary(data, stemmer) {
  const stemOf = readBases(data.bases);
  /** @type {string[]} */
  const stems = [];
  /** @type {WordForm[]} */
  const forms = [];
  for (const line of data.forms.split("\n")) {
    const [first, ...tails] = line.split(",");
    const isForm = !first.endsWith("!"); // most stems are no words
    const stem = isForm ? first : first.slice(0, -1);
    const number = stems.push(stem) - 1;
    stemOf.set(stem, stem);
    for (const form of [...(isForm ? [stem] : []), ...tails.map((tail) => formOf(stem, tail))]) {
      stemOf.set(form, stem);
      forms.push([form, number]);
    }
  }
  const stem = (/** @type {string} */ word) => stemOf.get(word) ?? (/^[a-z]+$/.test(word) ? stemmer(word) : word);
  const [stop, weak, conversation, welsh] = [data.stop, data.weak, data.conversation, data.welsh].map((words) =>
    (words ?? "").split(" ").filter(Boolean),
  );
  return {
    stems,
    stem,
    forms: forms.sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    stop: new Set(stop),
    weak: new Set(weak),
    conversation: new Set(conversation.map(stem)),
    questions: new Set((data.questions ?? "").split(" ")),
    welsh: new Set(welsh),
    roles: readRoles(data.roles ?? "", stem),
    ages: data.ages ?? [],
    numberWords: readNumberWords(data.numberWords ?? {}),
    nations: new Map(data.nations ?? []),
    ignoredStems: new Set([...stop, ...weak].map(stem)),
    synonyms: readSynonyms(data.synonyms),
    stemNumbers: new Map(stems.map((stem, number) => [stem, number])),
    formNumbers: new Map(forms),
  };
}

/**
 * The forms that begin with `start`, as [form, number of its stem].
 * @param {WordForm[]} forms
 * @param {string} start
 */
export function formsBeginning(forms, start) {
  let low = 0;
  let high = forms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (forms[middle][0] < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < forms.length && forms[end][0].startsWith(start)) end += 1;
  return forms.slice(low, end);
}

/**
 * The other words of a phrase, each with its weight.
 * @param {string[]} stems
 * @param {Map<string, Map<string, number>>} synonyms
 * @param {Set<string>} ignoredStems
 * @returns {Alternative[]}
 */
export function synonymsOf(stems, synonyms, ignoredStems) {
  const phrases = synonyms.get(stems.join(" ")) ?? [];
  return [...phrases].map(([phrase, weight]) => ({ stems: significantStems(phrase.split(" "), ignoredStems), weight }));
}

/**
 * The stems that are significant; all of them where none is.
 * @param {string[]} stems
 * @param {Set<string>} ignoredStems
 */
export function significantStems(stems, ignoredStems) {
  const rest = stems.filter((stem) => !ignoredStems.has(stem));
  return rest.length ? rest : stems;
}

/**
 * By word: the base of its line, which is the first word of it.
 * @param {string} text
 * @returns {Map<string, string>}
 */
function readBases(text) {
  const lines = text.split("\n").map((line) => line.split(" "));
  return new Map(lines.flatMap((words) => words.map((word) => [word, words[0]])));
}

/**
 * Words beside numbers: before one that is a name, after one that counts time, and beside an age.
 * @param {Record<string, string>} lists
 */
function readNumberWords(lists) {
  const read = (/** @type {string} */ name) => new Set((lists[name] ?? "").split(" "));
  return { names: read("names"), units: read("units"), ages: read("ages") };
}

/**
 * By role, as its stems: the audiences that it belongs to.
 * @param {string} lines
 * @param {(word: string) => string} stem
 * @returns {Map<string, string[]>}
 */
function readRoles(lines, stem) {
  const rows = lines
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t"));
  return new Map(rows.map(([role, audiences]) => [role.split(" ").map(stem).join(" "), audiences.split(",")]));
}

/**
 * @param {string} stem
 * @param {string} tail
 */
function formOf(stem, tail) {
  const dropCount = /^[0-9]/.test(tail) ? parseInt(tail[0], 36) : 0;
  return stem.slice(0, stem.length - dropCount) + (dropCount ? tail.slice(1) : tail);
}

/**
 * By phrase (stems with spaces): its synonyms, each with its weight.
 * @param {string} text
 * @returns {Map<string, Map<string, number>>}
 */
function readSynonyms(text) {
  const synonyms = new Map();
  /**
   * @param {string} from
   * @param {string} to
   * @param {number} weight
   */
  const add = (from, to, weight) => {
    if (from === to) return;
    const weights = synonyms.get(from) ?? new Map();
    synonyms.set(from, weights.set(to, Math.max(weight, weights.get(to) ?? 0)));
  };
  for (const line of text.split("\n")) {
    const [weight, ...parts] = line.split(";");
    const [names, variants, waysIn = []] = parts.map((part) => part.split("|").filter(Boolean));
    for (const name of names) {
      for (const twin of names) add(name, twin, Number(weight));
      for (const variant of variants) {
        add(variant, name, FROM_VARIANT);
        add(name, variant, TO_VARIANT);
      }
      for (const wayIn of waysIn) add(wayIn, name, FROM_VARIANT * Number(weight));
    }
  }
  return synonyms;
}
