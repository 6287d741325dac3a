/** The names under which answers are kept: `section~2/row~3/column`; the first of a repetition carries no number. */

const STEP = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:~([1-9][0-9]{0,3}))?$/;

/** The name made of [id, which one] pairs. */
export function joinKey(steps) {
  return steps.map(([id, number]) => (number === 1 ? id : `${id}~${number}`)).join("/");
}

/** The [id, which one] pairs of a name, or null if it is not one. */
export function splitKey(key) {
  const steps = String(key)
    .split("/")
    .map((step) => STEP.exec(step));
  if (steps.length < 2 || steps.length > 3 || steps.includes(null)) return null;
  return steps.map(([, id, number]) => [id, Number(number || 1)]);
}

/** The name without numbers: that of the question itself. */
export function plainKey(key) {
  const steps = splitKey(key);
  return steps ? steps.map(([id]) => id).join("/") : String(key);
}

/** The name with other ids and the same numbers. */
export function renameKey(key, newPlain) {
  const steps = splitKey(key);
  const ids = newPlain.split("/");
  if (!steps || ids.length !== steps.length) return key;
  return joinKey(ids.map((id, index) => [id, steps[index][1]]));
}
