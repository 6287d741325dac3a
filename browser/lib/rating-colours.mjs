/** The colours of ratings on paper, as hexadecimal red, green and blue; each has a hatch that shows without colour. */

/** @type {Record<string, string>} */
export const RATING_COLOURS = { green: "1f6b3a", amber: "e39b2d", red: "a8201a", none: "d5dcdf" };

/**
 * The colour as PDF wants it, as three shares of 1.
 * @param {string} rating
 */
export function colourShares(rating) {
  const hex = RATING_COLOURS[rating];
  return [0, 2, 4].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3)).join(" ");
}
