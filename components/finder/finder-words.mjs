/** What the finder says of its state: how many resources fit, and what was typed, as a filter among the others. */
import { number, t } from "../../browser/lib/language.mjs";

const LONGEST_LABEL = 80; // characters of what was typed

/** How many fit, how many of them are shown, and how many would fit besides, were old ones asked for. */
export function countInWords({ count, all, shown, hidden }) {
  let words =
    count === all ? t("finder.count-all", { count }) : t("finder.count-of", { fitting: number(count), count: all });
  if (!count) words = t("finder.none");
  if (shown < count) words += `, ${t("finder.first-shown", { count: shown })}`;
  if (hidden) words += `. ${t("finder.hidden", { count: hidden })}`;
  return words;
}

/** How many resources that fit are superseded or withdrawn; `counts` are those of each facet's values. */
export function countOld(counts) {
  const statuses = counts.get("status");
  return (statuses.get("superseded") ?? 0) + (statuses.get("withdrawn") ?? 0);
}

/** What was typed as a filter, in a list; an empty list where nothing was. */
export function typedFilter(text) {
  if (!text.trim()) return [];
  const labels = [text.trim().slice(0, LONGEST_LABEL)];
  return [{ name: "q", legend: t("finder.words"), values: [text], labels }];
}
