import { box, fullBox, u32 } from './boxes.ts';

/** What an MP4 says about itself. */
export type Mp4Metadata = {
  title?: string;
  artist?: string;
  comment?: string;
  description?: string;
  /** ISO date or year. */
  date?: string;
  tool?: string;
  /** Further named values, which `ffprobe` and media libraries list, e.g. `DigitalSourceType`. */
  tags?: Record<string, string>;
  /** Shown by players and file managers. */
  cover?: { image: Uint8Array; mediaType: 'image/jpeg' | 'image/png' };
  /** An XMP packet (RDF/XML), e.g. with the IPTC digital source type. */
  xmp?: string;
};

const text = 1;
const jpeg = 13;
const png = 14;

/** The `udta` box: iTunes-style tags, and what else a caller wants beside them. */
export function metadataBox(metadata: Mp4Metadata, others: readonly Uint8Array[]): Uint8Array {
  const items = [
    ...item('©nam', metadata.title),
    ...item('©ART', metadata.artist),
    ...item('©cmt', metadata.comment),
    ...item('desc', metadata.description),
    ...item('©day', metadata.date),
    ...item('©too', metadata.tool),
    ...Object.entries(metadata.tags ?? {}).map(([name, value]) => namedItem(name, value)),
    ...(metadata.cover
      ? [box('covr', data(metadata.cover.mediaType === 'image/png' ? png : jpeg, metadata.cover.image))]
      : []),
  ];
  if (items.length === 0 && others.length === 0) return new Uint8Array();
  const handler = fullBox('hdlr', 0, 0, u32(0), 'mdir', 'appl', new Uint8Array(9));
  return box('udta', fullBox('meta', 0, 0, handler, box('ilst', ...items)), ...others);
}

/** The box that carries XMP at the top level of an MP4 (XMP specification part 3, "UUID box"). */
export function xmpBox(packet: string): Uint8Array {
  const id = [0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac];
  return box('uuid', id, packet);
}

function item(type: string, value: string | undefined): Uint8Array[] {
  return value ? [box(type, data(text, value))] : [];
}

function namedItem(name: string, value: string): Uint8Array {
  return box(
    '----',
    fullBox('mean', 0, 0, 'com.apple.iTunes'),
    fullBox('name', 0, 0, name),
    box('data', u32(text), u32(0), value),
  );
}

function data(type: number, content: Uint8Array | string): Uint8Array {
  return box('data', u32(type), u32(0), content);
}
