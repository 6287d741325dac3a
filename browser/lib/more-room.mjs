/** Answers that go on where a PDF has more room, on its last page. toolkit/answers/more_room.py is its twin. */

import { joinKey, plainKey, splitKey } from "./keys.mjs";

const MORE_ROOM = "more-room";

/**
 * {joined, rest}: answers with what continues them, and what is still without a place, such as a text that does not
 * say what it continues.
 * @param {Answers} answers
 * @param {Answers} obsolete
 * @param {(key: string) => string | null} nameToday
 */
export function joinContinued(answers, obsolete, nameToday) {
  const [joined, rest] = [{ ...answers }, { ...obsolete }];
  for (const number of numbersIn(obsolete)) {
    const [target, text] = ["of", "text"].map((name) =>
      joinKey([
        [MORE_ROOM, number],
        [name, 1],
      ]),
    );
    const key = nameToday(rest[target] ?? "");
    if (text in rest && key === null) continue;
    if (text in rest && key !== null) joined[key] = [joined[key], rest[text]].filter(Boolean).join("\n");
    delete rest[target];
    delete rest[text];
  }
  return { joined, rest };
}

/** @param {Answers} obsolete */
function numbersIn(obsolete) {
  const keys = Object.keys(obsolete).filter((key) => [`${MORE_ROOM}/of`, `${MORE_ROOM}/text`].includes(plainKey(key)));
  return [...new Set(keys.map((key) => (splitKey(key) ?? [["", 1]])[0][1]))].sort((a, b) => a - b);
}
