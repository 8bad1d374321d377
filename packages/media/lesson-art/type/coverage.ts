import { closeSync, openSync, readSync } from 'node:fs';

/** Which characters a typeface draws. */
export type Coverage = { has(codePoint: number): boolean };

/**
 * Reads the characters of a TrueType or OpenType file from its `cmap` table (formats 4 and 12; OpenType 1.9, "cmap").
 * Only the table is read, not the outlines.
 */
export function readCoverage(path: string): Coverage {
  const file = openSync(path, 'r');
  try {
    const read = (offset: number, length: number) => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, offset);
      return bytes;
    };
    const directory = read(12, read(4, 2).readUInt16BE(0) * 16);
    for (let at = 0; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) !== 'cmap') continue;
      return readTable(read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12)));
    }
    return { has: () => false };
  } finally {
    closeSync(file);
  }
}

function readTable(table: Buffer): Coverage {
  const drawn = new Set<number>();
  const seen = new Set<number>();
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const offset = table.readUInt32BE(8 + index * 8);
    if (seen.has(offset)) continue;
    seen.add(offset);
    const format = table.readUInt16BE(offset);
    if (format === 4) addSegments(table, offset, drawn);
    else if (format === 12) addGroups(table, offset, drawn);
  }
  return drawn;
}

/** Format 4: segments of the Basic Multilingual Plane. */
function addSegments(table: Buffer, offset: number, drawn: Set<number>): void {
  const doubled = table.readUInt16BE(offset + 6);
  const [ends, starts] = [offset + 14, offset + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + 2 * doubled];
  for (let at = 0; at < doubled; at += 2) {
    const [start, end] = [table.readUInt16BE(starts + at), table.readUInt16BE(ends + at)];
    const [delta, range] = [table.readUInt16BE(deltas + at), table.readUInt16BE(ranges + at)];
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph =
        range === 0 ? (code + delta) & 0xffff : table.readUInt16BE(ranges + at + range + 2 * (code - start));
      if (glyph !== 0) drawn.add(code);
    }
  }
}

/** Format 12: groups of the whole of Unicode. */
function addGroups(table: Buffer, offset: number, drawn: Set<number>): void {
  const groups = table.readUInt32BE(offset + 12);
  for (let index = 0; index < groups; index++) {
    const at = offset + 16 + index * 12;
    const [start, end] = [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
    for (let code = start; code <= end; code++) drawn.add(code);
  }
}
