import assert from "node:assert/strict";
import test from "node:test";
import { isAnswers, readVersions } from "../../browser/lib/draft-versions.mjs";
import {
  DraftConflict,
  deleteAllDrafts,
  deleteDraft,
  deleteExpired,
  deleteForExit,
  freeName,
  keepDraft,
  listDrafts,
  readDraft,
  shortId,
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

test("what another tab has written, or deleted, is not written over", () => {
  const storage = makeStorage();
  const id = keepDraft(storage, "/a/", { ...DRAFT, tab: "one" }, 7, NOW);
  const mine = { ...DRAFT, id, tab: "two", revision: 1, heldBy: "one" };
  keepDraft(storage, "/a/", { ...DRAFT, id, tab: "one", revision: 1, heldBy: "one", name: "By one" }, 7, NOW);
  assert.throws(
    () => keepDraft(storage, "/a/", mine, 7, NOW),
    (error) => error instanceof DraftConflict && error.stored.name === "By one",
  );
  const asMany = { ...mine, revision: 2, heldBy: "two" }; // both wrote at once: as often, but not the same
  assert.throws(() => keepDraft(storage, "/a/", asMany, 7, NOW), DraftConflict);
  deleteDraft(storage, id);
  assert.throws(
    () => keepDraft(storage, "/a/", mine, 7, NOW),
    (error) => error instanceof DraftConflict && error.stored === null,
  );
  assert.equal(storage.length, 0);
});

test("the last five versions are kept: of each sitting, and after ten minutes of writing", () => {
  const storage = makeStorage();
  const at = (minutes) => new Date(NOW.getTime() + minutes * 60_000);
  const text = (word) => ({ ...DRAFT, answers: { "record/setting": word } });
  const id = keepDraft(storage, "/a/", text("0"), 7, at(0));
  const previous = () => readDraft(storage, id).previous.map(({ answers }) => answers["record/setting"]);
  keepDraft(storage, "/a/", { ...text("1"), id }, 7, at(1));
  keepDraft(storage, "/a/", { ...text("9"), id }, 7, at(9));
  assert.deepEqual(previous(), [], "a letter more is no version");
  keepDraft(storage, "/a/", { ...text("10"), id }, 7, at(10));
  assert.deepEqual(previous(), ["9"]);
  keepDraft(storage, "/a/", { ...text("10"), id, startsVersion: true }, 7, at(11));
  assert.deepEqual(previous(), ["9"], "the same text is no version");
  keepDraft(storage, "/a/", { ...text("12"), id, startsVersion: true }, 7, at(12));
  assert.deepEqual(previous(), ["10", "9"]);
  for (const minute of [30, 50, 70, 90, 110]) keepDraft(storage, "/a/", { ...text(`${minute}`), id }, 7, at(minute));
  assert.deepEqual(previous(), ["90", "70", "50", "30", "12"]);
  assert.equal(readDraft(storage, id).previous[0].saved, at(90).toISOString());
});

test("a draft of yesterday's shape is read, and its text becomes a version", () => {
  const storage = makeStorage();
  const id = "safeguarding-toolkit:draft:/a/:plan:mf1";
  const old = { ...DRAFT, days: 30, saved: "2026-11-27T10:00:00.000Z", expires: "2026-12-27T10:00:00.000Z" };
  storage.setItem(id, JSON.stringify(old));
  assert.deepEqual(listDrafts(storage, "/a/", "plan"), [{ ...old, id, previous: [] }]);
  keepDraft(storage, "/a/", { ...DRAFT, id, revision: 0, answers: { x: "new" } }, 30, NOW);
  const { revision, previous } = readDraft(storage, id);
  assert.deepEqual([revision, previous], [1, [{ saved: old.saved, version: 3, answers: old.answers }]]);
});

test("what is no version of a draft is left out", () => {
  const storage = makeStorage();
  const id = keepDraft(storage, "/a/", DRAFT, 7, NOW);
  for (const previous of [7, "x", [null, 3, { answers: "x" }]]) {
    storage.setItem(id, JSON.stringify({ ...JSON.parse(storage.getItem(id)), previous }));
    assert.deepEqual(readDraft(storage, id).previous, []);
    assert.deepEqual(readVersions(previous), []);
  }
  assert.deepEqual([null, 3, {}].map(isAnswers), [false, false, true]);
});

test("where there is no room, versions go before the draft does", () => {
  const storage = makeStorage();
  const { setItem } = storage;
  const long = (sign) => ({ ...DRAFT, answers: { x: sign.repeat(1000) }, startsVersion: true });
  const id = keepDraft(storage, "/a/", long("a"), 7, NOW);
  for (const sign of "bcde") keepDraft(storage, "/a/", { ...long(sign), id }, 7, NOW);
  storage.setItem = (key, value) => {
    if (value.length > 3500) throw new Error("full");
    setItem(key, value);
  };
  keepDraft(storage, "/a/", { ...long("f"), id }, 7, NOW);
  const kept = readDraft(storage, id);
  assert.deepEqual([kept.answers.x[0], kept.previous.map(({ answers }) => answers.x[0])], ["f", ["e", "d"]]);
  storage.setItem = () => {
    throw new Error("full");
  };
  assert.throws(() => keepDraft(storage, "/a/", { ...long("g"), id }, 7, NOW), /full/);
  assert.equal(readDraft(storage, id).answers.x[0], "f", "the draft of before is still there");
});

test("drafts of every copy go when their time is over; what another copy wrote and this one cannot read stays", () => {
  const storage = makeStorage();
  keepDraft(storage, "/a/", DRAFT, 7, NOW);
  keepDraft(storage, "/b/", DRAFT, 30, NOW);
  storage.setItem("safeguarding-toolkit:draft:/c/:plan:1", '{"format": 2}');
  deleteExpired(storage, "", new Date("2026-12-06T00:00:00Z"));
  assert.deepEqual([listDrafts(storage, "/a/").length, listDrafts(storage, "/b/").length, storage.length], [0, 1, 2]);
});

test("a second text of a draft has a name and a key of its own", () => {
  const storage = makeStorage();
  keepDraft(storage, "/a/", DRAFT, 7, NOW);
  const name = freeName(storage, "/a/", "plan", "Hill Road");
  const id = keepDraft(storage, "/a/", { ...DRAFT, name }, 7, NOW);
  assert.equal(name, "Hill Road (2)");
  assert.equal(freeName(storage, "/a/", "plan", name), "Hill Road (3)");
  assert.equal(listDrafts(storage, "/a/").length, 2);
  assert.match(shortId(id), /^[a-z0-9]+$/);
});
