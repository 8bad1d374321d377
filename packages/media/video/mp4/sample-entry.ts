import { box, concatBytes, fixed, fullBox, u16, u32 } from './boxes.ts';
import type { AudioCoding, AudioTrack, PlannedTrack } from './track.ts';

/** The sample description (`stsd`) of a track: what a decoder must know before the first sample. */
export function sampleDescription(track: PlannedTrack): Uint8Array {
  return fullBox('stsd', 0, 0, u32(1), sampleEntry(track));
}

/** Six reserved bytes and the data reference every sample entry starts with. */
const entryHead = [0, 0, 0, 0, 0, 0, 0, 1];

function sampleEntry(track: PlannedTrack): Uint8Array {
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
      return soundEntry(track);
    case 'captions':
      return box('tx3g', entryHead, textStyle(track.height));
    case 'chapters':
      return box('text', entryHead, quickTimeText);
  }
}

/** Types of sample entries: FLAC and Opus have their own ("Encapsulation of FLAC / Opus in ISO Base Media File Format"). */
const soundTypes: Record<AudioCoding, string> = { aac: 'mp4a', mp3: 'mp4a', flac: 'fLaC', opus: 'Opus' };

function soundEntry(track: Pick<AudioTrack, 'coding' | 'channels' | 'sampleRate' | 'bitRate' | 'config'>): Uint8Array {
  const { coding = 'aac', channels, sampleRate, config } = track;
  return box(
    soundTypes[coding],
    entryHead,
    new Uint8Array(8),
    u16(channels),
    u16(coding === 'flac' ? flacBits(config) : 16),
    u32(0),
    // 16.16 bits end at 65,535 Hz; higher rates stand in FLAC's own box.
    fixed(sampleRate < 65_536 ? sampleRate : 0),
    coding === 'flac' ? flacBox(config) : coding === 'opus' ? opusBox(config) : elementaryStream(track),
  );
}

/** `esds` of ISO/IEC 14496-14; object types: 0x40 AAC, 0x6B MPEG-1 audio, 0x69 its lower rates (MPEG-2). */
function elementaryStream({
  coding = 'aac',
  sampleRate,
  bitRate,
  config,
}: Pick<AudioTrack, 'coding' | 'sampleRate' | 'bitRate' | 'config'>): Uint8Array {
  const objectType = coding === 'aac' ? 0x40 : sampleRate >= 32_000 ? 0x6b : 0x69;
  const specific = coding === 'aac' ? [descriptor(5, config)] : [];
  const decoder = descriptor(4, [objectType, 0x15, 0, 0, 0, ...u32(bitRate), ...u32(bitRate)], ...specific);
  return fullBox('esds', 0, 0, descriptor(3, [0, 1, 0], decoder, descriptor(6, [2])));
}

/** STREAMINFO as the last and only metadata block. */
function flacBox(streamInfo: Uint8Array): Uint8Array {
  return fullBox('dfLa', 0, 0, [0x80, 0, 0, streamInfo.length], streamInfo);
}

/** Bits of a sample, from STREAMINFO (RFC 9639, 8.2). */
function flacBits(streamInfo: Uint8Array): number {
  return (((streamInfo[12]! & 1) << 4) | (streamInfo[13]! >> 4)) + 1;
}

/** The OpusHead of Ogg (RFC 7845) without its name, its numbers big-endian. */
function opusBox(head: Uint8Array): Uint8Array {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return box(
    'dOps',
    [0, head[9]!],
    u16(view.getUint16(10, true)),
    u32(view.getUint32(12, true)),
    u16(view.getUint16(16, true)),
    head.subarray(18),
  );
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
