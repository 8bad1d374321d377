import type { PublishFigures, WatchFigures } from './types.ts';

type Entry = Record<string, unknown> & { type: string; id: string; timestamp: number };

/** Seconds from 1900, where NTP begins, to 1970. */
const ntpOffset = 2_208_988_800;

/** Reads what goes out from the reports of a connection, as rates since the report before. */
export function createPublishMeter(): (report: RTCStatsReport) => PublishFigures {
  let before: { at: number; bytes: number; frames: number } | null = null;
  return (report) => {
    const entries = entriesOf(report);
    const video = entries.find((entry) => entry.type === 'outbound-rtp' && entry['kind'] === 'video');
    const remote = entries.find((entry) => entry.type === 'remote-inbound-rtp' && entry['kind'] === 'video');
    const pair = selectedPair(entries);
    const now = {
      at: video?.timestamp ?? 0,
      bytes: number(video, 'bytesSent'),
      frames: number(video, 'framesEncoded'),
    };
    const seconds = before === null ? 0 : (now.at - before.at) / 1000;
    const rate = (value: number) => (seconds > 0 ? Math.max(0, value) / seconds : 0);
    const figures: PublishFigures = {
      bitsPerSecond: rate((now.bytes - (before?.bytes ?? 0)) * 8),
      fps: rate(now.frames - (before?.frames ?? 0)),
      loss: number(remote, 'fractionLost'),
      roundTrip: optional(remote, 'roundTripTime') ?? optional(pair, 'currentRoundTripTime'),
      width: number(video, 'frameWidth'),
      height: number(video, 'frameHeight'),
      codec: codecOf(entries, video),
      limitedBy: (video?.['qualityLimitationReason'] as PublishFigures['limitedBy'] | undefined) ?? 'none',
    };
    before = now;
    return figures;
  };
}

/**
 * Reads what comes in. The publisher's clock comes with its sender reports, so that what is shown can be compared with the
 * server's: that is right where publisher and server are one machine, or both clocks are.
 * @param options.serverTime The server's clock now, in ms since 1970; null when unknown.
 */
export function createWatchMeter(options: {
  serverTime: () => number | null;
}): (report: RTCStatsReport) => WatchFigures {
  let before: {
    at: number;
    bytes: number;
    frames: number;
    delay: number;
    emitted: number;
    lost: number;
    packets: number;
    decode: number;
  } | null = null;
  return (report) => {
    const entries = entriesOf(report);
    const video = entries.find((entry) => entry.type === 'inbound-rtp' && entry['kind'] === 'video');
    const now = {
      at: video?.timestamp ?? 0,
      bytes: number(video, 'bytesReceived'),
      frames: number(video, 'framesDecoded'),
      delay: number(video, 'jitterBufferDelay'),
      emitted: number(video, 'jitterBufferEmittedCount'),
      lost: number(video, 'packetsLost'),
      packets: number(video, 'packetsReceived'),
      decode: number(video, 'totalDecodeTime'),
    };
    const since = (name: keyof typeof now) => Math.max(0, now[name] - (before?.[name] ?? 0));
    const seconds = before === null ? 0 : since('at') / 1000;
    const buffered = since('emitted') > 0 ? since('delay') / since('emitted') : null;
    const decoding = since('frames') > 0 ? since('decode') / since('frames') : 0;
    const roundTrip = optional(selectedPair(entries), 'currentRoundTripTime') ?? 0;
    const measured = endToEnd(video, options.serverTime());
    const known = buffered === null ? null : buffered + decoding + roundTrip / 2;
    const figures: WatchFigures = {
      bitsPerSecond: seconds > 0 ? (since('bytes') * 8) / seconds : 0,
      fps: seconds > 0 ? since('frames') / seconds : 0,
      loss: since('packets') + since('lost') > 0 ? since('lost') / (since('packets') + since('lost')) : 0,
      latency: measured ?? known,
      isEndToEnd: measured !== null,
    };
    before = now;
    return figures;
  };
}

function endToEnd(video: Entry | undefined, serverTime: number | null): number | null {
  const playout = optional(video, 'estimatedPlayoutTimestamp');
  if (playout === null || serverTime === null) return null;
  const shown = playout / 1000 > ntpOffset ? playout - ntpOffset * 1000 : playout;
  const seconds = (serverTime - shown) / 1000;
  // Clocks that don't agree give nonsense; then only the share that this device knows of is told.
  return seconds > 0 && seconds < 10 ? seconds : null;
}

function entriesOf(report: RTCStatsReport): Entry[] {
  return [...report.values()] as Entry[];
}

function selectedPair(entries: Entry[]): Entry | undefined {
  return entries.find((entry) => entry.type === 'candidate-pair' && entry['nominated'] === true);
}

function codecOf(entries: Entry[], video: Entry | undefined): string {
  const codec = entries.find(({ id }) => id === video?.['codecId']);
  const type = codec?.['mimeType'];
  return typeof type === 'string' ? type.replace('video/', '') : '';
}

function optional(entry: Entry | undefined, name: string): number | null {
  const value = entry?.[name];
  return typeof value === 'number' ? value : null;
}

function number(entry: Entry | undefined, name: string): number {
  return optional(entry, name) ?? 0;
}
