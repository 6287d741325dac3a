/** The facets of a finder on the page: their boxes, what is chosen, and the counts beside them. */

export class Choices {
  /** `form` holds a fieldset for each facet. Its parts are found once: a tick touches only what it changes. */
  constructor(form) {
    this.facets = [...form.querySelectorAll("[data-facet]")].map(readFacet);
    this.names = this.facets.map(({ name }) => name);
  }

  /** A Map of each facet to its chosen values. */
  chosen() {
    return new Map(
      this.facets.map(({ name, choices }) => [
        name,
        choices.filter(({ box }) => box.checked).map(({ value }) => value),
      ]),
    );
  }

  /** Ticks what `state` (a Map of facet to values) names, and nothing else. */
  choose(state) {
    for (const { name, choices } of this.facets)
      for (const { box, value } of choices) box.checked = state.get(name)?.includes(value) ?? false;
  }

  /** Takes one choice away. */
  drop(facet, value) {
    for (const { name, choices } of this.facets)
      for (const one of choices) if (name === facet && one.value === value) one.box.checked = false;
  }

  /** What is chosen, as {name, legend, values, labels} for each facet with a choice. */
  filters() {
    return this.facets
      .map(({ name, legend, choices }) => {
        const chosen = choices.filter(({ box }) => box.checked);
        return { name, legend, values: chosen.map(({ value }) => value), labels: chosen.map(({ label }) => label) };
      })
      .filter(({ values }) => values.length);
  }

  /** Writes how many rows each choice would leave; `counts` is a Map of facet to a Map of value to number. */
  showCounts(counts) {
    for (const { name, choices } of this.facets)
      for (const choice of choices) showCount(choice, counts.get(name)?.get(choice.value) ?? 0);
  }
}

function readFacet(fieldset) {
  const choices = [...fieldset.querySelectorAll("input")].map(readChoice);
  return { name: fieldset.dataset.facet, legend: fieldset.querySelector("legend").textContent, choices };
}

function readChoice(box) {
  const line = box.parentElement;
  const label = line.querySelector(".facet__label").textContent;
  return { box, line, label, value: box.value, number: line.querySelector(".facet__count"), count: undefined };
}

function showCount(choice, count) {
  if (choice.count === count) return;
  choice.number.textContent = `(${count})`;
  if (!choice.count !== !count || choice.count === undefined)
    choice.line.classList.toggle("facet__choice--none", !count);
  choice.count = count;
}
