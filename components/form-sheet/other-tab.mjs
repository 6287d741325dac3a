/** The same draft in another tab: each tab says that the other has changed it, and both texts are kept. */

import { readDraft } from "../../browser/lib/drafts.mjs";
import { t } from "../../browser/lib/language.mjs";
import { localTime } from "../draft-notice/notice.mjs";
import { withStorage } from "./device-storage.mjs";
import { button, el } from "./dom.mjs";

export class OtherTab {
  constructor(drafts) {
    this.drafts = drafts;
    this.place = el("div", { class: "form-other-tab notice", tabindex: "-1", hidden: true });
    // On a phone the notice scrolls away with the tools; this stays beside the button that saves.
    this.pointer = button(t("drafts.other-tab"), () => this.place.focus(), {
      class: "button button--quiet",
      hidden: true,
    });
  }

  listen() {
    this.drafts.sheet.tools.append(this.place);
    this.drafts.sheet.end.append(this.pointer);
    addEventListener("storage", ({ key }) => {
      this.drafts.offer.show();
      this.look(key);
    });
    // A page that the browser had put to sleep is told nothing.
    for (const type of ["pageshow", "focus"]) addEventListener(type, () => this.look(this.drafts.current?.id));
  }

  clear() {
    this.place.hidden = this.pointer.hidden = true;
    this.place.replaceChildren();
  }

  /** Compares the draft that is open with what is kept now. `key` is what another tab changed; null where it was all. */
  look(key) {
    const { drafts } = this;
    const { current } = drafts;
    if (!current) return;
    const other = key && withStorage((storage) => readDraft(storage, key));
    if (other && other.besides === current.id && other.tab !== drafts.tab) return this.sayDivided(other, current);
    if (key !== null && key !== current.id) return;
    const stored = withStorage((storage) => readDraft(storage, current.id));
    if (!stored) return this.sayDeleted();
    if (stored.tab === drafts.tab || (stored.revision ?? 0) === current.revision) {
      if (stored.tab !== current.heldBy) this.divide(stored); // both wrote at once, and the other came last
      return;
    }
    this.sayChanged(stored);
  }

  /** Another tab has written the draft since: what stands here becomes a second draft, so that nothing is lost. */
  divide(stored) {
    const { drafts } = this;
    if (!stored) {
      this.sayDeleted();
      return { problem: t("drafts.deleted-elsewhere") };
    }
    const done = drafts.keepBeside({ ...drafts.current, id: stored.id, name: stored.name });
    if (done.problem) return done;
    this.say(
      t("drafts.divided-here", { name: drafts.current.name, other: stored.name }),
      this.opener(stored, t("drafts.open-other", { name: stored.name })),
    );
    return {};
  }

  sayChanged(stored) {
    const { drafts } = this;
    const keep = () => {
      this.clear();
      const { problem } = drafts.keepBeside({ ...drafts.current, id: stored.id, name: stored.name });
      drafts.sheet.say(problem ?? t("drafts.kept-as", { name: drafts.current.name }));
    };
    this.say(
      t("drafts.changed-elsewhere", { name: stored.name, time: localTime(stored.saved) }),
      this.opener(stored, t("drafts.show-other")),
      button(t("drafts.keep-both"), keep, { class: "button button--quiet" }),
    );
  }

  sayDivided(other, current) {
    if (this.divided === other.id + current.id) return; // it is written on with each key
    this.divided = other.id + current.id;
    this.say(
      t("drafts.divided-elsewhere", { name: this.drafts.current.name, other: other.name }),
      this.opener(other, t("drafts.open-other", { name: other.name })),
    );
  }

  /** What was kept is gone, and this tab's text with it: it is unsaved. */
  sayDeleted() {
    this.drafts.current = null;
    this.drafts.sheet.markSaved({});
    this.say(t("drafts.deleted-elsewhere"));
  }

  opener(draft, words) {
    return button(words, () => this.drafts.open(draft), { class: "button button--quiet" });
  }

  say(text, ...buttons) {
    this.place.replaceChildren(el("p", {}, text), ...buttons);
    this.place.hidden = this.pointer.hidden = false;
    this.drafts.sheet.say(text);
  }
}
