/** Glossary tips open by pointing or focus, in CSS alone; Escape puts an open one away (WCAG 1.4.13). */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".term:hover, .term:focus-within")) {
    term.classList.add("term--closed");
    const reopen = () => term.classList.remove("term--closed");
    term.addEventListener("mouseleave", reopen, { once: true });
    term.addEventListener("focusout", reopen, { once: true });
  }
});
