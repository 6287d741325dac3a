/** Practice examples by theme: ticking themes hides the others. Nothing ticked shows all, as without script. */
import { t } from "../../browser/lib/language.mjs";

for (const root of document.querySelectorAll('[data-component="practice-examples"]')) {
  const form = root.querySelector("form");
  if (form) start(root, form);
}

function start(root, form) {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => show(root, form));
  show(root, form); // a browser may bring back ticks when the reader returns
}

function show(root, form) {
  const chosen = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
  let shown = 0;
  for (const theme of root.querySelectorAll(".practice-examples__theme")) {
    theme.hidden = chosen.size > 0 && !chosen.has(theme.dataset.theme);
    if (!theme.hidden) shown += theme.querySelectorAll(".practice-example").length;
  }
  form.querySelector(".theme-filter__count").textContent = t("practice-examples.count", { count: shown });
}
