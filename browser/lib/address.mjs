/** Addresses within the site. */

/**
 * The address of a page below the site's root; on a stick a folder needs its file named.
 * @param {string} root
 * @param {string} url
 * @param {string} protocol
 */
export function pageAddress(root, url, protocol) {
  const [path, anchor] = url.split(/#(.*)/s);
  const base = root.endsWith("/") || root === "" ? root : `${root}/`;
  const file = protocol === "file:" && (path === "" || path.endsWith("/")) ? "index.html" : "";
  return `${base}${path}${file}${anchor === undefined ? "" : `#${anchor}`}` || "./";
}
