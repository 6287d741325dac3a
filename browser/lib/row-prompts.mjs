/** The prompts of a form's rows in the words of a document. toolkit/answers/table_rows.py does the same. */

import { plain } from "./visible.mjs";

const BETWEEN = /^[ \t\n,.:;\-–—]+/; // what may be between a prompt and more words

/**
 * The row of a form that a line of a table is of, if any; its prompt; and what else is beside the prompt.
 * @typedef {{id: string, prompt: string, rest: string[]}} Line
 */

/**
 * The row whose prompt words begin with, and what follows it. The number of an entry is none of it.
 * @param {string} words
 * @param {Section} section
 * @returns {Line | null}
 */
export function findPrompt(words, section) {
  /** @type {Line | null} */
  let line = null;
  const plainWords = plain(words);
  for (const { id, prompt } of section.rows) {
    const rest = plainWords.startsWith(plain(prompt)) ? textAfter(words, prompt) : null;
    if (rest === null || (line && plain(line.prompt).length >= plain(prompt).length)) continue;
    line = { id, prompt, rest: /^[\s,.()]*[0-9]{0,3}[\s,.()]*$/.test(rest) ? [] : [rest] };
  }
  return line;
}

/**
 * What follows a prompt in a text that begins with it, whatever the punctuation and spaces; null if it does not.
 * @param {string} words
 * @param {string} prompt
 */
function textAfter(words, prompt) {
  const target = plain(prompt);
  const characters = [...words];
  let at = 0;
  let end = 0;
  for (const [index, character] of characters.entries()) {
    const part = plain(character);
    if (!part) continue;
    // Right behind the prompt it is part of a longer word or number.
    if (at === target.length) return index === end ? null : characters.slice(end).join("").replace(BETWEEN, "");
    if (!target.startsWith(part, at)) return null;
    at += part.length;
    end = index + 1;
  }
  return at === target.length && target ? "" : null;
}
