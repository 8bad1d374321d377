import { KinoraError } from '@kinora/capabilities/errors';
import { FF_ENCODER_LIBMP3LAME } from 'node-av/constants';
import { limit } from '../audio/dynamics.ts';
import { fadeEdges } from '../audio/fade.ts';
import { integratedLoudness } from '../audio/loudness.ts';
import { createSoundEncoder } from '../video/sound-encoder.ts';
import { openRecording, soundOf } from './open-recording.ts';
import { readSound } from './read-sound.ts';

/** Stretches of a recording in seconds, and as what they are wanted. */
export type SoundOptions = { spans: readonly { start: number; end: number }[]; format: 'mp3' };

const sampleRate = 48_000;
/** Bits a second of one channel: speech sounds as in the recording, and a minute takes half a megabyte. */
const bitRate = 80_000;
const loudness = -18;
/** Decibels that a quiet clip is raised by at most: above, its noise would be what one hears. */
const highestGain = 24;
/** Seconds at both ends in which the sound comes and goes. */
const edges = { rise: 0.01, fall: 0.03 };
/** Longest clip in seconds. */
const longest = 120;
/** Seconds between two clips from which on the file is sought instead of read on. */
const skip = 60;

/** {@link import('./recording.ts').takeSound}, in this thread, which it blocks. */
export function takeSoundSync(
  path: string,
  { spans }: SoundOptions,
  onProgress?: (fraction: number) => void,
): Uint8Array[] {
  for (const { start, end } of spans) {
    if (!(start >= 0 && end > start && end - start <= longest)) {
      throw new KinoraError('request.invalid', `A clip of sound has up to ${longest} seconds, not ${start} to ${end}.`);
    }
  }
  using recording = openRecording(path);
  soundOf(recording);
  const order = spans.map((_, index) => index).toSorted((a, b) => spans[a]!.start - spans[b]!.start);
  const clips: Uint8Array[] = spans.map(() => new Uint8Array());
  let done = 0;
  // Groups of clips that lie close together are read at one go.
  for (let from = 0; from < order.length;) {
    let until = from + 1;
    let end = spans[order[from]!]!.end;
    while (until < order.length && spans[order[until]!]!.start < end + skip) {
      end = Math.max(end, spans[order[until]!]!.end);
      until++;
    }
    const group = order.slice(from, until).map((index) => ({ index, ...spans[index]! }));
    // Where the first packet after a seek lies is not told exactly by every container; two seconds before is early enough.
    const isSought = canSeek.test(recording.format) && recording.seek(Math.max(0, group[0]!.start - 2));
    if (!isSought) recording.seek(0);
    readGroup(recording, group, (index, samples) => {
      clips[index] = encode(samples);
      onProgress?.(Math.min(0.99, ++done / spans.length));
    });
    from = until;
  }
  return clips;
}

/** Containers whose packets after a seek carry the right time; MP3 and the like guess it from the bit rate. */
const canSeek = /^(mp4|matroska|mov|wav|flac|ogg|mpegts)$/;

type Clip = { index: number; start: number; end: number };

/** Collects the samples of clips, ordered by their start, in one pass; each is given as soon as it is whole. */
function readGroup(
  recording: ReturnType<typeof openRecording>,
  clips: readonly Clip[],
  take: (index: number, samples: Float32Array) => void,
): void {
  const sampleOf = (time: number) => Math.round(time * sampleRate);
  const open = new Map<Clip, Float32Array>();
  let next = 0;
  for (const { at, planes } of readSound(recording, { sampleRate, channels: 1 })) {
    const samples = planes[0]!;
    const end = at + samples.length;
    for (let clip = clips[next]; clip && sampleOf(clip.start) < end; clip = clips[++next]) {
      open.set(clip, new Float32Array(sampleOf(clip.end) - sampleOf(clip.start)));
    }
    for (const [clip, whole] of open) {
      const offset = at - sampleOf(clip.start);
      const from = Math.max(0, -offset);
      const to = Math.min(samples.length, whole.length - offset);
      if (to > from) whole.set(samples.subarray(from, to), offset + from);
      if (end < sampleOf(clip.end)) continue;
      take(clip.index, whole);
      open.delete(clip);
    }
    if (next === clips.length && open.size === 0) return;
  }
  // What lies behind the end of the sound is silent.
  for (const clip of clips.slice(next)) open.set(clip, new Float32Array(sampleOf(clip.end) - sampleOf(clip.start)));
  for (const [clip, whole] of open) take(clip.index, whole);
}

function encode(samples: Float32Array): Uint8Array {
  const level = integratedLoudness([samples], sampleRate);
  const gain = Number.isFinite(level) ? Math.min(highestGain, loudness - level) : gainOfShort(samples);
  const factor = 10 ** (gain / 20);
  const louder = samples.map((sample) => sample * factor);
  const [even = louder] = limit([louder], { sampleRate });
  const edge = (seconds: number) => Math.min(Math.round(seconds * sampleRate), even.length >> 1);
  fadeEdges(even, { rise: edge(edges.rise), fall: edge(edges.fall) });
  const packets: Uint8Array[] = [];
  using encoder = createSoundEncoder({ codec: FF_ENCODER_LIBMP3LAME, bitRate, sampleRate, channels: 1 }, (packet) =>
    packets.push(packet),
  );
  encoder.push([even]);
  encoder.finish();
  return new Uint8Array(Buffer.concat(packets));
}

/** Of less than 400 ms no loudness is measured; its mean square is near to it for speech. */
function gainOfShort(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  return power < 1e-7 ? 0 : Math.min(highestGain, loudness - 10 * Math.log10(power));
}
