/** Addresses within the site. */

const NO_WORDS = /^(?:index|html?|php|aspx?|www)$/;

/**
 * The words of an address that leads nowhere, the best to look for first: without the first folder, of the last part
 * alone, and all. `/guides/old/child-tells_you.html` gives "old child tells you", "child tells you" and so on.
 * @param {string} path
 * @param {string} [anchor]
 */
export function wordsOfAddress(path, anchor = "") {
  const parts = [...path.split("/"), anchor.replace(/^#/, "")].map(readPart).filter(Boolean);
  const choices = [parts.slice(1), parts.slice(-1), parts].map((words) => words.join(" "));
  return [...new Set(choices)].filter(Boolean);
}

/** @param {string} part */
function readPart(part) {
  const words = decoded(part).match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return words.filter((word) => word.length > 1 && !NO_WORDS.test(word.toLowerCase())).join(" ");
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a lone % from an address that was cut short
  }
}

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
