/** The part of a page's state that is in its address. Each component owns its own keys. */
import { readFragment, writeFragment } from "../lib/fragment.mjs";
import { afterPaint } from "./page.mjs";

let pending; // a change that is not yet in the address

/** The state in the address of this page. */
export function pageState() {
  writePending();
  return readFragment(location.hash);
}

/**
 * Puts changed keys (pairs of key and list) into the address. `isStep` makes an entry in the history, so that Back
 * undoes it; what is typed changes the present entry instead. The reader sees what a tick did first: browsers take
 * longer over the history than over the list.
 */
export function changePageState(changes, isStep) {
  writePending();
  pending = () => write(changes, isStep);
  afterPaint(writePending);
}

/** Calls `read` whenever the address changes by Back, Forward or a link. */
export function onPageState(read) {
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
}

function writePending() {
  const work = pending;
  pending = undefined;
  work?.();
}

function write(changes, isStep) {
  const state = new Map([...readFragment(location.hash), ...changes]);
  const fragment = writeFragment(state);
  if (`#${fragment}` === location.hash || (!fragment && !location.hash)) return;
  const here = location.href.split("#")[0];
  history[isStep ? "pushState" : "replaceState"](null, "", fragment ? `#${fragment}` : here);
}
