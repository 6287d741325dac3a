/** On the page for addresses that lead nowhere: what the words of the address may have meant. Nothing is sent anywhere. */
import { pageAddress, wordsOfAddress } from "../../browser/lib/address.mjs";
import { writeFragment } from "../../browser/lib/fragment.mjs";
import { mount, requirePart } from "../../browser/page/component.mjs";
import { openSearch } from "../../browser/page/open-search.mjs";
import { element } from "../../browser/page/page.mjs";

const MOST = 6;

async function start(section) {
  const { root } = section.dataset;
  const path = location.pathname.slice(root.startsWith("/") ? root.length - 1 : 0);
  const queries = wordsOfAddress(path, location.hash);
  if (!queries.length) return;
  const search = await openSearch(root);
  const words = queries.find((query) => search.find(query).results.length);
  if (!words) return;
  const link = ({ title, within, leadsTo }) =>
    element(
      "li",
      {},
      element("a", { href: pageAddress(root, leadsTo, location.protocol) }, title),
      within ? ` (${within})` : "",
    );
  requirePart(section, "ul").replaceChildren(...search.find(words).results.slice(0, MOST).map(link));
  const all = requirePart(section, ".lost-address__all");
  all.href = pageAddress(root, `search/#${writeFragment([["q", [words]]])}`, location.protocol);
  section.hidden = false;
}

mount("lost-address", start);
