/** The earlier texts of a draft, which can be had back. */

const MOST_VERSIONS = 5;
const BETWEEN_VERSIONS = 600_000; // milliseconds of writing until the text of before becomes a version

/**
 * The versions that a stored draft has; none where it is of an earlier shape, or spoilt.
 * @param {unknown} previous
 * @returns {DraftVersion[]}
 */
export function readVersions(previous) {
  return Array.isArray(previous) ? previous.filter(isVersion).slice(0, MOST_VERSIONS) : [];
}

/**
 * The versions to keep beside a new text, the last first, and since when the present one has been written.
 * @param {(Draft & { previous: DraftVersion[] }) | null} stored
 * @param {Draft} draft
 * @param {Date} now
 */
export function versionsBeside(stored, draft, now) {
  if (!stored) return { since: now.toISOString(), previous: [] };
  const isDue = draft.startsVersion || now.getTime() - Date.parse(stored.since ?? "") >= BETWEEN_VERSIONS;
  const isSame = JSON.stringify(stored.answers) === JSON.stringify(draft.answers);
  if (isSame || !(isDue || !stored.since)) return { since: stored.since, previous: stored.previous };
  const { saved, version, answers } = stored;
  const before = { saved: saved ?? now.toISOString(), version, answers };
  return { since: now.toISOString(), previous: [before, ...stored.previous].slice(0, MOST_VERSIONS) };
}

/** @param {unknown} version */
function isVersion(version) {
  const given = /** @type {Partial<DraftVersion> | null} */ (version);
  return typeof given === "object" && given !== null && isAnswers(given.answers);
}

/** @param {unknown} answers */
export function isAnswers(answers) {
  return typeof answers === "object" && answers !== null;
}
