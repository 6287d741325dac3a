/** Opens the search: fetches engine, lunr and index side by side, once. */
import { pageAddress } from "../lib/address.mjs";
import { fetchDelivered, fetchScript } from "./deliver.mjs";

let searchPromise;
let summariesPromise;

/** The Search of this site; `root` is the path to the site's root. */
export function openSearch(root) {
  const at = (path) => pageAddress(root, path, location.protocol);
  searchPromise ??= Promise.all([
    fetchDelivered("search", at("assets/search.js")),
    fetchDelivered("index", at("assets/search/index.js")),
    fetchScript(at("assets/search/lunr.js")),
  ]).then(([engine, data]) => engine.makeSearch(globalThis.lunr, data));
  searchPromise.catch(() => (searchPromise = undefined)); // the next try fetches again
  return searchPromise;
}

/** The Search with what results say under their titles; a first answer need not wait for it. */
export function openSummaries(root) {
  const address = pageAddress(root, "assets/search/summaries.js", location.protocol);
  summariesPromise ??= Promise.all([openSearch(root), fetchDelivered("summaries", address)]).then(([search, lines]) => {
    search.addSummaries(lines);
    return search;
  });
  summariesPromise.catch(() => (summariesPromise = undefined));
  return summariesPromise;
}
