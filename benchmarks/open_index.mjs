/** How long the index of a site takes to open and to answer, in Node: `node open_index.mjs SITE`. */
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { runInThisContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { Search } from "../browser/lib/search.mjs";

const folder = path.resolve(process.argv[2], "assets/search");
const lunr = createRequire(import.meta.url)(path.join(folder, "lunr.js"));
const source = readFileSync(path.join(folder, "index.js"), "utf8");
let data;
globalThis.toolkit = {
  deliver: (_, value) => {
    data = value;
  },
};
const timed = (work) => {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
};
const [read] = timed(() => runInThisContext(source)); // as a page would run it
const [opened, search] = timed(() => new Search(lunr, data));
const bytes = gzipSync(source).length;
console.log(
  `${search.entries.length} entries, ${statSync(path.join(folder, "index.js")).size} bytes, ${bytes} compressed`,
);
console.log(`read ${read.toFixed(0)} ms, opened ${opened.toFixed(0)} ms`);
for (const words of ["trauma", "HSB primary free", "who to tell", "exploitaton", "harmful sexual behaviour", "child"]) {
  const [first, { results }] = timed(() => search.find(words));
  const [again] = timed(() => search.find(words));
  console.log(`${words}: ${results.length} results, first ${first.toFixed(1)} ms, again ${again.toFixed(1)} ms`);
}
