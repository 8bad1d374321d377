import type { ReceptionBlock } from './rtcp.ts';
import { renumber, sequenceDistance, sequenceOf, sourceOf, timestampOf } from './rtp.ts';

/** Packets kept for viewers that miss some: at 1 Mbps about four seconds. */
const historyLength = 512;
/** A gap longer than this is not filled packet by packet. */
const longestGap = 64;
/** How often a missing packet is asked for, and the pause between, in ms. */
const asks = 6;
const askPauseMs = 40;
/** A publisher that begins a new source is believed once the old one was silent for this long, in ms. */
const silenceMs = 1000;

/** One track on its way from a publisher to viewers, numbered without a break over all publishers the room ever has. */
export type Stream = {
  /**
   * Takes a packet in and numbers it anew, in place.
   * @returns Null when it is a duplicate, or of a source that isn't the current one.
   */
  accept(packet: Buffer, now: number): { isLate: boolean } | null;
  /** A packet of the last seconds by its new number. */
  find(sequence: number): Buffer | undefined;
  /** All packets from one on, in order; empty when one of them is not there. */
  from(sequence: number): Buffer[];
  /** Numbers (of the publisher) that are missing and due to be asked for now. */
  due(now: number): number[];
  /** Whether so much is missing that only a keyframe helps. Reading it resets it. */
  takeBreak(): boolean;
  /** A new publisher: the next packet goes on where the last one ended. */
  restart(): void;
  /** The publisher's source; null before its first packet. */
  source(): number | null;
  /** The publisher's timestamp as viewers count. */
  outgoingTimestamp(incoming: number): number;
  noteSenderReport(ntp: bigint, now: number): void;
  /** What a receiver report says; null before the first packet. */
  report(now: number): ReceptionBlock | null;
};

/** Makes a {@link Stream}. @param clock Ticks per second: 90000 for video, 48000 for Opus. */
export function createStream(clock: number): Stream {
  const history: (Buffer | undefined)[] = Array.from({ length: historyLength });
  const missing = new Map<number, { asked: number; nextAt: number }>();
  let source: number | null = null;
  let heardAt = 0;
  let sequenceShift = 0;
  let timestampShift = 0;
  let last: { sequence: number; timestamp: number; at: number } | null = null;
  // Of the current source, in its own numbers.
  let highest = 0;
  let base = 0;
  let received = 0;
  let before = { expected: 0, received: 0 };
  let jitter = 0;
  let transit: number | null = null;
  let report = { middle: 0, at: 0 };
  let isBroken = false;

  const begin = (packet: Buffer, now: number) => {
    const sequence = sequenceOf(packet);
    const timestamp = timestampOf(packet);
    source = sourceOf(packet);
    if (last !== null) {
      sequenceShift = last.sequence + 1 - sequence;
      timestampShift = last.timestamp + Math.round(((now - last.at) / 1000) * clock) + 1 - timestamp;
    }
    highest = base = sequence;
    received = 0;
    before = { expected: 0, received: 0 };
    jitter = 0;
    transit = null;
    report = { middle: 0, at: 0 };
    missing.clear();
  };

  const noteMissing = (from: number, to: number, now: number) => {
    if (to - from > longestGap) {
      isBroken = true;
      return;
    }
    for (let sequence = from; sequence < to; sequence++) missing.set(sequence & 0xffff, { asked: 0, nextAt: now });
  };

  return {
    accept(packet, now) {
      if (source === null) begin(packet, now);
      else if (sourceOf(packet) !== source) {
        if (now - heardAt < silenceMs) return null;
        begin(packet, now);
        isBroken = true;
      }
      heardAt = now;
      const sequence = sequenceOf(packet);
      const distance = sequenceDistance(sequence, highest & 0xffff);
      let isLate = false;
      if (distance > 0) {
        noteMissing(highest + 1, highest + distance, now);
        highest += distance;
      } else if (received > 0) {
        if (!missing.delete(sequence)) return null;
        isLate = true;
      }
      received += 1;
      const timestamp = timestampOf(packet);
      const arrival = (now / 1000) * clock;
      if (transit !== null) jitter += ((Math.abs(arrival - timestamp - transit) % 2 ** 32) - jitter) / 16;
      transit = arrival - timestamp;
      renumber(packet, sequence + sequenceShift, timestamp + timestampShift);
      if (!isLate) last = { sequence: sequence + sequenceShift, timestamp: timestamp + timestampShift, at: now };
      history[sequenceOf(packet) % historyLength] = packet;
      return { isLate };
    },
    find(sequence) {
      const packet = history[sequence % historyLength];
      return packet !== undefined && sequenceOf(packet) === sequence ? packet : undefined;
    },
    from(sequence) {
      const packets: Buffer[] = [];
      for (let each = sequence; last !== null && sequenceDistance(last.sequence & 0xffff, each) >= 0; each++) {
        const packet = this.find(each & 0xffff);
        if (packet === undefined || packets.length === historyLength) return [];
        packets.push(packet);
      }
      return packets;
    },
    due(now) {
      const sequences: number[] = [];
      for (const [sequence, state] of missing) {
        if (state.nextAt > now) continue;
        if (state.asked >= asks) {
          missing.delete(sequence);
          continue;
        }
        state.asked += 1;
        state.nextAt = now + askPauseMs;
        sequences.push(sequence);
      }
      return sequences;
    },
    takeBreak() {
      const wasBroken = isBroken;
      isBroken = false;
      return wasBroken;
    },
    restart() {
      source = null;
      missing.clear();
    },
    source: () => source,
    outgoingTimestamp: (incoming) => (incoming + timestampShift) >>> 0,
    noteSenderReport(ntp, now) {
      report = { middle: Number((ntp >> 16n) & 0xffffffffn), at: now };
    },
    report(now) {
      if (source === null || received === 0) return null;
      const expected = highest - base + 1;
      const lately = { expected: expected - before.expected, received: received - before.received };
      before = { expected, received };
      return {
        source,
        fractionLost: lately.expected > 0 ? Math.max(0, 1 - lately.received / lately.expected) : 0,
        totalLost: expected - received,
        highest,
        jitter,
        lastReport: report.middle,
        sinceReport: report.middle === 0 ? 0 : ((now - report.at) / 1000) * 65_536,
      };
    },
  };
}
