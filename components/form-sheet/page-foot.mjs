/** A line at the foot of each printed page, with its number, in browsers that can print one. */

export class PageFoot {
  constructor() {
    this.place = null; // {sheet, rule} of the rule that says it
  }

  /** Shows a text at the foot of pages; none where it is empty. */
  show(text) {
    try {
      this.clear();
      if (text) this.place = insert(rules(text));
    } catch {
      this.place = null; // a page that is opened from a folder may not change its styles: it has the browser's own foot
    }
  }

  clear() {
    if (!this.place) return;
    const { sheet, rule } = this.place;
    const index = [...sheet.cssRules].indexOf(rule);
    if (index >= 0) sheet.deleteRule(index);
    this.place = null;
  }
}

/** Adds a rule to the page's stylesheet; where it is. The policy of the page allows no element of styles. */
function insert(text) {
  const sheet = document.styleSheets[document.styleSheets.length - 1];
  const index = sheet.insertRule(text, sheet.cssRules.length);
  return { sheet, rule: sheet.cssRules[index] };
}

function rules(text) {
  const words = [...text.replace(/\s+/g, " ")].map((sign) => `\\${sign.codePointAt(0).toString(16)} `).join("");
  const style = "font: 8pt sans-serif; color: #444";
  return `@page { @bottom-left { content: "${words}"; ${style}; width: 80% } @bottom-right { content: counter(page) " / " counter(pages); ${style} } }`;
}
