/** A glossary tip opens by pointing or focus, in CSS alone; Escape puts an open one away (WCAG 1.4.13). */
import { mount } from "../../browser/page/component.mjs";

mount("term", (term) => {
  const reopen = () => term.classList.remove("term--closed");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !term.matches(":hover, :focus-within")) return;
    term.classList.add("term--closed");
    term.addEventListener("mouseleave", reopen, { once: true });
    term.addEventListener("focusout", reopen, { once: true });
  });
});
