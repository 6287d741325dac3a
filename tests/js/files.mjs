/** Files made for tests: a ZIP archive of texts that are not packed, and a PDF of some objects. */
import { crc32 } from "node:zlib";

/** An archive of {name: text}, each stored as it is; what is null is left out. */
export function makeArchive(texts) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(texts).filter(([, value]) => value !== null)) {
    const [title, data] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(26);
    for (const [value, offset] of [
      [20, 0],
      [0x800, 2],
      [0x21, 8],
      [title.length, 22],
    ]) {
      head.writeUInt16LE(value, offset);
    }
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(data.length, 18);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), head, Buffer.alloc(10), place, title);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, title, data]);
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, listed, end]));
}

/** A PDF of some objects, the first of which is its catalogue. */
export function makePdf(objects) {
  const body = objects.map((text, index) => `${index + 1} 0 obj\n${text}\nendobj\n`).join("");
  return new Uint8Array(Buffer.from(`%PDF-1.7\n${body}trailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`, "latin1"));
}
