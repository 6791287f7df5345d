// Reads packaged extensions: a .vsix is a ZIP archive without any of ZIP's rarer features.
import fs from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endRecord = 0x06054b50;
const directoryRecord = 0x02014b50;

/** The files in a .vsix by name. @param {string} file @returns {Map<string, Buffer>} */
export function readVsix(file) {
  const zip = fs.readFileSync(file);
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== endRecord) end--;
  if (end < 0) throw new Error(`${file} is not a ZIP archive`);

  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== directoryRecord) throw new Error(`${file}: the archive's directory is damaged`);
    const method = zip.readUInt16LE(at + 10);
    const packedSize = zip.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    // The copy of this record in front of the content has lengths of its own.
    const local = zip.readUInt32LE(at + 42);
    const content = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(content, content + packedSize);
    files.set(name, method === 0 ? packed : inflateRawSync(packed));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

/** Unpacks the extension out of a .vsix, as installing it would. @param {string} file @param {string} folder */
export function unpackVsix(file, folder) {
  for (const [name, content] of readVsix(file)) {
    if (!name.startsWith('extension/') || name.endsWith('/') || name.includes('..')) continue;
    const target = path.join(folder, name.slice('extension/'.length));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
  }
}
