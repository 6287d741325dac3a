/**
 * Judges files as the page of a form does: node read_files.mjs DEFINITION.json WORDS.json FILE... prints a JSON list
 * with a pair for each: the verdict, "read (3 answers)" or the key of the reason in data/languages/, and the SHA-256 of
 * the answers.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { bringUpToDate } from "../../browser/lib/answers.mjs";
import { readFile } from "../../browser/lib/file-formats.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";

const [definition, words, ...files] = process.argv.slice(2);
const form = JSON.parse(readFileSync(definition, "utf8"));
const reasons = JSON.parse(readFileSync(words, "utf8")); // [key, words up to a name that stands in them]

async function verdict(file) {
  try {
    const { version, answers } = await readFile(form, new Uint8Array(readFileSync(file)));
    const kept = Object.entries(bringUpToDate(form, answers, version).answers).sort(([a], [b]) => (a < b ? -1 : 1));
    return [`read (${kept.length} answers)`, createHash("sha256").update(JSON.stringify(kept)).digest("hex")];
  } catch (error) {
    if (!(error instanceof FileProblem)) return [`fault: ${error.stack}`, ""];
    const reason = reasons.find(([, start]) => error.message.startsWith(start))?.[0] ?? error.message;
    return [reason.replace(/-in-(word|pdf)$/, ""), ""];
  }
}

const verdicts = [];
for (const file of files) verdicts.push(await verdict(file)); // one after the other: some are large
console.log(JSON.stringify(verdicts));
