/** Reads PDF files as the page of a form does: node read_pdf.mjs DEFINITION.json FILE... gives a line of JSON for each. */
import { readFileSync } from "node:fs";
import { bringUpToDate } from "../../browser/lib/answers.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { readPdf } from "../../browser/lib/pdf.mjs";

const [definition, ...files] = process.argv.slice(2);
for (const file of files) {
  try {
    const form = JSON.parse(readFileSync(definition, "utf8"));
    const { version, saved, answers } = await readPdf(form, new Uint8Array(readFileSync(file)));
    console.log(JSON.stringify({ version, saved, answers: bringUpToDate(form, answers, version).answers }));
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    console.log(JSON.stringify({ problem: error.message }));
  }
}
