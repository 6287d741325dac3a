/** The rows of a finder on the page: which are shown, and in what order. */
import { compareRows } from "./row-order.mjs";

export class Rows {
  constructor(body) {
    this.body = body;
    this.all = [...body.rows];
    this.visible = new Set(this.all.keys());
    this.order = "title"; // as they stand in the page
  }

  /** What each row is filed under: by name, the values that it has. */
  readValues(names) {
    const valuesOf = (row, name) => (row.dataset[name] ?? "").split(" ").filter(Boolean);
    return this.all.map((row) => Object.fromEntries(names.map((name) => [name, valuesOf(row, name)])));
  }

  /** Positions in an order: by title, by a key of the rows, or as `found` has them, the best first. */
  sorted(positions, order, found) {
    if (order === "title") return positions;
    if (order !== "best" || !found) return positions.sort(compareRows(this.all, order));
    const place = new Map([...found].map((position, index) => [position, index]));
    return positions.sort((a, b) => place.get(a) - place.get(b));
  }

  /** Shows rows, in their order. Only rows that change are touched: ten thousand would take too long. */
  show(positions, order) {
    const next = new Set(positions);
    for (const position of this.visible) if (!next.has(position)) this.all[position].hidden = true;
    for (const position of next) if (!this.visible.has(position)) this.all[position].hidden = false;
    this.visible = next;
    if (order === "title" && this.order === "title") return;
    this.order = order;
    this.body.append(...(order === "title" ? this.all : positions.map((position) => this.all[position])));
  }
}
