import { analyseMusic } from '@kinora/media/audio/analysis';
import type { HeardMusic } from '@kinora/media/music';
import { expect, test } from 'vitest';
import { createAnalyses } from './analyses.ts';

const analysis = analyseMusic(new Float32Array(8000 * 30), { sampleRate: 8000 });
const heard = { analysis } as HeardMusic;
const { signal } = new AbortController();

test('one song is heard once for all who ask, and remembered', async () => {
  let count = 0;
  const analyses = createAnalyses(async () => {
    count += 1;
    return heard;
  });
  const song = { asset: 'a', keyMoments: 7 };
  await Promise.all([1, 2, 3].map(() => analyses.hear(song, { signal })));
  await analyses.hear(song, { signal });
  const other = await analyses.hear({ ...song, keyMoments: 5 }, { signal });
  expect(other.analysis.key_moments).toHaveLength(5);
  expect(count).toBe(1);
});

test('a job recalls what is heard or being heard, and keeps it going when the page has left', async () => {
  const hearing = Promise.withResolvers<HeardMusic>();
  const stopped: boolean[] = [];
  const analyses = createAnalyses((_, stop) => {
    stop.addEventListener('abort', () => stopped.push(true));
    return hearing.promise;
  });
  expect(await analyses.recall({ asset: 'a' }, { signal })).toBeUndefined();
  const page = new AbortController();
  const asked = analyses.hear({ asset: 'a', keyMoments: 7 }, { signal: page.signal });
  const recalled = analyses.recall({ asset: 'a' }, { signal });
  page.abort();
  hearing.resolve(heard);
  expect(await recalled).toBe(heard);
  await asked;
  expect(await analyses.recall({ asset: 'a' }, { signal })).toBe(heard);
  expect(await analyses.recall({ asset: 'b' }, { signal })).toBeUndefined();
  expect(stopped).toEqual([]);
});

test('hearing stops when everybody has left, and a failure is not remembered', async () => {
  let count = 0;
  const analyses = createAnalyses((_, stop) => {
    count += 1;
    return new Promise((_resolve, reject) => stop.addEventListener('abort', () => reject(new Error('stopped'))));
  });
  const [first, second] = [new AbortController(), new AbortController()];
  const song = { asset: 'a', keyMoments: 7 };
  const asked = [first, second].map((each) => analyses.hear(song, { signal: each.signal }));
  const ended = Promise.allSettled(asked);
  first.abort();
  await Promise.resolve();
  expect(count).toBe(1);
  second.abort();
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const third = new AbortController();
  const again = analyses.hear(song, { signal: third.signal });
  expect(count).toBe(2);
  third.abort();
  await expect(again).rejects.toThrow('stopped');
});

test('too many at once are told to come back', async () => {
  const analyses = createAnalyses(() => new Promise(() => {}));
  for (let song = 0; song < 16; song += 1) void analyses.hear({ asset: String(song), keyMoments: 7 }, { signal });
  await expect(analyses.hear({ asset: 'one more', keyMoments: 7 }, { signal })).rejects.toMatchObject({
    code: 'provider.unavailable',
    isRetryable: true,
  });
});
