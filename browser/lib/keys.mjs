/** The names under which answers are kept: `section~2/row~3/column`; the first of a repetition carries no number. */

const STEP = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:~([1-9][0-9]{0,3}))?$/;

/**
 * The name made of [id, which one] pairs.
 * @param {Steps} steps
 */
export function joinKey(steps) {
  return steps.map(([id, number]) => (number === 1 ? id : `${id}~${number}`)).join("/");
}

/**
 * The [id, which one] pairs of a name, or null if it is not one.
 * @param {string} key
 * @returns {Steps | null}
 */
export function splitKey(key) {
  const steps = String(key)
    .split("/")
    .map((step) => STEP.exec(step));
  if (steps.length < 2 || steps.length > 3) return null;
  const pairs = steps.flatMap((step) =>
    step ? [/** @type {[string, number]} */ ([step[1], Number(step[2] || 1)])] : [],
  );
  return pairs.length === steps.length ? pairs : null;
}

/**
 * The name without numbers: that of the question itself.
 * @param {string} key
 */
export function plainKey(key) {
  const steps = splitKey(key);
  return steps ? steps.map(([id]) => id).join("/") : String(key);
}

/**
 * The name with other ids and the same numbers.
 * @param {string} key
 * @param {string} newPlain
 */
export function renameKey(key, newPlain) {
  const steps = splitKey(key);
  const ids = newPlain.split("/");
  if (!steps || ids.length !== steps.length) return key;
  return joinKey(ids.map((id, index) => [id, steps[index][1]]));
}
