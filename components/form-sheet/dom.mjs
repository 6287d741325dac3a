/** Small helpers for making elements. Text goes in as text: never as HTML. */

/** An element with attributes (a function is a listener of that event; false leaves it out) and children. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child != null && child !== false));
  return made;
}

/** An SVG element with attributes and children. */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A text with its line breaks. */
export function lines(text) {
  return text.split("\n").flatMap((line, index) => (index ? [el("br"), line] : [line]));
}

export function capitalised(word) {
  return word[0].toUpperCase() + word.slice(1);
}

export function button(words, listener, attributes = {}) {
  return el("button", { type: "button", class: "button", click: listener, ...attributes }, words);
}

/** A table with a caption: headings, and rows whose first cell heads the row. */
export function tableOf(caption, headings, rows) {
  const head = el(
    "tr",
    {},
    headings.map((word) => el("th", { scope: "col" }, word)),
  );
  const body = rows.map(([first, ...rest]) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, first),
      rest.map((cell) => el("td", {}, cell)),
    ),
  );
  const table = el(
    "table",
    { class: "plan-table" },
    el("caption", {}, caption),
    el("thead", {}, head),
    el("tbody", {}, body),
  );
  // It scrolls sideways on a narrow screen: so it must be reached by keyboard.
  return el("div", { class: "form-table", role: "region", tabindex: "0", "aria-label": caption }, table);
}
