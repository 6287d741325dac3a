/** The part of a page's state that stands in its address. Each component owns its own keys. */
import { readFragment, writeFragment } from "./fragment.mjs";

/** The state in the address of this page. */
export function pageState() {
  return readFragment(location.hash);
}

/**
 * Puts changed keys (pairs of key and list) into the address. `isStep` makes an entry in the history, so that Back
 * undoes it; what is typed changes the present entry instead.
 */
export function changePageState(changes, isStep) {
  const state = new Map([...pageState(), ...changes]);
  const fragment = writeFragment(state);
  if (`#${fragment}` === location.hash || (!fragment && !location.hash)) return;
  const here = location.href.split("#")[0];
  history[isStep ? "pushState" : "replaceState"](null, "", fragment ? `#${fragment}` : here);
}

/** Calls `read` whenever the address changes by Back, Forward or a link. */
export function onPageState(read) {
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
}
