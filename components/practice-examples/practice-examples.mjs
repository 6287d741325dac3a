/** Practice examples by theme: ticking themes hides the others. Nothing ticked shows all, as without script. */

import { t } from "../../browser/lib/language.mjs";
import { mount, requirePart } from "../../browser/page/component.mjs";

mount("practice-examples", (root) => {
  const form = requirePart(root, "form");
  const count = requirePart(form, ".theme-filter__count");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => show(root, form, count));
  form.hidden = false;
  show(root, form, count); // a browser may bring back ticks when the reader returns
});

function show(root, form, count) {
  const chosen = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
  let shown = 0;
  for (const theme of root.querySelectorAll(".practice-examples__theme")) {
    theme.hidden = chosen.size > 0 && !chosen.has(theme.dataset.theme);
    if (!theme.hidden) shown += theme.querySelectorAll(".practice-example").length;
  }
  count.textContent = t("practice-examples.count", { count: shown });
}
