import type { Json } from '@kinora/capabilities';
import { frameStyle, readPictureHeader } from '@kinora/capabilities';
import { createMemoryAssets } from '@kinora/capabilities/testing/assets';
import { readPngTexts } from '@kinora/media/documents';
import { probeMedia } from '@kinora/media/video';
import { makeSampleFilm } from '@kinora/media/video/restyle/testing';
import { expect, test } from 'vitest';
import { makeLiveStyle } from './pipeline.ts';
import type { LiveStyleContext } from './pipeline.ts';
import { liveStyleRequest } from './projects.ts';
import type { LiveStyleEvent, LiveStyleRequestInput, LiveStyleWork } from './projects.ts';

const limit = 300_000;

/** A context in memory: real files, and a record of what happened. */
function createContext(before?: { derivations: Map<string, Json>; files: Map<string, Uint8Array> }) {
  const { derivations, files } = before ?? {
    derivations: new Map<string, Json>(),
    files: new Map<string, Uint8Array>(),
  };
  const stop = new AbortController();
  const computed: string[] = [];
  const events: LiveStyleEvent[] = [];
  const saved: LiveStyleWork[] = [];
  const assets = createMemoryAssets(files);
  const context: LiveStyleContext = {
    assets,
    signal: stop.signal,
    async step(derivation, compute) {
      const key = JSON.stringify(derivation);
      const known = derivations.get(key);
      if (known !== undefined) return known as never;
      const value = await compute({ signal: stop.signal });
      computed.push(derivation.name);
      derivations.set(key, value);
      return value;
    },
    async emit(event) {
      events.push(event);
    },
    async save(work) {
      saved.push(structuredClone(work));
    },
    seconds: () => 0,
    reuse: async () => ({ computed: computed.length, reused: 0 }),
  };
  return { context, assets, computed, events, saved, stop, store: { derivations, files } };
}

const parse = (request: LiveStyleRequestInput) => liveStyleRequest.parse(request);

test(
  'a video is painted and keeps its sound; the same again costs nothing, another title only the joining',
  { timeout: limit },
  async () => {
    const first = createContext();
    const file = await first.assets.put(makeSampleFilm({ seconds: 3 }), { mediaType: 'video/mp4' });
    const style = frameStyle.parse({ look: 'anime', prompt: 'golden autumn' });
    const request = parse({ kind: 'video', file, style, size: 'source' });
    const work = await makeLiveStyle({ request, fileName: 'My_holiday.mp4' }, first.context);
    expect(work).toMatchObject({
      title: 'My holiday',
      facts: { width: 128, height: 96, fps: 10, seconds: 3, hasSound: true },
    });
    const video = await first.assets.get(work.outputs.video!);
    const facts = await probeMedia(video);
    expect(facts.streams.map(({ kind }) => kind)).toEqual(['video', 'audio']);
    expect(facts.tags['comment']).toContain('algorithmicMedia');
    expect(readPictureHeader(await first.assets.get(work.outputs.thumbnail!))).toMatchObject({
      mediaType: 'image/jpeg',
    });
    expect(first.events.at(-1)).toMatchObject({ type: 'work-end' });
    expect(first.events.some((event) => event.type === 'work-progress')).toBe(true);

    const again = createContext(first.store);
    await makeLiveStyle({ request, fileName: 'My_holiday.mp4' }, again.context);
    expect(again.computed).toEqual([]);
    const renamed = createContext(first.store);
    await makeLiveStyle({ request: { ...request, title: 'Autumn' }, fileName: 'My_holiday.mp4' }, renamed.context);
    expect(renamed.computed).toEqual(['live-style.thumbnail', 'live-style.video']);
  },
);

test('a recording is there at once with an index, then as an MP4', { timeout: limit }, async () => {
  const { context, assets, saved } = createContext();
  const file = await assets.put(makeSampleFilm({ seconds: 2 }), { mediaType: 'video/mp4' });
  const style = frameStyle.parse({ look: 'ink' });
  const work = await makeLiveStyle(
    { request: parse({ kind: 'recording', file, style, engine: 'onnx/sd-turbo@1' }) },
    context,
  );
  expect(Object.keys(saved[0]?.outputs ?? {})).toEqual(['recording']);
  expect(work.title).toBe('Ink');
  const facts = await probeMedia(await assets.get(work.outputs.video!));
  expect(facts.streams.map(({ codec }) => codec.slice(0, 4))).toEqual(['avc1', 'mp4a']);
  expect(facts.tags['comment']).toContain('compositeWithTrainedAlgorithmicMedia');
});

test('a picture is written anew and says how it was made', { timeout: limit }, async () => {
  const { context, assets } = createContext();
  const { createCanvas } = await import('@napi-rs/canvas');
  const canvas = createCanvas(800, 400);
  const file = await assets.put(new Uint8Array(canvas.toBuffer('image/png')), { mediaType: 'image/png' });
  const work = await makeLiveStyle({ request: parse({ kind: 'snapshot', file, title: 'Me' }) }, context);
  const picture = await assets.get(work.outputs.picture!);
  expect(readPictureHeader(picture)).toMatchObject({ width: 800, height: 400 });
  expect(readPngTexts(picture)['Comment']).toContain('AI-generated by Kinora');
  expect(readPictureHeader(await assets.get(work.outputs.thumbnail!))).toMatchObject({ width: 640, height: 320 });
});

test('what is cancelled stops soon, and what is no film is refused', { timeout: limit }, async () => {
  const { context, assets, stop, store } = createContext();
  const file = await assets.put(makeSampleFilm({ seconds: 20, width: 512, height: 512 }), { mediaType: 'video/mp4' });
  const work = makeLiveStyle(
    { request: parse({ kind: 'video', file, style: frameStyle.parse({ look: 'watercolour' }) }) },
    {
      ...context,
      async emit(event) {
        if (event.type === 'work-progress') stop.abort();
      },
    },
  );
  await expect(work).rejects.toMatchObject({ code: 'job.cancelled' });
  const text = await assets.put(new TextEncoder().encode('no film at all'), { mediaType: 'video/mp4' });
  await expect(
    makeLiveStyle(
      { request: parse({ kind: 'video', file: text, style: frameStyle.parse({}) }) },
      createContext(store).context,
    ),
  ).rejects.toMatchObject({ code: 'request.invalid' });
});
