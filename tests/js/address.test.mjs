import assert from "node:assert/strict";
import test from "node:test";
import { pageAddress, wordsOfAddress } from "../../browser/lib/address.mjs";
import { readFragment, writeFragment } from "../../browser/lib/fragment.mjs";

test("a folder's page is named on a stick, and nowhere else", () => {
  assert.equal("../r/pants/index.html", pageAddress("../", "r/pants/", "file:"));
  assert.equal("../r/pants/", pageAddress("../", "r/pants/", "https:"));
  assert.equal("./glossary/index.html#csa", pageAddress(".", "glossary/#csa", "file:"));
  assert.equal("../assets/site.js", pageAddress("..", "assets/site.js", "file:"));
});

test("a state survives its way through the address", () => {
  const state = [
    ["q", ["a&b=c, d#é%"]],
    ["topic", ["trauma", "images"]],
    ["kind", []],
  ];
  const read = readFragment(`#${writeFragment(state)}`);
  assert.deepEqual(
    [
      ["q", ["a&b=c, d#é%"]],
      ["topic", ["trauma", "images"]],
    ],
    [...read],
  );
});

test("anchors and broken escapes do no harm", () => {
  assert.equal(0, readFragment("#by-topic").size);
  assert.deepEqual(["100%"], readFragment("#q=100%").get("q"));
  assert.equal(0, readFragment("#__proto__=x").size);
});

test("an address that leads nowhere has words", () => {
  assert.deepEqual(wordsOfAddress("/guides/child-tells_you.html"), ["child tells you", "guides child tells you"]);
  assert.deepEqual(wordsOfAddress("/guides/sign-of-abuse/old/", "#lado"), [
    "sign of abuse old lado",
    "lado",
    "guides sign of abuse old lado",
  ]);
  assert.deepEqual(wordsOfAddress("/safety%20plan"), ["safety plan"]);
  for (const path of ["/", "/404.html", "/index.html", "/%", "/2024/12"])
    assert.deepEqual(wordsOfAddress(path), [], path);
});
