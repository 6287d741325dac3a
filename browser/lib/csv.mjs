/** Tables as text for other programs. */
const FORMULA = /^[=+\-@\t\r]/; // a spreadsheet would run it

/**
 * Rows (lists of texts) as CSV with a byte order mark, so that Excel reads it as UTF-8.
 * @param {unknown[][]} rows
 */
export function toCsv(rows) {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {unknown} value */
function cell(value) {
  const text = String(value ?? "");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
