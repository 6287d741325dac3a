/** Makes a Word form's body as long as the answers: rows and sections beyond those that the template brings. */

/** @import { XmlElement } from "./xml-tree.mjs" */
import { joinKey, plainKey, splitKey } from "./keys.mjs";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_15 = "http://schemas.microsoft.com/office/word/2012/wordml";
const FIRST_NEW_ID = 1_500_000_000;

/** @typedef {Map<string, XmlElement>} Places the name of the first control of each section and row */

/**
 * Adds what the given answers need to the body (a parsed document).
 * @param {XmlElement} body
 * @param {FormDefinition} definition
 * @param {string[]} names
 */
export function growBody(body, definition, names) {
  const before = new Set(tagsIn(body).map(nameOf));
  /** @type {Places} */
  const places = new Map();
  addPlaces(places, definition, [body]);
  for (const steps of names.map(splitKey)) {
    if (!steps) continue;
    growSections(body, places, definition, steps[0]);
    if (steps.length === 3) growRows(places, definition, steps);
  }
  for (const tag of tagsIn(body)) if (!before.has(nameOf(tag))) bind(tag);
  numberControls(body);
}

/**
 * Keeps the first control of each section and of each entry of a row, by name. What is asked once for a row may be in a
 * band over its entries.
 * @param {Places} places
 * @param {FormDefinition} definition
 * @param {XmlElement[]} parts
 */
function addPlaces(places, definition, parts) {
  for (const tag of parts.flatMap(tagsIn)) {
    const steps = splitKey(nameOf(tag)) ?? [];
    for (const end of definition.fields[plainKey(nameOf(tag))]?.once ? [1] : [1, 2]) {
      const name = joinKey(steps.slice(0, end));
      if (steps.length > end && !places.has(name)) places.set(name, tag);
    }
  }
}

/**
 * Binds a control that was copied to the element of its own name.
 * @param {XmlElement} tag
 */
function bind(tag) {
  const [binding] = children(tag.parentNode ?? tag, "dataBinding");
  const path = binding?.getAttributeNS(WORD, "xpath") || "";
  binding?.setAttributeNS(WORD, "w:xpath", path.replace(/@key='[^']*'/, `@key='${nameOf(tag)}'`));
}

/**
 * Gives a number of its own to each control that was copied with that of another one.
 * @param {XmlElement} body
 */
function numberControls(body) {
  const taken = new Set();
  for (const id of body.getElementsByTagNameNS(WORD, "sdtPr").flatMap((properties) => children(properties, "id"))) {
    const number = id.getAttributeNS(WORD, "val");
    if (taken.has(number)) id.setAttributeNS(WORD, "w:val", String(FIRST_NEW_ID + taken.size));
    taken.add(id.getAttributeNS(WORD, "val"));
  }
}

/**
 * @param {XmlElement} body
 * @param {Places} places
 * @param {FormDefinition} definition
 * @param {[string, number]} given
 */
function growSections(body, places, definition, [id, wanted]) {
  const section = definition.sections.find((one) => one.id === id);
  for (let number = 2; section?.repeat && number <= wanted; number += 1) {
    if (places.has(joinKey([[id, number]]))) continue;
    const [from, to] = [number - 1, number].map((which) => prefixOf([[id, which]]));
    const blocks = blocksOf(body, from);
    const copies = blocks.map((block) => block.copy());
    blocks.at(-1)?.after(...copies);
    for (const copy of copies) rename(copy, from, to);
    addPlaces(places, definition, copies);
    setText(copies[0], `${section.title} ${number}`);
  }
}

/**
 * The blocks of the body that hold a section: from its heading to its last control.
 * @param {XmlElement} body
 * @param {string} prefix
 */
function blocksOf(body, prefix) {
  const all = body.getElementsByTagNameNS(WORD, "body")[0].children;
  const holding = all.filter((block) => tagsWith(block, prefix).length);
  let first = all.indexOf(holding[0]);
  while (first > 0 && !isHeading(all[first])) first -= 1;
  return all.slice(first, all.indexOf(holding[holding.length - 1]) + 1);
}

/** @param {XmlElement} block */
function isHeading(block) {
  const [style] = block.getElementsByTagNameNS(WORD, "pStyle");
  return block.localName === "p" && style?.getAttributeNS(WORD, "val") === "Heading1";
}

/**
 * @param {Places} places
 * @param {FormDefinition} definition
 * @param {Steps} given
 */
function growRows(places, definition, [sectionStep, [id, wanted]]) {
  const section = definition.sections.find((one) => one.id === sectionStep[0]);
  const row = section?.rows.find((one) => one.id === id);
  for (let number = 2; row && section?.row_repeat && number <= wanted; number += 1) {
    if (places.has(joinKey([sectionStep, [id, number]]))) continue;
    const [from, to] = [number - 1, number].map((which) => prefixOf([sectionStep, [id, which]]));
    const line = places.get(from.slice(0, -1))?.closest("tr");
    if (!line) return;
    const item = itemOf(line);
    const copy = item.copy();
    item.after(copy);
    rename(copy, from, to);
    for (const tag of tagsWith(copy, to)) {
      if (definition.fields[plainKey(nameOf(tag))]?.once) tag.closest("sdt")?.remove();
    }
    addPlaces(places, definition, [copy]);
    if (!section.free) setText(copy.getElementsByTagNameNS(WORD, "tc")[0], `${row.prompt}, ${number}`);
  }
}

/**
 * A row with what makes it one that Word offers to repeat.
 * @param {XmlElement} line
 */
function itemOf(line) {
  const holder = line.parentNode?.localName === "sdtContent" ? line.parentNode.parentNode : null;
  return holder?.getElementsByTagNameNS(WORD_15, "repeatingSectionItem").length ? holder : line;
}

/** @param {Steps} steps */
function prefixOf(steps) {
  return `${joinKey(steps)}/`;
}

/**
 * @param {XmlElement} part
 * @param {string} from
 * @param {string} to
 */
function rename(part, from, to) {
  for (const tag of tagsWith(part, from)) tag.setAttributeNS(WORD, "w:val", to + nameOf(tag).slice(from.length));
}

/**
 * Gives a cell or paragraph one text, in the look of its first words.
 * @param {XmlElement} part
 * @param {string} text
 */
function setText(part, text) {
  const paragraphs = part.localName === "p" ? [part] : children(part, "p");
  for (const more of paragraphs.slice(1)) more.remove();
  const runs = children(paragraphs[0], "r");
  for (const more of runs.slice(1)) more.remove();
  const [words] = runs[0].getElementsByTagNameNS(WORD, "t");
  words.textContent = text;
}

/** @param {XmlElement} part */
function tagsIn(part) {
  return part.getElementsByTagNameNS(WORD, "tag");
}

/**
 * @param {XmlElement} part
 * @param {string} prefix
 */
function tagsWith(part, prefix) {
  return tagsIn(part).filter((tag) => nameOf(tag).startsWith(prefix));
}

/** @param {XmlElement} tag */
function nameOf(tag) {
  return tag.getAttributeNS(WORD, "val") || "";
}

/**
 * @param {XmlElement} part
 * @param {string} name
 */
function children(part, name) {
  return part.children.filter((child) => child.namespaceURI === WORD && child.localName === name);
}
