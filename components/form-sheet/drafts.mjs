/** Drafts on the device: only when the reader asks, for a time, and deleted at a press. Two tabs never overwrite each other. */

import { bringUpToDate, filled } from "../../browser/lib/answers.mjs";
import {
  DraftConflict,
  deleteAllDrafts,
  deleteDraft,
  freeName,
  keepDraft,
  listDrafts,
  readDraft,
  shortId,
} from "../../browser/lib/drafts.mjs";
import { bringIdsUpToDate, readEntryIds, readPlanId } from "../../browser/lib/entries.mjs";
import { readFragment } from "../../browser/lib/fragment.mjs";
import { t } from "../../browser/lib/language.mjs";
import { localDay, localTime } from "../draft-notice/notice.mjs";
import { readBeside } from "./beside.mjs";
import { withStorage } from "./device-storage.mjs";
import { DraftOffer } from "./draft-offer.mjs";
import { draftPanel } from "./draft-panel.mjs";
import { readFields } from "./fields.mjs";
import { take } from "./opening.mjs";
import { OtherTab } from "./other-tab.mjs";

export class Drafts {
  constructor(sheet) {
    this.sheet = sheet;
    this.tab = Math.random().toString(36).slice(2);
    this.current = null; // {id, name, days, endsWithExit, revision, heldBy} of the draft that is open
    this.startsVersion = false; // whether the text of before is to be had back once something is written
    this.offer = new DraftOffer(this);
    this.otherTab = new OtherTab(this);
  }

  /** A form that can hold what is personal is never kept, whatever its definition says. */
  get isAllowed() {
    const { save, personal } = this.sheet.definition;
    return save === "draft" && !personal;
  }

  /** Copies of the site on one host do not share drafts. */
  get scope() {
    return new URL(this.sheet.element.dataset.root, location.href).pathname;
  }

  /** The drafts of this form; null where the browser keeps nothing. */
  list() {
    return this.isAllowed ? withStorage((storage) => listDrafts(storage, this.scope, this.sheet.definition.id)) : [];
  }

  /** Opens the draft that the address names, or says which there are. */
  start() {
    if (!this.isAllowed) return;
    const [wanted] = readFragment(location.hash).get("draft") ?? [];
    const draft = wanted && this.list()?.find(({ id }) => shortId(id) === wanted);
    if (draft) this.open(draft);
    this.offer.show();
    this.otherTab.listen();
  }

  show() {
    const { definition, form } = this.sheet;
    const name = this.current?.name || readFields(form)["record/setting"] || definition.title;
    const act = {
      keep: (given, days, endsWithExit) => this.keep(given, days, endsWithExit),
      open: (draft, version) => this.open(draft, version),
      remove: (draft) => this.remove(draft),
      removeAll: () => this.removeAll(),
    };
    this.sheet.ask(t("drafts.title"), ...draftPanel(this.list(), { ...this.current, name }, act));
  }

  keep(name, days, endsWithExit) {
    const { problem } = this.store({ name, days, endsWithExit });
    if (problem) return this.sheet.say(problem);
    this.offer.show();
    this.show();
    this.sheet.guard.lookAtAll();
    return this.sheet.say([t("drafts.kept", { count: days }), this.sheet.guard.warning].filter(Boolean).join(" "));
  }

  /** Writes what stands in the form into the draft that is open; says once if that is no longer possible. */
  keepUp() {
    if (!this.current) return;
    const { problem } = this.store(this.current);
    if (problem && problem !== this.problem) this.sheet.say(problem);
    this.problem = problem;
  }

  /**
   * Keeps the answers under {name, days, endsWithExit}; gives {problem} in words where that did not work.
   * @param {{ name: string, days: number, endsWithExit?: boolean, besides?: string }} given
   * @returns {{ problem?: string }}
   */
  store({ name, days, endsWithExit, besides }) {
    const { id: form, version } = this.sheet.definition;
    const { id, revision, heldBy } = this.current ?? {};
    const { answers, identity: ids, beside } = this.sheet;
    const { tab, startsVersion } = this;
    const draft = {
      id,
      form,
      name,
      version,
      answers,
      endsWithExit,
      revision,
      heldBy,
      tab,
      besides,
      startsVersion,
      ids,
      beside,
    };
    if (!this.isAllowed) return { problem: t("drafts.blocked") };
    try {
      const kept = keepDraft(localStorage, this.scope, draft, days, new Date());
      this.hold(readDraft(localStorage, kept));
    } catch (error) {
      if (error instanceof DraftConflict) return this.otherTab.divide(error.stored);
      return { problem: this.reason() };
    }
    this.sheet.markSaved(answers, "draft");
    return {};
  }

  /** Why the browser kept nothing. */
  reason() {
    const canRead = withStorage((storage) => storage.length) !== null;
    return canRead ? t("drafts.full") : t("drafts.blocked");
  }

  /**
   * From now on the form is the text of this draft.
   * @param {Draft} draft
   */
  hold({ id, name, days, endsWithExit, revision = 0, tab, besides, answers }) {
    const text = JSON.stringify(filled(answers));
    if (this.current?.id !== id) this.text = text;
    else if (text !== this.text) this.startsVersion = false;
    this.current = { id, name, days: days ?? 30, endsWithExit, revision, heldBy: tab, besides };
  }

  /** Opens a draft, or one of its earlier versions as the text to go on with. */
  open(draft, version) {
    if (this.sheet.isUnsaved && !confirm(t("drafts.open-over"))) return;
    const stored = withStorage((storage) => readDraft(storage, draft.id)) ?? draft;
    const text = version ?? stored;
    // An earlier version may have other entries at the places of today's.
    const entries = version ? {} : bringIdsUpToDate(this.sheet.definition, readEntryIds(stored.ids?.entries));
    const ids = { plan: readPlanId(stored.ids?.plan), entries };
    const found = bringUpToDate(this.sheet.definition, text.answers, text.version);
    take(this.sheet, { ...found, unplaced: [] }, text.version, ids, readBeside(stored.beside));
    this.current = null;
    this.hold(stored);
    this.startsVersion = true;
    this.otherTab.clear();
    this.offer.show();
    if (version) return this.goBackTo(version);
    this.sheet.markSaved(this.sheet.answers, "draft", stored.saved);
    return this.sheet.say(t("drafts.is-open", { name: stored.name }));
  }

  goBackTo({ saved }) {
    const { problem } = this.store(this.current);
    this.sheet.say(problem ?? t("drafts.version-is-open", { day: localDay(saved), time: localTime(saved) }));
  }

  remove(draft) {
    withStorage((storage) => deleteDraft(storage, draft.id));
    if (this.current?.id === draft.id) this.letGo();
    this.offer.show();
    this.show();
  }

  removeAll() {
    const count = withStorage((storage) => deleteAllDrafts(storage, this.scope)) || 0;
    this.letGo();
    this.offer.show();
    this.show();
    this.sheet.say(t("drafts.all-deleted", { count }));
  }

  /** The reader has deleted what was kept: what is still on the page is kept nowhere, and may be left without a question. */
  letGo() {
    this.current = null;
    this.otherTab.clear();
    this.sheet.markSaved(this.sheet.answers, "nowhere");
  }

  /** A second draft beside another, with the text of this tab; gives {problem} where it could not be kept. */
  keepBeside({ id, name, days, endsWithExit }) {
    this.current = null;
    this.startsVersion = false;
    const own = withStorage((storage) => freeName(storage, this.scope, this.sheet.definition.id, name)) ?? name;
    return this.store({ name: own, days, endsWithExit, besides: id });
  }
}
