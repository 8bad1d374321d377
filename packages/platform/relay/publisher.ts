import { randomInt } from 'node:crypto';
import type { Transport } from './engine.ts';
import { readRtcp, writeBitrateLimit, writeKeyframeRequest, writeMissing, writeReceiverReport } from './rtcp.ts';
import { isMarked, isRtcp, payloadTypeOf, startsKeyframe } from './rtp.ts';
import type { Codecs, AcceptedTrack, TrackKind } from './sdp.ts';
import type { Stream } from './stream.ts';

/** At most two keyframes in a second, however many viewers ask. */
const keyframePauseMs = 500;
/** A request whose keyframe doesn't come is repeated. */
const keyframePatienceMs = 1000;

/** What a publisher is told to stay below, in bits per second. */
export const highestBitrate = 8_000_000;

/** Rates of the last second. */
export type PublisherRates = { bitsPerSecond: number; fps: number; loss: number };

/** Where what a publisher sends goes on to. */
export type PublisherServices = {
  streams: Record<TrackKind, Stream>;
  forward(kind: TrackKind, packet: Buffer): void;
  /** A keyframe begins with this packet. */
  noteKeyframe(packet: Buffer, now: number): void;
  reportTime(kind: TrackKind, ntp: bigint, timestamp: number): void;
};

/** One who is being watched. */
export type Publisher = {
  session: string;
  codecs: Codecs;
  open(now: number): void;
  isOpen(): boolean;
  take(packet: Buffer, now: number): void;
  requestKeyframe(now: number): void;
  /** Every 20 ms: what is missing, what is due. */
  tick(now: number): void;
  rates(): PublisherRates;
  /** When it was last heard of. */
  heardAt(): number;
  end(): void;
};

/** Makes a {@link Publisher}. */
export function createPublisher(
  options: { session: string; tracks: readonly AcceptedTrack[]; codecs: Codecs; now: number },
  { streams, forward, noteKeyframe, reportTime }: PublisherServices,
  transport: () => Transport | undefined,
): Publisher {
  const self = randomInt(1, 2 ** 32 - 1);
  const kinds = new Map(options.tracks.map(({ kind, format }) => [format.payloadType, kind]));
  const codec = options.codecs.video?.codec ?? null;
  let isOpen = false;
  let heardAt = options.now;
  let openedAt = options.now;
  let reportAt = 0;
  let asked = { at: -Infinity, isPending: false, isAnswered: true };
  // A room that goes on with another publisher shows nothing of it before its first whole picture.
  let isFresh = codec !== null;
  let bytes = 0;
  let frames = 0;
  let rates = { bitsPerSecond: 0, fps: 0, loss: 0 };
  let measuredAt = options.now;

  const takeMedia = (packet: Buffer, now: number) => {
    const kind = kinds.get(payloadTypeOf(packet));
    if (kind === undefined) return;
    bytes += packet.length;
    if (kind === 'video' && isMarked(packet)) frames += 1;
    const isKeyframe = kind === 'video' && codec !== null && startsKeyframe(codec, packet);
    if (kind === 'video' && isFresh && !isKeyframe) return;
    if (isKeyframe) {
      isFresh = false;
      asked.isAnswered = true;
    }
    if (streams[kind].accept(packet, now) === null) return;
    if (isKeyframe) noteKeyframe(packet, now);
    forward(kind, packet);
  };

  const takeReports = (packet: Buffer, now: number) => {
    for (const message of readRtcp(packet)) {
      if (message.type !== 'sender-report') continue;
      for (const kind of ['video', 'audio'] as const) {
        if (streams[kind].source() !== message.source) continue;
        streams[kind].noteSenderReport(message.ntp, now);
        reportTime(kind, message.ntp, streams[kind].outgoingTimestamp(message.timestamp));
      }
    }
  };

  const ask = (now: number) => {
    const source = streams.video.source() ?? firstSource;
    if (codec === null || source === null) return;
    asked = { at: now, isPending: false, isAnswered: false };
    transport()?.send(writeKeyframeRequest(self, source));
  };
  let firstSource: number | null = null;

  return {
    session: options.session,
    codecs: options.codecs,
    open(now) {
      isOpen = true;
      openedAt = heardAt = now;
    },
    isOpen: () => isOpen,
    take(packet, now) {
      heardAt = now;
      if (isRtcp(packet)) takeReports(packet, now);
      else {
        if (firstSource === null && kinds.get(payloadTypeOf(packet)) === 'video') firstSource = packet.readUInt32BE(8);
        takeMedia(packet, now);
      }
    },
    requestKeyframe(now) {
      if (now - asked.at >= keyframePauseMs) ask(now);
      else asked.isPending = true;
    },
    tick(now) {
      if (!isOpen) return;
      if (asked.isPending && now - asked.at >= keyframePauseMs) ask(now);
      if ((!asked.isAnswered || isFresh) && now - asked.at >= keyframePatienceMs) ask(now);
      for (const kind of ['video', 'audio'] as const) {
        const stream = streams[kind];
        const source = stream.source();
        const due = source === null ? [] : stream.due(now);
        if (source !== null && due.length > 0) transport()?.send(writeMissing(self, source, due));
        if (stream.takeBreak()) this.requestKeyframe(now);
      }
      // Chromium takes the estimate over at once only in its first two seconds, so it hears it often then.
      const pause = now - openedAt < 2500 ? 100 : 1000;
      if (now - reportAt >= pause) {
        reportAt = now;
        const blocks = [streams.video.report(now), streams.audio.report(now)].filter((block) => block !== null);
        const sources = blocks.map(({ source }) => source);
        const limit = writeBitrateLimit(self, sources, highestBitrate);
        transport()?.send(Buffer.concat([writeReceiverReport(self, blocks), limit]));
        const loss = blocks.reduce((most, { fractionLost }) => Math.max(most, fractionLost), 0);
        rates = { ...rates, loss };
      }
      if (now - measuredAt >= 1000) {
        const seconds = (now - measuredAt) / 1000;
        rates = { ...rates, bitsPerSecond: (bytes * 8) / seconds, fps: frames / seconds };
        bytes = frames = 0;
        measuredAt = now;
      }
    },
    rates: () => rates,
    heardAt: () => heardAt,
    end: () => transport()?.close(),
  };
}
