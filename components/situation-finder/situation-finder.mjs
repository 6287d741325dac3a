/** Who are you, what happened, is the child safe now: shows what to do below the questions at once. Nothing is kept. */

import { applicableAnswers, fits } from "../../browser/lib/situations.mjs";
import { mount, requirePart } from "../../browser/page/component.mjs";

mount("situation-finder", (root) => {
  const form = requirePart(root, "form");
  const first = requirePart(form, "select");
  requirePart(root, ".situation-finder__answer");
  requirePart(root, ".situation-finder__announced");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => show(root, form));
  form.addEventListener("reset", (event) => {
    event.preventDefault(); // a reset by the browser comes after this, when the answer has been shown already
    for (const select of form.querySelectorAll("select")) select.value = "";
    for (const radio of form.querySelectorAll("input")) radio.checked = false;
    show(root, form);
    first.focus();
  });
  addEventListener("pageshow", () => show(root, form)); // a browser may bring back what was chosen
  show(root, form);
  form.hidden = false;
});

function show(root, form) {
  const questions = Object.fromEntries(
    [...form.querySelectorAll(".situation-finder__question")].map((question) => [
      requirePart(question, "[name]").name,
      conditionsOf(question),
    ]),
  );
  const given = [...new FormData(form)].map(([question, answer]) => [question, String(answer)]);
  const answers = applicableAnswers(Object.fromEntries(given), questions);
  const answer = root.querySelector(".situation-finder__answer");
  for (const part of root.querySelectorAll("[data-who], [data-happened], [data-safe]")) {
    part.hidden = !fits(conditionsOf(part), answers);
  }
  answer.hidden = !Object.keys(answers).length;
  announce(root, answer);
}

/** Tells what a reader sees first, politely: focus stays in the questions. */
function announce(root, answer) {
  const told = answer.hidden
    ? []
    : answer.querySelectorAll(":is(.situation-finder__now, .situation-finder__steps):not([hidden])");
  const text = [...told].map((part) => part.textContent.trim()).join(" ");
  const status = root.querySelector(".situation-finder__announced");
  if (status.textContent !== text) status.textContent = text;
}

function conditionsOf({ dataset }) {
  const { who, happened, safe } = dataset;
  return Object.fromEntries(Object.entries({ who, happened, safe }).filter(([, shown]) => shown !== undefined));
}
