/** A PDF file as it is written: objects under numbers, and the table of where each is. The same bytes for the same objects. */

import { joined } from "./bytes.mjs";
import { md5 } from "./pdf-ciphers.mjs";
import { hex } from "./pdf-font.mjs";

export class PdfFile {
  constructor() {
    /** @type {Uint8Array[]} by number, from 1 */
    this.objects = [];
  }

  /**
   * Adds an object, given as PDF writes it; the reference to it.
   * @param {string} text of signs that are one byte each
   */
  add(text) {
    const reference = this.reserve();
    this.set(reference, text);
    return reference;
  }

  /** The reference to an object that comes later. */
  reserve() {
    this.objects.push(new Uint8Array(0));
    return `${this.objects.length} 0 R`;
  }

  /**
   * @param {string} reference
   * @param {string} text
   */
  set(reference, text) {
    this.objects[parseInt(reference, 10) - 1] = new TextEncoder().encode(text);
  }

  /**
   * @param {string} entries of its dictionary, besides its length
   * @param {Uint8Array} content
   */
  addStream(entries, content) {
    const encoder = new TextEncoder();
    const head = encoder.encode(`<<${entries}/Length ${content.length}>>\nstream\n`);
    const reference = this.reserve();
    this.objects[this.objects.length - 1] = join([head, content, encoder.encode("\nendstream")]);
    return reference;
  }

  /**
   * The whole file.
   * @param {string} root the reference to its catalogue
   * @param {string} info the reference to what it says of itself
   */
  bytes(root, info) {
    const encoder = new TextEncoder();
    const parts = [encoder.encode("%PDF-1.7\n"), Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a)];
    let at = 15;
    const places = this.objects.map((object, index) => {
      const start = at;
      const whole = join([encoder.encode(`${index + 1} 0 obj\n`), object, encoder.encode("\nendobj\n")]);
      parts.push(whole);
      at += whole.length;
      return `${String(start).padStart(10, "0")} 00000 n \n`;
    });
    const id = [...md5(join(parts))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const size = places.length + 1;
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
    const trailer = `trailer\n<</Size ${size}/Root ${root}/Info ${info}/ID[<${id}><${id}>]>>\nstartxref\n${at}\n%%EOF\n`;
    return join([...parts, encoder.encode(table + trailer)]);
  }
}

/**
 * A text as PDF keeps it, in UTF-16.
 * @param {string} text
 */
export function pdfText(text) {
  return `<FEFF${Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join("")}>`;
}

/** @param {Uint8Array[]} parts */
function join(parts) {
  return joined(
    parts,
    parts.reduce((sum, part) => sum + part.length, 0),
  );
}

/** @param {string} title */
export function pdfMetadata(title) {
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return new TextEncoder().encode(
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></dc:title>` +
      "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>" +
      '<?xpacket end="w"?>',
  );
}
