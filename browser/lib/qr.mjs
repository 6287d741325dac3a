/** QR codes as toolkit/site/finish/my_list.py packs them. */
export const QUIET = 4; // modules of white around a code; readers need them

/**
 * {size, path}: the width with its margin, and the dark modules as the path of an SVG.
 * @param {string} code
 */
export function qrPath(code) {
  const [width, packed] = code.split(":");
  const side = Number(width);
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const isDark = (/** @type {number} */ place) => (bytes[place >> 3] >> (7 - (place & 7))) & 1;
  let path = "";
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      if (isDark(row * side + column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { size: side + 2 * QUIET, path };
}
