/** A plan by duty: beside each outcome that guidance asks for, how its row is rated and how people know; printed alone. */

import { mount, requirePart } from "../../browser/page/component.mjs";

mount("plan-duties", (root) => {
  const page = root.closest(".form-page");
  if (!page) return;
  const button = requirePart(root, "button");
  for (const cell of root.querySelectorAll(":is(th, td)[hidden]")) cell.hidden = false;
  button.addEventListener("click", () => {
    page.setAttribute("data-duties", "");
    window.print();
  });
  addEventListener("beforeprint", () => showAnswers(root, page));
  addEventListener("afterprint", () => page.removeAttribute("data-duties"));
  // Files and drafts are written into the form without an event, so look whenever somebody comes here.
  new IntersectionObserver(() => showAnswers(root, page)).observe(root);
  page.addEventListener("input", () => showAnswers(root, page));
  button.hidden = false;
});

function showAnswers(root, page) {
  const setting = requirePart(root, ".plan-duties__setting");
  setting.textContent = page.querySelector('[name="record/setting"]')?.value ?? "";
  setting.hidden = !setting.textContent;
  for (const row of root.querySelectorAll("[data-rating]")) {
    const rating = page.querySelector(`[name="${CSS.escape(row.dataset.rating)}"]:checked:not([value=""])`);
    const evidence = page.querySelector(`[name="${CSS.escape(row.dataset.evidence)}"]`);
    requirePart(row, "[data-part='state']").textContent = rating?.closest("label")?.textContent.trim() ?? "";
    requirePart(row, "[data-part='evidence']").textContent = evidence?.value ?? "";
  }
}
