/** Ids of plans and of what repeats in them. */

/** A new random id. It says nothing of anybody. */
export function makeRandomId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join("");
}
