import { expect, test } from 'vitest';
import { integratedLoudness, truePeak } from './loudness.ts';
import { renderSoundtrack } from './soundtrack.ts';
import { writeWav } from './wav.ts';

const rate = 24_000;
/** A second of a voice-like tone, silence around it. */
const wav = writeWav({
  channels: [Float32Array.from({ length: 3 * rate }, (_, n) => (n > rate && n < 2 * rate ? 0.3 * Math.sin(n / 9) : 0))],
  sampleRate: rate,
});

test('mixes voice and music to −18 LUFS under −1 dBTP, exactly as long as asked', async () => {
  const { channels, sampleRate } = await renderSoundtrack({
    narrations: [
      { wav, start: 1 },
      { wav, start: 5 },
    ],
    music: { seed: 3 },
    seconds: 9,
  });
  expect(sampleRate).toBe(48_000);
  expect(channels.map((channel) => channel.length)).toEqual([9 * 48_000, 9 * 48_000]);
  expect(integratedLoudness(channels, sampleRate)).toBeCloseTo(-18, 0);
  expect(truePeak(channels)).toBeLessThanOrEqual(-0.95);
});

test('refuses what is not a WAV file, and stops when told to', async () => {
  const parts = { narrations: [{ wav: new Uint8Array(100), start: 0 }], music: null, seconds: 2 };
  await expect(renderSoundtrack(parts)).rejects.toMatchObject({ code: 'request.invalid' });
  await expect(
    renderSoundtrack({ ...parts, narrations: [{ wav, start: 0 }] }, { signal: AbortSignal.abort(new Error('stop')) }),
  ).rejects.toThrow('stop');
});
