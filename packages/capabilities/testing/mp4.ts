/** The video track of an MP4 (ISO/IEC 14496-12). `seconds` is the sum of its sample durations. */
export type Mp4Track = {
  codec: string;
  frames: number;
  width: number;
  height: number;
  seconds: number;
  hasSound: boolean;
};

type Box = { type: string; data: DataView };

/** Reads the video track of an MP4 whose index is one `moov` box. @throws Error when there is none. */
export function readMp4Track(file: Uint8Array): Mp4Track {
  const tracks = path([{ type: 'file', data: view(file) }], ['moov', 'trak']);
  let video: Omit<Mp4Track, 'hasSound'> | undefined;
  let hasSound = false;
  for (const track of tracks) {
    const handler = path([track], ['mdia', 'hdlr'])[0]?.data.getUint32(8);
    if (handler === 0x736f756e) hasSound = true;
    if (handler === 0x76696465) video = readVideo(track);
  }
  if (!video) throw new Error('The file has no video track.');
  return { ...video, hasSound };
}

function readVideo(track: Box): Omit<Mp4Track, 'hasSound'> {
  const table = (name: string) => {
    const box = path([track], ['mdia', 'minf', 'stbl', name])[0];
    if (!box) throw new Error(`The video track has no ${name} box.`);
    return box.data;
  };
  const timescaleBox = path([track], ['mdia', 'mdhd'])[0]?.data;
  if (!timescaleBox) throw new Error('The video track has no mdhd box.');
  const timescale = timescaleBox.getUint32(timescaleBox.getUint8(0) === 1 ? 20 : 12);
  const entry = table('stsd');
  const durations = table('stts');
  let ticks = 0;
  for (let index = 0; index < durations.getUint32(4); index++) {
    ticks += durations.getUint32(8 + index * 8) * durations.getUint32(12 + index * 8);
  }
  return {
    codec: String.fromCharCode(...[12, 13, 14, 15].map((at) => entry.getUint8(at))),
    width: entry.getUint16(40),
    height: entry.getUint16(42),
    frames: table('stsz').getUint32(8),
    seconds: ticks / timescale,
  };
}

function path(boxes: Box[], names: string[]): Box[] {
  return names.reduce(
    (found, name) => found.flatMap((box) => children(box).filter(({ type }) => type === name)),
    boxes,
  );
}

function children({ data }: Box): Box[] {
  const boxes: Box[] = [];
  let position = 0;
  while (position + 8 <= data.byteLength) {
    const short = data.getUint32(position);
    const head = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(data.getBigUint64(position + 8)) : short || data.byteLength - position;
    if (length < head || position + length > data.byteLength) break;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((at) => data.getUint8(position + at)));
    boxes.push({ type, data: new DataView(data.buffer, data.byteOffset + position + head, length - head) });
    position += length;
  }
  return boxes;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
