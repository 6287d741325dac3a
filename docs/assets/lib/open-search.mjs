/** Opens the search: fetches engine, lunr and index side by side, once. */
import { pageAddress } from "./address.mjs";
import { fetchDelivered, fetchScript } from "./deliver.mjs";

let opening;

/** The Search of this site; `root` is the way to the site's root. */
export function openSearch(root) {
  const at = (path) => pageAddress(root, path, location.protocol);
  opening ??= Promise.all([
    fetchDelivered("search", at("assets/search.js")),
    fetchDelivered("index", at("assets/search/index.js")),
    fetchScript(at("assets/search/lunr.js")),
  ]).then(([engine, data]) => engine.makeSearch(globalThis.lunr, data));
  opening.catch(() => (opening = undefined)); // the next try fetches again
  return opening;
}
