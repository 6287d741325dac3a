/** Drafts that a reader has asked to keep on the device. `storage` is the browser's own; never called unasked. */

import { isAnswers, readVersions, versionsBeside } from "./draft-versions.mjs";

const PREFIX = "safeguarding-toolkit:draft:";

/** Thrown instead of writing over a draft that another tab has written, or deleted, since this one read it. */
export class DraftConflict extends Error {
  /** @param {Draft | null} stored what is there now; null where it was deleted */
  constructor(stored) {
    super(stored ? "changed" : "deleted");
    this.stored = stored;
  }
}

/**
 * The drafts of one copy of the site, or of one of its forms, the last written first.
 * @param {DraftStorage} storage
 * @param {string} scope
 * @param {string | null} [form]
 */
export function listDrafts(storage, scope, form = null) {
  return draftKeys(storage, scope)
    .flatMap((key) => readDraft(storage, key) ?? [])
    .filter((draft) => !form || draft.form === form)
    .sort((a, b) => ((a.saved ?? "") > (b.saved ?? "") ? -1 : 1));
}

/**
 * One draft, of today's shape or of an earlier one; null where there is none that can be read.
 * @param {DraftStorage} storage
 * @param {string} id
 * @returns {(Draft & { id: string, previous: DraftVersion[] }) | null}
 */
export function readDraft(storage, id) {
  const draft = parsed(storage.getItem(id));
  if (!draft.answers) return null;
  const previous = readVersions(draft.previous);
  return { .../** @type {Draft} */ (draft), id, previous };
}

/**
 * Keeps a draft for some days; gives its id. A draft with a `revision` must be as this tab last read or wrote it:
 * otherwise DraftConflict is thrown and nothing written. Throws what the browser throws when its room is full or closed.
 * @param {DraftStorage} storage
 * @param {string} scope
 * @param {Draft} draft `startsVersion` is true where the text of before is to be had back
 * @param {number} days
 * @param {Date} now
 */
export function keepDraft(storage, scope, draft, days, now) {
  const id = draft.id || newId(storage, `${PREFIX}${scope}:${draft.form}:`, now);
  const stored = readDraft(storage, id);
  if (draft.id && draft.revision !== undefined) {
    const isMine = stored && (stored.revision ?? 0) === draft.revision && stored.tab === draft.heldBy;
    if (!isMine) throw new DraftConflict(stored);
  }
  const { form, name, version, answers, tab, besides, ids, beside } = draft;
  const expires = new Date(now.getTime() + days * 86_400_000).toISOString();
  const made = { form, name, version, answers, days, saved: now.toISOString(), expires, tab, besides, ids, beside };
  const exit = draft.endsWithExit ? { endsWithExit: true } : {};
  const revision = (stored?.revision ?? 0) + 1;
  write(storage, id, { ...made, ...exit, revision, ...versionsBeside(stored, draft, now) });
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
 * Deletes the drafts whose time is over, and of one copy of the site also what cannot be read.
 * @param {DraftStorage} storage
 * @param {string} scope empty for those of every copy
 * @param {Date} now
 */
export function deleteExpired(storage, scope, now) {
  for (const key of draftKeys(storage, scope)) {
    const draft = parsed(storage.getItem(key));
    const isReadable = draft.answers && draft.expires;
    if (isReadable ? !((draft.expires ?? "") > now.toISOString()) : scope) storage.removeItem(key);
  }
}

/**
 * A name that no draft of the form has yet: "Hill Road (2)".
 * @param {DraftStorage} storage
 * @param {string} scope
 * @param {string} form
 * @param {string} name
 */
export function freeName(storage, scope, form, name) {
  const names = new Set(listDrafts(storage, scope, form).map((draft) => draft.name));
  const base = name.replace(/ \(\d+\)$/, "");
  let number = 2;
  while (names.has(`${base} (${number})`)) number += 1;
  return `${base} (${number})`;
}

/**
 * The last part of a draft's key, which names it on its form's page.
 * @param {string} id
 */
export function shortId(id) {
  return id.slice(id.lastIndexOf(":") + 1);
}

/**
 * Writes a draft; where there is no room, with fewer of its earlier versions, the oldest going first.
 * @param {DraftStorage} storage
 * @param {string} id
 * @param {Partial<Draft> & { previous: DraftVersion[] }} record
 */
function write(storage, id, record) {
  try {
    storage.setItem(id, JSON.stringify(record));
  } catch (error) {
    if (!record.previous.length) throw error;
    write(storage, id, { ...record, previous: record.previous.slice(0, -1) });
  }
}

/**
 * @param {DraftStorage} storage
 * @param {string} begins
 * @param {Date} now
 */
function newId(storage, begins, now) {
  let time = now.getTime();
  while (storage.getItem(begins + time.toString(36)) !== null) time += 1;
  return begins + time.toString(36);
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
    return typeof draft === "object" && draft !== null && isAnswers(draft.answers) ? draft : {};
  } catch {
    return {};
  }
}
