import { box, concatBytes, fixed, fullBox, u16, u32 } from './boxes.ts';
import type { Mp4Track } from './track.ts';

/** The sample description (`stsd`) of a track: what a decoder must know before the first sample. */
export function sampleDescription(track: Mp4Track): Uint8Array {
  return fullBox('stsd', 0, 0, u32(1), sampleEntry(track));
}

/** Six reserved bytes and the data reference every sample entry starts with. */
const entryHead = [0, 0, 0, 0, 0, 0, 0, 1];

function sampleEntry(track: Mp4Track): Uint8Array {
  switch (track.kind) {
    case 'video':
      return box(
        'avc1',
        entryHead,
        new Uint8Array(16),
        u16(track.width),
        u16(track.height),
        fixed(72),
        fixed(72),
        u32(0),
        u16(1),
        new Uint8Array(32),
        u16(24),
        [255, 255],
        box('avcC', track.avcC),
        // BT.709 primaries, transfer and matrix, limited range.
        box('colr', 'nclx', u16(1), u16(1), u16(1), [0]),
        box('pasp', u32(1), u32(1)),
      );
    case 'audio':
      return box(
        'mp4a',
        entryHead,
        new Uint8Array(8),
        u16(track.channels),
        u16(16),
        u32(0),
        fixed(track.sampleRate),
        elementaryStream(track.config, track.bitRate),
      );
    case 'captions':
      return box('tx3g', entryHead, textStyle(track.height));
    case 'chapters':
      return box('text', entryHead, quickTimeText);
  }
}

/** `esds` of ISO/IEC 14496-14 for AAC (object type 0x40, audio stream). */
function elementaryStream(config: Uint8Array, bitRate: number): Uint8Array {
  const specific = descriptor(5, config);
  const decoder = descriptor(4, [0x40, 0x15, 0, 0, 0, ...u32(bitRate), ...u32(bitRate)], specific);
  return fullBox('esds', 0, 0, descriptor(3, [0, 1, 0], decoder, descriptor(6, [2])));
}

function descriptor(tag: number, ...parts: (Uint8Array | number[])[]): Uint8Array {
  const content = concatBytes(parts);
  return concatBytes([[tag, 0x80, 0x80, 0x80, content.length], content]);
}

/** 3GPP TS 26.245 text style: white sans serif at the foot of the picture, see-through ground. */
function textStyle(videoHeight: number): Uint8Array {
  const size = Math.max(10, Math.round(videoHeight / 18));
  return concatBytes([
    u32(0),
    [1, 0xff],
    [0, 0, 0, 0],
    new Uint8Array(8),
    [0, 0, 0, 0, 0, 1, 0, size & 255, 255, 255, 255, 255],
    box('ftab', u16(1), u16(1), [10], 'Sans-Serif'),
  ]);
}

/**
 * A QuickTime text description with nothing set, as players only read the words of a chapter track: flags,
 * justification, ground, text box, reserved, font number and face, reserved, colour, empty font name.
 */
const quickTimeText = concatBytes([u32(1), u32(0), new Uint8Array(6 + 8 + 8 + 2 + 2 + 1 + 2 + 6), [0]]);
