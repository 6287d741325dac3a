import assert from "node:assert/strict";
import test from "node:test";
import { piecesOf, wordsOf } from "../../browser/lib/words.mjs";

test("accents, possessives and punctuation do not tell words apart", () => {
  assert.deepEqual(wordsOf("Children’s café, the child's CAFÉ"), ["children", "cafe", "the", "child", "cafe"]);
});

test("s47, s.47 and section 47 are the same words", () => {
  for (const text of ["s47", "s.47", "s 47", "Section 47"]) assert.deepEqual(wordsOf(text), ["section", "47"]);
});

test("child-on-child is a word of its own", () => {
  assert.deepEqual(wordsOf("child on child abuse"), ["childonchild", "abuse"]);
});

test("words of any script are words, and pieces put together are the text again", () => {
  const text = "بحث — поиск, 搜索; नमस्ते 👩‍👧 don’t";
  assert.ok(wordsOf(text).includes("поиск"));
  assert.equal(
    text,
    piecesOf(text)
      .map((piece) => piece.text)
      .join(""),
  );
});
