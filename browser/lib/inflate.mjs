/** Unpacks compressed bytes with the platform's own streams. */

import { FileProblem } from "./answers.mjs";
import { t } from "./language.mjs";

/** The bytes of `packed`, in "deflate" or "deflate-raw"; throws FileProblem for what is damaged or larger than `most`. */
export async function inflate(packed, format, most) {
  const parts = [];
  let size = 0;
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(format)).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > most) throw new FileProblem(t("files.too-large"));
      parts.push(value);
    }
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(t("files.damaged"));
  }
  return joined(parts, size);
}

/** Parts one after the other, `size` bytes in all. */
export function joined(parts, size) {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
