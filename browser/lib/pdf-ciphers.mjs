/** The ciphers of protected PDF files: MD5 (RFC 1321) and RC4, which no browser offers, and AES, which all do. */

import { joined } from "./bytes.mjs";

const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
const SINES = Int32Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32));

/**
 * The 16 bytes of the digest.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function md5(bytes) {
  const padded = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) * 64));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 8, bytes.length * 8, true);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let at = 0; at < padded.byteLength; at += 64) digestBlock(state, padded, at);
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((word, index) => {
    digest.setInt32(index * 4, word, true);
  });
  return new Uint8Array(digest.buffer);
}

/**
 * @param {Int32Array} state
 * @param {DataView} data
 * @param {number} at
 */
function digestBlock(state, data, at) {
  let [a, b, c, d] = state;
  for (let step = 0; step < 64; step += 1) {
    const round = step >> 4;
    const [mixed, word] = mix(round, step, b, c, d);
    const sum = (a + mixed + SINES[step] + data.getInt32(at + word * 4, true)) | 0;
    const shift = SHIFTS[round][step & 3];
    [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
  }
  [a, b, c, d].forEach((word, index) => {
    state[index] = (state[index] + word) | 0;
  });
}

/**
 * [what the round makes of three words, which word of the block it takes]
 * @param {number} round
 * @param {number} step
 * @param {number} b
 * @param {number} c
 * @param {number} d
 */
function mix(round, step, b, c, d) {
  if (round === 0) return [(b & c) | (~b & d), step];
  if (round === 1) return [(d & b) | (~d & c), (5 * step + 1) & 15];
  if (round === 2) return [b ^ c ^ d, (3 * step + 5) & 15];
  return [c ^ (b | ~d), (7 * step) & 15];
}

/**
 * Bytes enciphered or deciphered.
 * @param {Uint8Array} key
 * @param {Uint8Array} bytes
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function rc4(key, bytes) {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + state[i] + key[i % key.length]) & 255;
    [state[i], state[j]] = [state[j], state[i]];
  }
  let [i, j] = [0, 0];
  return Uint8Array.from(bytes, (byte) => {
    i = (i + 1) & 255;
    j = (j + state[i]) & 255;
    [state[i], state[j]] = [state[j], state[i]];
    return byte ^ state[(state[i] + state[j]) & 255];
  });
}

/**
 * AES in chained blocks, by the platform. Its results are whole blocks: the last block says how many bytes pad it.
 * @param {Uint8Array<ArrayBuffer>} key
 * @param {Uint8Array<ArrayBuffer>} start the block before the first
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function decryptAes(key, start, bytes) {
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv: start }, await aesKey(key), bytes));
}

/**
 * The same for whole blocks that nothing pads: a block of padding is added, for the platform expects one.
 * @param {Uint8Array<ArrayBuffer>} key
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function decryptBlocks(key, bytes) {
  const padding = await encryptAes(key, bytes.slice(-16), new Uint8Array(0));
  return decryptAes(key, new Uint8Array(16), join(bytes, padding));
}

/**
 * Whole blocks enciphered, without the padding that the platform adds.
 * @param {Uint8Array<ArrayBuffer>} key
 * @param {Uint8Array<ArrayBuffer>} start
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function encryptBlocks(key, start, bytes) {
  return (await encryptAes(key, start, bytes)).slice(0, bytes.length);
}

/**
 * @param {256 | 384 | 512} bits
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function sha(bits, bytes) {
  return new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, bytes));
}

/**
 * Parts one after the other.
 * @param {...Uint8Array} parts
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function join(...parts) {
  return joined(
    parts,
    parts.reduce((sum, part) => sum + part.length, 0),
  );
}

/**
 * @param {Uint8Array<ArrayBuffer>} key
 * @param {Uint8Array<ArrayBuffer>} start
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function encryptAes(key, start, bytes) {
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv: start }, await aesKey(key), bytes));
}

/** @param {Uint8Array<ArrayBuffer>} key */
function aesKey(key) {
  return crypto.subtle.importKey("raw", key, "AES-CBC", false, ["encrypt", "decrypt"]);
}
