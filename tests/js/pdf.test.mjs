import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { deflateSync } from "node:zlib";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { md5, rc4 } from "../../browser/lib/pdf-ciphers.mjs";
import { Objects, readObjects } from "../../browser/lib/pdf-objects.mjs";
import { PdfDictionary, PdfParser } from "../../browser/lib/pdf-parser.mjs";
import { openSecurity } from "../../browser/lib/pdf-security.mjs";
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

test("the later of two objects with one number counts, and references lead on", async () => {
  const text = Buffer.from(makePdf(["<</A 2 0 R>>", "(old)"])).toString("latin1");
  const later = text.replace("trailer", "2 0 obj\n(new)\nendobj\ntrailer");
  const { root, pdf } = await readObjects(Buffer.from(later, "latin1"));
  assert.deepEqual(pdf.resolve(root.get("A")), { bytes: "new" });
  assert.equal(pdf.resolve({ ref: 9 }), null);
  assert.equal(new Objects("", new Map([[1, { value: { ref: 1 }, at: 0, generation: 0 }]])).resolve({ ref: 1 }), null);
});

test("objects and answers are found in packed streams", async () => {
  const packed = deflateSync("2 0 (inside)").toString("latin1");
  const stream = `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream`;
  const { root, pdf } = await readObjects(makePdf(["<</A 2 0 R>>", "null", stream]));
  assert.deepEqual(pdf.resolve(root.get("A")), { bytes: "inside" });
});

test("a file that is cut short, protected or without a catalogue is refused", async () => {
  const whole = makePdf(["<</A 1>>"]);
  const text = Buffer.from(whole).toString("latin1");
  const bad = [whole.subarray(0, 30), Buffer.from(text.replace("/Root", "/Encrypt 1 0 R/Root"), "latin1")];
  for (const bytes of [...bad, Buffer.from("%PDF-1.7\n%%EOF")])
    await assert.rejects(async () => readObjects(bytes), FileProblem);
});

test("what zeros, line ends and other bytes follow is whole", async () => {
  for (const padding of ["\0".repeat(4096), "\r\n".repeat(2000), "\x1a", "--boundary--"]) {
    const { root } = await readObjects(Buffer.concat([makePdf(["<</A 1>>"]), Buffer.from(padding)]));
    assert.equal(root.get("A"), 1);
  }
});

test("digests and ciphers are those of their standards", () => {
  const bytes = (text) => new Uint8Array(Buffer.from(text, "latin1"));
  const hex = (found) => Buffer.from(found).toString("hex");
  for (const text of [
    "",
    "a",
    "message digest",
    "x".repeat(55),
    "x".repeat(56),
    "x".repeat(64),
    "1234567890".repeat(8),
  ])
    assert.equal(hex(md5(bytes(text))), createHash("md5").update(text).digest("hex"), text);
  assert.equal(hex(rc4(bytes("Key"), bytes("Plaintext"))), "bbf316e8d940af0ad3");
  assert.equal(hex(rc4(bytes("Wiki"), bytes("pedia"))), "1021bf0420");
});

test("a file that needs a password, or is protected in a way that nobody knows, is refused", async () => {
  const wrong = { bytes: "x".repeat(48) };
  const of = (V, R, more = {}) =>
    new PdfDictionary(
      Object.entries({ Filter: { name: "Standard" }, V, R, P: -4, O: wrong, U: wrong, UE: wrong, ...more }),
    );
  const short = of(2, 3, { O: { bytes: "" } });
  for (const security of [of(1, 2), of(2, 3), of(4, 4), of(5, 5), of(5, 6), short, new PdfDictionary()])
    await assert.rejects(openSecurity(security, new Uint8Array(16)), FileProblem);
});
