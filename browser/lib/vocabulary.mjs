/** The words that the index knows: forms and stems, bases of irregular words, and phrases that stand for each other. */
const FROM_OTHER_WORD = 0.75; // from another word for a thing to its names
const TO_OTHER_WORD = 0.5;

/** Reads the word lists of the index; `stemmer` gives the stem of a word that no list has. */
export function readVocabulary(data, stemmer) {
  const stemOf = new Map();
  for (const line of data.bases.split("\n")) {
    const words = line.split(" ");
    for (const word of words) stemOf.set(word, words[0]);
  }
  const stems = [];
  const forms = [];
  for (const line of data.forms.split("\n")) {
    const [stem, ...tails] = line.split(",");
    const number = stems.push(stem) - 1;
    for (const form of [stem, ...tails.map((tail) => formOf(stem, tail))]) {
      stemOf.set(form, stem);
      forms.push([form, number]);
    }
  }
  const stem = (word) => stemOf.get(word) ?? (/^[a-z]+$/.test(word) ? stemmer(word) : word);
  const [stop, weak] = [data.stop.split(" "), data.weak.split(" ")];
  return {
    stems,
    stem,
    forms: forms.sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    stop: new Set(stop),
    weak: new Set(weak),
    passedOver: new Set([...stop, ...weak].map(stem)),
    swaps: readRings(data.rings),
  };
}

/** The forms that begin with `start`, as [form, number of its stem]. */
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

function formOf(stem, tail) {
  const dropped = /^[0-9]/.test(tail) ? parseInt(tail[0], 36) : 0;
  return stem.slice(0, stem.length - dropped) + (dropped ? tail.slice(1) : tail);
}

/** By phrase (stems with spaces): the phrases that may stand in its place, each with its weight. */
function readRings(text) {
  const swaps = new Map();
  const add = (from, to, weight) => {
    if (from === to) return;
    const known = swaps.get(from) ?? swaps.set(from, new Map()).get(from);
    known.set(to, Math.max(weight, known.get(to) ?? 0));
  };
  for (const line of text.split("\n")) {
    const [weight, names, others] = line
      .split(";")
      .map((part, index) => (index ? part.split("|").filter(Boolean) : Number(part)));
    for (const name of names) {
      for (const twin of names) add(name, twin, weight);
      for (const other of others) {
        add(other, name, FROM_OTHER_WORD);
        add(name, other, TO_OTHER_WORD);
      }
    }
  }
  return swaps;
}
