/** The structure tree of a PDF: what is a heading, a paragraph or a field, in the order in which it is read aloud. */

export class PdfTags {
  /** @param {PdfFile} file */
  constructor(file) {
    this.file = file;
    this.root = file.reserve();
    /** @type {PdfTag[]} */
    this.tags = [];
    /** @type {string[][]} by number: the tags of what a page marks, or of a field */
    this.parents = [];
    this.document = this.add("Document", this.root);
  }

  /**
   * @param {string} type
   * @param {string} [parent]
   * @param {string} [title] what it is called where it has no text of its own
   * @returns {PdfTag}
   */
  add(type, parent, title = "") {
    const tag = { type, reference: this.file.reserve(), parent: parent ?? this.document.reference, kids: [], title };
    if (parent === undefined) this.document.kids.push(tag.reference);
    this.tags.push(tag);
    return tag;
  }

  /** A number under which a page or a field finds its tags. */
  number() {
    this.parents.push([]);
    return this.parents.length - 1;
  }

  /** Writes the tree; the reference to its root. */
  finish() {
    for (const { type, reference, parent, kids, title, scope } of this.tags) {
      const said = (title && `/Alt ${title}`) + (scope ? `/A<</O/Table/Scope/${scope}>>` : "");
      this.file.set(reference, `<</Type/StructElem/S/${type}/P ${parent}${said}/K[${kids.join(" ")}]>>`);
    }
    // A page has a list of tags, a field one.
    const numbers = this.parents.map(
      (tags, index) => `${index} ${this.fields.has(index) ? tags[0] : `[${tags.join(" ")}]`}`,
    );
    const next = this.parents.length;
    this.file.set(
      this.root,
      `<</Type/StructTreeRoot/K[${this.document.reference}]/ParentTree<</Nums[${numbers.join(" ")}]>>/ParentTreeNextKey ${next}>>`,
    );
    return this.root;
  }

  /** @type {Set<number>} numbers that belong to fields */
  fields = new Set();
}
