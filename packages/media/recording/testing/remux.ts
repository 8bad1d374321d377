import { AVMEDIA_TYPE_AUDIO } from 'node-av/constants';
import { Demuxer, Muxer } from 'node-av/api';
import type { Packet } from 'node-av/lib';
import { quietFfmpeg } from '../../video/native.ts';

/** What {@link remuxSync} writes. */
export type RemuxOptions = {
  out: string;
  /** FFmpeg's name of the container. */
  format: string;
  /** Options of its muxer. */
  settings?: Record<string, string | number>;
  /** Streams of this kind alone. */
  only?: 'audio';
};

/**
 * Writes the streams of some files to one of another container, packet by packet, in order of time. For small files: all
 * packets are in memory.
 */
export function remuxSync(inputs: readonly string[], { out, format, settings = {}, only }: RemuxOptions): void {
  quietFfmpeg();
  using output = Muxer.openSync(out, { format, options: settings });
  const waiting: { packet: Packet; place: number; time: number }[] = [];
  const open = inputs.map((path) => Demuxer.openSync(path));
  try {
    for (const input of open) {
      const kept = input.streams.filter(
        ({ codecpar }) => only !== 'audio' || codecpar.codecType === AVMEDIA_TYPE_AUDIO,
      );
      // Names of codings differ from container to container; each chooses its own.
      for (const { codecpar } of kept) codecpar.codecTag = 0;
      const places = new Map(kept.map((stream) => [stream.index, output.addStream(stream)]));
      for (const packet of input.packetsSync()) {
        const place = packet === null ? undefined : places.get(packet.streamIndex);
        if (packet === null || place === undefined) continue;
        const { num, den } = packet.timeBase;
        waiting.push({ packet, place, time: (Number(packet.dts) * num) / den });
      }
    }
    waiting.sort((a, b) => a.time - b.time);
    for (const { packet, place } of waiting) {
      output.writePacketSync(packet, place);
      packet.free();
    }
    output.closeSync();
  } finally {
    for (const input of open) input.closeSync();
  }
}
