/** What repeats, entry by entry: which answers belong to one, and the id that an entry has from when it is first saved. */

import { joinKey, splitKey } from "./keys.mjs";
import { fingerprint } from "./visible.mjs";

const ID = /^[a-z0-9]{6,40}$/;
const MOST_IDS = 20_000;
const SETTING = "record/setting";
const LAST_STEP = "/id"; // makes a name of where an entry stands, so that what renumbers names renumbers ids

/**
 * Where an answer's entries stand, the outer before the inner: `visits~2` and `visits~2/gate~3` of `visits~2/gate~3/due`.
 * @param {Pick<FormDefinition, "sections" | "fields">} definition
 * @param {string} key
 */
export function entriesOf(definition, key) {
  const steps = splitKey(key);
  const section = definition.sections.find(({ id }) => id === steps?.[0][0]);
  if (!steps || !section) return [];
  const sections = section.repeat ? [joinKey(steps.slice(0, 1))] : [];
  return isInRow(definition, section, steps) ? [...sections, joinKey(steps.slice(0, 2))] : sections;
}

/**
 * Whether an answer belongs to an entry of a row, and not to all of them.
 * @param {Pick<FormDefinition, "fields">} definition
 * @param {Section} section
 * @param {Steps} steps
 */
export function isInRow(definition, section, steps) {
  if (!section.row_repeat || steps.length !== 3) return false;
  return !definition.fields[steps.map(([id]) => id).join("/")]?.once;
}

/**
 * The ids of a file or draft that are ids, by where their entries stand. Others are left out: an id carries no answer.
 * @param {unknown} raw
 * @returns {Record<string, string>}
 */
export function readEntryIds(raw) {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return {};
  const entries = Object.entries(raw).filter(([place, id]) => isId(id) && splitKey(place + LAST_STEP));
  return entries.length > MOST_IDS ? {} : Object.fromEntries(entries);
}

/**
 * The id of a plan as a file has it; empty where it has none.
 * @param {unknown} raw
 */
export function readPlanId(raw) {
  return isId(raw) ? raw : "";
}

/**
 * @param {unknown} id
 * @returns {id is string}
 */
function isId(id) {
  return typeof id === "string" && ID.test(id);
}

/**
 * An id for each entry that has an answer: its own, or a new one.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {Record<string, string>} ids
 * @param {() => string} makeId
 */
export function giveIds(definition, answers, ids, makeId) {
  const places = new Set(Object.keys(answers).flatMap((key) => entriesOf(definition, key)));
  return Object.fromEntries([...places].sort().map((place) => [place, ids[place] ?? makeId()]));
}

/**
 * The ids after their places were renumbered by `work`, which renumbers names of answers.
 * @param {Record<string, string>} ids
 * @param {(answers: Answers) => Answers} work
 */
export function renumberIds(ids, work) {
  const named = Object.fromEntries(Object.entries(ids).map(([place, id]) => [place + LAST_STEP, id]));
  return Object.fromEntries(Object.entries(work(named)).map(([key, id]) => [key.slice(0, -LAST_STEP.length), id]));
}

/**
 * The ids under the places of today, where a section or row has another id than when they were given.
 * @param {FormDefinition} definition
 * @param {Record<string, string>} ids
 */
export function bringIdsUpToDate(definition, ids) {
  const current = Object.entries(ids).map(([place, id]) => [currentPlace(definition, place), id]);
  return Object.fromEntries(current);
}

/**
 * @param {FormDefinition} definition
 * @param {string} place
 */
function currentPlace(definition, place) {
  const steps = (splitKey(place + LAST_STEP) ?? []).slice(0, -1);
  const plain = steps.map(([id]) => id).join("/");
  if (Object.keys(definition.fields).some((key) => key.startsWith(`${plain}/`))) return place;
  const old = Object.keys(definition.renamed).find((key) => key.startsWith(`${plain}/`));
  const names = old ? definition.renamed[old].split("/") : [];
  return names.length > steps.length ? joinKey(steps.map(([, number], index) => [names[index], number])) : place;
}

/**
 * The setting that answers are of, to compare by.
 * @param {Answers} answers
 */
export function settingOf(answers) {
  return (answers[SETTING] ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * The ids that a document carries: of the plan, and of the entries that it shows. `setting` is a mark of the setting
 * that the plan is of, so that a copy which somebody fills in for another setting is another plan. A form about a
 * person has no such mark: what it carries says nothing.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {PlanIdentity | undefined} identity
 * @returns {DocumentIds}
 */
export function idsToCarry(definition, answers, identity) {
  if (!identity?.plan) return { plan: "", entries: {} };
  const places = new Set(Object.keys(answers).flatMap((key) => entriesOf(definition, key)));
  const entries = Object.fromEntries(Object.entries(identity.entries).filter(([place]) => places.has(place)));
  const isMarked = !definition.personal && Object.hasOwn(definition.fields, SETTING);
  return { plan: identity.plan, entries, ...(isMarked && { setting: fingerprint(answers[SETTING] ?? "") }) };
}

/**
 * The id of the plan that a file is of; empty where a document is filled in for another setting than it was made for.
 * @param {Pick<FileAnswers, "plan" | "setting">} file
 * @param {Answers} answers under the names of today
 */
export function planOf({ plan = "", setting }, answers) {
  const isOther = setting !== undefined && setting !== fingerprint(answers[SETTING] ?? "");
  return isOther ? "" : plan;
}

/**
 * The ids of a plan and of its entries, made where there are none. A plan that was copied for another setting has
 * another id, so that the dates of two settings never share entries in a calendar.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {PlanIdentity} identity
 * @param {() => string} makeId
 * @returns {PlanIdentity}
 */
export function identify(definition, answers, identity, makeId) {
  const setting = settingOf(answers);
  const plan = identity.plan && identity.setting === setting ? identity.plan : makeId();
  return { plan, setting, entries: giveIds(definition, answers, identity.entries, makeId) };
}
