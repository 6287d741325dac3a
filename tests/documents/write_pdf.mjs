/** Writes PDF files with answers as the page of a form does: node write_pdf.mjs FONT.js JOBS.json, a list of {definition, answers, identity, file}. */
import { readFileSync, writeFileSync } from "node:fs";
import { writePdf } from "../../browser/lib/pdf-answers.mjs";

const [fontScript, jobs] = process.argv.slice(2);
let font;
globalThis.toolkit = { deliver: (_, value) => (font = value) };
new Function(readFileSync(fontScript, "utf8"))();
const around = {
  lang: "en",
  today: "2026-11-28",
  site: "A toolkit",
  part: "",
  notice: "Keep it safe.",
  stop: { title: "Before you begin", intro: "Read this.", advice: "Stop here." },
};
for (const { definition, answers, identity, file } of JSON.parse(readFileSync(jobs, "utf8"))) {
  const made = writePdf(definition, answers, font, around, identity);
  writeFileSync(file, made.file);
  console.log(JSON.stringify({ unshown: made.unshown }));
}
