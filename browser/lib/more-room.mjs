/** Answers that go on where a PDF has more room, on its last page. toolkit/answers/more_room.py is its twin. */

import { joinKey, plainKey, splitKey } from "./keys.mjs";

const MORE_ROOM = "more-room";

/**
 * {joined, left}: answers with what continues them, and what is still without a place, such as a text that does not
 * say what it continues.
 * @param {Answers} answers
 * @param {Answers} gone
 * @param {(key: string) => string | null} nameToday
 */
export function joinContinued(answers, gone, nameToday) {
  const [joined, left] = [{ ...answers }, { ...gone }];
  for (const number of numbersIn(gone)) {
    const [chosen, text] = ["of", "text"].map((name) =>
      joinKey([
        [MORE_ROOM, number],
        [name, 1],
      ]),
    );
    const key = nameToday(left[chosen] ?? "");
    if (text in left && key === null) continue;
    if (text in left && key !== null) joined[key] = [joined[key], left[text]].filter(Boolean).join("\n");
    delete left[chosen];
    delete left[text];
  }
  return { joined, left };
}

/** @param {Answers} gone */
function numbersIn(gone) {
  const own = Object.keys(gone).filter((key) => [`${MORE_ROOM}/of`, `${MORE_ROOM}/text`].includes(plainKey(key)));
  return [...new Set(own.map((key) => (splitKey(key) ?? [["", 1]])[0][1]))].sort((one, other) => one - other);
}
