/** The way out. Whoever presses it must be gone at once: the page is covered first, and nothing else may go wrong. */
import { deleteForExit } from "../../browser/lib/drafts.mjs";
import { t } from "../../browser/lib/language.mjs";
import { PRESSES, ShiftPresses, WITHIN } from "../../browser/lib/shift-presses.mjs";
import { mount, requirePart } from "../../browser/page/component.mjs";

mount("exit-this-page", (root) => {
  const link = requirePart(root, ".exit-this-page__button");
  for (const way of [requirePart(root, ".exit-this-page__first"), link]) {
    way.addEventListener("click", (event) => {
      event.preventDefault();
      leave(link.href);
    });
  }
  listenForShift(counterOn(root), () => leave(link.href));
  addEventListener("pageshow", uncover); // a browser that comes back may have kept the page covered
});

function leave(address) {
  cover();
  dispatchEvent(new Event("exit-this-page")); // a form no longer asks whether to stay
  try {
    deleteForExit(localStorage);
  } catch {
    // a browser that keeps nothing has nothing to delete
  }
  location.replace(address); // takes this page's place in the history
}

let title = document.title;

function cover() {
  if (document.querySelector(".exit-this-page__cover")) return;
  const made = document.createElement("div");
  made.className = "exit-this-page__cover";
  made.setAttribute("role", "alert");
  document.body.append(made);
  document.body.classList.add("is-exiting");
  title = document.title;
  document.title = made.textContent = t("exit-this-page.loading");
}

function uncover() {
  const made = document.querySelector(".exit-this-page__cover");
  if (!made) return;
  made.remove();
  document.body.classList.remove("is-exiting");
  document.title = title;
}

/** Shows how many presses there have been, to the eye and to a screen reader. */
function counterOn(root) {
  const status = requirePart(root, ".exit-this-page__status");
  const dots = requirePart(root, ".exit-this-page__count");
  return (count, words) => {
    status.textContent = words;
    dots.hidden = !count;
    dots.textContent = "●".repeat(count) + "○".repeat(PRESSES - count);
  };
}

function listenForShift(show, work) {
  const presses = new ShiftPresses();
  let timer = 0;
  const stop = () => {
    presses.reset();
    show(0, t("exit-this-page.stopped"));
    timer = setTimeout(() => show(0, ""), WITHIN);
  };
  const note = (event) => {
    const before = presses.count;
    const count = presses.note(event);
    if (count === before) return;
    clearTimeout(timer);
    if (count === 0) return stop();
    show(count, count < PRESSES ? t("exit-this-page.press", { count: PRESSES - count }) : "");
    if (count < PRESSES) timer = setTimeout(stop, WITHIN);
    else {
      presses.reset();
      show(0, "");
      work();
    }
  };
  // The window hears them first: no component can keep a key from it.
  for (const type of ["keydown", "keyup", "pointerdown", "blur"]) addEventListener(type, note, true);
}
