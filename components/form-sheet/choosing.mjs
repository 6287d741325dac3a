/** Choosing which rows to work on first: the others fold away, keep what is in them, and can be chosen later. */

import { chosenRows } from "../../browser/lib/activities.mjs";
import { t } from "../../browser/lib/language.mjs";
import { placesNotChosen } from "../../browser/lib/row-states.mjs";
import { button } from "./dom.mjs";
import { foldButton, isNarrow, setOpen } from "./folding.mjs";

export class Choosing {
  constructor(sheet) {
    this.sheet = sheet;
    this.before = new Set(); // the places that were not chosen when the page last looked
  }

  /** The places of rows that are not chosen. Rows fold when they become so, and open when they are chosen. */
  show(answers, summaries, rows) {
    const { definition, form } = this.sheet;
    if (!definition.choose_rows) return this.before;
    const places = placesNotChosen(definition, answers, summaries);
    for (const [place, row] of rows) {
      const isNow = places.has(place);
      if (isNow !== this.before.has(place)) setOpen(row, !isNow && !isNarrow());
      showChoice(row, isNow);
    }
    this.before = places;
    const count = form.querySelector(".form-map__count");
    const words = countInWords(definition, answers, summaries);
    if (count.textContent !== words) count.textContent = words;
    return places;
  }
}

function countInWords(definition, answers, summaries) {
  const { size } = chosenRows(definition, answers);
  if (size > definition.choose_rows + 2) return t("form-map.many-chosen", { count: size, few: definition.choose_rows });
  if (size) return t("form-map.chosen", { count: size });
  return summaries.size ? t("form-map.none-ticked") : t("form-map.none-chosen");
}

/** Beside the heading of a row that is not chosen: a button that chooses it. */
function showChoice(row, isOffered) {
  const old = row.querySelector(".form-row__choose");
  if (!isOffered) return old?.remove();
  if (old) return undefined;
  const name = row.querySelector("h3").textContent;
  const made = button(t("form-map.choose-this"), null, {
    class: "button button--quiet form-row__choose",
    "data-do": "choose-row",
    "aria-label": t("form-map.choose-named", { name }),
    lang: document.documentElement.lang,
  });
  return row.querySelector(".form-row__head").append(made);
}

/** Chooses the row that a button belongs to, and opens it. */
export function chooseRow(sheet, { section, row, line }) {
  sheet.form.querySelector(`.form-map [data-place="${section.id}/${row.id}"] input`).checked = true;
  sheet.changed();
  setOpen(line, true);
  foldButton(line).focus();
  sheet.say(t("form-map.now-chosen", { name: row.prompt }));
}
