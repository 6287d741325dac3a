/** <form-sheet>: fetches a form's behaviour where there is a form. Without it the page is one to fill in and print. */
import { fetchDelivered } from "../../browser/page/deliver.mjs";

class FormSheet extends HTMLElement {
  async connectedCallback() {
    if (this.isStarted || !this.querySelector(".form-status")) return;
    this.isStarted = true;
    const { startForm } = await fetchDelivered("forms", `${this.dataset.root}assets/forms.js`);
    startForm(this, fetchDelivered);
  }
}

customElements.define("form-sheet", FormSheet);
