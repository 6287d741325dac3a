import assert from "node:assert/strict";
import test from "node:test";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { escapeXml, parseXml, writeXml } from "../../browser/lib/xml.mjs";
import { readXml } from "../../browser/lib/xml-reader.mjs";
import { namespaceOf, XmlElement } from "../../browser/lib/xml-tree.mjs";

const W = "urn:w";
const SAMPLE = `<?xml version="1.0"?>
<w:doc xmlns:w="urn:w" xmlns:x="urn:x" xmlns="urn:d"><!-- why --><w:p w:val='a "b"' x:val="2">One &amp; two<w:br/>&#233;&#xE9;</w:p><p><![CDATA[<raw>]]></p></w:doc>`;

test("names are found by namespace, whatever their prefix", () => {
  const root = parseXml(SAMPLE);
  const [p] = root.getElementsByTagNameNS(W, "p");
  assert.equal(root.getElementsByTagNameNS("urn:d", "p")[0].textContent, "<raw>");
  assert.equal(p.getAttributeNS(W, "val"), 'a "b"');
  assert.equal(p.getAttributeNS("urn:x", "val"), "2");
  assert.equal(p.getAttributeNS(W, "none"), null);
  assert.equal(p.textContent, "One & twoéé");
  assert.equal(root.getElementsByTagNameNS(W, "*").length, 2);
  assert.equal(p.children[0].closest("doc"), root);
});

test("a tree that is written and read again is the same", () => {
  const once = writeXml(parseXml(SAMPLE));
  assert.equal(writeXml(parseXml(once)), once);
  assert.ok(once.includes("<!-- why -->") && once.includes("&lt;raw&gt;"));
});

test("parts are copied, moved, changed and taken out", () => {
  const root = parseXml('<a><b n="1">x</b></a>');
  const [b] = root.children;
  const copy = b.copy();
  copy.setAttributeNS("", "n", "2\n3");
  copy.textContent = "y < z";
  b.after(copy);
  b.remove();
  const added = new XmlElement("c", "");
  root.append(added);
  assert.ok(writeXml(root).endsWith('<a><b n="2&#10;3">y &lt; z</b><c/></a>'));
});

test("what is not well-formed is refused", () => {
  const bad = ["", "<a>", "<a></b>", "<a/><b/>", "text", "<a b='1' b='2'/>", "<a>&what;</a>", "<a>a & b</a>", "<x:a/>"];
  for (const text of [...bad, "<a b=1/>", "<a>&#0;</a>", "<a", `${"<a>".repeat(600)}${"</a>".repeat(600)}`]) {
    assert.throws(() => parseXml(text), FileProblem, text.slice(0, 30));
    assert.throws(() => readXml(text), SyntaxError, text.slice(0, 30));
  }
  assert.throws(() => parseXml('<!DOCTYPE a [<!ENTITY b "c">]><a/>'), FileProblem);
  assert.equal(parseXml("<!DOCTYPE a><a/>").name, "a", "one without entities says nothing");
});

test("what XML cannot hold is replaced, and what means something is escaped", () => {
  assert.equal(escapeXml('\u0001<&>"\r\ud800'), "\ufffd&lt;&amp;&gt;&quot;&#13;\ufffd");
  assert.equal(namespaceOf("xml:space", new Map(), true), "http://www.w3.org/XML/1998/namespace");
  assert.throws(() => namespaceOf("no:such", new Map(), false), SyntaxError);
});
