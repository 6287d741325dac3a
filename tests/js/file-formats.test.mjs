import assert from "node:assert/strict";
import test from "node:test";
import { FILE_FORMATS } from "../../browser/lib/file-formats.mjs";

test("a file is recognised by what it begins with, whatever it is called", () => {
  const format = (text) =>
    FILE_FORMATS.find(({ recognises }) => recognises(new Uint8Array(Buffer.from(text, "latin1"))));
  assert.equal(format("PK\x03\x04").ending, ".docx");
  assert.equal(format("%PDF-1.7").ending, ".pdf");
  assert.equal(format("\r\n\0%PDF-1.7").ending, ".pdf");
  assert.equal(format("{}").ending, ".json");
});
