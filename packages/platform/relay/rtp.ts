/** Video codecs that are passed on. */
export type VideoCodec = 'VP8' | 'H264';

/** Whether a packet is RTCP, where both share a port (RFC 5761 §4). */
export function isRtcp(packet: Buffer): boolean {
  const type = packet[1] ?? 0;
  return type >= 192 && type <= 223;
}

/** Whether a packet is long enough and of version 2, so that its header can be read. */
export function isReadable(packet: Buffer): boolean {
  return packet.length >= (isRtcp(packet) ? 8 : 12) && packet[0]! >> 6 === 2;
}

/** Payload type of an RTP packet. */
export const payloadTypeOf = (packet: Buffer) => packet[1]! & 0x7f;

/** Whether it is the last packet of a frame. */
export const isMarked = (packet: Buffer) => (packet[1]! & 0x80) !== 0;

/** Sequence number, modulo 2^16. */
export const sequenceOf = (packet: Buffer) => packet.readUInt16BE(2);

/** Timestamp in ticks of the codec's clock, modulo 2^32. */
export const timestampOf = (packet: Buffer) => packet.readUInt32BE(4);

/** Synchronisation source. */
export const sourceOf = (packet: Buffer) => packet.readUInt32BE(8);

/** Writes sequence number and timestamp, in place. */
export function renumber(packet: Buffer, sequence: number, timestamp: number): void {
  packet.writeUInt16BE(sequence & 0xffff, 2);
  packet.writeUInt32BE(timestamp >>> 0, 4);
}

/** Writes payload type and source, in place. */
export function readdress(packet: Buffer, payloadType: number, source: number): void {
  packet[1] = (packet[1]! & 0x80) | payloadType;
  packet.writeUInt32BE(source, 8);
}

/** How far `a` is ahead of `b`, −32768…32767, both modulo 2^16 (RFC 1982). */
export function sequenceDistance(a: number, b: number): number {
  return ((a - b) << 16) >> 16;
}

/** The payload, without header, extension and padding; empty when the lengths contradict each other. */
export function payloadOf(packet: Buffer): Buffer {
  let start = 12 + (packet[0]! & 0x0f) * 4;
  if (packet[0]! & 0x10) {
    if (packet.length < start + 4) return packet.subarray(0, 0);
    start += 4 + packet.readUInt16BE(start + 2) * 4;
  }
  const padding = packet[0]! & 0x20 ? packet[packet.length - 1]! : 0;
  const end = packet.length - padding;
  return start >= end ? packet.subarray(0, 0) : packet.subarray(start, end);
}

/** Whether decoding can begin with this packet: VP8 by RFC 7741 §4, H.264 by RFC 6184 §5. */
export function startsKeyframe(codec: VideoCodec, packet: Buffer): boolean {
  const payload = payloadOf(packet);
  return codec === 'VP8' ? startsVp8Keyframe(payload) : startsH264Keyframe(payload);
}

function startsVp8Keyframe(payload: Buffer): boolean {
  const [first = 0, extension = 0, picture = 0] = payload;
  const isStart = (first & 0x10) !== 0 && (first & 0x07) === 0;
  if (!isStart) return false;
  let offset = 1;
  if (first & 0x80) {
    offset += 1;
    if (extension & 0x80) offset += picture & 0x80 ? 2 : 1;
    if (extension & 0x40) offset += 1;
    if (extension & 0x30) offset += 1;
  }
  const frame = payload[offset];
  return frame !== undefined && (frame & 0x01) === 0;
}

const idr = 5;
const parameters = 7;

function startsH264Keyframe(payload: Buffer): boolean {
  const type = (payload[0] ?? 0) & 0x1f;
  if (type === idr || type === parameters) return true;
  if (type === 28) return ((payload[1] ?? 0) & 0x80) !== 0 && ((payload[1] ?? 0) & 0x1f) === idr;
  if (type !== 24) return false;
  for (let offset = 1; offset + 3 <= payload.length; offset += 2 + payload.readUInt16BE(offset)) {
    const inner = payload[offset + 2]! & 0x1f;
    if (inner === idr || inner === parameters) return true;
  }
  return false;
}
