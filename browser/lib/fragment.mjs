/** The state of a page in the fragment of its address: `#q=words&topic=trauma,images`. It never reaches a server. */

/**
 * The keys and values of a fragment; values of one key are a list. A plain anchor such as #by-topic gives nothing.
 * @param {string} fragment
 * @returns {Map<string, string[]>}
 */
export function readFragment(fragment) {
  const state = new Map();
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const [key, value] = part.split(/=(.*)/s);
    if (!/^[a-z]+$/.test(key) || !value) continue;
    state.set(key, key === "q" ? [decoded(value)] : value.split(",").map(decoded).filter(Boolean));
  }
  return state;
}

/**
 * The fragment for a state (a Map or pairs of key and list); keys without values are left out.
 * @param {Iterable<[string, string[]]>} state
 */
export function writeFragment(state) {
  const parts = [...state].filter(([, values]) => values.length && values.some(Boolean));
  return parts.map(([key, values]) => `${key}=${values.map((value) => encodeURIComponent(value)).join(",")}`).join("&");
}

/** @param {string} value */
function decoded(value) {
  try {
    return decodeURIComponent(value.replace(/\+/g, " "));
  } catch {
    return value; // a lone % from an address that was typed or cut short
  }
}
