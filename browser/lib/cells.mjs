/** What somebody wrote into a cell: into its control, beside it, or in its place. toolkit/answers/cells.py is its twin. */

import { kindOf, YES } from "./kinds.mjs";
import { cellControls, cellText, ownText, plain } from "./visible.mjs";

const TICKED = /[☒☑✓✔✗✘]/gu;
const BOXES = /[☐□]/gu;
const PROMPT = /^\s*\[[^\]\n]+\]\s*$/;

/**
 * A text without what a form shows where nothing is answered yet. Where that is not known: words in brackets.
 * @param {string} text
 * @param {ReadonlySet<string>} prompts
 */
export function withoutPrompts(text, prompts) {
  if (!prompts.size) return PROMPT.test(text) ? "" : text;
  let rest = text;
  for (const prompt of prompts) if (prompt.trim()) rest = rest.replaceAll(prompt, "");
  return rest;
}

/**
 * YES of a text with a box that is ticked.
 * @param {string} text
 */
export function tickIn(text) {
  return text.search(TICKED) < 0 ? "" : YES;
}

/**
 * {answer, rest}: what a cell answers to a question, and the other texts in it.
 * @param {ShownCell} cell
 * @param {Field | null} field
 * @param {ReadonlySet<string>} prompts
 * @returns {{answer: string, rest: string[]}}
 */
export function writtenIn(cell, field, prompts) {
  const controls = cellControls(cell).map(({ text }) => text);
  const beside = withoutPrompts(cell.paragraphs.map(ownText).join("\n"), prompts).trim();
  if (!beside && controls.length === 1) return { answer: controls[0], rest: [] };
  const kind = field && kindOf(field.kind);
  if (!kind || kind.isFreeText) return { answer: withoutPrompts(cellText(cell), prompts).trim(), rest: [] };
  if (kind.isBox) return tick(controls, beside);
  const [first, ...more] = controls.filter((text) => text.trim());
  if (first === undefined) return { answer: matchChoice(beside, field.choices ?? []), rest: [] };
  return { answer: first, rest: [...more, beside].filter(Boolean) };
}

/**
 * The words of a choice that a text means, in capitals or not; any other text as it is.
 * @param {string} text
 * @param {[string, string][]} choices
 */
function matchChoice(text, choices) {
  return choices.find(([, words]) => plain(words) === plain(text))?.[1] ?? text;
}

/**
 * A tick, and the words beside it, if they are more than a tick themselves.
 * @param {string[]} controls
 * @param {string} beside
 */
function tick(controls, beside) {
  const words = beside.replace(TICKED, "").replace(BOXES, "").trim();
  const rest = words ? [words] : [];
  if (controls.some(Boolean) || tickIn(beside)) return { answer: YES, rest };
  return ["x", "yes", "y"].includes(words.toLowerCase()) ? { answer: YES, rest: [] } : { answer: "", rest };
}
