/** What the interface says, in the language of the page. The words stand in data/languages/; each script that is joined hands over those it needs. */
let spoken = { words: {}, months: [], plural: () => "other", separator: "," };

/** Takes the words of a language by key, the names of its months, how it counts (`plural`), and what parts thousands. */
export function speak(language) {
  spoken = language;
}

/** The words of a key with values in the place of `{name}`; `count` chooses the plural. Always called with the key itself, so that the words can be collected. */
export function t(key, values = {}) {
  const words = spoken.words[key];
  const text = typeof words === "string" ? words : (words[spoken.plural(values.count)] ?? words.other);
  return text.replace(/\{([a-z_]+)\}/g, (_, name) => (name === "count" ? number(values.count) : values[name]));
}

/** A count as people write it: 25,000. */
export function number(count) {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, spoken.separator);
}

/** 23 November 2026 of 2026-11-23; anything else as it is. */
export function dayInWords(value) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts && spoken.months[parts[2] - 1]
    ? `${Number(parts[3])} ${spoken.months[parts[2] - 1]} ${parts[1]}`
    : value;
}

/** The number of a month from the beginning of its name, as the language or English writes it; 0 if it is none. */
export function monthOf(text) {
  const begins = (name) => name.toLowerCase().startsWith(text.toLowerCase());
  return [spoken.months, ENGLISH_MONTHS].map((months) => months.findIndex(begins) + 1).find(Boolean) ?? 0;
}

// Forms travel between languages, so a date that was typed into an English one is read everywhere.
const ENGLISH_MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
