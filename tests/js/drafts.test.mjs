import assert from "node:assert/strict";
import test from "node:test";
import {
  deleteAllDrafts,
  deleteDraft,
  deleteExpired,
  deleteForExit,
  keepDraft,
  listDrafts,
} from "../../browser/lib/drafts.mjs";

const NOW = new Date("2026-11-28T10:00:00Z");
const DRAFT = { form: "plan", name: "Hill Road", version: 3, answers: { "record/setting": "x" } };

function makeStorage() {
  const kept = new Map();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index],
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}

test("a draft is kept, listed, kept again under its id, and deleted", () => {
  const storage = makeStorage();
  const id = keepDraft(storage, "/a/", DRAFT, 7, NOW);
  const [listed] = listDrafts(storage, "/a/", "plan");
  assert.deepEqual({ ...DRAFT, id, days: 7 }, { ...DRAFT, id: listed.id, days: listed.days });
  assert.equal(listed.expires, "2026-12-05T10:00:00.000Z");
  assert.equal(keepDraft(storage, "/a/", { ...DRAFT, id, name: "New" }, 7, NOW), id);
  assert.deepEqual(
    listDrafts(storage, "/a/").map(({ name }) => name),
    ["New"],
  );
  deleteDraft(storage, id);
  assert.equal(storage.length, 0);
});

test("copies of the site and forms do not see each other's drafts", () => {
  const storage = makeStorage();
  keepDraft(storage, "/a/", DRAFT, 7, NOW);
  keepDraft(storage, "/b/", DRAFT, 7, NOW);
  storage.setItem("something else", "1");
  assert.equal(listDrafts(storage, "/a/", "another").length, 0);
  assert.equal(deleteAllDrafts(storage, "/a/"), 1);
  assert.equal(storage.length, 2);
});

test("drafts whose time is over, and what cannot be read, are deleted", () => {
  const storage = makeStorage();
  keepDraft(storage, "/a/", DRAFT, 7, NOW);
  storage.setItem("safeguarding-toolkit:draft:/a/:plan:bad", "{");
  deleteExpired(storage, "/a/", NOW);
  assert.equal(listDrafts(storage, "/a/").length, 1);
  assert.equal(storage.length, 1);
  deleteExpired(storage, "/a/", new Date("2026-12-06T00:00:00Z"));
  assert.equal(storage.length, 0);
});

test("Exit deletes the drafts for which the reader asked that, of every copy and language, and no other", () => {
  const storage = makeStorage();
  keepDraft(storage, "/a/", { ...DRAFT, name: "stays" }, 7, NOW);
  keepDraft(storage, "/a/cy/", { ...DRAFT, name: "stays too", endsWithExit: false }, 7, NOW);
  keepDraft(storage, "/a/cy/", { ...DRAFT, form: "other", name: "goes", endsWithExit: true }, 7, NOW);
  const id = keepDraft(storage, "/b/", { ...DRAFT, name: "goes too", endsWithExit: true }, 7, NOW);
  storage.setItem("something else", '{"answers": {}, "endsWithExit": true}');
  assert.equal(listDrafts(storage, "/b/")[0].endsWithExit, true);
  assert.equal(deleteForExit(storage), 2);
  assert.equal(storage.getItem(id), null);
  const names = ["/a/", "/a/cy/"].flatMap((scope) => listDrafts(storage, scope)).map(({ name }) => name);
  assert.deepEqual(names, ["stays", "stays too"]);
  assert.equal(storage.length, 3);
});
