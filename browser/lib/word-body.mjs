/** The body of a Word file as paragraphs and tables, with its controls. toolkit/answers/word_body.py is its twin. */

import { splitKey } from "./keys.mjs";
import { isTable } from "./visible.mjs";
import { attribute, child, is, isSkipped, pieceOf, textOf, WORD, wordsOf } from "./word-text.mjs";

/** @import { XmlElement } from "./xml-tree.mjs" */

const BINDING = /@form='([^']+)'\]\[@version='([0-9]{1,3})'\]\/t:a\[@key='([^']+)'\]/;
const HOLDERS = ["sdt", "tbl", "tr", "tc"];

/** Reads controls; keeps the form and version that their bindings say. */
export class OurControls {
  /** @param {(text: string) => boolean} isPrompt */
  constructor(isPrompt) {
    this.isPrompt = isPrompt;
    this.form = "";
    this.version = 1;
    this.isShown = false; // whether LibreOffice has shown and saved them
  }

  /**
   * A control as a piece. LibreOffice 7.4 takes its name away when it saves, and leaves the binding.
   * @param {XmlElement} control
   * @returns {ShownPiece}
   */
  readControl(control) {
    const properties = child(control, "sdtPr");
    if (!properties) return { text: wordsOf(control), key: "" };
    const name = attribute(child(properties, "tag"), "val");
    const bound = BINDING.exec(attribute(child(properties, "dataBinding"), "xpath"));
    if (bound) {
      [this.form, this.version] = [bound[1], Number(bound[2])];
      this.isShown ||= splitKey(name) === null;
    }
    const text = textOf(control, properties);
    const key = splitKey(name) ? name : (bound?.[3] ?? "");
    return { text: this.isPrompt(text.trim()) ? "" : text, key };
  }
}

/**
 * The paragraphs and tables of a body, in their order.
 * @param {XmlElement} body
 * @param {OurControls} controls
 * @returns {ShownBlock[]}
 */
export function readBlocks(body, controls) {
  return body.children.flatMap((element) => {
    if (isSkipped(element)) return [];
    if (is(element, "tbl")) return [{ rows: rowsOf(element, controls) }];
    if (is(element, "p")) return readParagraph(element, controls);
    if (is(element, "sdt") && isLeaf(element)) return [{ pieces: [controls.readControl(element)] }];
    return readBlocks(element, controls);
  });
}

/**
 * @param {XmlElement} table
 * @param {OurControls} controls
 * @returns {ShownCell[][]}
 */
function rowsOf(table, controls) {
  return table.children.flatMap((element) => {
    if (is(element, "tr")) return child(child(element, "trPr"), "del") ? [] : [cellsOf(element, controls)];
    return isSkipped(element) ? [] : rowsOf(element, controls);
  });
}

/**
 * @param {XmlElement} row
 * @param {OurControls} controls
 * @returns {ShownCell[]}
 */
function cellsOf(row, controls) {
  return row.children.flatMap((element) => {
    if (is(element, "tc")) return [readCell(element, controls)];
    if (is(element, "sdt") && isLeaf(element, "tc")) return [keyedCell(element, controls)];
    return isSkipped(element) ? [] : cellsOf(element, controls);
  });
}

/**
 * A cell that a control holds.
 * @param {XmlElement} control
 * @param {OurControls} controls
 */
function keyedCell(control, controls) {
  const [cell] = control.getElementsByTagNameNS(WORD, "tc");
  const piece = controls.readControl(control);
  return piece.key ? { paragraphs: [{ pieces: [piece] }], span: spanOf(cell) } : readCell(cell, controls);
}

/**
 * @param {XmlElement} cell
 * @param {OurControls} controls
 * @returns {ShownCell}
 */
function readCell(cell, controls) {
  const blocks = readBlocks(cell, controls);
  const paragraphs = blocks.flatMap((block) => (isTable(block) ? [] : [block]));
  const nested = blocks.flatMap((block) =>
    isTable(block) ? block.rows.flat().flatMap((nestedCell) => nestedCell.paragraphs) : [],
  );
  return { paragraphs: [...paragraphs, ...nested], span: spanOf(cell) };
}

/** @param {XmlElement} cell */
function spanOf(cell) {
  const width = attribute(child(child(cell, "tcPr"), "gridSpan"), "val");
  return /^[0-9]+$/.test(width) ? Math.min(Number(width), 100) : 1;
}

/**
 * Whether a control holds text alone: no other control, no rows. LibreOffice puts a tick's control into another.
 * @param {XmlElement} control
 * @param {string} [inside] what it holds once
 */
function isLeaf(control, inside) {
  const below = HOLDERS.map((name) => control.getElementsByTagNameNS(WORD, name).length);
  return HOLDERS.every((name, index) => below[index] === Number(name === inside));
}

/**
 * A paragraph; those of the text boxes that are anchored in it follow it.
 * @param {XmlElement} paragraph
 * @param {OurControls} controls
 * @returns {ShownParagraph[]}
 */
function readParagraph(paragraph, controls) {
  /** @type {ShownPiece[]} */
  const pieces = [];
  /** @type {ShownBlock[]} */
  const boxes = [];
  collect(paragraph, pieces, boxes, controls);
  return [{ pieces }, ...boxes.flatMap((block) => (isTable(block) ? [] : [block]))];
}

/**
 * @param {XmlElement} element
 * @param {ShownPiece[]} pieces
 * @param {ShownBlock[]} boxes
 * @param {OurControls} controls
 */
function collect(element, pieces, boxes, controls) {
  let before = "";
  for (const node of element.children) {
    const text = isSkipped(node) ? "" : pieceOf(node, before, element);
    before = node.localName;
    if (isSkipped(node)) continue;
    if (is(node, "sdt") && isLeaf(node)) pieces.push(controls.readControl(node));
    else if (is(node, "txbxContent")) boxes.push(...readBlocks(node, controls));
    else if (text) pieces.push({ text, key: "" });
    else collect(node, pieces, boxes, controls);
  }
}
