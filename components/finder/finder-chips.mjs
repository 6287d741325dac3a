/** The chosen filters of a finder as chips that take them away. */
import { t } from "../../browser/lib/language.mjs";
import { element } from "../../browser/page/page.mjs";

/** A list item for each chosen value of `filters` ({name, legend, values, labels}), and one that clears all. */
export function makeChips(filters) {
  const chips = filters.flatMap(({ name, legend, values, labels }) =>
    values.map((value, index) => chip(name, value, `${legend}: ${labels[index]} `)),
  );
  return chips.length ? [...chips, item({ class: "chip chip--clear", "data-do": "clear" }, t("finder.clear-all"))] : [];
}

/** Where in the list the chip of a value is; -1 where it has none. */
export function findChip(list, name, value) {
  return [...list.children].findIndex(
    ({ firstChild: { dataset } }) => dataset.name === name && dataset.value === value,
  );
}

function chip(name, value, text) {
  const remove = element("span", { class: "visually-hidden" }, `${t("finder.remove")} `);
  return item(
    { class: "chip", "data-do": "drop", "data-name": name, "data-value": value },
    remove,
    text,
    element("span", { "aria-hidden": "true" }, "×"),
  );
}

function item(attributes, ...children) {
  return element("li", {}, element("button", { type: "button", ...attributes }, ...children));
}
