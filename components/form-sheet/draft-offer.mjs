/** The notice at the head of a form: which drafts of it are on this device. */

import { deleteDraft } from "../../browser/lib/drafts.mjs";
import { t } from "../../browser/lib/language.mjs";
import { dated, draftNotice } from "../draft-notice/notice.mjs";
import { withStorage } from "./device-storage.mjs";
import { button, el } from "./dom.mjs";

export class DraftOffer {
  constructor(drafts) {
    this.drafts = drafts;
    this.place = el("div", { class: "draft-notice", hidden: true, lang: document.documentElement.lang });
  }

  /** Lists the drafts while none is open. */
  show() {
    const { drafts, place } = this;
    const { sheet } = drafts;
    const kept = (!drafts.current && drafts.list()) || [];
    if (!place.isConnected) sheet.tools.before(place);
    place.hidden = !kept.length;
    place.replaceChildren();
    if (kept.length)
      place.append(
        draftNotice(
          kept,
          (draft) => this.opener(draft),
          (draft) => this.remove(draft),
        ),
      );
  }

  opener(draft) {
    const open = () => {
      this.drafts.open(draft);
      this.drafts.sheet.status.focus();
    };
    return button(t("drafts.open"), open, {
      class: "button button--quiet",
      "aria-label": t("drafts.open-dated", dated(draft)),
    });
  }

  remove(draft) {
    withStorage((storage) => deleteDraft(storage, draft.id));
    this.show();
    this.drafts.sheet.say(t("drafts.is-deleted", { name: draft.name }));
    this.drafts.sheet.status.focus();
  }
}
