import { KinoraError } from '@kinora/capabilities/errors';
import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_CHANNEL_LAYOUT_STEREO,
  AV_SAMPLE_FMT_FLTP,
  FF_ENCODER_AAC,
} from 'node-av/constants';
import { SoftwareResampleContext } from 'node-av/lib';
import { decodeSong } from '../../music/decode-song.ts';
import type { AudioTrack, StoredSample } from '../mp4/track.ts';
import { check } from '../native.ts';
import { aacPriming, createSoundEncoder } from '../sound-encoder.ts';
import type { SampleFiles } from './sample-files.ts';

/** A song or a part of it. All in seconds. */
export type SongPart = {
  /** A local file. */
  path: string;
  /** Where the part starts. Default 0. */
  start?: number;
  /** Where it ends. Default where the song does. */
  end?: number;
  /** Default 0: no fade. */
  fadeIn?: number;
  /** Default 0: no fade. */
  fadeOut?: number;
};

/** Rates that AAC knows, in hertz; others become 48 kHz. */
const aacRates = new Set([
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000,
]);
const bitRatePerChannel = 128_000;
/** AAC allows 6144 bits a channel in a frame of 1024 samples. */
const mostBitsPerSample = 5.5;

/**
 * Encodes a song, or a part of it with fades, to AAC-LC (256 kbit/s in stereo) at its own rate where AAC knows it.
 * @param options.seconds Length of the film; the sound ends there at the latest.
 */
export function encodeSong(
  { path, start = 0, end = Infinity, fadeIn = 0, fadeOut = 0 }: SongPart,
  { files, seconds }: { files: SampleFiles; seconds: number },
  onProgress?: (fraction: number) => void,
): AudioTrack<StoredSample> {
  const samples: StoredSample[] = [];
  using owned = new DisposableStack();
  let pipe: ReturnType<typeof createPipe> | undefined;
  let fading: ReturnType<typeof createFader> | undefined;
  decodeSong(path, {
    open({ sampleRate, channels, seconds: claimed }) {
      const length = Math.max(0, Math.min(seconds, end - start));
      pipe = owned.use(
        createPipe({ from: sampleRate, channels: Math.min(2, channels) }, (packet) =>
          samples.push({ ...files.append(packet), size: packet.length, duration: pipe!.frameSize, isKey: true }),
        ),
      );
      const part = { start: Math.round(start * sampleRate), length: Math.round(length * sampleRate) };
      fading = createFader({ ...part, fadeIn: fadeIn * sampleRate, fadeOut: fadeOut * sampleRate }, (planes, done) => {
        pipe!.push(planes);
        onProgress?.(done / Math.max(1, Math.min(part.length, claimed * sampleRate)));
      });
    },
    push: (planes) => fading?.push(planes),
  });
  if (!pipe || !fading || fading.done() === 0) {
    throw new KinoraError('request.invalid', 'The song is over before the wanted part begins; choose an earlier one.');
  }
  pipe.finish();
  const { sampleRate, channels, bitRate, config } = pipe;
  shorten(samples, pipe.samples() + aacPriming);
  return {
    kind: 'audio',
    timescale: sampleRate,
    coding: 'aac',
    config,
    sampleRate,
    channels,
    bitRate,
    priming: aacPriming,
    samples,
  };
}

/** The last sample is as long as what is left, so that the track ends with the sound. */
function shorten(samples: StoredSample[], length: number): void {
  let surplus = samples.reduce((sum, { duration }) => sum + duration, 0) - length;
  while (surplus > 0 && samples.length > 1) {
    const last = samples.at(-1)!;
    if (surplus < last.duration) {
      last.duration -= surplus;
      return;
    }
    surplus -= last.duration;
    samples.pop();
  }
}

type Fade = { start: number; length: number; fadeIn: number; fadeOut: number };

/**
 * Cuts a part out of sound that comes in blocks, and fades it. All in samples. When the song ends before the part does,
 * the fade is cut off with it.
 */
function createFader(
  { start, length, fadeIn, fadeOut }: Fade,
  take: (planes: Float32Array[], done: number) => void,
): { push(planes: readonly Float32Array[]): void; done(): number } {
  let seen = 0;
  let done = 0;
  return {
    push(planes) {
      const block = planes[0]?.length ?? 0;
      const from = Math.max(0, start - seen);
      const to = Math.min(block, start + length - seen);
      seen += block;
      if (from >= to) return;
      const parts = planes.map((plane) => plane.subarray(from, to));
      if (done < fadeIn || done + to - from > length - fadeOut) {
        for (let index = 0; index < to - from; index++) {
          const gain = rise((done + index) / fadeIn) * rise((length - done - index) / fadeOut);
          for (const part of parts) part[index]! *= gain;
        }
      }
      done += to - from;
      take(parts, done);
    },
    done: () => done,
  };
}

/** From silence to full, evenly to the ear. */
function rise(place: number): number {
  return place >= 1 || Number.isNaN(place) ? 1 : Math.sin((Math.max(0, place) * Math.PI) / 2) ** 2;
}

/** Encodes blocks, resampled where AAC doesn't know their rate. */
function createPipe({ from, channels }: { from: number; channels: number }, take: (packet: Uint8Array) => void) {
  const sampleRate = aacRates.has(from) ? from : 48_000;
  const bitRate = Math.min(bitRatePerChannel, mostBitsPerSample * sampleRate) * channels;
  const encoder = createSoundEncoder({ codec: FF_ENCODER_AAC, bitRate, sampleRate, channels }, take);
  const converter = sampleRate === from ? undefined : createConverter({ from, to: sampleRate, channels });
  let samples = 0;
  const encode = (planes: readonly Float32Array[]) => {
    samples += planes[0]?.length ?? 0;
    encoder.push(planes);
  };
  return {
    sampleRate,
    channels,
    bitRate,
    config: encoder.config,
    frameSize: encoder.frameSize,
    samples: () => samples,
    push: (planes: readonly Float32Array[]) => (converter ? converter.convert(planes, encode) : encode(planes)),
    finish() {
      converter?.convert(null, encode);
      encoder.finish();
    },
    [Symbol.dispose]() {
      converter?.free();
      encoder[Symbol.dispose]();
    },
  };
}

function createConverter({ from, to, channels }: { from: number; to: number; channels: number }) {
  const layout = channels === 1 ? AV_CHANNEL_LAYOUT_MONO : AV_CHANNEL_LAYOUT_STEREO;
  const context = new SoftwareResampleContext();
  context.allocSetOpts2(layout, AV_SAMPLE_FMT_FLTP, to, layout, AV_SAMPLE_FMT_FLTP, from);
  check(context.init(), 'preparing to resample');
  const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array) => Buffer.from(buffer, byteOffset, byteLength);
  return {
    convert(planes: readonly Float32Array[] | null, take: (planes: Float32Array[]) => void) {
      const length = planes?.[0]?.length ?? 0;
      const room = context.getOutSamples(length);
      if (room <= 0) return;
      const out = Array.from({ length: channels }, () => new Float32Array(room));
      const made = check(
        context.convertSync(out.map(bytesOf), room, planes && planes.map(bytesOf), length),
        'resampling',
      );
      if (made > 0) take(out.map((plane) => plane.subarray(0, made)));
    },
    free: () => context.free(),
  };
}
