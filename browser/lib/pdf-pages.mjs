/** Pages of a PDF, filled from top to bottom. Each piece of text is tagged; what is only drawn is an artifact. */

import { t } from "./language.mjs";
import { PdfTags } from "./pdf-tags.mjs";

export const WIDTH = 595.28; // points: A4
export const HEIGHT = 841.89;
export const SIDE = 51;
const [TOP, BOTTOM] = [54, 68];
export const BODY = HEIGHT - TOP - BOTTOM; // the height of what stands on a page, in points
export const INNER = WIDTH - 2 * SIDE;
export const LEADING = 1.25; // the height of a line, in sizes of its letters
// What the font is called. Chrome looks into it for letters outside Western Europe only under the name of a font of
// symbols; toolkit/documents/font.py says more.
export const ALIAS = "Wingdings";
const SOFT = "0.3 g 0.3 G";
const DARK = "0 g 0 G";

/** @typedef {{size?: number, isBold?: boolean, isSoft?: boolean, left?: number, width?: number}} Style */

export class PdfPages {
  /**
   * @param {PdfFile} file
   * @param {PdfFont} font
   */
  constructor(file, font) {
    this.file = file;
    this.font = font;
    this.tags = new PdfTags(file);
    this.fontReference = font.embed(file);
    this.resources = `/Resources<</Font<</${ALIAS} ${this.fontReference}>>>>`;
    /** @type {PdfPage[]} */
    this.pages = [];
    this.y = 0; // of the lower end of what stands on the page
    this.begin();
  }

  get page() {
    return this.pages[this.pages.length - 1];
  }

  begin() {
    this.pages.push({ reference: this.file.reserve(), number: this.tags.number(), content: [], fields: [] });
    this.y = HEIGHT - TOP;
  }

  /**
   * Begins a page where so much does not fit on this one.
   * @param {number} height
   */
  need(height) {
    if (this.y - height < BOTTOM && this.y < HEIGHT - TOP) this.begin();
  }

  /** @param {number} height */
  skip(height) {
    this.y -= height;
  }

  /**
   * A text in lines, over as many pages as it takes.
   * @param {string} type its tag
   * @param {string} text
   * @param {Style} [style]
   */
  write(type, text, style = {}) {
    const { size = 10, left = SIDE, width = INNER } = style;
    const tag = this.tags.add(type);
    let lines = this.font.wrap(text, width, size);
    while (lines.length) {
      this.need(size * LEADING);
      const count = Math.max(1, Math.floor((this.y - BOTTOM) / (size * LEADING)));
      const shown = lines.slice(0, count);
      lines = lines.slice(count);
      this.mark(tag, this.draw(shown, left, this.y - size, style));
      this.y -= shown.length * size * LEADING;
    }
  }

  /**
   * What draws lines, the first on the line `y`.
   * @param {string[]} lines
   * @param {number} x
   * @param {number} y
   * @param {Style} style
   */
  draw(lines, x, y, { size = 10, isBold = false, isSoft = false }) {
    const weight = isBold ? `2 Tr ${(size * 0.028).toFixed(2)} w` : "0 Tr";
    const shown = lines.map((line) => `${this.font.encode(line)} Tj`).join(" T* ");
    const move = `${(size * LEADING).toFixed(2)} TL ${x.toFixed(2)} ${y.toFixed(2)} Td`;
    return `q ${isSoft ? SOFT : DARK} BT ${weight} /${ALIAS} ${size} Tf ${move} ${shown} ET Q`;
  }

  /**
   * Puts a drawing onto the page, as the content of a tag.
   * @param {PdfTag} tag
   * @param {string} drawing
   */
  mark(tag, drawing) {
    const { page } = this;
    const marked = this.tags.parents[page.number];
    tag.kids.push(`<</Type/MCR/Pg ${page.reference}/MCID ${marked.length}>>`);
    page.content.push(`/${tag.type}<</MCID ${marked.length}>>BDC ${drawing} EMC`);
    marked.push(tag.reference);
  }

  /**
   * Puts a drawing onto a page that nobody reads aloud.
   * @param {string} drawing
   * @param {PdfPage} [page]
   */
  decorate(drawing, page = this.page) {
    page.content.push(`/Artifact BMC ${drawing} EMC`);
  }

  /**
   * A field's place on the page, tagged.
   * @param {string} entries of its dictionary
   * @param {number[]} box its edges: left, bottom, right, top
   * @returns {string} the reference to it
   */
  place(entries, box) {
    const { page, tags } = this;
    const tag = tags.add("Form");
    const number = tags.number();
    tags.fields.add(number);
    tags.parents[number].push(tag.reference);
    const edges = box.map((edge) => edge.toFixed(2)).join(" ");
    const field = this.file.add(
      `<</Type/Annot/Subtype/Widget/F 4/P ${page.reference}/Rect[${edges}]/StructParent ${number}${entries}>>`,
    );
    tag.kids.push(`<</Type/OBJR/Pg ${page.reference}/Obj ${field}>>`);
    page.fields.push(field);
    return field;
  }

  /**
   * Writes the pages with a line at the foot of each; the reference to their tree.
   * @param {string} foot
   */
  finish(foot) {
    const tree = this.file.reserve();
    this.pages.forEach((page, index) => {
      this.decorate(this.footer(foot, index + 1), page);
      const content = this.file.addStream("", new TextEncoder().encode(page.content.join("\n")));
      this.file.set(
        page.reference,
        `<</Type/Page/Parent ${tree}/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Contents ${content}${this.resources}` +
          `/Annots[${page.fields.join(" ")}]/StructParents ${page.number}/Tabs/S>>`,
      );
    });
    const kids = this.pages.map(({ reference }) => reference);
    this.file.set(tree, `<</Type/Pages/Kids[${kids.join(" ")}]/Count ${kids.length}>>`);
    return tree;
  }

  /**
   * @param {string} foot
   * @param {number} page
   */
  footer(foot, page) {
    const style = { size: 8, isSoft: true };
    const number = t("document.page", { page, pages: this.pages.length });
    const right = WIDTH - SIDE - this.font.width(number, 8);
    const [line] = this.font.wrap(foot, right - SIDE - 10, 8);
    const rule = `q ${SOFT} 0.4 w ${SIDE} 50 m ${WIDTH - SIDE} 50 l S Q`;
    return [rule, this.draw([line], SIDE, 38, style), this.draw([number], right, 38, style)].join(" ");
  }
}
