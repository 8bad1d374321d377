import type { Transport } from './engine.ts';
import { readRtcp, writeBye, writeSenderReport } from './rtcp.ts';
import { readdress, startsKeyframe } from './rtp.ts';
import type { VideoCodec } from './rtp.ts';
import type { AcceptedTrack, TrackKind } from './sdp.ts';

/** Packets a viewer may have again in a second; a broken line must not take the others' share. */
const repeatsPerSecond = 200;
/** A viewer that says nothing for this long is gone, in ms. */
const silenceMs = 30_000;

type Lane = { payloadType: number; source: number; packets: number; bytes: number };

/** One who watches. */
export type Viewer = {
  session: string;
  /** Passes a packet on; its payload type and source are overwritten. */
  forward(kind: TrackKind, packet: Buffer): void;
  /** Passes on when the publisher's clock showed what. */
  reportTime(kind: TrackKind, ntp: bigint, timestamp: number): void;
  /** Whether it waits for a picture to begin with. */
  isWaiting(): boolean;
  /** Share of packets that it lost of late, 0…1. */
  loss(): number;
  isGone(now: number): boolean;
  open(): void;
  isOpen(): boolean;
  take(packet: Buffer, now: number): void;
  end(): void;
};

/** What a viewer needs of its room. */
export type ViewerServices = {
  codec: VideoCodec | null;
  requestKeyframe(): void;
  /** Packets of the last keyframe and all since, when that is not long ago; else empty. */
  sinceKeyframe(): Buffer[];
  find(kind: TrackKind, sequence: number): Buffer | undefined;
};

/** Makes a {@link Viewer}. */
export function createViewer(
  options: { session: string; tracks: readonly (AcceptedTrack & { source: number })[]; now: number },
  services: ViewerServices,
  transport: () => Transport | undefined,
): Viewer {
  const lanes = new Map<TrackKind, Lane>(
    options.tracks.map(({ kind, format, source }) => [
      kind,
      { payloadType: format.payloadType, source, packets: 0, bytes: 0 },
    ]),
  );
  const kindOf = (source: number) => [...lanes].find(([, lane]) => lane.source === source)?.[0];
  let isWaiting = lanes.has('video');
  let isOpen = false;
  let heardAt = options.now;
  let lost = 0;
  let repeats = { since: options.now, count: 0 };

  const send = (lane: Lane, packet: Buffer) => {
    readdress(packet, lane.payloadType, lane.source);
    if (transport()?.send(packet) !== true) return;
    lane.packets += 1;
    lane.bytes += packet.length;
  };

  const repeat = (kind: TrackKind, sequence: number, now: number) => {
    if (now - repeats.since >= 1000) repeats = { since: now, count: 0 };
    const lane = lanes.get(kind);
    const packet = services.find(kind, sequence);
    if (lane === undefined || packet === undefined || repeats.count >= repeatsPerSecond) return;
    repeats.count += 1;
    send(lane, packet);
  };

  return {
    session: options.session,
    forward(kind, packet) {
      const lane = lanes.get(kind);
      if (lane === undefined || !isOpen) return;
      if (kind === 'video' && isWaiting) {
        if (services.codec === null || !startsKeyframe(services.codec, packet)) return;
        isWaiting = false;
      }
      send(lane, packet);
    },
    reportTime(kind, ntp, timestamp) {
      const lane = lanes.get(kind);
      if (lane === undefined || lane.packets === 0) return;
      const { source, packets, bytes } = lane;
      transport()?.send(writeSenderReport({ source, ntp, timestamp, packets, bytes }));
    },
    isWaiting: () => isOpen && isWaiting,
    loss: () => lost,
    isGone: (now) => now - heardAt > silenceMs,
    open() {
      isOpen = true;
      const lane = lanes.get('video');
      if (lane === undefined || !isWaiting) return;
      const packets = services.sinceKeyframe();
      isWaiting = packets.length === 0;
      for (const packet of packets) send(lane, packet);
      if (isWaiting) services.requestKeyframe();
    },
    isOpen: () => isOpen,
    take(packet, now) {
      heardAt = now;
      for (const message of readRtcp(packet)) {
        if (message.type === 'keyframe-request') services.requestKeyframe();
        else if (message.type === 'report-block' && kindOf(message.source) === 'video') lost = message.fractionLost;
        else if (message.type === 'missing') {
          const kind = kindOf(message.source);
          if (kind !== undefined) for (const sequence of message.sequences) repeat(kind, sequence, now);
        }
      }
    },
    end() {
      const sources = [...lanes.values()].map(({ source }) => source);
      transport()?.send(writeBye(sources));
      transport()?.close();
    },
  };
}
