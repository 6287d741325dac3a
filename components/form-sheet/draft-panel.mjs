/** The panel about drafts: what keeping one means, those that there are with their versions, and how to delete them all. */

import { filled } from "../../browser/lib/answers.mjs";
import { t } from "../../browser/lib/language.mjs";
import { isToBeDeleted, localDay, localTime } from "../draft-notice/notice.mjs";
import { button, el } from "./dom.mjs";

const QUIET = { class: "button button--quiet" };

/** `drafts` is null where the browser keeps nothing; `current` has the name that a draft gets, and the id of an open one. */
export function draftPanel(drafts, current, act) {
  if (!drafts) return [el("p", {}, t("drafts.blocked"))];
  const listed = drafts.map((draft) => listedDraft(draft, current.id, act));
  return [
    el("p", {}, t("drafts.who-can-read")),
    el("p", {}, t("drafts.exit")),
    listed.length ? el("ul", { class: "draft-list" }, listed) : el("p", {}, t("drafts.none")),
    ...keeping(current, act),
  ];
}

function keeping(current, act) {
  const days = el(
    "select",
    { id: "draft-days" },
    [7, 30, 90].map((count) =>
      el("option", { value: count, selected: count === (current.days ?? 30) }, t("drafts.days", { count })),
    ),
  );
  const name = el("input", { type: "text", id: "draft-name", maxlength: 80, autocomplete: "off", value: current.name });
  const exit = el("input", { type: "checkbox", id: "draft-exit", checked: current.endsWithExit === true });
  const keep = () => act.keep(name.value.trim() || t("drafts.name-unsaid"), Number(days.value), exit.checked);
  return [
    el(
      "div",
      { class: "form-panel__row" },
      el("label", { for: "draft-name" }, t("drafts.name")),
      name,
      el("label", { for: "draft-days" }, t("drafts.keep-for")),
      days,
    ),
    el("p", { class: "form-panel__choice" }, exit, " ", el("label", { for: "draft-exit" }, t("drafts.delete-on-exit"))),
    el(
      "p",
      {},
      button(current.id ? t("drafts.keep-up") : t("drafts.keep"), keep),
      " ",
      button(t("drafts.delete-all"), act.removeAll),
    ),
  ];
}

/** One of the drafts, with what can be done with it. */
function listedDraft(draft, openId, act) {
  const { name } = draft;
  return el(
    "li",
    {},
    el("strong", {}, name),
    ` ${t("drafts.dates", { saved: localDay(draft.saved), expires: localDay(draft.expires) })} `,
    draft.id === openId && `${t("drafts.open-now")} `,
    draft.endsWithExit === true && `${t("drafts.ends-with-exit")} `,
    button(t("drafts.open"), () => act.open(draft), { ...QUIET, "aria-label": t("drafts.open-named", { name }) }),
    " ",
    button(t("drafts.delete"), () => isToBeDeleted(draft) && act.remove(draft), {
      ...QUIET,
      "aria-label": t("drafts.delete-named", { name }),
    }),
    draft.previous.length > 0 && versions(draft, act),
  );
}

/** The texts that a draft had before. */
function versions(draft, act) {
  const line = (version) => {
    const when = { day: localDay(version.saved), time: localTime(version.saved) };
    const answers = Object.keys(filled(version.answers)).length;
    return el(
      "li",
      {},
      `${t("drafts.version", { ...when, answers })} `,
      button(t("drafts.open"), () => act.open(draft, version), {
        ...QUIET,
        "aria-label": t("drafts.open-version", { ...when, name: draft.name }),
      }),
    );
  };
  return el(
    "details",
    {},
    el("summary", {}, t("drafts.versions")),
    el("p", {}, t("drafts.versions-about")),
    el("ul", {}, draft.previous.map(line)),
  );
}
