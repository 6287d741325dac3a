/** How large is the problem here? Reads two numbers and shows the estimate beside what is known. */
import { compare, number, readCount, sentence } from "../lib/prevalence.mjs";

const WIDTH = 600; // of the picture, in its own units

for (const root of document.querySelectorAll('[data-component="prevalence-calculator"]')) start(root);

function start(root) {
  const form = root.querySelector("form");
  const [children, known] = form.querySelectorAll("input");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => update(root, readField(children), readField(known)));
}

function readField(input) {
  const { count, problem } = readCount(input.value);
  const error = document.getElementById(input.id.replace("children-", "") === "in-area" ? "children-error" : "identified-error");
  error.textContent = problem ?? "";
  error.hidden = !problem;
  input.setAttribute("aria-invalid", String(Boolean(problem)));
  return count;
}

function update(root, children, known) {
  const result = root.querySelector(".calculator__result");
  result.hidden = !children;
  if (!children) return;
  const found = compare(children, known);
  root.querySelector(".calculator__sentence").textContent = sentence(children, found);
  draw(root, found);
  fill(root.querySelector("tbody"), children, found);
}

function draw(root, { estimate, known }) {
  const widest = Math.max(estimate, known ?? 0, 1);
  root.querySelector(".calculator__estimate").setAttribute("width", (WIDTH * estimate) / widest);
  root.querySelector(".calculator__known").setAttribute("width", (WIDTH * (known ?? 0)) / widest);
  root.querySelector(".calculator__label--estimate").textContent = `Likely, at least: ${number(estimate)}`;
  root.querySelector(".calculator__label--known").textContent = `Identified: ${known === undefined ? "not given" : number(known)}`;
  root.querySelector("title").textContent = `Two bars: at least ${number(estimate)} likely, ${known === undefined ? "number identified not given" : `${number(known)} identified`}`;
}

function fill(body, children, { estimate, known }) {
  const rows = [["Children in the area", number(children)], ["Likely to be abused before 16, at least", number(estimate)]];
  if (known !== undefined) rows.push(["Identified", number(known)]);
  body.replaceChildren(...rows.map(([what, count]) => {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = what;
    const cell = document.createElement("td");
    cell.textContent = count;
    row.append(head, cell);
    return row;
  }));
}
