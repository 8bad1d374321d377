import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { analyseMusic } from '../../audio/analysis/index.ts';
import { plans, renderSong, songRate } from '../../../../tools/known-songs/index.ts';
import type { HeardMusic } from '../analyse-file.ts';
import { collectWaveform } from '../waveform.ts';
import { drawAnalysis, summarise } from './draw-analysis.ts';

function hear(samples: Float32Array, tags: { title?: string; artist?: string } = {}): HeardMusic {
  const collector = collectWaveform(songRate);
  collector.push([samples]);
  const analysis = analyseMusic(samples, { sampleRate: songRate });
  const source = { format: 'wav', codec: 'pcm_s16le', sampleRate: songRate, channels: 1, bytes: 1, ...tags };
  return { analysis, waveform: collector.finish(), source: { ...source, seconds: analysis.duration } };
}

test('a plot shows sections, beats, tempo and key moments with their words, and is a picture', async () => {
  const plan = {
    ...plans.find(({ name }) => name === 'rock-118')!,
    form: [
      ['i', 2],
      ['a', 4],
      ['b', 4],
    ] as ['a', 4][],
  };
  const heard = hear(renderSong(plan).samples, { title: 'Salt & <Pepper>', artist: 'Nobody "else"' });
  const svg = drawAnalysis(heard);
  expect(svg).toContain('Salt &amp; &lt;Pepper&gt;');
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  for (const { description } of heard.analysis.key_moments) expect(svg).toContain(`>${description}</text>`);
  for (const { letter } of heard.analysis.sections) expect(svg).toContain(`>${letter}</text>`);
  expect(svg.match(/class="(beat|bar|tempo|intensity|peaks)" d="M/g)).toHaveLength(5);
  const { width, height } = await loadImage(Buffer.from(svg));
  expect(width).toBe(1440);
  expect(height).toBeGreaterThan(600);
  expect(summarise(heard.analysis)).toMatch(/^0:2\d · 118 beats a minute · 4\/4/);
});

test('silence has a plot too', async () => {
  const svg = drawAnalysis(hear(new Float32Array(songRate * 2)));
  expect(svg).toContain('no pulse');
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect((await loadImage(Buffer.from(svg))).width).toBe(1440);
});
