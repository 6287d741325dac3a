/** Welsh words as they are at the head of a dictionary: the first letter changes with the word before it. */

// What a word that begins so may have begun with, by the soft, the nasal and the aspirate mutation and by the h before a vowel.
/** @type {[string, string[]][]} */
const RADICALS = [
  ["ngh", ["c"]],
  ["mh", ["p"]],
  ["nh", ["t"]],
  ["ng", ["g"]],
  ["ph", ["p"]],
  ["th", ["t"]],
  ["ch", ["c"]],
  ["dd", ["d"]],
  ["b", ["p"]],
  ["d", ["t"]],
  ["f", ["b", "m"]],
  ["g", ["c"]],
  ["l", ["ll", "gl"]],
  ["m", ["b"]],
  ["n", ["d"]],
  ["r", ["rh", "gr"]],
  ["h", [""]],
];
const BEFORE_DROPPED_G = /^[aeiouwylr]/; // a softened g is gone: gwybod, wybod
const SHORTEST = 3; // letters; what is shorter may be anything

/**
 * The forms that a word may have in a dictionary if what is typed is mutated, the likeliest first.
 * @param {string} word
 * @returns {string[]}
 */
export function radicalsOf(word) {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return [];
  const found = RADICALS.flatMap(([mutated, radicals]) =>
    word.startsWith(mutated) ? radicals.map((radical) => radical + word.slice(mutated.length)) : [],
  );
  if (BEFORE_DROPPED_G.test(word)) found.push(`g${word}`);
  return [...new Set(found)].filter((radical) => radical.length >= SHORTEST);
}

/**
 * The forms in which a text may have a word of the dictionary.
 * @param {string} word
 * @returns {string[]}
 */
export function mutationsOf(word) {
  const found = RADICALS.flatMap(([mutated, radicals]) =>
    radicals
      .filter((radical) => radical && word.startsWith(radical))
      .map((radical) => mutated + word.slice(radical.length)),
  );
  if (word.startsWith("g")) found.push(word.slice(1));
  return [...new Set(found)].filter((form) => form !== word);
}
