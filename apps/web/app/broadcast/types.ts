/** How a broadcast is. `stalled`: nothing comes, and it may go on. */
export type BroadcastState = 'waiting' | 'live' | 'stalled' | 'ended';

/** A broadcast over the built-in relay, as `GET /broadcasts/{id}` gives it to its owner. */
export type Broadcast = {
  id: string;
  title: string;
  createdAt: string;
  endedAt: string | null;
  state: BroadcastState;
  viewers: number;
  /** Where to publish by WHIP, and the token that allows it. */
  publish: { url: string; token: string };
  /** Where to watch, the best address first: links that carry their token. */
  watch: { links: string[]; token: string };
  /** Whether the links also work on other devices in the network. */
  isShared: boolean;
};

/** What the server says of a broadcast as it happens. */
export type BroadcastStatus = {
  state: BroadcastState;
  viewers: number;
  title: string;
  /** The server's clock, in ms since 1970. */
  time: number;
};

/** A codec to publish with; `auto` leaves it to browser and server. */
export type PublishCodec = 'auto' | 'VP8' | 'H264';

/** How to publish. */
export type PublishSettings = {
  codec: PublishCodec;
  /** Bits per second of the picture. */
  maxBitrate: number;
  /** Pictures per second. */
  fps: number;
};

/** What goes out, measured over the last second or so. */
export type PublishFigures = {
  bitsPerSecond: number;
  fps: number;
  /** Share of packets the server missed, 0…1. */
  loss: number;
  /** Seconds to the server and back; null before the first report. */
  roundTrip: number | null;
  width: number;
  height: number;
  codec: string;
  /** What holds the quality back. */
  limitedBy: 'none' | 'cpu' | 'bandwidth' | 'other';
};

/** What comes in, measured over the last second or so. */
export type WatchFigures = {
  bitsPerSecond: number;
  fps: number;
  loss: number;
  /** Seconds that the picture is behind; null before it is known. */
  latency: number | null;
  /** Whether {@link latency} is measured against the publisher's clock; otherwise it is the share that this device knows of. */
  isEndToEnd: boolean;
};
