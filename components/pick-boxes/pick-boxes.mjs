/** "Add to my list" beside each resource, and the line that leads to the list. Nothing is stored: the list is an address. */
import { pageAddress } from "../../browser/lib/address.mjs";
import { t } from "../../browser/lib/language.mjs";
import { readIds, toggled } from "../../browser/lib/my-list.mjs";
import { element } from "../../browser/page/page.mjs";
import { changePageState, onPageState, pageState } from "../../browser/page/page-state.mjs";

const rows = document.querySelectorAll(".resource-table");
const root = document.querySelector("form.search-box")?.getAttribute("data-root") ?? ".";
const inAddress = Boolean(document.querySelector('[data-component="resource-finder"][data-state="address"]'));
let ids = [];

const count = element("span", { role: "status" });
const link = element("a", { class: "basket__open" }, t("my-list.open"));
const basket = element("section", { class: "basket", "aria-label": t("my-list.title"), hidden: true }, count, link);

/** @returns {NodeListOf<HTMLInputElement>} */
function boxes() {
  return document.querySelectorAll(".pick input");
}

function show() {
  for (const box of boxes()) box.checked = ids.includes(box.value);
  count.textContent = t("my-list.picked", { count: ids.length });
  link.href = pageAddress(root, `my-list/#list=${ids.join(",")}`, location.protocol);
  basket.hidden = !ids.length;
}

function read() {
  ids = readIds(pageState().get("list") ?? []);
  show();
}

if (rows.length) {
  for (const table of rows) table.classList.add("picking");
  // Else a browser notes every box with each step in its history: with ten thousand of them that took half a second.
  for (const box of boxes()) box.autocomplete = "off";
  document.querySelector(".md-typeset").append(basket);
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement && target.matches(".pick input"))) return;
    ids = toggled(ids, target.value, target.checked);
    if (inAddress) changePageState([["list", ids]], false);
    show();
  });
  if (inAddress) {
    read();
    onPageState(read);
  }
}
