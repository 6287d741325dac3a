/** Bytes and bits, read and gathered. */

import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";

/**
 * Parts one after the other, `size` bytes in all.
 * @param {Uint8Array[]} parts
 * @param {number} size
 */
export function joined(parts, size) {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Bits of bytes, the lowest first; throws RangeError behind the end. */
export class BitReader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.source = bytes;
    this.at = 0;
    this.held = 0;
    this.count = 0;
  }

  /** @param {number} wanted */
  bits(wanted) {
    while (this.count < wanted) {
      if (this.at >= this.source.length) throw new RangeError("cut short");
      this.held |= this.source[this.at] << this.count;
      this.at += 1;
      this.count += 8;
    }
    const value = this.held & ((1 << wanted) - 1);
    this.held >>>= wanted;
    this.count -= wanted;
    return value;
  }

  /**
   * Whole bytes, from the next one on.
   * @param {number} length
   */
  bytes(length) {
    this.held = 0;
    this.count = 0;
    if (this.at + length > this.source.length) throw new RangeError("cut short");
    this.at += length;
    return this.source.subarray(this.at - length, this.at);
  }
}

/** Bytes that grow, up to a limit. */
export class Output {
  /** @param {number} most */
  constructor(most) {
    this.most = most;
    this.bytes = new Uint8Array(Math.min(most, 65_536));
    this.length = 0;
  }

  /** @param {number} more */
  makeRoom(more) {
    const needed = this.length + more;
    if (needed > this.most) throw new FileProblem(t("files.too-large"));
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.min(this.most, Math.max(needed, 2 * this.bytes.length)));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  /** @param {Uint8Array} part */
  add(part) {
    this.makeRoom(part.length);
    this.bytes.set(part, this.length);
    this.length += part.length;
  }

  /** @param {number} byte */
  push(byte) {
    if (this.length === this.bytes.length) this.makeRoom(1);
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  /**
   * Repeats what stands `distance` back; the repetition may run into itself.
   * @param {number} distance
   * @param {number} length
   */
  repeat(distance, length) {
    if (distance > this.length) throw new RangeError("too far back");
    this.makeRoom(length);
    for (let left = length; left > 0; left -= 1) {
      this.bytes[this.length] = this.bytes[this.length - distance];
      this.length += 1;
    }
  }
}
