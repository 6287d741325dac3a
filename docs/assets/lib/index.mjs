/** Answers from the thin form of lunr's index that toolkit/search/index.py writes: a stem's scores are worked out when it is asked for. */
const SATURATION = 1.2; // lunr's k1 and b: how soon more of a word stops counting, and how much a long text is marked down
const LENGTH_SHARE = 0.75;

/**
 * {entries, commonness(number), query(numbers)}: what a result shows of each entry; in how many places a stem stands;
 * and {number, score} of each entry that has all the given stems. Entries and scores are those of lunr's own index;
 * lunr itself takes a second and more to put them together for a word that thousands of entries have.
 */
export function openIndex(data) {
  const entries = readEntries(data.entries, data.kinds);
  const fields = data.fields.map(([, boost], position) => ({ boost, ...readLengths(data.lengths[position]) }));
  const lines = data.counts.split("\n");
  const known = new Map(); // scores by stem
  const scores = (number) => {
    if (!known.has(number)) known.set(number, scoresOf(fields, entries.length, lines[number]));
    return known.get(number);
  };
  return { entries, query: (numbers) => joined(numbers.map(scores)), commonness: (number) => lines[number].split(",").length };
}

/** The entries that all of some score maps have, each with its sum as lunr reckons it: by the length of the query's vector. */
function joined(maps) {
  const [first, ...others] = [...maps].sort((a, b) => a.size - b.size);
  const found = [];
  for (const [number, score] of first) {
    if (others.every((map) => map.has(number))) found.push({ number, score: others.reduce((sum, map) => sum + map.get(number), score) / Math.sqrt(maps.length) });
  }
  return found;
}

/** By entry: the sum of what one stem scores in its fields. */
function scoresOf(fields, total, line) {
  const perField = line.split("/").map(readSteps);
  const rarity = idf(perField.reduce((sum, steps) => sum + steps.length, 0), total);
  const sums = new Map();
  perField.forEach((steps, position) => {
    const { boost, lengths, average } = fields[position];
    for (const [entry, count] of steps) {
      const share = 1 - LENGTH_SHARE + LENGTH_SHARE * (lengths[entry] / average);
      const score = ((rarity * (SATURATION + 1) * count) / (SATURATION * share + count)) * boost;
      sums.set(entry, (sums.get(entry) ?? 0) + score);
    }
  });
  return sums;
}

/** `2,5*3` as [[2, 1], [7, 3]]: entries, each given by its distance from the one before, and how often. */
function readSteps(text) {
  let entry = 0;
  return (text ? text.split(",") : []).map((step) => {
    const [distance, count = "1"] = step.split("*");
    entry += parseInt(distance, 36);
    return [entry, parseInt(count, 36)];
  });
}

function readLengths(text) {
  const lengths = text.split(",").map((length) => parseInt(length || "0", 36));
  return { lengths, average: lengths.reduce((sum, length) => sum + length, 0) / lengths.length };
}

/** How rare a stem is, as lunr reckons it. */
function idf(places, total) {
  return Math.log(1 + Math.abs((total - places + 0.5) / (places + 0.5)));
}

/** Each entry's line: kind, title, address, status; its summary comes later. A section's address begins with # and follows its page. */
function readEntries(text, kinds) {
  let page;
  return text.split("\n").map((line, number) => {
    const [kind, title, address, status = ""] = line.split("\t");
    const isSection = address.startsWith("#");
    const entry = {
      number,
      kind: kinds[parseInt(kind, 36)][0],
      title,
      url: isSection ? page.url + address : address,
      within: isSection ? page.title : "",
      summary: "",
      status,
    };
    if (!isSection) page = entry;
    return entry;
  });
}
