/** Answers judged queries with the search of a built site: `node tests/search/judge.mjs SITE < queries.json > answers.json`. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";

const site = path.resolve(process.argv[2]);
const { Search } = await import("../../browser/lib/search.mjs");
const lunr = createRequire(import.meta.url)(path.join(site, "assets/search/lunr.js"));

const delivered = {};
vm.runInThisContext("var toolkit;");
globalThis.toolkit = { deliver: (name, value) => (delivered[name] = value) };
vm.runInThisContext(readFileSync(path.join(site, "assets/search/index.js"), "utf8"));

const search = new Search(lunr, delivered.index);
const queries = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify(
    queries.map((query) => {
      const { results, unknown, corrections, offers } = search.find(query);
      return { urls: results.slice(0, 20).map(({ url }) => url), unknown, corrections, offers };
    }),
  ),
);
