/** Which words of a document are the form's own: those that its empty file shows. toolkit/answers/findings.py does the same. */

import { fingerprint, ownText, paragraphsOf } from "./visible.mjs";

const FEWEST_SHOWN = 0.5; // of a template's texts; a document that shows fewer was made of another template

/**
 * What a document was made of: as it says itself, or the template that it shows most of.
 * @param {ShownDocument} document
 * @param {ShownTemplate[]} templates
 * @returns {ShownTemplate}
 */
export function templateOf(document, templates) {
  if (document.texts.size) return document;
  const fingerprints = new Set(paragraphsOf(document).map((paragraph) => fingerprint(ownText(paragraph))));
  const countOf = (/** @type {ShownTemplate} */ { texts }) =>
    [...texts].filter((text) => fingerprints.has(text)).length;
  /** @type {ShownTemplate} */
  let best = { prompts: new Set(), texts: new Set() };
  let most = 0;
  for (const template of templates) {
    const share = countOf(template) / (template.texts.size || 1);
    if (share > most) [best, most] = [template, share];
  }
  return {
    prompts: document.prompts.size ? document.prompts : best.prompts,
    texts: most >= FEWEST_SHOWN ? best.texts : new Set(),
  };
}

/**
 * What an empty file of a form shows.
 * @param {ShownDocument} document
 * @returns {ShownTemplate}
 */
export function templateFrom(document) {
  if (document.texts.size) return document;
  const texts = paragraphsOf(document).map((paragraph) => fingerprint(ownText(paragraph)));
  return { prompts: document.prompts, texts: new Set(texts.filter(Boolean)) };
}
