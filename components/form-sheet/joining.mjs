/** Files of several people joined into one form: what differs is chosen, and what was found is shown afterwards. */

import { bringUpToDate } from "../../browser/lib/answers.mjs";
import { toCsv } from "../../browser/lib/csv.mjs";
import { bringIdsUpToDate, planOf } from "../../browser/lib/entries.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { join } from "../../browser/lib/join.mjs";
import { number, t } from "../../browser/lib/language.mjs";
import { noBeside } from "./beside.mjs";
import { sayWithDays } from "./days.mjs";
import { button, el } from "./dom.mjs";
import { readFields } from "./fields.mjs";
import { fileName, handOut, openFile, TYPES } from "./files.mjs";
import { choosing, findingsOf, shownFinding } from "./join-panels.mjs";
import { panel } from "./panels.mjs";
import { showUnplaced } from "./unplaced.mjs";

/** What the files hold, each with a name to tell it by, and what is wrong with those that could not be read. */
export async function readSources(sheet, files) {
  const [sources, problems] = [[], []];
  for (const file of files) {
    try {
      const read = await openFile(sheet, file);
      const found = { ...bringUpToDate(sheet.definition, read.answers, read.version), unplaced: read.unplaced };
      const entries = bringIdsUpToDate(sheet.definition, read.entries ?? {});
      const ids = { plan: planOf(read, found.answers), entries };
      sources.push({ name: file.name.replace(/\.[^.]+$/, ""), read, found, ids });
    } catch (error) {
      if (!(error instanceof FileProblem)) console.error(error);
      const why = error instanceof FileProblem ? error.message : t("opening.failed");
      problems.push(files.length > 1 ? t("opening.not-opened", { file: file.name, why }) : why);
    }
  }
  return { sources, problems };
}

/** Joins what the files hold, with what stands on the page or in place of it. Nothing changes before all is chosen. */
export function joinSources(sheet, files, withPage, problems) {
  const page = { from: t("join.page"), answers: readFields(sheet.form), ids: sheet.identity.entries };
  const read = files.map(({ name, found, ids }) => ({ from: name, answers: found.answers, ids: ids.entries }));
  const joined = join(sheet.definition, nameSources(withPage ? [page, ...read] : read));
  const finish = (chosen) => finishJoin(sheet, { joined, files, withPage, problems }, chosen);
  if (joined.differing.length) sheet.show(choosing(sheet.definition, joined.differing, finish));
  else finish({});
}

/** Each source by the setting that it is of. Two of one setting are told apart by where they are from. */
function nameSources(given) {
  const settings = given.map(({ answers }) => (answers["record/setting"] ?? "").replace(/\s+/g, " ").trim());
  const names = given.map(({ from }, index) => {
    const setting = settings[index];
    if (!setting) return from;
    return settings.filter((other) => other === setting).length === 1 ? setting : `${setting} (${from})`;
  });
  return given.map((source, index) => {
    const before = names.slice(0, index).filter((name) => name === names[index]).length;
    return { ...source, name: before ? `${names[index]} ${before + 1}` : names[index] };
  });
}

function finishJoin(sheet, { joined, files, withPage, problems }, chosen) {
  const unplaced = files.flatMap(({ found }) => found.unplaced);
  const gone = [...(withPage ? [sheet.gone] : []), ...files.map(({ found }) => found.gone)];
  sheet.gone = joinGone(gone);
  if (!withPage) {
    sheet.drafts.current = null;
    sheet.beside = noBeside();
  }
  const plan = withPage ? sheet.identity : { plan: "", setting: "" };
  sheet.identity = { ...plan, entries: joined.ids };
  sheet.forgetNotes();
  sheet.write({ ...joined.answers, ...chosen });
  sheet.changed();
  const findings = findingsOf(sheet.definition, joined, chosen);
  sheet.panels.replaceChildren();
  if (findings.length) sheet.show(panel(t("join.found"), ...findings.map(shownFinding), saveButton(sheet, findings)));
  showUnplaced(sheet, unplaced);
  const said = [
    t("opening.joined", { count: joined.added, differing: number(joined.differing.length) }),
    joined.appended.length && t("join.entries-added", { count: joined.appended.length }),
    joined.left.length && t("join.left-count", { count: joined.left.length }),
    unplaced.length && `${t("unplaced.texts", { count: unplaced.length })}.`,
    ...problems,
  ];
  sayWithDays(sheet, said.filter(Boolean).join(" "));
}

/** What is no longer asked, of all: where they differ, one after the other. */
function joinGone(all) {
  const joined = {};
  for (const [key, value] of all.flatMap((gone) => Object.entries(gone))) {
    const before = joined[key];
    joined[key] = before && !before.split("\n\n").includes(value) ? `${before}\n\n${value}` : value;
  }
  return joined;
}

/** The findings belong to no answer, so they can be kept as a table of their own. */
function saveButton(sheet, findings) {
  const rows = findings.flatMap(({ title, headings, rows: found }) => [[title], headings, ...found, []]);
  const name = fileName(sheet.definition, sheet.answers, sheet.today, "joined.csv");
  return el(
    "p",
    {},
    button(t("join.save"), () => handOut(name, toCsv(rows), TYPES.csv)),
  );
}
