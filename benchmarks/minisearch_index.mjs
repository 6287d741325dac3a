/** Makes MiniSearch's index: `node minisearch_index.mjs FOLDER OPTIONS`. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, options] = process.argv.slice(2);
const MiniSearch = createRequire(import.meta.url)(path.resolve(folder, "minisearch.js"));
const index = new MiniSearch(JSON.parse(options));
index.addAll(JSON.parse(readFileSync(path.join(folder, "documents.json"), "utf8")));
writeFileSync(path.join(folder, "index.json"), JSON.stringify(index));
writeFileSync(path.join(folder, "options.json"), options);
