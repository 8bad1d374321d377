import { concatBytes, u16, u32 } from './mp4/boxes.ts';

const sps = 7;
const pps = 8;

/** The NAL units of an Annex B byte stream (ITU-T H.264, annex B), without start codes. Views, not copies. */
export function splitAnnexB(stream: Uint8Array): Uint8Array[] {
  const units: Uint8Array[] = [];
  let start = -1;
  for (let at = 0; at + 2 < stream.length; at++) {
    // A start code is 00 00 01, with one more zero before it at the head of a picture.
    if (stream[at + 2]! > 1) at += 2;
    else if (stream[at] === 0 && stream[at + 1] === 0 && stream[at + 2] === 1) {
      if (start >= 0) units.push(withoutTrailingZeros(stream.subarray(start, at)));
      start = at + 3;
      at += 2;
    }
  }
  if (start >= 0) units.push(withoutTrailingZeros(stream.subarray(start)));
  return units;
}

/** A picture as MP4 stores it: each NAL unit after its 32-bit length, without parameter sets. */
export function toLengthPrefixed(stream: Uint8Array): Uint8Array {
  const units = splitAnnexB(stream).filter((unit) => (unit[0]! & 31) !== sps && (unit[0]! & 31) !== pps);
  return concatBytes(units.flatMap((unit) => [u32(unit.length), unit]));
}

/** The decoder configuration record (ISO/IEC 14496-15) from parameter sets in Annex B form. */
export function decoderConfiguration(parameterSets: Uint8Array): Uint8Array {
  const units = splitAnnexB(parameterSets);
  const sequence = units.find((unit) => (unit[0]! & 31) === sps);
  const picture = units.find((unit) => (unit[0]! & 31) === pps);
  if (!sequence || !picture) throw new Error('The encoder gave no H.264 parameter sets.');
  const profile = sequence[1]!;
  return concatBytes([
    [1, profile, sequence[2]!, sequence[3]!, 0xff, 0xe1],
    u16(sequence.length),
    sequence,
    [1],
    u16(picture.length),
    picture,
    // High profiles also state chroma format 4:2:0 and 8 bits a sample.
    ...(profile >= 100 ? [[0xfd, 0xf8, 0xf8, 0]] : []),
  ]);
}

function withoutTrailingZeros(unit: Uint8Array): Uint8Array {
  let end = unit.length;
  while (end > 0 && unit[end - 1] === 0) end--;
  return unit.subarray(0, end);
}
