import { renderSong, songRate } from '../../../tools/known-songs/index.ts';
import type { SongPlan } from '../../../tools/known-songs/index.ts';

/** Ten bars at 112 beats a minute: a song of about 21 seconds with four sections. */
const plan: SongPlan = {
  name: 'test',
  seed: 41,
  set: 'tuning',
  beatsPerBar: 4,
  parts: 2,
  swing: 0.5,
  groove: 'rock',
  accompaniment: 'block',
  chords: 'piano',
  melody: 'lead',
  form: [
    ['i', 1],
    ['a', 4],
    ['b', 4],
    ['o', 1],
  ],
  tempo: { kind: 'steady', bpm: 112 },
};

/** A short song as a WAV file, mono, 16 bits. */
export function songFile(): Buffer {
  const { samples } = renderSong(plan);
  const wav = Buffer.alloc(44 + samples.length * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples.length * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(songRate, 24);
  wav.writeUInt32LE(songRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => wav.writeInt16LE(Math.round(sample * 32_767), 44 + index * 2));
  return wav;
}
