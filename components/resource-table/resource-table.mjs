/** "Add to my list" beside each resource, and the line that leads to the list. Nothing is stored: the list is an address. */
import { pageAddress } from "../../browser/lib/address.mjs";
import { t } from "../../browser/lib/language.mjs";
import { readIds, toggleId } from "../../browser/lib/my-list.mjs";
import { mount } from "../../browser/page/component.mjs";
import { element } from "../../browser/page/page.mjs";
import { changePageState, onPageState, pageState } from "../../browser/page/page-state.mjs";

/** What has been picked on this page, from all its tables. */
class Basket {
  constructor(table) {
    this.root = table.dataset.root;
    this.inAddress = table.closest('[data-state="address"]') !== null;
    this.ids = [];
    this.boxes = [];
    this.count = element("span", { role: "status" });
    this.link = element("a", { class: "basket__open" }, t("my-list.open"));
    this.line = element(
      "section",
      { class: "basket", "aria-label": t("my-list.title"), hidden: true },
      this.count,
      this.link,
    );
    table.closest("article").append(this.line);
    if (this.inAddress) onPageState(() => this.#read());
  }

  add(table) {
    const boxes = table.querySelectorAll(".pick input");
    // Else a browser notes every box with each step in its history: with ten thousand of them that took half a second.
    for (const box of boxes) box.autocomplete = "off";
    this.boxes.push(...boxes);
    table.addEventListener("change", ({ target }) => target.matches(".pick input") && this.#pick(target));
    table.classList.add("picking");
    if (this.inAddress) this.#read();
  }

  #read() {
    this.ids = readIds(pageState().get("list") ?? []);
    this.#show();
  }

  #pick(box) {
    this.ids = toggleId(this.ids, box.value, box.checked);
    if (this.inAddress) changePageState([["list", this.ids]], false);
    this.#show();
  }

  #show() {
    for (const box of this.boxes) box.checked = this.ids.includes(box.value);
    this.count.textContent = t("my-list.picked", { count: this.ids.length });
    this.link.href = pageAddress(this.root, `my-list/#list=${this.ids.join(",")}`, location.protocol);
    this.line.hidden = !this.ids.length;
  }
}

let basket;

mount("resource-table", (table) => {
  basket ??= new Basket(table);
  basket.add(table);
});
