import { KinoraError } from '@kinora/capabilities/errors';
import { Muxer } from 'node-av/api';
import { Dictionary } from 'node-av/lib';
import { openMedia } from '../decode.ts';

/**
 * Writes a recording anew, packet by packet, with its length and an index: browsers record neither, so that a player could
 * not seek. Nothing is decoded; the container stays. Blocks its thread.
 * @param options.tags Goes into the file, beside what is in it: title, provenance.
 * @throws KinoraError `request.invalid` when it can't be read.
 */
export function makeSeekableSync({
  path,
  out,
  tags,
}: {
  path: string;
  out: string;
  tags: Record<string, string>;
}): void {
  using input = openMedia(path);
  const isWebm = /matroska|webm/.test(input.formatName);
  const streams = input.streams.filter(
    (stream) => stream.index === input.video()?.index || stream.index === input.audio()?.index,
  );
  try {
    using output = Muxer.openSync(
      out,
      isWebm ? { format: 'webm' } : { format: 'mp4', options: { movflags: '+faststart' } },
    );
    output.getFormatContext().metadata = Dictionary.fromObject(tags);
    const places = new Map(streams.map((stream) => [stream.index, output.addStream(stream)]));
    for (const packet of input.packetsSync()) {
      if (!packet) continue;
      const place = places.get(packet.streamIndex);
      if (place !== undefined) output.writePacketSync(packet, place);
      packet.free();
    }
    output.closeSync();
  } catch (cause) {
    throw new KinoraError('request.invalid', 'The recording is damaged; its packets can not be read.', { cause });
  }
}
