/** Addresses within the site. */

/** The address of a page below the site's root; on a stick a folder needs its file named. */
export function pageAddress(root, url, protocol) {
  const [path, anchor] = url.split(/#(.*)/s);
  const base = root.endsWith("/") || root === "" ? root : `${root}/`;
  const file = protocol === "file:" && (path === "" || path.endsWith("/")) ? "index.html" : "";
  return `${base}${path}${file}${anchor === undefined ? "" : `#${anchor}`}` || "./";
}
