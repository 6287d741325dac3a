/** The page "My list": a handout of the resources that its address names, with notes that stay on this page. */
import { pageAddress } from "../../browser/lib/address.mjs";
import { t } from "../../browser/lib/language.mjs";
import { moveId, readIds, toggleId } from "../../browser/lib/my-list.mjs";
import { qrPath } from "../../browser/lib/qr.mjs";
import { mount, requirePart } from "../../browser/page/component.mjs";
import { fetchDelivered } from "../../browser/page/deliver.mjs";
import { element } from "../../browser/page/page.mjs";
import { changePageState, onPageState, pageState } from "../../browser/page/page-state.mjs";

const SVG = "http://www.w3.org/2000/svg";

class MyList {
  constructor(page) {
    this.root = page.dataset.root;
    this.list = requirePart(page, ".my-list__items");
    this.form = requirePart(page, "form");
    this.status = requirePart(page, "[role=status]");
    this.empty = requirePart(page, ".my-list__empty");
    this.more = requirePart(page, ".my-list__more");
    this.title = requirePart(this.form, "input");
    this.note = requirePart(this.form, "textarea");
    this.printedTitle = requirePart(page, ".my-list__title");
    this.printedNote = requirePart(page, ".my-list__note");
    this.data = null; // what assets/resources.js delivers, once it is wanted
    this.items = new Map(); // by id; kept when the order changes, so that notes stay
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.#copyHeading());
    page.addEventListener("click", (event) => this.#press(event.target.closest("[data-do]")));
    onPageState(() => this.#read());
    this.#read();
  }

  async #read() {
    this.ids = readIds(pageState().get("list") ?? []);
    if (this.ids.length) {
      try {
        this.data ??= await fetchDelivered(
          "resources",
          pageAddress(this.root, "assets/resources.js", location.protocol),
        );
      } catch {
        return this.#say(t("my-list.not-fetched"));
      }
    }
    return this.#show();
  }

  #show() {
    const known = new Map((this.data?.resources ?? []).map((resource) => [resource.id, resource]));
    const missing = this.ids.filter((id) => !known.has(id)).length;
    const shown = this.ids.filter((id) => known.has(id));
    for (const id of shown) if (!this.items.has(id)) this.items.set(id, this.#item(known.get(id)));
    this.list.replaceChildren(...shown.map((id) => this.items.get(id)));
    this.list.hidden = this.form.hidden = !shown.length;
    this.empty.hidden = shown.length > 0;
    this.more.href = pageAddress(this.root, `resources/#list=${this.ids.join(",")}`, location.protocol);
    if (missing) this.#say(t("my-list.gone", { count: missing }));
  }

  #item({ id, title, summary, publisher, kind, phone, ring, hours, access, status, address, code }) {
    const link = element("a", { href: pageAddress(this.root, `r/${id}/`, location.protocol) }, title);
    const page = location.protocol === "file:" ? "" : link.href; // a file's place is of no use on another computer
    const noteId = `note-${id}`;
    const lines = [
      element("h2", {}, link),
      element("p", { class: "my-list__where" }, [publisher, kind, status].filter(Boolean).join(" · ")),
      element("p", {}, summary),
      phone ? element("p", { class: "my-list__phone" }, element("a", { href: ring }, phone)) : "",
      hours ? element("p", {}, t("contact.hours", { hours })) : "",
      access ? element("p", {}, access) : "",
      address || page ? element("p", { class: "my-list__address" }, address || page) : "",
      element(
        "p",
        { class: "my-list__own" },
        element("label", { for: noteId }, t("my-list.your-note")),
        element("textarea", { id: noteId, rows: "2", placeholder: " ", autocomplete: "off", maxlength: "2000" }),
      ),
      element(
        "p",
        { class: "my-list__buttons" },
        ...["up", "down", "remove"].map((what) => this.#button(what, id, title)),
      ),
    ];
    const item = element("li", { class: "my-list__item", "data-id": id }, element("div", {}, ...lines));
    if (code !== undefined) item.append(picture(this.data.codes[code], title));
    return item;
  }

  #button(what, id, title) {
    const labels = { up: t("my-list.up"), down: t("my-list.down"), remove: t("form-page.remove") };
    const about = element("span", { class: "visually-hidden" }, `: ${title}`);
    return element("button", { type: "button", class: "button", "data-do": what, "data-id": id }, labels[what], about);
  }

  #press(button) {
    if (!button) return;
    const { do: what, id } = button.dataset;
    if (what === "print") print();
    if (what === "share") this.#share();
    if (what === "up" || what === "down") this.#change(moveId(this.ids, id, what === "up" ? -1 : 1), button);
    if (what === "remove") this.#change(toggleId(this.ids, id, false));
  }

  #change(ids, button) {
    this.ids = ids;
    changePageState([["list", ids]], !button);
    this.#show();
    if (button) button.focus();
    else (this.list.querySelector("a") ?? this.empty.querySelector("a")).focus();
    this.#say(t("my-list.count", { count: ids.length }));
  }

  async #share() {
    const address = `${location.href.split("#")[0]}#list=${this.ids.join(",")}`; // ids only, never a note
    try {
      await navigator.clipboard.writeText(address);
      this.#say(t("my-list.copied"));
    } catch {
      this.#say(t("my-list.not-copied"));
    }
  }

  /** Title and note of the handout as text, for print. */
  #copyHeading() {
    this.printedTitle.textContent = this.title.value;
    this.printedNote.textContent = this.note.value;
  }

  #say(text) {
    this.status.textContent = text;
  }
}

function picture(code, title) {
  const { size, path } = qrPath(code);
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, role: "img", class: "my-list__code" }))
    svg.setAttribute(name, value);
  const name = document.createElementNS(SVG, "title");
  name.textContent = t("my-list.code", { title });
  const dark = document.createElementNS(SVG, "path");
  dark.setAttribute("d", path);
  svg.append(name, dark);
  return svg;
}

mount("my-list", (page) => new MyList(page));
