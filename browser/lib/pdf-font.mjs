/** The font of a PDF with answers: widths of words, and what stands for it in the file. */

const UNSHOWN = "?"; // drawn for a letter that the font lacks; the answer itself keeps it
const MOST_IN_A_BLOCK = 100; // of a character map

/** @param {number} value of two bytes */
export function hex(value) {
  return value.toString(16).toUpperCase().padStart(4, "0");
}

export class PdfFont {
  /** @param {PdfFontData} data as toolkit/documents/browser_font.py delivers it */
  constructor(data) {
    this.data = data;
    /** @type {Map<string, number>} */
    this.glyphs = new Map([...data.letters].map((letter, index) => [letter, data.glyphs[index]]));
    /** @type {Set<string>} letters that were drawn as another */
    this.unshown = new Set();
  }

  /**
   * How wide a text is at a size, both in points.
   * @param {string} text
   * @param {number} size
   */
  width(text, size) {
    let units = 0;
    for (const letter of text) units += this.data.widths[this.glyphOf(letter)];
    return (units * size) / 1000;
  }

  /** @param {string} letter */
  glyphOf(letter) {
    return this.glyphs.get(letter) ?? this.glyphs.get(UNSHOWN) ?? 0;
  }

  /**
   * A text as the contents of a page name its glyphs.
   * @param {string} text
   */
  encode(text) {
    let codes = "";
    for (const letter of text) {
      if (!this.glyphs.has(letter)) this.unshown.add(letter);
      codes += hex(this.glyphOf(letter));
    }
    return `<${codes}>`;
  }

  /**
   * The lines of a text, none wider than `width` points; a word that is wider by itself is broken.
   * @param {string} text
   * @param {number} width
   * @param {number} size
   */
  wrap(text, width, size) {
    return text
      .replaceAll("\t", "    ")
      .split("\n")
      .flatMap((paragraph) => this.wrapParagraph(paragraph, width, size));
  }

  /**
   * @param {string} paragraph
   * @param {number} width
   * @param {number} size
   */
  wrapParagraph(paragraph, width, size) {
    const lines = [];
    let line = "";
    for (const word of paragraph.split(" ")) {
      const longer = line ? `${line} ${word}` : word;
      if (this.width(longer, size) <= width) {
        line = longer;
        continue;
      }
      if (line) lines.push(line);
      const parts = this.breakWord(word, width, size);
      line = parts.pop() ?? "";
      lines.push(...parts);
    }
    return [...lines, line];
  }

  /**
   * @param {string} word
   * @param {number} width
   * @param {number} size
   */
  breakWord(word, width, size) {
    const parts = [""];
    for (const letter of word) {
      const last = parts[parts.length - 1];
      if (last && this.width(last + letter, size) > width) parts.push(letter);
      else parts[parts.length - 1] = last + letter;
    }
    return parts;
  }

  /**
   * Puts the font into a file; the reference to it.
   * @param {PdfFile} file
   */
  embed(file) {
    const { data } = this;
    const program = Uint8Array.from(atob(data.file), (sign) => sign.charCodeAt(0));
    const name = `/${data.name}`;
    const font = file.addStream(`/Filter/FlateDecode/Length1 ${data.length}`, program);
    const descriptor = file.add(
      `<</Type/FontDescriptor/FontName${name}/Flags 32/FontBBox[${data.box.join(" ")}]/ItalicAngle 0` +
        `/Ascent ${data.ascent}/Descent ${data.descent}/CapHeight ${data.capitals}/StemV 80/FontFile2 ${font}>>`,
    );
    const descendant = file.add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont${name}/CIDToGIDMap/Identity/FontDescriptor ${descriptor}` +
        `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0[${data.widths.join(" ")}]]>>`,
    );
    const map = file.addStream("", new TextEncoder().encode(this.characterMap()));
    return file.add(
      `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H/DescendantFonts[${descendant}]/ToUnicode ${map}>>`,
    );
  }

  /** Which letter each glyph is: by this, viewers find the glyph of a letter that is typed, and read the page aloud. */
  characterMap() {
    /** @type {Map<number, string>} */
    const letters = new Map();
    for (const [letter, glyph] of this.glyphs) if (!letters.has(glyph)) letters.set(glyph, letter);
    const lines = [...letters]
      .sort(([one], [other]) => one - other)
      .map(([glyph, letter]) => {
        return `<${hex(glyph)}> <${hex(letter.charCodeAt(0))}>`;
      });
    const blocks = [];
    for (let at = 0; at < lines.length; at += MOST_IN_A_BLOCK) {
      const block = lines.slice(at, at + MOST_IN_A_BLOCK);
      blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
    }
    return [
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
      "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
      "1 begincodespacerange <0000> <FFFF> endcodespacerange",
      ...blocks,
      "endcmap CMapName currentdict /CMap defineresource pop end end",
    ].join("\n");
  }
}
