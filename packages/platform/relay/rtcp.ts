/** What a compound RTCP packet said (RFC 3550 §6, RFC 4585, RFC 5104). */
export type RtcpMessage =
  | { type: 'sender-report'; source: number; ntp: bigint; timestamp: number }
  | { type: 'report-block'; source: number; fractionLost: number; totalLost: number; jitter: number }
  | { type: 'keyframe-request'; source: number }
  | { type: 'missing'; source: number; sequences: number[] }
  | { type: 'bye'; sources: number[] };

/** Reads a compound packet. What isn't understood, or contradicts itself, is left out. */
export function readRtcp(packet: Buffer): RtcpMessage[] {
  const messages: RtcpMessage[] = [];
  for (let start = 0; start + 8 <= packet.length;) {
    const length = (packet.readUInt16BE(start + 2) + 1) * 4;
    if (packet[start]! >> 6 !== 2 || start + length > packet.length) break;
    readOne(packet.subarray(start, start + length), messages);
    start += length;
  }
  return messages;
}

function readOne(part: Buffer, messages: RtcpMessage[]): void {
  const count = part[0]! & 0x1f;
  const type = part[1]!;
  if (type === 200 && part.length >= 28) {
    messages.push({
      type: 'sender-report',
      source: part.readUInt32BE(4),
      ntp: part.readBigUInt64BE(8),
      timestamp: part.readUInt32BE(16),
    });
    readBlocks(part.subarray(28), count, messages);
  } else if (type === 201) {
    readBlocks(part.subarray(8), count, messages);
  } else if (type === 203) {
    const sources = Array.from({ length: Math.min(count, part.length / 4 - 1) }, (_, index) =>
      part.readUInt32BE(4 + index * 4),
    );
    messages.push({ type: 'bye', sources });
  } else if (type === 205 && count === 1 && part.length >= 16) {
    messages.push({ type: 'missing', source: part.readUInt32BE(8), sequences: readMissing(part.subarray(12)) });
  } else if (type === 206 && count === 1 && part.length >= 12) {
    messages.push({ type: 'keyframe-request', source: part.readUInt32BE(8) });
  } else if (type === 206 && count === 4) {
    for (let offset = 12; offset + 8 <= part.length; offset += 8)
      messages.push({ type: 'keyframe-request', source: part.readUInt32BE(offset) });
  }
}

function readBlocks(blocks: Buffer, count: number, messages: RtcpMessage[]): void {
  for (let index = 0; index < count && (index + 1) * 24 <= blocks.length; index++) {
    const block = blocks.subarray(index * 24);
    messages.push({
      type: 'report-block',
      source: block.readUInt32BE(0),
      fractionLost: block[4]! / 256,
      totalLost: block.readIntBE(5, 3),
      jitter: block.readUInt32BE(12),
    });
  }
}

function readMissing(pairs: Buffer): number[] {
  const sequences: number[] = [];
  for (let offset = 0; offset + 4 <= pairs.length; offset += 4) {
    const first = pairs.readUInt16BE(offset);
    const more = pairs.readUInt16BE(offset + 2);
    sequences.push(first);
    for (let bit = 0; bit < 16; bit++) if (more & (1 << bit)) sequences.push((first + bit + 1) & 0xffff);
  }
  return sequences;
}

/** Picture loss indication: asks for a keyframe (RFC 4585 §6.3.1). */
export function writeKeyframeRequest(sender: number, source: number): Buffer {
  return header(206, 1, [sender, source]);
}

/** Generic NACK: asks for packets again (RFC 4585 §6.2.1). */
export function writeMissing(sender: number, source: number, sequences: readonly number[]): Buffer {
  const pairs: { first: number; more: number }[] = [];
  for (const sequence of sequences) {
    const last = pairs.at(-1);
    const distance = last === undefined ? 0 : (sequence - last.first) & 0xffff;
    if (last !== undefined && distance >= 1 && distance <= 16) last.more |= 1 << (distance - 1);
    else pairs.push({ first: sequence, more: 0 });
  }
  const words = pairs.map(({ first, more }) => ((first << 16) | more) >>> 0);
  return header(205, 1, [sender, source, ...words]);
}

/** What a receiver report says of one source. */
export type ReceptionBlock = {
  source: number;
  /** Share of packets lost since the report before, 0…1. */
  fractionLost: number;
  totalLost: number;
  /** Highest sequence number, with the count of its wraps in the upper 16 bits. */
  highest: number;
  /** In ticks of the clock. */
  jitter: number;
  /** Middle 32 bits of the NTP time of the last sender report; 0 without one. */
  lastReport: number;
  /** Since that report, in 1/65536 s. */
  sinceReport: number;
};

/** Receiver report (RFC 3550 §6.4.2). */
export function writeReceiverReport(sender: number, blocks: readonly ReceptionBlock[]): Buffer {
  const words = blocks.flatMap((block) => [
    block.source,
    ((Math.min(255, Math.round(block.fractionLost * 256)) << 24) |
      (Math.max(-0x800000, Math.min(0x7fffff, block.totalLost)) & 0xffffff)) >>>
      0,
    block.highest >>> 0,
    Math.round(block.jitter) >>> 0,
    block.lastReport >>> 0,
    Math.round(block.sinceReport) >>> 0,
  ]);
  return header(201, blocks.length, [sender, ...words]);
}

/** Sender report without blocks (RFC 3550 §6.4.1). */
export function writeSenderReport(report: {
  source: number;
  ntp: bigint;
  timestamp: number;
  packets: number;
  bytes: number;
}): Buffer {
  const ntp = [Number(report.ntp >> 32n), Number(report.ntp & 0xffffffffn)];
  return header(200, 0, [report.source, ...ntp, report.timestamp >>> 0, report.packets >>> 0, report.bytes >>> 0]);
}

/** Receiver's estimate of what it can take, in bits per second (draft-alvestrand-rmcat-remb-03). */
export function writeBitrateLimit(sender: number, sources: readonly number[], bitsPerSecond: number): Buffer {
  let exponent = 0;
  let mantissa = Math.floor(bitsPerSecond);
  while (mantissa >= 1 << 18) {
    mantissa = Math.floor(mantissa / 2);
    exponent += 1;
  }
  const limit = ((sources.length << 24) | (exponent << 18) | mantissa) >>> 0;
  return header(206, 15, [sender, 0, 0x52454d42, limit, ...sources]);
}

/** Says that sources end. */
export function writeBye(sources: readonly number[]): Buffer {
  return header(203, sources.length, sources);
}

function header(type: number, count: number, words: readonly number[]): Buffer {
  const packet = Buffer.alloc(4 + words.length * 4);
  packet[0] = 0x80 | count;
  packet[1] = type;
  packet.writeUInt16BE(words.length, 2);
  words.forEach((word, index) => packet.writeUInt32BE(word, 4 + index * 4));
  return packet;
}
