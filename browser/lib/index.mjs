/** Makes lunr's index again from the thin form that toolkit/search/index.py writes, a stem at a time as it is asked for. */
const SATURATION = 1.2; // lunr's k1 and b: how soon more of a word stops counting, and how much a long text is marked down
const LENGTH_SHARE = 0.75;
/** @typedef {{name: string, boost: number, lengths: number[], average: number}} IndexField */

/** @typedef {{topics: string[], audiences: string[], nations: string[]}} EntryFiling */
/** @type {string[]} */
const NO_IDS = [];
const NO_DETAIL = Object.freeze({}); // positions of words are not stored

/**
 * {entries, commonness(number), query(numbers)}: what a result shows of each entry; in how many places a stem is;
 * and lunr's results for entries that have all the stems. The scores are those that lunr's own builder gives.
 * @param {Lunr} lunr
 * @param {SearchData} data
 * @param {string[]} stems
 */
export function openIndex(lunr, data, stems) {
  const entries = readEntries(data.entries, data.kinds, new Map(data.entrances), readFiling(data.filing));
  const fields = data.fields.map(([name, boost], position) => ({
    name,
    boost,
    ...readLengths(data.lengths[position]),
  }));
  const lines = data.counts.split("\n");
  const index = emptyIndex(lunr, fields);
  /** @param {number} number */
  const make = (number) => {
    if (index.invertedIndex[stems[number]]) return;
    index.invertedIndex[stems[number]] = addStem(
      lunr,
      index.fieldVectors,
      fields,
      entries.length,
      number,
      lines[number],
    );
  };
  /** @param {number[]} numbers */
  const query = (numbers) => {
    numbers.forEach(make);
    // The query is made of clauses, never of what was typed: lunr's own language trips over "a:b" and "-".
    return index.query((/** @type {Lunr} */ builder) => {
      for (const number of numbers)
        builder.term(stems[number], { usePipeline: false, presence: lunr.Query.presence.REQUIRED });
    });
  };
  return { entries, query, commonness: (/** @type {number} */ number) => lines[number].split(",").length };
}

/**
 * @param {Lunr} lunr
 * @param {IndexField[]} fields
 */
function emptyIndex(lunr, fields) {
  return new lunr.Index({
    invertedIndex: Object.create(null),
    fieldVectors: Object.create(null),
    fields: fields.map(({ name }) => name),
    pipeline: new lunr.Pipeline(),
    tokenSet: { intersect: (/** @type {Lunr} */ tokens) => tokens }, // it is only asked for whole stems of the index
  });
}

/**
 * One stem's posting, with its scores added to the vectors of the fields that have it.
 * @param {Lunr} lunr
 * @param {Record<string, Lunr>} vectors
 * @param {IndexField[]} fields
 * @param {number} total
 * @param {number} number
 * @param {string} line
 */
function addStem(lunr, vectors, fields, total, number, line) {
  const perField = line.split("/").map(readSteps);
  const rarity = idf(
    perField.reduce((sum, steps) => sum + steps.length, 0),
    total,
  );
  /** @type {Record<string, Lunr>} */
  const posting = { _index: number };
  fields.forEach(({ name, boost, lengths, average }, position) => {
    posting[name] = {};
    for (const [entry, count] of perField[position] ?? []) {
      const share = 1 - LENGTH_SHARE + LENGTH_SHARE * (lengths[entry] / average);
      const score = ((rarity * (SATURATION + 1) * count) / (SATURATION * share + count)) * boost;
      vectors[`${name}/${entry}`] ??= new lunr.Vector();
      vectors[`${name}/${entry}`].insert(number, Math.round(score * 1000) / 1000);
      posting[name][entry] = NO_DETAIL;
    }
  });
  return posting;
}

/**
 * `2,5*3` as [[2, 1], [7, 3]]: entries, each as its distance from the one before, and how often.
 * @param {string} text
 * @returns {[number, number][]}
 */
function readSteps(text) {
  let entry = 0;
  return (text ? text.split(",") : []).map((step) => {
    const [distance, count = "1"] = step.split("*");
    entry += parseInt(distance, 36);
    return [entry, parseInt(count, 36)];
  });
}

/** @param {string} text */
function readLengths(text) {
  const lengths = text.split(",").map((length) => parseInt(length || "0", 36));
  return { lengths, average: lengths.reduce((sum, length) => sum + length, 0) / lengths.length };
}

/**
 * How rare a stem is, as lunr computes it.
 * @param {number} places
 * @param {number} total
 */
function idf(places, total) {
  return Math.log(1 + Math.abs((total - places + 0.5) / (places + 0.5)));
}

/**
 * What an entry is filed under, by its number.
 * @param {SearchData["filing"]} filing
 * @returns {(number: number) => EntryFiling}
 */
function readFiling(filing) {
  if (!filing) return () => ({ topics: NO_IDS, audiences: NO_IDS, nations: NO_IDS });
  const lines = filing.lines.split("\n");
  const read = (/** @type {string[]} */ ids, /** @type {string | undefined} */ numbers) =>
    (numbers ? numbers.split(",") : []).map((number) => ids[parseInt(number, 36)]);
  return (number) => {
    const [topics, audiences, nations] = (lines[number] ?? "").split(";");
    return {
      topics: read(filing.topics, topics),
      audiences: read(filing.audiences, audiences),
      nations: read(filing.nations, nations),
    };
  };
}

/**
 * Each entry's line: kind, title, address, status; its summary comes later. A section's address begins with # and follows its page.
 * @param {string} text
 * @param {[string, string][]} kinds
 * @param {Map<string, string>} entrances
 * @param {(number: number) => EntryFiling} filingOf
 * @returns {SearchEntry[]}
 */
function readEntries(text, kinds, entrances, filingOf) {
  let page = { url: "", title: "", topics: NO_IDS, audiences: NO_IDS, nations: NO_IDS };
  return text.split("\n").map((line, number) => {
    const [kind, title, address, status = ""] = line.split("\t");
    const isSection = address.startsWith("#");
    const url = isSection ? page.url + address : address;
    const { topics, audiences, nations } = isSection ? page : filingOf(number);
    const entry = {
      number,
      topics,
      audiences,
      nations,
      kind: kinds[parseInt(kind, 36)][0],
      title,
      url,
      leadsTo: entrances.get(url.split("#")[0]) ?? url,
      within: isSection ? page.title : "",
      summary: "",
      status,
    };
    if (!isSection) page = entry;
    return entry;
  });
}
