/** Drafts on this device: those whose time is over are deleted on every page; the page of templates lists the others. */

import { pageAddress } from "../../browser/lib/address.mjs";
import { deleteDraft, deleteExpired, listDrafts, shortId } from "../../browser/lib/drafts.mjs";
import { t } from "../../browser/lib/language.mjs";
import { mount } from "../../browser/page/component.mjs";
import { element } from "../../browser/page/page.mjs";
import { dated, draftNotice } from "./notice.mjs";

try {
  deleteExpired(localStorage, "", new Date());
} catch {
  // a browser that keeps nothing has nothing to delete
}

mount("draft-notice", (root) => {
  show(root);
  addEventListener("storage", () => show(root)); // another tab has kept or deleted one
  addEventListener("pageshow", () => show(root));
});

function show(root) {
  const drafts = offered(root);
  root.hidden = !drafts.length;
  root.replaceChildren();
  if (!drafts.length) return;
  const remove = (draft) => {
    deleteDraft(localStorage, draft.id);
    show(root);
    (root.querySelector("a") ?? document.querySelector("h1 a, main a"))?.focus();
  };
  root.append(
    draftNotice(
      drafts,
      (draft) => opener(root, draft),
      remove,
      (draft) => titleOf(draft.form),
    ),
  );
}

/** The drafts whose form is on this page. */
function offered(root) {
  try {
    const scope = new URL(root.dataset.root, location.href).pathname;
    return listDrafts(localStorage, scope).filter(({ form }) => titleOf(form));
  } catch {
    return [];
  }
}

function titleOf(form) {
  return document.querySelector(`[data-form="${CSS.escape(form)}"] h3`)?.textContent.trim() ?? "";
}

function opener(root, draft) {
  const address = pageAddress(root.dataset.root, `forms/${draft.form}/#draft=${shortId(draft.id)}`, location.protocol);
  const label = t("drafts.open-dated", dated(draft));
  return element("a", { class: "button button--quiet", href: address, "aria-label": label }, t("drafts.open"));
}
