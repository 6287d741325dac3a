/** Rows that fold, with a button in the heading of each. What is folded can still be found in the page, and is printed. */

import { el } from "./dom.mjs";

// As in form-sheet.css: below this width the rows of a long form are folded until somebody opens them.
const NARROW = "(max-width: 47.99rem)";
const NOTES = ".form-field__note, .form-guard";

export class Folding {
  constructor(sheet) {
    this.sheet = sheet;
  }

  get rows() {
    return [...this.sheet.form.querySelectorAll(".form-row:not(.form-row--free)")];
  }

  start() {
    for (const row of this.rows) addButton(row);
    if (isNarrow()) this.setAll(false);
    // The browser has found a text in what is folded.
    this.sheet.form.addEventListener("beforematch", (event) => reveal(event.target));
    // A note opens its row when it comes: whoever folds it again means it.
    const observer = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (isNote(node)) reveal(node);
    });
    observer.observe(this.sheet.form, { childList: true, subtree: true });
  }

  setAll(isOpen) {
    for (const row of this.rows) setOpen(row, isOpen);
  }
}

function isNote(node) {
  return node.nodeType === Node.ELEMENT_NODE && node.matches(NOTES);
}

export function isNarrow() {
  return matchMedia(NARROW).matches;
}

export function toggle(row) {
  setOpen(row, foldButton(row).getAttribute("aria-expanded") === "false");
}

/** Opens the row that an element is in. */
export function reveal(element) {
  const row = element.closest(".form-row");
  if (row) setOpen(row, true);
}

/** Folds a row, or opens it. In a form whose rows do not fold nothing happens. */
export function setOpen(row, isOpen) {
  const button = foldButton(row);
  if (!button) return;
  button.setAttribute("aria-expanded", String(isOpen));
  const body = row.querySelector(".form-row__body");
  if (isOpen) body.removeAttribute("hidden");
  else body.setAttribute("hidden", "until-found");
}

export function foldButton(row) {
  return row.querySelector(".form-row__fold");
}

/** The heading stays one, and its words become the button's. */
function addButton(row) {
  const heading = row.querySelector("h3");
  const attributes = { type: "button", class: "form-row__fold", "aria-expanded": "true", "data-do": "fold-row" };
  heading.replaceChildren(el("button", attributes, ...heading.childNodes));
}
