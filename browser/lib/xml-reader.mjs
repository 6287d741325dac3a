/** Reads XML into a tree. Word files hold no document types, so these are not read. */

import { DEEPEST_XML } from "./limits.mjs";
import { namespaceOf, XmlElement } from "./xml-tree.mjs";

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/[^<>]+>|<[^<>!?/](?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^<]+/y;
const TAG = /^<([^\s/>]+)([\s\S]*?)(\/?)>$/;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}._·-]*(?::[\p{L}_][\p{L}\p{N}\p{M}._·-]*)?$/u;
/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The outermost element of a text; throws SyntaxError for one that is not well-formed.
 * @param {string} text
 * @returns {XmlElement}
 */
export function readXml(text) {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const reader = new XmlReader();
  TOKEN.lastIndex = 0;
  for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(source);
    if (!token) throw new SyntaxError(`no XML at ${at}`);
    reader.take(token[0]);
  }
  return reader.end();
}

class XmlReader {
  constructor() {
    /** @type {XmlElement[]} */
    this.open = [];
    /** @type {Map<string, string>[]} */
    this.scopes = [new Map()];
    /** @type {XmlElement | null} */
    this.root = null;
  }

  /** @param {string} token */
  take(token) {
    if (token.startsWith("<!--") || token.startsWith("<?")) this.open.at(-1)?.nodes.push({ raw: token });
    else if (token.startsWith("<![CDATA[")) this.addText(token.slice(9, -3));
    else if (token.startsWith("</")) this.close(token.slice(2, -1).trimEnd());
    else if (token.startsWith("<")) this.start(token);
    else this.addText(decoded(token));
  }

  end() {
    if (!this.root || this.open.length) throw new SyntaxError("cut short");
    return this.root;
  }

  /** @param {string} text */
  addText(text) {
    const parent = this.open.at(-1);
    if (parent) parent.nodes.push(text);
    else if (text.trim()) throw new SyntaxError("text outside the outermost element");
  }

  /** @param {string} name */
  close(name) {
    if (this.open.pop()?.name !== name) throw new SyntaxError(`${name} is closed where it is not open`);
    this.scopes.pop();
  }

  /** @param {string} token */
  start(token) {
    const [, name, rest, slash] = TAG.exec(token) ?? [];
    const pairs = readAttributes(rest ?? "");
    if (!NAME.test(name ?? "") || this.open.length >= DEEPEST_XML) throw new SyntaxError(`no element in ${token}`);
    const scope = scopeWith(this.scopes.at(-1) ?? new Map(), pairs);
    const element = new XmlElement(name, namespaceOf(name, scope, false));
    for (const [key, value] of pairs) {
      if (element.attributes.has(key)) throw new SyntaxError(`${key} twice`);
      element.attributes.set(key, { value, namespace: namespaceOf(key, scope, true) });
    }
    this.place(element);
    if (slash) return;
    this.open.push(element);
    this.scopes.push(scope);
  }

  /** @param {XmlElement} element */
  place(element) {
    const parent = this.open.at(-1);
    if (parent) parent.append(element);
    else if (this.root) throw new SyntaxError("two outermost elements");
    else this.root = element;
  }
}

/**
 * @param {string} text what stands in a tag after its name
 * @returns {[string, string][]}
 */
function readAttributes(text) {
  /** @type {[string, string][]} */
  const pairs = [];
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (!found || !NAME.test(found[1])) throw new SyntaxError(`no attribute in ${text}`);
    pairs.push([found[1], decoded((found[2] ?? found[3]).replace(/[\t\n]/g, " "))]);
    at = ATTRIBUTE.lastIndex;
  }
  return pairs;
}

/**
 * @param {Map<string, string>} outer
 * @param {[string, string][]} pairs
 */
function scopeWith(outer, pairs) {
  const declared = pairs.filter(([key]) => key === "xmlns" || key.startsWith("xmlns:"));
  return declared.length ? new Map([...outer, ...declared.map(prefixed)]) : outer;
}

/**
 * @param {[string, string]} declaration
 * @returns {[string, string]}
 */
function prefixed([key, value]) {
  return [key === "xmlns" ? "" : key.slice(6), value];
}

/** @param {string} text */
function decoded(text) {
  return text.replace(/&([^;&\s]*);?/g, (whole, name) => {
    if (!whole.endsWith(";")) throw new SyntaxError("a lone &");
    return ENTITIES[name] ?? numbered(name);
  });
}

/** @param {string} name such as `#233` or `#xE9` */
function numbered(name) {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name) ?? [];
  const code = hex ? parseInt(hex, 16) : Number(decimal);
  if (!(code > 0 && code <= 0x10ffff)) throw new SyntaxError(`unknown &${name};`);
  return String.fromCodePoint(code);
}
