/** A reader's list: ids in an order, as an address has them. */
export const MOST = 60; // a longer list is no handout, and no address either

/**
 * The ids of a list as an address gives them: each once, only what an id can be.
 * @param {string[]} values
 */
export function readIds(values) {
  const ids = values.filter((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 80);
  return [...new Set(ids)].slice(0, MOST);
}

/**
 * The list with one id more or fewer; at its end when it is new.
 * @param {string[]} ids
 * @param {string} id
 * @param {boolean} isIn
 */
export function toggleId(ids, id, isIn) {
  const rest = ids.filter((item) => item !== id);
  return isIn && rest.length < MOST ? [...rest, id] : rest;
}

/**
 * The list with one id moved by a step; as it is where there is no room.
 * @param {string[]} ids
 * @param {string} id
 * @param {number} step
 */
export function moveId(ids, id, step) {
  const from = ids.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  const next = [...ids];
  [next[from], next[to]] = [next[to], next[from]];
  return next;
}
