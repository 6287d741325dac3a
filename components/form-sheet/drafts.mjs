/** Drafts on the device: only when the reader asks, for a time, and deleted at a press. */

import { bringUpToDate } from "../../browser/lib/answers.mjs";
import { deleteAllDrafts, deleteDraft, deleteExpired, keepDraft, listDrafts } from "../../browser/lib/drafts.mjs";
import { t } from "../../browser/lib/language.mjs";
import { readFields } from "./fields.mjs";
import { take } from "./opening.mjs";
import { draftPanel } from "./tools.mjs";

export class Drafts {
  constructor(sheet) {
    this.sheet = sheet;
    this.current = null; // {id, name, days, endsWithExit} of the draft that is open
  }

  get isAllowed() {
    return this.sheet.definition.save === "draft";
  }

  /** Copies of the site on one host do not share drafts. */
  get scope() {
    return new URL(this.sheet.element.dataset.root, location.href).pathname;
  }

  /** What the work gives, or null where the browser keeps nothing. */
  withStorage(work) {
    try {
      return work(localStorage);
    } catch {
      return null;
    }
  }

  forgetOld() {
    if (this.isAllowed) this.withStorage((storage) => deleteExpired(storage, this.scope, new Date()));
  }

  show() {
    const { definition, form } = this.sheet;
    const name = this.current?.name || readFields(form)["record/setting"] || definition.title;
    const drafts = this.withStorage((storage) => listDrafts(storage, this.scope, definition.id)) || [];
    const act = {
      keep: (given, days, endsWithExit) => this.keep(given, days, endsWithExit),
      open: (draft) => this.open(draft),
      remove: (draft) => this.remove(draft),
      removeAll: () => this.removeAll(),
    };
    this.sheet.ask(t("drafts.title"), ...draftPanel(drafts, { ...this.current, name }, act));
  }

  keep(name, days, endsWithExit) {
    if (!this.store(name, days, endsWithExit)) return this.sheet.say(t("drafts.not-kept"));
    this.show();
    return this.sheet.say(t("drafts.kept", { count: days }));
  }

  keepUp() {
    if (this.current && !this.store(this.current.name, this.current.days, this.current.endsWithExit)) {
      this.sheet.say(t("drafts.no-longer-kept"));
    }
  }

  store(name, days, endsWithExit) {
    const { definition, answers } = this.sheet;
    const { id: form, version } = definition;
    const draft = { id: this.current?.id, form, name, version, answers, endsWithExit };
    const id = this.isAllowed && this.withStorage((storage) => keepDraft(storage, this.scope, draft, days, new Date()));
    if (!id) return false;
    this.current = { id, name, days, endsWithExit };
    this.sheet.markSaved();
    return true;
  }

  open(draft) {
    if (this.sheet.isUnsaved && !confirm(t("drafts.open-over"))) return;
    take(this.sheet, bringUpToDate(this.sheet.definition, draft.answers, draft.version), draft.version);
    const { id, name, days, endsWithExit } = draft;
    this.current = { id, name, days, endsWithExit };
    this.sheet.say(t("drafts.is-open", { name: draft.name }));
  }

  remove(draft) {
    this.withStorage((storage) => deleteDraft(storage, draft.id));
    if (this.current?.id === draft.id) this.letGo();
    this.show();
  }

  removeAll() {
    const count = this.withStorage((storage) => deleteAllDrafts(storage, this.scope)) || 0;
    this.letGo();
    this.show();
    this.sheet.say(t("drafts.all-deleted", { count }));
  }

  /** What stands in the form is no longer kept anywhere. */
  letGo() {
    this.current = null;
    this.sheet.markSaved({});
  }
}
