/** What the interface says, in the language of the page. The words stand in data/languages/; each script that is joined hands over those it needs. */
/** @type {SpokenLanguage} */
let spoken = { words: {}, months: [], weekdays: [], plural: () => "other", separator: "," };

/**
 * Takes the words of a language by key, the names of its months and weekdays (from Monday), how it counts (`plural`), and what parts thousands.
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
 * Saturday 5 December 2026 of 2026-12-05; anything else as it is.
 * @param {string} value
 */
export function fullDayInWords(value) {
  const day = dayInWords(value);
  const weekday = day === value ? "" : spoken.weekdays[(new Date(`${value}T00:00:00Z`).getUTCDay() + 6) % 7];
  return weekday ? `${weekday} ${day}` : day;
}
