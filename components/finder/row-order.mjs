/** The orders that a list of resources can be put in; rows of one rank stay in the order of their titles. */
const KEYS = {
  newest: (row) => -Number(row.dataset.year ?? 0),
  publisher: (row) => row.querySelector(".resource-publisher")?.textContent.trim().toLowerCase() ?? "",
};

/** A comparison of positions in `rows`. */
export function compareRows(rows, order) {
  const keys = new Map();
  const key = (position) => {
    if (!keys.has(position)) keys.set(position, KEYS[order](rows[position]));
    return keys.get(position);
  };
  return (a, b) => {
    if (key(a) === key(b)) return a - b;
    return key(a) < key(b) ? -1 : 1;
  };
}
