/** A line at the foot of each printed page, with its number, in browsers that can print one. */

export class PageFoot {
  constructor() {
    this.sheet = null;
  }

  /** Shows a text at the foot of pages; none where it is empty. */
  show(text) {
    if (!document.adoptedStyleSheets) return; // Safari before 16.4
    this.sheet ??= adopt();
    this.sheet.replaceSync(text ? rules(text) : "");
  }
}

function adopt() {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return sheet;
}

function rules(text) {
  const words = [...text.replace(/\s+/g, " ")].map((sign) => `\\${sign.codePointAt(0).toString(16)} `).join("");
  const style = "font: 8pt sans-serif; color: #444";
  return `@page { @bottom-left { content: "${words}"; ${style}; width: 80% } @bottom-right { content: counter(page) " / " counter(pages); ${style} } }`;
}
