/** Small helpers for making page content from data: text only, never HTML. */
import { piecesOf } from "../lib/words.mjs";

/** An element with attributes and children; text children are text. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== ""));
  return node;
}

/** A text as nodes, with the words whose stems are in `stems` marked. */
export function markWords(text, stems, stemOf) {
  return piecesOf(text)
    .filter((piece) => piece.text)
    .map((piece) => {
      if (!piece.word || !stems.has(stemOf(piece.word))) return piece.text;
      return element("mark", {}, piece.text);
    });
}

/** Calls `work` once the screen shows what has been changed so far. */
export function afterPaint(work) {
  if (document.hidden)
    work(); // nothing is painted
  else requestAnimationFrame(() => setTimeout(work));
}

/** Calls `work` once `wait` milliseconds have passed without another call. */
export function afterPause(work, wait) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), wait);
  };
}
