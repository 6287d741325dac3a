/** Who asks: "I am a GP and ..." says of a search for whom the answer is, and nothing of what is looked for. */

const BEGINNINGS = [
  ["i", "am"],
  ["im"],
  ["i", "work", "as"],
  ["we", "are"],
  ["as"],
  ["speaking", "as"],
  ["working", "as"],
];
const MOST_BETWEEN = 4; // words between the beginning and the role: "I am the newly appointed safeguarding"
const LONGEST_ROLE = 4;

/**
 * {audiences, places}: whom the answer is for, and the places of the words that say so.
 * @param {string[]} words
 * @param {Vocabulary} vocabulary
 * @returns {{audiences: Set<string>, places: Set<number>}}
 */
export function readAsker(words, { roles, stem }) {
  const stems = words.map(stem);
  /** @type {Set<string>} */
  const audiences = new Set();
  /** @type {Set<number>} */
  const places = new Set();
  for (let at = 0; at < words.length; at += 1) {
    const beginning = BEGINNINGS.find((parts) => parts.every((part, step) => words[at + step] === part));
    const role = beginning && findRole(words, stems, at + beginning.length, roles);
    if (!role) continue;
    for (const audience of role.audiences) audiences.add(audience);
    for (let place = at; place < role.end; place += 1) places.add(place);
  }
  return places.size < words.length ? { audiences, places } : { audiences, places: new Set() };
}

/**
 * The role that a self-description names within a few words, the longest first.
 * @param {string[]} words
 * @param {string[]} stems
 * @param {number} from
 * @param {Map<string, string[]>} roles
 */
function findRole(words, stems, from, roles) {
  if (!["a", "an", "the", "our", "your"].includes(words[from])) return undefined;
  for (let at = from + 1; at <= from + MOST_BETWEEN && at < words.length; at += 1) {
    for (let length = LONGEST_ROLE; length > 0; length -= 1) {
      const audiences = roles.get(stems.slice(at, at + length).join(" "));
      if (audiences && at + length <= words.length) return { audiences, end: at + length };
    }
  }
  return undefined;
}
