/** What the interface says, in the language of the page. The words stand in data/languages/; each script that is joined hands over those it needs. */
/** @type {SpokenLanguage} */
let spoken = { words: {}, months: [], plural: () => "other", separator: "," };

/**
 * Takes the words of a language by key, the names of its months, how it counts (`plural`), and what parts thousands.
 * @param {SpokenLanguage} language
 */
export function speak(language) {
  spoken = language;
}

/**
 * The words of a key with values in the place of `{name}`; `count` chooses the plural. Always called with the key itself, so that the words can be collected.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const words = spoken.words[key];
  const text = typeof words === "string" ? words : (words[spoken.plural(Number(values.count))] ?? words.other);
  return text.replace(/\{([a-z_]+)\}/g, (_, /** @type {string} */ name) =>
    String(name === "count" ? number(values.count) : values[name]),
  );
}

/**
 * A count as people write it: 25,000.
 * @param {number | string} count
 */
export function number(count) {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, spoken.separator);
}

/**
 * 23 November 2026 of 2026-11-23; anything else as it is.
 * @param {string} value
 */
export function dayInWords(value) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const month = parts && spoken.months[Number(parts[2]) - 1];
  return month ? `${Number(parts[3])} ${month} ${parts[1]}` : value;
}

/**
 * The number of a month from the beginning of its name, as the language or English writes it; 0 if it is none.
 * @param {string} text
 */
export function monthOf(text) {
  const begins = (/** @type {string} */ name) => name.toLowerCase().startsWith(text.toLowerCase());
  return [spoken.months, ENGLISH_MONTHS].map((months) => months.findIndex(begins) + 1).find(Boolean) ?? 0;
}

// Forms travel between languages, so a date that was typed into an English one is read everywhere.
const ENGLISH_MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
