import { FilterAPI } from 'node-av/api';
import { FF_ENCODER_AAC } from 'node-av/constants';
import { openDecoder, openMedia } from '../decode.ts';
import { copySong } from '../film/song-copy.ts';
import type { SampleFiles } from '../film/sample-files.ts';
import type { AudioTrack, StoredSample } from '../mp4/track.ts';
import { decoding } from '../native.ts';
import { aacPriming, createSoundEncoder } from '../sound-encoder.ts';
import { filmStart } from './film-source.ts';

/** Hertz of sound that is encoded anew. */
const sampleRate = 48_000;
const bitRatePerChannel = 96_000;

/** Sound and picture that begin within so many seconds of each other begin together. */
const together = 0.012;

/** Containers whose packets of sound an MP4 can take as they are. */
const copied = /^(?:mov|mp4|m4a|3gp)/;

/**
 * The sound of a film for another film with the same beginning: copied packet by packet where MP4 takes it and it begins with
 * the picture, else as AAC, with silence where there is none.
 * @param options.seconds Length of the film; the sound ends there at the latest.
 * @returns Undefined when the film has no sound.
 */
export function filmSound(
  path: string,
  { files, seconds }: { files: SampleFiles; seconds: number },
  onProgress?: (fraction: number) => void,
): { track: AudioTrack<StoredSample>; how: 'copied' | 'encoded' } | undefined {
  using input = openMedia(path);
  const stream = input.audio();
  if (!stream) return undefined;
  const picture = input.video();
  const start = picture ? filmStart(picture) : 0;
  const delay = filmStart(stream) - start;
  if (copied.test(input.formatName) && Math.abs(delay) <= together) {
    const track = copySong(path, { files, seconds });
    if (track !== undefined) return { track, how: 'copied' };
  }
  using decoder = openDecoder(stream);
  const channels = stream.codecpar.channels === 1 ? 1 : 2;
  // What begins late or has gaps, as recordings of a browser do, is filled with silence; what begins early is cut.
  using filter = FilterAPI.create(
    [
      'asetpts=PTS-(' + String(start) + ')/TB',
      `aresample=${sampleRate}:async=1000:min_hard_comp=0.05:first_pts=0:rematrix_maxval=1`,
      `aformat=sample_fmts=fltp:channel_layouts=${channels === 1 ? 'mono' : 'stereo'}:sample_rates=${sampleRate}`,
    ].join(','),
  );
  const samples: StoredSample[] = [];
  const bitRate = bitRatePerChannel * channels;
  using encoder = createSoundEncoder({ codec: FF_ENCODER_AAC, bitRate, sampleRate, channels }, (packet) =>
    samples.push({ ...files.append(packet), size: packet.length, duration: encoder.frameSize, isKey: true }),
  );
  const wanted = Math.round(seconds * sampleRate);
  let heard = 0;
  for (const frame of decoding(filter.framesSync(decoder.framesSync(input.packetsSync(stream.index))))) {
    if (!frame) continue;
    const length = Math.min(frame.nbSamples, wanted - heard);
    if (length > 0) {
      const planes = frame
        .data!.slice(0, channels)
        .map((plane) => new Float32Array(plane.buffer, plane.byteOffset, length));
      encoder.push(planes);
      heard += length;
      onProgress?.(heard / wanted);
    }
    frame.free();
    if (heard >= wanted) break;
  }
  if (heard === 0) return undefined;
  encoder.finish();
  let surplus = samples.reduce((sum, { duration }) => sum + duration, 0) - (heard + aacPriming);
  for (let last = samples.at(-1); last !== undefined && surplus > 0; last = samples.at(-1)) {
    if (surplus < last.duration) {
      last.duration -= surplus;
      break;
    }
    surplus -= last.duration;
    samples.pop();
  }
  const { config } = encoder;
  const plain = { timescale: sampleRate, coding: 'aac', config, sampleRate, channels, bitRate } as const;
  return { track: { kind: 'audio', ...plain, priming: aacPriming, samples }, how: 'encoded' };
}
