import assert from "node:assert/strict";
import test from "node:test";
import { deflateSync } from "node:zlib";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { Objects, readObjects } from "../../browser/lib/pdf-objects.mjs";
import { PdfDictionary, PdfParser } from "../../browser/lib/pdf-parser.mjs";
import { makePdf } from "./files.mjs";

function read(text) {
  return new PdfParser(text).read();
}

test("values of every kind are read", () => {
  assert.deepEqual(read(" %why\n 12 "), 12);
  assert.deepEqual(read("-.5"), -0.5);
  assert.deepEqual(read("[1 true null/A#20b 3 0 R]"), [1, true, null, { name: "A b" }, { ref: 3 }]);
  assert.deepEqual(read("(a\\(b\\)\\n\\063 (c) \\\r\nd\r\ne)"), { bytes: "a(b)\n3 (c) d\ne" });
  assert.deepEqual(read("<48 6>"), { bytes: "H`" });
  const dictionary = read("<</A 1/B<</C(x)>>>>");
  assert.ok(dictionary instanceof PdfDictionary);
  assert.deepEqual(dictionary.get("B").get("C"), { bytes: "x" });
});

test("what is no value is refused, and nothing nests without end", () => {
  for (const text of ["", "(a", "<</A", "<<1 2>>", "]", "[".repeat(1000)]) assert.throws(() => read(text), SyntaxError);
  assert.equal(new PdfParser(")").tryRead(), undefined);
});

test("the later of two objects with one number counts, and references lead on", () => {
  const text = Buffer.from(makePdf(["<</A 2 0 R>>", "(old)"])).toString("latin1");
  const { root, pdf } = readObjects(Buffer.from(text.replace("trailer", "2 0 obj\n(new)\nendobj\ntrailer"), "latin1"));
  assert.deepEqual(pdf.resolve(root.get("A")), { bytes: "new" });
  assert.equal(pdf.resolve({ ref: 9 }), null);
  assert.equal(new Objects("", new Map([[1, { value: { ref: 1 }, at: 0 }]])).resolve({ ref: 1 }), null);
});

test("objects and answers are found in packed streams", () => {
  const packed = deflateSync("2 0 (inside)").toString("latin1");
  const stream = `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream`;
  const { root, pdf } = readObjects(makePdf(["<</A 2 0 R>>", "null", stream]));
  assert.deepEqual(pdf.resolve(root.get("A")), { bytes: "inside" });
});

test("a file that is cut short, protected or without a catalogue is refused", () => {
  const whole = makePdf(["<</A 1>>"]);
  const text = Buffer.from(whole).toString("latin1");
  const bad = [whole.subarray(0, 30), Buffer.from(text.replace("/Root", "/Encrypt 1 0 R/Root"), "latin1")];
  for (const bytes of [...bad, Buffer.from("%PDF-1.7\n%%EOF")]) assert.throws(() => readObjects(bytes), FileProblem);
});
