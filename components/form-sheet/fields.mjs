/** The fields of a form on its page: read, written, and repeated as often as the answers need. */

import { filled } from "../../browser/lib/answers.mjs";
import { joinKey, plainKey } from "../../browser/lib/keys.mjs";
import { kindOf } from "../../browser/lib/kinds.mjs";
import { t } from "../../browser/lib/language.mjs";
import { rowCount, sectionCount } from "../../browser/lib/repeats.mjs";
import { capitalised, el } from "./dom.mjs";

const NAMED = ["name", "id", "for", "data-field", "aria-describedby", "aria-labelledby"];
const LEADS = ["", "f/", "hint/", "means/", "step/", "example/"]; // what stands before a name in an id

/** All that can be answered in the form, in its order. It is no form element: nothing can submit it. */
export function controlsOf(form) {
  return form.querySelectorAll("input[name], textarea[name], select[name]");
}

/** What stands in the form. */
export function readFields(form) {
  const answers = {};
  for (const field of controlsOf(form)) {
    if (field.type === "checkbox") answers[field.name] = field.checked ? field.value : "";
    else if (field.type !== "radio" || field.checked) answers[field.name] = field.value;
  }
  return filled(answers);
}

/** Puts answers into the form in place of what stood there, with as many repetitions as they need. */
export function writeFields(form, definition, answers) {
  fitRepetitions(form, definition, answers);
  for (const field of controlsOf(form)) {
    const value = Object.hasOwn(answers, field.name) ? answers[field.name] : "";
    if (field.type === "checkbox") field.checked = value === field.value;
    else if (field.type === "radio") field.checked = field.value === value;
    else writeTyped(definition, field, value);
  }
  for (const group of form.querySelectorAll("fieldset[data-field]")) keepUnknownChoice(group, answers);
}

/** Writes into a field. A date that is none, as somebody may have typed it into Word, is kept as text. */
export function writeTyped(definition, field, value) {
  if (field.localName === "input") field.type = kindOf(definition.fields[plainKey(field.name)].kind).inputType(value);
  if (field.localName === "select") keepUnknownOption(field, value);
  // A field of one line would take line breaks away and run words together.
  field.value = field.localName === "input" ? value.replaceAll("\n", "; ") : value;
}

/** An answer that is no longer in the list stays in it. */
function keepUnknownOption(list, value) {
  list.querySelector("[data-kept]")?.remove();
  if ([...list.options].some((option) => option.value === value)) return;
  list.append(
    el("option", { value, "data-kept": true, lang: document.documentElement.lang }, t("answers.as-it-was", { value })),
  );
}

/** An answer that is no longer among the choices stays one of them. */
function keepUnknownChoice(group, answers) {
  const key = group.dataset.field;
  for (const old of group.querySelectorAll(".form-choice--kept")) old.remove();
  const value = answers[key] || "";
  if ([...group.querySelectorAll("input")].some((input) => input.value === value)) return;
  const input = el("input", { type: "radio", name: key, value, autocomplete: "off" });
  group
    .querySelector(".form-choices")
    .append(
      el(
        "label",
        { class: "form-choice form-choice--kept", lang: document.documentElement.lang },
        input,
        ` ${t("answers.as-it-was", { value })}`,
      ),
    );
  input.checked = true;
}

/** Makes as many sections and entries as the answers and the form's own blanks need, and no more. */
function fitRepetitions(form, definition, answers) {
  for (const section of definition.sections) {
    if (section.repeat) {
      const wanted = Math.max(sectionCount(answers, section.id), section.repeat.blank);
      for (const sheet of sheetsOf(form, section.id).slice(wanted)) sheet.remove();
      while (sheetsOf(form, section.id).length < wanted) addSection(form, definition, section);
    }
    if (section.row_repeat)
      for (const sheet of sheetsOf(form, section.id)) fitRows(sheet, definition, section, answers);
  }
}

function fitRows(sheet, definition, section, answers) {
  for (const row of section.rows) {
    const place = sheet.querySelector(`.form-row[data-row="${row.id}"]`);
    const count = rowCount(answers, section.id, Number(sheet.dataset.number), row.id);
    const wanted = Math.max(count, section.row_repeat.blank);
    for (const entry of entriesOf(place).slice(wanted)) entry.remove();
    while (entriesOf(place).length < wanted) addRow(place, definition, section, row);
  }
}

export function sheetsOf(form, id) {
  return [...form.querySelectorAll(`.form-section[data-section="${id}"]`)];
}

export function entriesOf(row) {
  return [...row.querySelectorAll(".entry")];
}

/** The field of an entry that a column asks for, or nothing. */
export function fieldOfColumn(entry, column) {
  return entry.querySelector(`[data-field$="/${column}"] :is(textarea, input, select)`);
}

/** Adds a section after the last of its kind; gives it, or null where the form allows no more. */
export function addSection(form, definition, section) {
  const all = sheetsOf(form, section.id);
  const number = all.length + 1;
  if (number > section.repeat.most) return null;
  const made = all[0].cloneNode(true);
  rename(made, `${section.id}/`, `${joinKey([[section.id, number]])}/`);
  for (const named of [made, ...made.querySelectorAll("[id],[aria-labelledby]")]) {
    for (const attribute of ["id", "aria-labelledby"]) {
      const value = named.getAttribute(attribute);
      if (value === `s/${section.id}`) named.setAttribute(attribute, `s/${section.id}~${number}`);
      if (value?.startsWith(`row/${section.id}~1/`)) {
        named.setAttribute(attribute, value.replace("~1/", `~${number}/`));
      }
    }
  }
  made.dataset.number = number;
  nameAll(made, "h2 [data-names], .form-remove [data-names]", `${section.title} ${number}`);
  for (const row of made.querySelectorAll(".form-row")) {
    for (const entry of entriesOf(row).slice(section.row_repeat?.blank ?? 1)) entry.remove();
  }
  empty(made, definition);
  all.at(-1).after(made);
  return made;
}

/** Adds an entry to a row; gives it, or null where the form allows no more. */
export function addRow(place, definition, section, row) {
  const all = entriesOf(place);
  const number = all.length + 1;
  if (number > section.row_repeat.most) return null;
  const made = all[0].cloneNode(true);
  /** @type {[string, number]} */
  const sheet = [section.id, Number(place.closest(".form-section").dataset.number)];
  rename(made, `${joinKey([sheet, [row.id, 1]])}/`, `${joinKey([sheet, [row.id, number]])}/`);
  made.dataset.number = number;
  made.setAttribute("aria-label", `${row.prompt} ${number}`);
  nameAll(made, "[data-names]", `${capitalised(section.row_repeat.noun)} ${number}`);
  empty(made, definition);
  all.at(-1).after(made);
  return made;
}

function nameAll(made, which, name) {
  for (const named of made.querySelectorAll(which)) named.textContent = name;
}

function rename(made, from, to) {
  for (const named of made.querySelectorAll(NAMED.map((name) => `[${name}]`).join())) {
    for (const attribute of NAMED) {
      const value = named.getAttribute(attribute);
      const lead = value && LEADS.find((start) => value.startsWith(start + from));
      if (lead !== null && lead !== undefined)
        named.setAttribute(attribute, lead + to + value.slice(lead.length + from.length));
    }
  }
}

/** Takes what begins with `start` out of what describes a field, and puts `id` in its place if there is one. */
export function describe(field, start, id) {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && !one.startsWith(start));
  if (id) ids.push(id);
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}

function empty(made, definition) {
  const notes = ".form-field__note, .form-field__day, .form-guard, .form-choice--kept";
  for (const note of made.querySelectorAll(notes)) note.remove();
  for (const field of made.querySelectorAll("input, textarea, select")) {
    describe(field, "guard/", "");
    if (field.type === "checkbox") field.checked = false;
    else if (field.type === "radio") field.checked = field.value === "";
    else writeTyped(definition, field, "");
  }
}

/** Shows the record's answers wherever a text names them. */
export function showMerged(root, answers) {
  for (const output of root.querySelectorAll("[data-shows]")) {
    const value = answers[output.dataset.shows];
    output.textContent = value || output.dataset.label;
    output.classList.toggle("merge--filled", Boolean(value));
  }
}
