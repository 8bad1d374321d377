import { KinoraError } from '@kinora/capabilities/errors';
import { Muxer } from 'node-av/api';
import {
  AV_CODEC_ID_AV1,
  AV_CODEC_ID_OPUS,
  AV_CODEC_ID_VORBIS,
  AV_CODEC_ID_VP8,
  AV_CODEC_ID_VP9,
} from 'node-av/constants';
import { Dictionary } from 'node-av/lib';
import { openMedia } from '../decode.ts';

/** What WebM may hold; other codings in the same container are Matroska. */
const webmCodings = new Set<number>([
  AV_CODEC_ID_VP8,
  AV_CODEC_ID_VP9,
  AV_CODEC_ID_AV1,
  AV_CODEC_ID_OPUS,
  AV_CODEC_ID_VORBIS,
]);

/**
 * Writes a recording anew, packet by packet, with its length and an index: browsers record neither, so that a player could
 * not seek. Nothing is decoded; the container stays. Blocks its thread.
 * @param options.tags Goes into the file, beside what is in it: title, provenance.
 * @returns What the file is.
 * @throws KinoraError `request.invalid` when it can't be read.
 */
export function makeSeekableSync({ path, out, tags }: { path: string; out: string; tags: Record<string, string> }): {
  mediaType: 'video/webm' | 'video/x-matroska' | 'video/mp4';
} {
  using input = openMedia(path);
  const kept = [input.video(), input.audio()].filter((stream) => stream !== undefined && stream !== null);
  const isMp4 = !/matroska|webm/.test(input.formatName);
  const isWebm = kept.every(({ codecpar }) => webmCodings.has(codecpar.codecId));
  try {
    using output = isMp4
      ? Muxer.openSync(out, { format: 'mp4', options: { movflags: '+faststart' } })
      : Muxer.openSync(out, { format: isWebm ? 'webm' : 'matroska' });
    output.getFormatContext().metadata = Dictionary.fromObject(tags);
    const places = new Map(kept.map((stream) => [stream.index, output.addStream(stream)]));
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
  return { mediaType: isMp4 ? 'video/mp4' : isWebm ? 'video/webm' : 'video/x-matroska' };
}
