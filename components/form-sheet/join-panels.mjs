/** What the page shows of a join: the answers to choose from, and afterwards what was found. */

import { askedAt, inWords } from "../../browser/lib/answers.mjs";
import { plainKey } from "../../browser/lib/keys.mjs";
import { kindOf } from "../../browser/lib/kinds.mjs";
import { t } from "../../browser/lib/language.mjs";
import { combine, holdsSeveral, proposeAnswer } from "../../browser/lib/variants.mjs";
import { button, el, lines, tableOf } from "./dom.mjs";
import { panel } from "./panels.mjs";

/** Lets the reader choose wherever answers differ; `done` is given the chosen answers by name. */
export function choosing(definition, differing, done) {
  const chosen = Object.fromEntries(
    differing.map(({ key, variants }) => [key, proposeAnswer(definition, key, variants)]),
  );
  const option = (key, words, value) => {
    const choose = () => (chosen[key] = value);
    const input = el("input", { type: "radio", name: `choose-${key}`, checked: chosen[key] === value, change: choose });
    const said = lines(inWords(definition, key, value));
    return el("label", { class: "form-choice" }, input, el("span", {}, el("strong", {}, words), el("br"), said));
  };
  const blocks = differing.map(({ key, variants }) =>
    el(
      "fieldset",
      { class: "form-difference" },
      el("legend", {}, askedAt(definition, key)),
      holdsSeveral(definition, key) && option(key, t("join.all"), combine(definition, key, variants)),
      variants.map(({ value, names }) => option(key, names.join(", "), value)),
    ),
  );
  const count = differing.filter(({ key }) => isRated(definition, key)).length;
  const about = [t("join.differ", { count: differing.length }), count && t("join.ratings-differ", { count })];
  return panel(
    t("join.title"),
    el("p", {}, [...about, t("join.choose")].filter(Boolean).join(" ")),
    ...blocks,
    el(
      "p",
      {},
      button(t("panels.use"), () => done(chosen), { class: "button button--main" }),
    ),
  );
}

/** Tables of what joining found: {title, about, headings, rows}, rows of texts. */
export function findingsOf(definition, { differing, appended, left }, chosen) {
  const [ratings, others] = [true, false].map((rated) =>
    differing
      .filter(({ key }) => isRated(definition, key) === rated)
      .map((difference) => differenceRow(definition, difference, chosen)),
  );
  const compared = [t("panels.what"), t("join.who"), t("join.kept")];
  const listed = [t("join.from"), t("join.entry")];
  const entries = (list) => list.map((entry) => entryRow(definition, entry));
  return [
    { title: t("join.left"), about: t("join.left-about"), headings: listed, rows: entries(left) },
    { title: t("join.ratings"), about: t("join.ratings-about"), headings: compared, rows: ratings },
    { title: t("join.others"), about: "", headings: compared, rows: others },
    { title: t("join.appended"), about: "", headings: listed, rows: entries(appended) },
  ].filter(({ rows }) => rows.length);
}

function isRated(definition, key) {
  return kindOf(definition.fields[plainKey(key)].kind).isRated;
}

function differenceRow(definition, { key, variants }, chosen) {
  const said = variants.map(({ value, names }) => `${names.join(", ")}: ${inWords(definition, key, value)}`);
  return [askedAt(definition, key), said.join("\n"), inWords(definition, key, chosen[key])];
}

/** Who an entry is from, and what is in it: where it stands once, then each answer. */
function entryRow(definition, { names, answers }) {
  const said = [];
  let place = "";
  for (const [key, value] of Object.entries(answers)) {
    const { label } = definition.fields[plainKey(key)];
    const where = askedAt(definition, key).slice(0, -label.length).replace(/: $/, "");
    if (where !== place) said.push(where);
    place = where;
    said.push(`${label}: ${inWords(definition, key, value)}`);
  }
  return [names.join(", "), said.filter(Boolean).join("\n")];
}

/** A table of findings, with what it means. */
export function shownFinding({ title, about, headings, rows }) {
  const table = tableOf(
    title,
    headings,
    rows.map((row) => row.map((text) => el("span", { dir: "auto" }, lines(text)))),
  );
  return el("div", {}, table, about && el("p", {}, about));
}
