import { randomInt, randomUUID } from 'node:crypto';
import { KinoraError } from '@kinora/capabilities';
import type { Engine, Transport } from './engine.ts';
import { createPublisher } from './publisher.ts';
import type { Publisher } from './publisher.ts';
import { sequenceOf, timestampOf } from './rtp.ts';
import { choosePublished, chooseWatched, readOffer, writeAnswer } from './sdp.ts';
import type { Codecs } from './sdp.ts';
import { createStream } from './stream.ts';
import { createViewer } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** A publisher that says nothing for this long has stalled, in ms. */
const stalledMs = 3000;
/** A publisher that was lost may come back for this long before its viewers are sent away, in ms. */
const graceMs = 20_000;
/** Who comes this soon after a keyframe is given it and what followed, instead of asking for another, in ms. */
const freshMs = 700;
/** Clients have this long to come after their answer, in ms. */
const patienceMs = 15_000;
/** Publishers that were answered and haven't connected yet, at most; the longest waiting makes room. */
const mostArrivals = 4;

/** How a room is. */
export type RoomStatus = {
  /** `waiting`: nobody publishes. `stalled`: nothing comes, or the publisher was lost and may come back. */
  state: 'waiting' | 'live' | 'stalled';
  viewers: number;
  codecs: Codecs | null;
  bitsPerSecond: number;
  fps: number;
  /** Share of packets that were lost from the publisher to here, 0…1. */
  loss: number;
};

/** Who a session belongs to. */
export type RoomRole = 'publisher' | 'viewer';

/** A session's id and the SDP answer. */
export type SessionAnswer = { session: string; answer: string };

/** One publisher and those who watch it. */
export type Room = {
  publish(offer: string): Promise<SessionAnswer>;
  watch(offer: string): Promise<SessionAnswer>;
  /** @returns Whether there was one. */
  endSession(role: RoomRole, session: string): boolean;
  hasSession(role: RoomRole, session: string): boolean;
  /** Ends the publisher's session, whose viewers wait for the next one, or those of all viewers. */
  endRole(role: RoomRole): void;
  /** Ends everybody's session. */
  end(): void;
  tick(now: number): void;
  status(now: number): RoomStatus;
  /** Whether it can be forgotten: nobody is there, or may come back. */
  isEmpty(): boolean;
};

/** A publisher that was answered and has not connected yet; it takes the room over once it has. */
type Arrival = Publisher & { since: number };

/** Makes a {@link Room}. @param options.now The clock, in ms. */
export function createRoom(engine: Engine, options: { maximumViewers: number; now?: () => number }): Room {
  const now = options.now ?? (() => performance.now());
  const streams = { video: createStream(90_000), audio: createStream(48_000) };
  const viewers = new Map<string, Viewer & { since: number }>();
  const arrivals = new Map<string, Arrival>();
  let publisher: Publisher | null = null;
  let last: { codecs: Codecs; lostAt: number } | null = null;
  let arriving = 0;
  let keyframe: { sequence: number; timestamp: number; at: number } | null = null;

  const services = {
    streams,
    forward(kind: 'video' | 'audio', packet: Buffer) {
      for (const viewer of viewers.values()) viewer.forward(kind, packet);
    },
    noteKeyframe(packet: Buffer, at: number) {
      // A frame of H.264 can begin more than once: with its parameters, and with its first slice.
      if (keyframe?.timestamp === timestampOf(packet)) return;
      keyframe = { sequence: sequenceOf(packet), timestamp: timestampOf(packet), at };
    },
    reportTime(kind: 'video' | 'audio', ntp: bigint, timestamp: number) {
      for (const viewer of viewers.values()) viewer.reportTime(kind, ntp, timestamp);
    },
  };

  const endViewers = () => {
    for (const viewer of viewers.values()) viewer.end();
    viewers.clear();
  };

  const install = (next: Arrival) => {
    arrivals.delete(next.session);
    const before = publisher?.codecs ?? last?.codecs ?? null;
    publisher?.end();
    publisher = next;
    last = null;
    keyframe = null;
    streams.video.restart();
    streams.audio.restart();
    // What viewers agreed on must be what comes; with other codecs they have to ask anew.
    if (before !== null && !isSame(before, next.codecs)) endViewers();
  };

  const endArrivals = () => {
    for (const arrival of arrivals.values()) arrival.end();
    arrivals.clear();
  };

  const losePublisher = (at: number) => {
    if (publisher !== null) last = { codecs: publisher.codecs, lostAt: at };
    publisher?.end();
    publisher = null;
  };

  const end = () => {
    publisher?.end();
    publisher = null;
    last = null;
    endViewers();
  };

  return {
    async publish(sdp) {
      const offer = readOffer(sdp);
      const { tracks, codecs } = choosePublished(offer);
      const session = randomUUID();
      let transport: Transport | undefined;
      const next: Arrival = {
        ...createPublisher({ session, tracks, codecs, now: now() }, services, () => transport),
        since: now(),
      };
      transport = await engine.accept(offer, {
        onOpen: () => {
          if (!arrivals.has(session)) return;
          next.open(now());
          install(next);
        },
        onPacket: (packet) => {
          if (publisher === next) next.take(packet, now());
        },
        onClose: () => {
          arrivals.delete(session);
          if (publisher === next) losePublisher(now());
        },
      });
      const [oldest] = arrivals.values();
      if (oldest !== undefined && arrivals.size >= mostArrivals) {
        oldest.end();
        arrivals.delete(oldest.session);
      }
      arrivals.set(session, next);
      return { session, answer: writeAnswer(offer, { ...transport.local, direction: 'receive', tracks }) };
    },

    async watch(sdp) {
      if (publisher === null)
        throw new KinoraError('broadcast.not-live', 'Nobody is sending right now. Try again in a moment.', {
          isRetryable: true,
          retryAfter: 2,
        });
      if (viewers.size + arriving >= options.maximumViewers)
        throw new KinoraError('broadcast.full', `All ${options.maximumViewers} places are taken. Try again later.`, {
          isRetryable: true,
          retryAfter: 10,
        });
      const offer = readOffer(sdp);
      const { codecs } = publisher;
      const tracks = chooseWatched(offer, codecs).map((track) => ({ ...track, source: randomInt(1, 2 ** 32 - 1) }));
      const session = randomUUID();
      let transport: Transport | undefined;
      const viewer = {
        ...createViewer(
          { session, tracks, now: now() },
          {
            codec: codecs.video?.codec ?? null,
            requestKeyframe: () => publisher?.requestKeyframe(now()),
            sinceKeyframe: () =>
              keyframe !== null && now() - keyframe.at <= freshMs ? streams.video.from(keyframe.sequence) : [],
            find: (kind, sequence) => streams[kind].find(sequence),
          },
          () => transport,
        ),
        since: now(),
      };
      arriving += 1;
      try {
        transport = await engine.accept(offer, {
          onOpen: () => viewer.open(),
          onPacket: (packet) => viewer.take(packet, now()),
          onClose: () => viewers.delete(session),
        });
      } finally {
        arriving -= 1;
      }
      viewers.set(session, viewer);
      return { session, answer: writeAnswer(offer, { ...transport.local, direction: 'send', tracks }) };
    },

    endSession(role, session) {
      if (role === 'viewer') {
        viewers.get(session)?.end();
        return viewers.delete(session);
      }
      const arrival = arrivals.get(session);
      if (arrival !== undefined) {
        arrival.end();
        return arrivals.delete(session);
      }
      if (publisher?.session !== session) return false;
      end();
      return true;
    },
    hasSession: (role, session) =>
      role === 'viewer' ? viewers.has(session) : publisher?.session === session || arrivals.has(session),
    endRole(role) {
      if (role === 'viewer') return endViewers();
      endArrivals();
      losePublisher(now());
    },
    end() {
      endArrivals();
      end();
    },

    tick(at) {
      if (publisher !== null && at - publisher.heardAt() > graceMs) losePublisher(at);
      publisher?.tick(at);
      if (last !== null && at - last.lostAt > graceMs) end();
      for (const [session, arrival] of arrivals) {
        if (at - arrival.since <= patienceMs) continue;
        arrival.end();
        arrivals.delete(session);
      }
      for (const [session, viewer] of viewers) {
        if (!viewer.isOpen() ? at - viewer.since <= patienceMs : !viewer.isGone(at)) continue;
        viewer.end();
        viewers.delete(session);
      }
    },

    status(at) {
      const isSilent = publisher !== null && at - publisher.heardAt() > stalledMs;
      const isLost = publisher === null && last !== null;
      const rates = publisher?.rates() ?? { bitsPerSecond: 0, fps: 0, loss: 0 };
      return {
        state: isSilent || isLost ? 'stalled' : publisher === null ? 'waiting' : 'live',
        viewers: [...viewers.values()].filter((viewer) => viewer.isOpen()).length,
        codecs: publisher?.codecs ?? null,
        ...rates,
      };
    },
    isEmpty: () => publisher === null && last === null && viewers.size + arrivals.size + arriving === 0,
  };
}

function isSame(a: Codecs, b: Codecs): boolean {
  return (
    a.hasAudio === b.hasAudio &&
    a.video?.codec === b.video?.codec &&
    a.video?.parameters['packetization-mode'] === b.video?.parameters['packetization-mode']
  );
}
