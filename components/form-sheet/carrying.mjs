/** Answers brought from another form: its file is opened, what it can bring is shown, and the reader chooses. */

import { addOrigins, markOf } from "../../browser/lib/answer-origins.mjs";
import { askedAt, bringUpToDate, inWords } from "../../browser/lib/answers.mjs";
import { carriedItems, originInWords } from "../../browser/lib/carry.mjs";
import { applyCarry, previewCarry } from "../../browser/lib/carry-apply.mjs";
import { isDay } from "../../browser/lib/days.mjs";
import { bringIdsUpToDate } from "../../browser/lib/entries.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { plainKey } from "../../browser/lib/keys.mjs";
import { kindOf } from "../../browser/lib/kinds.mjs";
import { dayInWords, t } from "../../browser/lib/language.mjs";
import { chooseFiles, tried } from "./choosing-files.mjs";
import { sayWithDays } from "./days.mjs";
import { button, el, lines } from "./dom.mjs";
import { readFields } from "./fields.mjs";
import { openFile } from "./files.mjs";
import { makeRandomId } from "./random-id.mjs";

/** The forms from which this one brings answers: [{id, title, address}]. */
export function sourcesOf(sheet) {
  return JSON.parse(sheet.element.dataset.sources || "[]");
}

/** Shows the forms to bring from. */
export function showSources(sheet) {
  const { root } = sheet.element.dataset;
  const listed = sourcesOf(sheet).map((source) => {
    const part = sheet.beside.others.find(({ form }) => form === source.id);
    const open = () => chooseFiles(sheet, true, (files) => showFiles(sheet, source, files));
    return el(
      "li",
      {},
      el("a", { href: root + source.address }, source.title),
      " ",
      part &&
        button(
          t("carry.in-file", { day: inDays(part.saved) }),
          () => tried(sheet, () => showPart(sheet, source, part)),
          {
            "aria-label": t("carry.in-file-named", { title: source.title, day: inDays(part.saved) }),
          },
        ),
      " ",
      button(t("carry.open"), open, { "aria-label": t("carry.open-named", { title: source.title }) }),
    );
  });
  sheet.ask(t("carry.title"), el("p", {}, t("carry.about")), el("ul", { class: "carry-sources" }, listed));
}

async function showFiles(sheet, source, files) {
  await tried(sheet, async () => {
    const definition = await fetchDefinition(sheet, source.id);
    const read = [];
    for (const file of files) read.push(await openFile(sheet, file, definition));
    showItems(sheet, definition, read);
  });
}

/** What the file that is open holds of the other form. */
async function showPart(sheet, source, part) {
  showItems(sheet, await fetchDefinition(sheet, source.id), [part]);
}

async function fetchDefinition(sheet, id) {
  try {
    return await sheet.fetchDelivered(`form-${id}`, `${sheet.element.dataset.root}assets/forms/${id}.js`);
  } catch {
    throw new FileProblem(t("carry.no-form"));
  }
}

/** Everything that files of another form can bring, each with where it is from. */
function itemsOf(sheet, other, read) {
  return read.flatMap(({ answers: given, version, entries, saved }) => {
    const { answers } = bringUpToDate(other, given, version);
    const about = { form: other.id, title: other.title, setting: answers["record/setting"] ?? "", day: saved ?? "" };
    const ids = bringIdsUpToDate(other, entries ?? {});
    return carriedItems(sheet.definition, other, answers, ids).map((item) => ({ item, about }));
  });
}

function showItems(sheet, other, read) {
  const items = itemsOf(sheet, other, read);
  const steps = previewCarry(
    sheet.definition,
    readFields(sheet.form),
    sheet.identity.entries,
    items.map(({ item }) => item),
  );
  const offers = steps.map((step, index) => ({ ...items[index], step })).filter(({ step }) => step.effect !== "same");
  const same = steps.length - offers.length;
  const about = [same && t("carry.same", { count: same }), offers.length && t("carry.choose")]
    .filter(Boolean)
    .join(" ");
  if (!offers.length) return sheet.ask(t("carry.found", { title: other.title }), el("p", {}, about || t("carry.none")));
  const boxes = offers.map((offer) => shownOffer(sheet, other, offer));
  const bring = () => {
    const chosen = offers.filter((_, index) => boxes[index].querySelector("input").checked);
    bringIn(sheet, other, chosen);
  };
  return sheet.ask(
    t("carry.found", { title: other.title }),
    el("p", {}, about),
    ...boxes,
    el("p", {}, button(t("carry.bring"), bring, { class: "button button--main" })),
  );
}

/** One answer or entry, with where it would go, where it is from, and what is there already. */
function shownOffer(sheet, other, { item, about, step }) {
  const { definition } = sheet;
  const isDone = Object.entries(item.cells).some(([cell, value]) => {
    const { kind } = fieldAt(definition, item, cell);
    return !kindOf(kind).isRated && kindOf(kind).closing.includes(value);
  });
  const isFree = ["new", "adds"].includes(step.effect);
  const cells = Object.entries(item.cells).map(([cell, value]) => [
    labelAt(definition, item, cell),
    lines(inWords(definition, nameAt(item, cell), value)),
  ]);
  const first = Object.values(item.origins)[0] ?? "";
  const section = definition.sections.find(({ id }) => id === item.place.split("/")[0]);
  const from = [originInWords(other, first), about.setting, isDay(about.day) && dayInWords(about.day)];
  const input = el("input", { type: "checkbox", checked: isFree && !isDone, disabled: step.effect === "no-room" });
  const texts = cells.map(([label, value]) =>
    el("span", { class: "carry-cell" }, el("strong", {}, `${label}: `), value),
  );
  return el(
    "div",
    { class: "carry-offer" },
    el(
      "label",
      { class: "carry-offer__what" },
      input,
      el("span", {}, el("span", { class: "carry-cell" }, section?.title ?? t("form-page.record")), texts),
    ),
    el("p", { class: "carry-offer__from" }, t("carry.from", { origin: from.filter(Boolean).join(", ") })),
    ...effectInWords(definition, step),
  );
}

function effectInWords(definition, { effect, before }) {
  if (effect === "no-room") return [el("p", {}, t("carry.no-room"))];
  const written = Object.entries(before).map(
    ([key, value]) => `${askedAt(definition, key)}: ${inWords(definition, key, value)}`,
  );
  if (!written.length) return [];
  return [
    el(
      "p",
      { class: "carry-offer__before" },
      lines([effect === "adds" ? t("carry.adds") : t("carry.replaces"), ...written].join("\n")),
    ),
  ];
}

function nameAt(item, cell) {
  return item.place ? `${item.place}/${cell}` : cell;
}

function fieldAt(definition, item, cell) {
  return definition.fields[plainKey(nameAt(item, cell))];
}

function labelAt(definition, item, cell) {
  return item.place ? fieldAt(definition, item, cell).label : askedAt(definition, cell);
}

/** Puts what was chosen into the form, with where each answer is from. */
function bringIn(sheet, other, chosen) {
  if (!chosen.length) return sheet.say(t("carry.nothing-chosen"));
  const { definition } = sheet;
  const items = chosen.map(({ item }) => item);
  const { answers, ids, steps } = applyCarry(
    definition,
    readFields(sheet.form),
    sheet.identity.entries,
    items,
    makeRandomId,
  );
  for (const [index, { item, keys }] of steps.entries()) {
    const origins = Object.entries(keys).map(([cell, key]) => {
      const asked = item.origins[cell] ? originInWords(other, item.origins[cell]) : "";
      return [key, { ...chosen[index].about, asked, mark: markOf(answers[key]) }];
    });
    sheet.beside.origins = addOrigins(sheet.beside.origins, Object.fromEntries(origins));
  }
  sheet.identity.entries = ids;
  sheet.panels.replaceChildren();
  sheet.write(answers);
  sheet.changed();
  const count = steps.filter(({ effect }) => effect !== "no-room" && effect !== "same").length;
  return sayWithDays(sheet, t("carry.done", { count }));
}

function inDays(day) {
  return isDay(day) ? dayInWords(day) : t("carry.no-day");
}
