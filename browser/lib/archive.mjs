/** ZIP archives, as Word files are, which every browser reads and most can pack. */

import { joined } from "./bytes.mjs";
import { FileProblem } from "./file-problem.mjs";
import { inflate } from "./inflate.mjs";
import { t } from "./language.mjs";
import { MOST_PARTS, MOST_UNPACKED } from "./limits.mjs";

const STORED = 0;
const DEFLATED = 8;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The entries of an archive: [{name, method, crc, size, packed}], in their order; throws FileProblem.
 * @param {Uint8Array} bytes
 * @returns {ArchiveEntry[]}
 */
export function readArchive(bytes) {
  try {
    return readDirectory(bytes);
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(t("files.damaged-or-short"));
  }
}

/**
 * @param {Uint8Array} bytes
 * @returns {ArchiveEntry[]}
 */
function readDirectory(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) throw new FileProblem(t("files.too-many-parts"));
  let at = view.getUint32(end + 16, true);
  const budget = { left: MOST_UNPACKED }; // of all entries together
  const entries = [];
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError("no entry");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const packedSize = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== LOCAL) throw new RangeError("no local header");
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packedSize > bytes.length) throw new RangeError("cut short");
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      packed: bytes.subarray(start, start + packedSize),
      budget,
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** @param {DataView} view */
function findEnd(view) {
  const earliest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new FileProblem(t("files.not-word-or-damaged"));
}

/**
 * The bytes of an entry; throws FileProblem for one that is damaged, encrypted or too large.
 * @param {ArchiveEntry} entry
 */
export function readEntry(entry) {
  if (entry.flags & 1) throw new FileProblem(t("files.password"));
  const { budget } = entry;
  if (entry.size > budget.left) throw new FileProblem(t("files.too-large"));
  const data = entry.method === STORED ? entry.packed : inflate(entry.packed, "deflate-raw", budget.left);
  if (crc32(data) !== entry.crc) throw new FileProblem(t("files.damaged"));
  budget.left -= data.length;
  return data;
}

/**
 * {method, packed}: data as it stands in an archive. Browsers that cannot pack it leave it as it is.
 * @param {Uint8Array<ArrayBuffer>} data
 */
async function pack(data) {
  const stream = packingStream();
  if (!stream) return { method: STORED, packed: data };
  const packed = new Response(new Blob([data]).stream().pipeThrough(stream));
  return { method: DEFLATED, packed: new Uint8Array(await packed.arrayBuffer()) };
}

function packingStream() {
  try {
    return new CompressionStream("deflate-raw");
  } catch {
    return null; // Safari before 16.4, Chrome before 103, Firefox before 113
  }
}

/**
 * An archive like the given one with the texts of some entries exchanged.
 * @param {ArchiveEntry[]} entries
 * @param {Answers} texts
 */
export async function exchangeEntries(entries, texts) {
  const changed = [];
  for (const entry of entries) {
    if (!(entry.name in texts)) {
      changed.push(entry);
      continue;
    }
    const data = new TextEncoder().encode(texts[entry.name]);
    changed.push({ ...entry, flags: 0, crc: crc32(data), size: data.length, ...(await pack(data)) });
  }
  return writeArchive(changed);
}

/** @param {ArchiveEntry[]} entries */
function writeArchive(entries) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const flags = (entry.flags & ~8) | 0x800;
    /**
     * @param {DataView} view
     * @param {number} offset
     */
    const common = (view, offset) => {
      view.setUint16(offset, 20, true);
      view.setUint16(offset + 2, flags, true);
      view.setUint16(offset + 4, entry.method, true);
      view.setUint16(offset + 8, 0x0021, true); // 1 January 1980: an archive must say some day
      view.setUint32(offset + 10, entry.crc, true);
      view.setUint32(offset + 14, entry.packed.length, true);
      view.setUint32(offset + 18, entry.size, true);
      view.setUint16(offset + 22, name.length, true);
    };
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, LOCAL, true);
    common(local, 4);
    const central = new DataView(new ArrayBuffer(46));
    central.setUint32(0, CENTRAL, true);
    central.setUint16(4, 20, true);
    common(central, 6);
    central.setUint32(42, at, true);
    directory.push(new Uint8Array(central.buffer), name);
    parts.push(new Uint8Array(local.buffer), name, entry.packed);
    at += 30 + name.length + entry.packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  const all = [...parts, ...directory, new Uint8Array(end.buffer)];
  return joined(
    all,
    all.reduce((sum, part) => sum + part.length, 0),
  );
}

/** @type {Uint32Array | null} */
let table = null;

/** @param {Uint8Array} data */
export function crc32(data) {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of data) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}
