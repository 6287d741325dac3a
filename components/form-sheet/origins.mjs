/** Beside an answer that was brought from another form: from where, and whether it was changed here since. */

import { markOf, originsOf } from "../../browser/lib/answer-origins.mjs";
import { isDay } from "../../browser/lib/days.mjs";
import { plainKey } from "../../browser/lib/keys.mjs";
import { dayInWords, t } from "../../browser/lib/language.mjs";
import { el } from "./dom.mjs";

/** Where an answer was brought from, in words: the form and what it asked, the setting and the day. */
export function originInWords({ title, asked, setting, day }) {
  return t("carry.from", { origin: [title, asked, setting, isDay(day) && dayInWords(day)].filter(Boolean).join(", ") });
}

/** The sentences about the origins of some answers, those of an entry together: each form once, then what was changed. */
export function originLines(definition, origins, answers, keys) {
  const known = keys.filter((key) => origins[key] && answers[key]);
  const sources = new Map();
  for (const key of known) {
    for (const origin of origins[key]) {
      const place = JSON.stringify([origin.form, origin.setting, origin.day]);
      const asked = [...(sources.get(place)?.asked ?? []), origin.asked].filter(Boolean);
      sources.set(place, { ...origin, asked: [...new Set(asked)] });
    }
  }
  const changed = known.filter((key) => origins[key].some(({ mark }) => mark !== markOf(answers[key])));
  const labels = changed.map((key) => definition.fields[plainKey(key)].label).join(", ");
  const said = [...sources.values()].map((origin) => originInWords({ ...origin, asked: origin.asked.join("; ") }));
  if (changed.length) said.push(keys.length > 1 ? t("carry.changed-named", { labels }) : t("carry.changed"));
  return said;
}

/** Shows the origins beside their answers; an entry has one note for all of its answers. */
export function showOrigins(sheet, answers) {
  const origins = originsOf(sheet.beside.origins, answers);
  const wanted = new Map();
  for (const key of Object.keys(origins)) {
    const field = sheet.form.querySelector(`[data-field="${CSS.escape(key)}"]`);
    const holder = field?.closest(".entry") ?? field;
    if (holder) wanted.set(holder, [...(wanted.get(holder) ?? []), key]);
  }
  for (const note of sheet.form.querySelectorAll(".form-origin")) if (!wanted.has(note.parentElement)) note.remove();
  for (const [holder, keys] of wanted) {
    const text = originLines(sheet.definition, origins, answers, keys).join(" ");
    let note = [...holder.children].find((child) => child.classList.contains("form-origin"));
    if (!note) {
      note = el("p", { class: "form-origin", lang: document.documentElement.lang });
      holder.append(note);
    }
    if (note.textContent !== text) note.textContent = text;
  }
}
