/** Drafts that a reader has asked to keep on the device. `storage` is the browser's own; never called unasked. */

const PREFIX = "safeguarding-toolkit:draft:";

/**
 * The drafts of one copy of the site, or of one of its forms: [{id, form, name, saved, expires, answers, version}].
 * @param {DraftStorage} storage
 * @param {string} scope
 * @param {string | null} [form]
 */
export function listDrafts(storage, scope, form = null) {
  return draftKeys(storage, scope)
    .map((key) => ({ id: key, ...parsed(storage.getItem(key)) }))
    .filter((draft) => draft.answers && (!form || draft.form === form))
    .sort((a, b) => ((a.saved ?? "") > (b.saved ?? "") ? -1 : 1));
}

/**
 * Keeps a draft for some days; gives its id. Throws what the browser throws when its room is full or closed.
 * @param {DraftStorage} storage
 * @param {string} scope
 * @param {Draft} draft
 * @param {number} days
 * @param {Date} now
 */
export function keepDraft(storage, scope, draft, days, now) {
  const id = draft.id || `${PREFIX}${scope}:${draft.form}:${now.getTime().toString(36)}`;
  const expires = new Date(now.getTime() + days * 86_400_000).toISOString();
  const { form, name, version, answers } = draft;
  const exit = draft.endsWithExit ? { endsWithExit: true } : {};
  storage.setItem(
    id,
    JSON.stringify({ form, name, version, answers, days, saved: now.toISOString(), expires, ...exit }),
  );
  return id;
}

/**
 * @param {DraftStorage} storage
 * @param {string} id
 */
export function deleteDraft(storage, id) {
  storage.removeItem(id);
}

/**
 * Deletes every draft of this copy of the site; gives how many there were.
 * @param {DraftStorage} storage
 * @param {string} scope
 */
export function deleteAllDrafts(storage, scope) {
  const keys = draftKeys(storage, scope);
  for (const key of keys) storage.removeItem(key);
  return keys.length;
}

/**
 * Deletes the drafts that are to go when the reader presses Exit, in whichever language or copy of the site they were
 * kept; gives how many there were.
 * @param {DraftStorage} storage
 */
export function deleteForExit(storage) {
  const keys = draftKeys(storage, "").filter((key) => parsed(storage.getItem(key)).endsWithExit === true);
  for (const key of keys) storage.removeItem(key);
  return keys.length;
}

/**
 * Deletes the drafts whose time is over, and what cannot be read.
 * @param {DraftStorage} storage
 * @param {string} scope
 * @param {Date} now
 */
export function deleteExpired(storage, scope, now) {
  for (const key of draftKeys(storage, scope)) {
    const draft = parsed(storage.getItem(key));
    if (!draft.answers || !((draft.expires ?? "") > now.toISOString())) storage.removeItem(key);
  }
}

/**
 * The keys of a copy's drafts; of all where the scope is empty.
 * @param {DraftStorage} storage
 * @param {string} scope
 */
function draftKeys(storage, scope) {
  const begins = scope ? `${PREFIX}${scope}:` : PREFIX;
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  return keys.flatMap((key) => (key?.startsWith(begins) ? [key] : []));
}

/**
 * @param {string | null} text
 * @returns {Partial<Draft>}
 */
function parsed(text) {
  try {
    const draft = JSON.parse(text ?? "null");
    return typeof draft === "object" && draft !== null && typeof draft.answers === "object" ? draft : {};
  } catch {
    return {};
  }
}
