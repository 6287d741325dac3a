/**
 * PDF files that are protected against changes only: the password to open them is empty, so everyone may read them.
 * ISO 32000-2, 7.6: RC4 with 40 to 128 bits, AES with 128 and 256.
 */

import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { decryptAes, decryptBlocks, encryptBlocks, join, md5, rc4, sha } from "./pdf-ciphers.mjs";
import { PdfDictionary } from "./pdf-parser.mjs";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const PADDING = Uint8Array.from(
  "28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a".match(/../g) ?? [],
  (pair) => parseInt(pair, 16),
);
const NOTHING = new Uint8Array(0);
const KEPT = new Set(["T", "V", "Form"]); // the entries whose texts are read

/**
 * What decrypts the texts and streams of a file with the empty password; throws FileProblem where that does not open it.
 * @param {PdfDictionary} security the file's Encrypt dictionary, with nothing elsewhere
 * @param {Bytes} id the first half of the file's identifier
 * @returns {Promise<Decryption>}
 */
export async function openSecurity(security, id) {
  const version = security.get("V");
  const key = version >= 5 ? await newKey(security) : oldKey(security, id);
  if (security.get("Filter")?.name !== "Standard" || !key) throw new FileProblem(t("files.pdf-protected"));
  const [texts, streams] = ["StrF", "StmF"].map((name) => methodOf(security, version, name));
  // No browser has ciphers on a page of a host without a certificate.
  if (`${texts} ${streams}`.includes("AES") && !hasCiphers()) throw new FileProblem(t("files.pdf-protected"));
  /**
   * @param {string} method
   * @param {PdfPlace} place
   * @param {string} text with one sign a byte
   */
  const decrypt = async (method, place, text) => {
    const content = bytesOf(text);
    if (method === "Identity" || !content.length) return text;
    if (method === "V2") return textOf(rc4(objectKey(key, place, false), content));
    const own = method === "AESV3" ? key : objectKey(key, place, true);
    return textOf(await decryptAes(own, content.slice(0, 16), content.slice(16)));
  };
  return {
    text: (place, text) => decrypt(texts, place, text),
    stream: (place, text) => decrypt(streams, place, text),
  };
}

function hasCiphers() {
  return typeof crypto !== "undefined" && Boolean(crypto.subtle);
}

/**
 * Decrypts the texts of a value that answers may stand in, in place.
 * @param {PdfValue} value
 * @param {(text: string) => Promise<string>} decrypt
 * @param {boolean} isKept whether it stands under a name whose texts are read
 */
export async function decryptTexts(value, decrypt, isKept = false) {
  if (value instanceof PdfDictionary) {
    for (const [name, entry] of value) await decryptTexts(entry, decrypt, KEPT.has(name));
  } else if (Array.isArray(value)) {
    for (const entry of value) await decryptTexts(entry, decrypt, isKept);
  } else if (isKept && value?.bytes !== undefined) value.bytes = await decrypt(value.bytes);
}

/**
 * @param {PdfDictionary} security
 * @param {number} version
 * @param {string} name
 */
function methodOf(security, version, name) {
  if (version < 4) return "V2";
  const filter = security.get(name)?.name ?? "Identity";
  const method = filter === "Identity" ? filter : security.get("CF")?.get?.(filter)?.get?.("CFM")?.name;
  if (!["Identity", "V2", "AESV2", "AESV3"].includes(method)) throw new FileProblem(t("files.pdf-protected"));
  return method;
}

/**
 * The key of RC4 and of AES with 128 bits, from the empty password; null where it is another.
 * @param {PdfDictionary} security
 * @param {Bytes} id
 */
function oldKey(security, id) {
  const revision = security.get("R");
  const length = security.get("V") === 1 ? 5 : Math.min(16, Math.max(5, (security.get("Length") ?? 128) >> 3));
  const size = revision === 2 ? 5 : length;
  const rights = new DataView(new ArrayBuffer(4));
  rights.setInt32(0, security.get("P") | 0, true);
  const open = revision >= 4 && security.get("EncryptMetadata") === false ? Uint8Array.of(255, 255, 255, 255) : NOTHING;
  let key = md5(join(PADDING, entry(security, "O", 32), new Uint8Array(rights.buffer), id, open)).slice(0, size);
  for (let round = 0; revision >= 3 && round < 50; round += 1) key = md5(key).slice(0, size);
  return isSame(userCheck(revision, key, id), entry(security, "U", revision === 2 ? 32 : 16)) ? key : null;
}

/**
 * What a file says of the right key.
 * @param {number} revision
 * @param {Bytes} key
 * @param {Bytes} id
 */
function userCheck(revision, key, id) {
  if (revision === 2) return rc4(key, PADDING);
  let check = md5(join(PADDING, id));
  for (let round = 0; round < 20; round += 1) {
    check = rc4(
      key.map((byte) => byte ^ round),
      check,
    );
  }
  return check;
}

/**
 * The key of AES with 256 bits, from the empty password; null where it is another, or the browser has no ciphers.
 * @param {PdfDictionary} security
 */
async function newKey(security) {
  if (!hasCiphers()) return null;
  const user = entry(security, "U", 48);
  const hash = security.get("R") === 5 ? (/** @type {Bytes} */ salt) => sha(256, salt) : longHash;
  if (!isSame(await hash(user.slice(32, 40)), user.slice(0, 32))) return null;
  return decryptBlocks(await hash(user.slice(40, 48)), entry(security, "UE", 32));
}

/**
 * Algorithm 2.B of ISO 32000-2, of the empty password with a salt.
 * @param {Bytes} salt
 */
async function longHash(salt) {
  let key = await sha(256, salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const block = join(...new Array(64).fill(key));
    const mixed = await encryptBlocks(key.slice(0, 16), key.slice(16, 32), block);
    const rest = mixed.slice(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = await sha(/** @type {(256 | 384 | 512)[]} */ ([256, 384, 512])[rest], mixed);
    last = mixed[mixed.length - 1];
  }
  return key.slice(0, 32);
}

/**
 * The key of one object.
 * @param {Bytes} key
 * @param {PdfPlace} place
 * @param {boolean} isAes
 */
function objectKey(key, { number, generation }, isAes) {
  const place = [number, number >> 8, number >> 16, generation, generation >> 8];
  const salt = isAes ? [0x73, 0x41, 0x6c, 0x54] : [];
  return md5(join(key, Uint8Array.from([...place, ...salt]))).slice(0, Math.min(16, key.length + 5));
}

/**
 * The first bytes of a text of a dictionary.
 * @param {PdfDictionary} dictionary
 * @param {string} name
 * @param {number} size
 */
function entry(dictionary, name, size) {
  const bytes = bytesOf(dictionary.get(name)?.bytes ?? "");
  if (bytes.length < size) throw new FileProblem(t("files.damaged-or-short"));
  return bytes.slice(0, size);
}

/**
 * @param {Bytes} one
 * @param {Bytes} other
 */
function isSame(one, other) {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

/** @param {string} text with one sign a byte */
export function bytesOf(text) {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/**
 * Bytes as text with one sign a byte.
 * @param {Uint8Array} bytes
 */
export function textOf(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join("");
}
