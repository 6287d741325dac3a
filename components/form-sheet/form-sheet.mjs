/** Fetches a form's behaviour where there is a form to fill in. Without it the page is one to fill in and print. */
import { mount } from "../../browser/page/component.mjs";
import { fetchDelivered } from "../../browser/page/deliver.mjs";

mount("form-sheet", async (root) => {
  const { startForm } = await fetchDelivered("forms", `${root.dataset.root}assets/forms.js`);
  startForm(root, fetchDelivered);
});
