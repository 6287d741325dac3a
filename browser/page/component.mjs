/**
 * How a component starts. Its place on the page has `data-component` with its name, and everything in it that only
 * works with script is hidden there. Where it cannot start, the page says so in the console, once, that place shows what
 * it shows without scripts, and the rest of the page works.
 */

/**
 * Calls `start` with each place of a component. It may return a promise.
 * @param {string} name
 * @param {(root: any) => any} start
 */
export function mount(name, start) {
  for (const root of document.querySelectorAll(`[data-component="${name}"]`)) startAt(root, name, start);
}

/**
 * The part of `root` that a selector names; throws an error that names the component that lacks it.
 * @param {Element} root
 * @param {string} selector
 * @returns {any}
 */
export function requirePart(root, selector) {
  const part = root.querySelector(selector);
  if (part) return part;
  const name = root.closest("[data-component]")?.getAttribute("data-component") ?? root.localName;
  throw new Error(`the part "${selector}" of ${name} is missing from the page`);
}

function startAt(root, name, start) {
  const hidden = root.querySelectorAll("[hidden]");
  const substitutes = root.querySelectorAll(".without-script");
  const giveUp = (error) => {
    for (const part of hidden) part.hidden = true;
    for (const part of substitutes) part.hidden = false;
    console.error(`The component ${name} did not start: ${error.message}.`, error);
  };
  for (const part of substitutes) part.hidden = true;
  try {
    start(root)?.catch?.(giveUp);
  } catch (error) {
    giveUp(error);
  }
}
