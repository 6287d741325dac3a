/** How large is the problem here? Reads two numbers and shows the estimate beside what is known. */

import { number, t } from "../../browser/lib/language.mjs";
import { compare, readCount, sentence } from "../../browser/lib/prevalence.mjs";
import { mount, requirePart } from "../../browser/page/component.mjs";

const WIDTH = 600; // of the picture, in its own units

const PARTS = [
  "calculator__sentence",
  "calculator__estimate",
  "calculator__known",
  "calculator__label--estimate",
  "calculator__label--known",
  "calculator__table tbody",
  "calculator__picture title",
];

mount("prevalence-calculator", (root) => {
  const form = requirePart(root, "form");
  for (const part of PARTS) requirePart(root, `.${part}`);
  form.addEventListener("submit", (event) => event.preventDefault());
  const update = () => show(root, readField(root, "children"), readField(root, "identified"));
  form.addEventListener("input", update);
  update(); // a browser may bring back what was typed when the reader returns
  form.hidden = false;
});

function readField(root, name) {
  const input = requirePart(root, `[name="${name}"]`);
  const error = requirePart(input.closest(".field"), ".error");
  const { count, problem } = readCount(input.value);
  error.textContent = problem ?? "";
  error.hidden = !problem;
  input.setAttribute("aria-invalid", String(Boolean(problem)));
  return count;
}

function show(root, children, known) {
  requirePart(root, ".calculator__result").hidden = !children;
  if (!children) return;
  const found = compare(children, known);
  root.querySelector(".calculator__sentence").textContent = sentence(children, found);
  draw(root, found);
  fill(root.querySelector(".calculator__table tbody"), children, found);
}

function draw(root, { estimate, known }) {
  const widest = Math.max(estimate, known ?? 0, 1);
  const given = known === undefined ? t("prevalence.not-given") : number(known);
  root.querySelector(".calculator__estimate").setAttribute("width", (WIDTH * estimate) / widest);
  root.querySelector(".calculator__known").setAttribute("width", (WIDTH * (known ?? 0)) / widest);
  root.querySelector(".calculator__label--estimate").textContent = t("prevalence.likely", {
    estimate: number(estimate),
  });
  root.querySelector(".calculator__label--known").textContent = t("prevalence.known", { known: given });
  root.querySelector("svg title").textContent = t("prevalence.bars", { estimate: number(estimate), known: given });
}

function fill(body, children, { estimate, known }) {
  const rows = [
    [t("prevalence.in-area"), number(children)],
    [t("prevalence.likely-to-be"), number(estimate)],
  ];
  if (known !== undefined) rows.push([t("prevalence.identified-short"), number(known)]);
  body.replaceChildren(...rows.map(([what, count]) => row(what, count)));
}

function row(what, count) {
  const made = document.createElement("tr");
  const head = document.createElement("th");
  const cell = document.createElement("td");
  head.scope = "row";
  head.textContent = what;
  cell.textContent = count;
  made.append(head, cell);
  return made;
}
