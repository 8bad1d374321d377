import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { Json, ModerationResult } from '@kinora/capabilities';
import { samplePng } from '@kinora/capabilities/testing';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { applyEdit } from './edit.ts';
import { makeMusicVideo } from './pipeline.ts';
import { musicVideoRequest, storyboard as storyboardSchema } from './schema.ts';
import type { MusicVideo, MusicVideoEdit, MusicVideoRequestInput, OutputKind } from './schema.ts';
import { createMemoryContext, upload } from './testing/memory-context.ts';
import type { MemoryContext, MemoryOptions } from './testing/memory-context.ts';
import { sampleAnalysis, sampleHeard } from './testing/sample-song.ts';

const allowed: ModerationResult = { verdict: 'allow', categories: {}, spans: [] };
const blocked: ModerationResult = { verdict: 'block', categories: { hate: 6 }, spans: [], explanation: 'That hurts.' };
const heard = sampleHeard({ seconds: 60 });
const { analysis } = heard;

/** The song as it would have been heard, and the film joined, without the processes that do it. */
const answers: NonNullable<MemoryOptions['answers']> = {
  'music-video.analyse': async (assets) => {
    const json = new TextEncoder().encode(JSON.stringify(heard));
    const { duration, tempo, metre, mood } = analysis;
    const facts = { duration, tempo, metre, key: 'A minor', beats: 1, sections: 9, mood };
    return { analysis: await assets.put(json, { mediaType: 'application/json' }), facts } satisfies Json;
  },
  'music-video.video': async (assets) => assets.put(new Uint8Array([1]), { mediaType: 'video/mp4' }),
};

const song = { asset: 'a'.repeat(64), mediaType: 'audio/mpeg', bytes: 1000 };
/** Frames of 64 by 36 pixels. */
const scale = 0.05;

async function make(
  asked: Partial<MusicVideoRequestInput> = {},
  { outputs = [], ...options }: MemoryOptions & { outputs?: OutputKind[] } = {},
): Promise<{ video: MusicVideo; context: MemoryContext }> {
  const context = createMemoryContext({ answers, ...options });
  const request = musicVideoRequest.parse({ song, theme: 'neon city in the rain', seed: 11, ...asked });
  return {
    video: await makeMusicVideo({ request, outputs, scale, fileName: '03 - paper_moon.mp3' }, context),
    context,
  };
}

async function remake(
  first: { video: MusicVideo; context: MemoryContext },
  edit: MusicVideoEdit,
  outputs: OutputKind[],
) {
  const { request, storyboard } = applyEdit(first.video.request, first.video.storyboard, edit, { analysis });
  const context = createMemoryContext({ answers, before: first.context });
  return { video: await makeMusicVideo({ request, storyboard, outputs, scale }, context), context };
}

const countOf = (names: readonly string[], name: string) => names.filter((each) => each === name).length;

test('tells of the song, the storyboard, each picture and the end, and keeps the video', async () => {
  const { video, context } = await make();
  const types = context.events.map(({ type }) => type);
  const scenes = video.storyboard.scenes.length;
  expect(types.filter((type) => type === 'picture-end')).toHaveLength(scenes);
  expect(types.filter((type) => type !== 'picture-end')).toEqual([
    'analysis-start',
    'analysis-end',
    'storyboard-start',
    'storyboard-end',
    'music-video-end',
  ]);
  expect(video).toMatchObject({ title: 'Paper Moon', request: { artist: 'The Lanterns' }, film: null, outputs: {} });
  expect(video.pictures.map(({ scene }) => scene)).toEqual(video.storyboard.scenes.map(({ id }) => id));
  expect(video.pictures[0]!.altText).toBe(`A picture: ${video.storyboard.scenes[0]!.description}`);
  expect(context.saved.at(-1)).toEqual(video);
});

test('an empty title is none', async () => {
  const { video } = await make({ title: ' ' });
  expect(video.title).toBe('Paper Moon');
  expect(storyboardSchema.parse(video.storyboard)).toEqual(video.storyboard);
});

test('a title that is given wins over the one in the file', async () => {
  expect((await make({ title: 'Mine', artist: 'Me' })).video).toMatchObject({
    title: 'Mine',
    request: { artist: 'Me' },
  });
});

describe('a film', () => {
  test('is made of takes in order, whose frames add up to the song, and its file has them all', async () => {
    const { video, context } = await make({}, { outputs: ['video'] });
    const film = video.film!;
    expect(film.frames).toBe(60 * 24);
    expect(film.takes.reduce((sum, { frames }) => sum + frames, 0)).toBe(film.frames);
    expect(film.segments).toEqual({ rendered: video.storyboard.scenes.length, reused: 0 });
    const ends = context.events.flatMap((event) => (event.type === 'take-end' ? [event.take.index] : []));
    expect(ends).toEqual(film.takes.map(({ index }) => index));
    expect(video.outputs.video).toMatchObject({ mediaType: 'video/mp4' });
    expect(context.clips).toHaveLength(film.takes.length);
    for (const { music, camera, frames } of context.clips) {
      expect(music?.level).toHaveLength(frames);
      expect(camera).toBeDefined();
    }
  });

  test('begins before the later pictures are painted', async () => {
    const context = createMemoryContext({ answers });
    const { image } = context.models;
    const watched = Promise.withResolvers<void>();
    let painted = 0;
    // The fourth picture waits until there is something to watch.
    context.models.image = {
      ...image,
      doGenerate: async (options) => {
        painted += 1;
        if (painted === 4) await watched.promise;
        return image.doGenerate(options);
      },
    };
    const emit = context.emit.bind(context);
    context.emit = async (event) => {
      if (event.type === 'take-end') watched.resolve();
      return emit(event);
    };
    const request = musicVideoRequest.parse({ song, seed: 1 });
    await makeMusicVideo({ request, outputs: ['video'], scale }, context);
    expect(painted).toBeGreaterThan(4);
  });

  test('made again computes nothing', async () => {
    const first = await make({}, { outputs: ['video'] });
    const { video, context } = await remake(first, { calm: false }, ['video']);
    expect(context.computed).toEqual([]);
    expect(video.film!.takes).toEqual(first.video.film!.takes);
    expect(video.film!.segments).toEqual({ rendered: 0, reused: first.video.storyboard.scenes.length });
  });

  test('with one other picture paints one, renders the takes that show it, and nothing else', async () => {
    const first = await make({}, { outputs: ['video'] });
    const changes: MusicVideoEdit[] = [
      { scenes: [{ id: 's4', redraw: true }] },
      { scenes: [{ id: 's4', description: 'The towers in thick snow.' }] },
    ];
    for (const edit of changes) {
      const { video, context } = await remake(first, edit, ['video']);
      expect(countOf(context.computed, 'music-video.paint')).toBe(1);
      const before = new Set(first.video.film!.takes.map(({ clip }) => clip.asset));
      const fresh = video.film!.takes.filter(({ clip }) => !before.has(clip.asset));
      expect(countOf(context.computed, 'music-video.take')).toBe(fresh.length);
      expect(new Set(fresh.map(({ scene }) => scene)).difference(new Set(['s3', 's4'])).size).toBe(0);
      expect(video.film!.segments.rendered).toBeLessThanOrEqual(2);
      expect(video.film!.segments.rendered + video.film!.segments.reused).toBe(video.storyboard.scenes.length);
    }
  });

  test.each([
    ['damaged', (whole: Uint8Array) => Uint8Array.from(whole, (byte, index) => (index < 33 ? byte : 7))],
    ['half there, of the size of the frame', (whole: Uint8Array) => whole.subarray(0, whole.length / 2)],
  ])('says which own picture is %s', async (_, spoil) => {
    const first = await make();
    const { width, height } = readPictureHeader(await first.context.assets.get(first.video.pictures[0]!.picture))!;
    const file = await upload(first.context, spoil(samplePng({ width, height })), 'image/png');
    const { id, description } = first.video.storyboard.scenes[2]!;
    await expect(remake(first, { scenes: [{ id, picture: file }] }, [])).rejects.toMatchObject({
      code: 'request.invalid',
      message: expect.stringContaining(description.slice(0, 60)) as string,
    });
  });

  test('with an own picture fits it to the frame and paints none', async () => {
    const first = await make({}, { outputs: ['video'] });
    const file = await upload(first.context, samplePng({ width: 64, height: 48 }), 'image/png');
    const { video, context } = await remake(first, { scenes: [{ id: 's2', picture: file }] }, ['video']);
    expect(context.computed.filter((name) => name !== 'music-video.take')).toEqual([
      'music-video.fit-picture',
      'music-video.video',
    ]);
    expect(video.pictures[1]).toMatchObject({ drawnBy: 'own', scene: 's2' });
    expect(video.film!.segments.rendered).toBeLessThanOrEqual(2);
  });

  test('with another title renders the takes under the title card alone', async () => {
    const first = await make({}, { outputs: ['video'] });
    const { context, video } = await remake(first, { title: 'Moon' }, ['video']);
    const titled = video.film!.takes.filter(({ start }) => start < 4.6 * 24).length;
    expect(countOf(context.computed, 'music-video.take')).toBe(titled);
    expect(countOf(context.computed, 'music-video.paint')).toBe(0);
  });

  test('shows lyrics on the takes in which they are sung', async () => {
    const lyrics = { kind: 'lrc', text: '[00:10.00]Paper moon\n[00:14.00]\n' } as const;
    const { context } = await make({ lyrics, titleCard: false }, { outputs: ['video'] });
    const sung = context.clips.filter(({ overlays }) => overlays?.length);
    expect(sung.length).toBeGreaterThan(0);
    expect(sung.length).toBeLessThan(context.clips.length / 2);
    await expect(make({ lyrics: { kind: 'lrc', text: '[xx:10.00]Paper\n[00:99:1]' } })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  test('ends its work when it is cancelled', async () => {
    const ended = new AbortController();
    const context = createMemoryContext({ answers, signal: ended.signal });
    const emit = context.emit.bind(context);
    context.emit = async (event) => {
      await emit(event);
      if (event.type === 'take-end' && event.take.index === 2)
        ended.abort(new KinoraError('job.cancelled', 'Stopped.'));
    };
    const step = context.step.bind(context);
    context.step = async (derivation, compute) => {
      ended.signal.throwIfAborted();
      return step(derivation, compute);
    };
    const request = musicVideoRequest.parse({ song, seed: 1 });
    await expect(makeMusicVideo({ request, outputs: ['video'], scale }, context)).rejects.toMatchObject({
      code: 'job.cancelled',
    });
    expect(context.clips.length).toBeLessThan(10);
  });
});

test('when a take fails, no further picture is painted', async () => {
  const { image, clip } = createMemoryContext().models;
  const painted: Promise<unknown>[] = [];
  const models: MemoryOptions['models'] = {
    image: {
      ...image,
      doGenerate(asked) {
        const drawn = Promise.resolve(image.doGenerate(asked));
        painted.push(drawn);
        return drawn;
      },
    },
    clip: {
      ...clip,
      async doGenerate(asked) {
        if (painted.length > 1) throw new KinoraError('provider.failed', 'No more.');
        return clip.doGenerate(asked);
      },
    },
  };
  await expect(make({}, { models, outputs: ['video'] })).rejects.toThrow('No more.');
  const begun = painted.length;
  await Promise.all(painted);
  await setImmediate();
  expect(painted).toHaveLength(begun);
});

describe('the guard', () => {
  test('hears of a title that only the file has, before anything is painted', async () => {
    const judge: MemoryOptions['judge'] = (input) =>
      input.kind === 'text' && input.text === 'Paper Moon' ? blocked : allowed;
    await expect(make({}, { judge })).rejects.toMatchObject({ code: 'request.unsafe', data: { field: 'title' } });
    expect((await make({ title: 'Mine' }, { judge })).video.title).toBe('Mine');
  });

  test('judges theme, title and the words of an edited storyboard', async () => {
    const first = await make();
    const storyboard = structuredClone(first.video.storyboard);
    storyboard.scenes[2]!.description = 'Something unkind.';
    const judge: MemoryOptions['judge'] = (input) =>
      input.kind === 'text' && input.text.includes('unkind') ? blocked : allowed;
    const context = createMemoryContext({ answers, judge });
    await expect(makeMusicVideo({ request: first.video.request, storyboard }, context)).rejects.toMatchObject({
      code: 'request.unsafe',
      message: 'The description of scene 3 can’t be used. That hurts.',
      data: { field: 'scenes.2.description' },
    });
    expect(context.events).toEqual([]);
    await expect(make({ theme: 'unkind' }, { judge })).rejects.toMatchObject({ data: { field: 'theme' } });
  });

  test('hears of an artist that only the file names, after an edit too', async () => {
    const first = await make();
    const judge: MemoryOptions['judge'] = (input) =>
      input.kind === 'text' && input.text === 'The Lanterns' ? blocked : allowed;
    const { artist: _, ...request } = first.video.request;
    const { storyboard } = first.video;
    const edited = makeMusicVideo({ request, storyboard }, createMemoryContext({ answers, judge }));
    await expect(edited).rejects.toMatchObject({ code: 'request.unsafe', data: { field: 'artist' } });
    await expect(
      makeMusicVideo({ request: { ...request, artist: 'Me' }, storyboard }, createMemoryContext({ answers, judge })),
    ).resolves.toMatchObject({ request: { artist: 'Me' } });
  });

  test('reads the lyrics at once, without their times, and names the line', async () => {
    const judge: MemoryOptions['judge'] = (input) => {
      const offset = input.kind === 'text' ? input.text.indexOf('unkind') : -1;
      const spans = [{ offset: 0, length: 4, category: 'violence', severity: 3 } as const];
      return offset < 0
        ? allowed
        : { ...blocked, spans: [...spans, { offset, length: 6, category: 'hate', severity: 7 }] };
    };
    const text = '[00:01.00]Under the moon\n[00:05.00]<00:05.00>un<00:05.40>kind words\n[00:09.00]Under the moon';
    const context = createMemoryContext({ answers, judge });
    const request = musicVideoRequest.parse({ song, lyrics: { kind: 'lrc', text } });
    await expect(makeMusicVideo({ request }, context)).rejects.toMatchObject({
      code: 'request.unsafe',
      message: 'Line 2 of the lyrics can’t be used. That hurts.',
      data: { field: 'lyrics', line: 2 },
    });
    expect(context.moderated).toEqual([
      { kind: 'text', role: 'story', text: 'Under the moon\nunkind words\nUnder the moon' },
    ]);
  });

  test("a model's picture that it blocks is drawn by Kinora, with a note; one that nobody can judge is shown", async () => {
    const identity = (capability: string) => `test/${capability}@1`;
    const judge: MemoryOptions['judge'] = (input) =>
      input.kind === 'image' && input.vista === undefined ? blocked : allowed;
    const { video } = await make({}, { judge, models: { identity } });
    expect(new Set(video.pictures.map(({ drawnBy }) => drawnBy))).toEqual(new Set(['builtin/illustrator']));
    expect(video.notes).toEqual(['Kinora drew this picture itself: the guard let none of its pictures pass.']);
    const silent: MemoryOptions['judge'] = (input) => {
      if (input.kind === 'text') return allowed;
      throw new KinoraError('provider.unavailable', 'No guard can judge this.');
    };
    const shown = await make({}, { judge: silent, models: { identity } });
    expect(new Set(shown.video.pictures.map(({ drawnBy }) => drawnBy))).toEqual(new Set(['test/image@1']));
  });
});

test('a picture of one’s own that is no picture is refused by name', async () => {
  const first = await make();
  const file = await upload(first.context, new Uint8Array([1, 2, 3]), 'image/png');
  await expect(remake(first, { scenes: [{ id: 's2', picture: file }] }, [])).rejects.toMatchObject({
    code: 'request.invalid',
    data: { field: 'picture' },
  });
});

test('a logo of which only half is there is refused, a whole one lies over every take', async () => {
  const film = async (bytes: Uint8Array) => {
    const context = createMemoryContext({ answers });
    const picture = await upload(context, bytes, 'image/png');
    const request = musicVideoRequest.parse({ song, seed: 1, watermark: { picture }, titleCard: false });
    await makeMusicVideo({ request, outputs: ['video'], scale }, context);
    return context.clips;
  };
  const whole = samplePng({ width: 80, height: 40 });
  await expect(film(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
    code: 'request.invalid',
    message: expect.stringContaining('The watermark') as string,
  });
  expect((await film(whole)).every(({ overlays }) => overlays?.length === 1)).toBe(true);
});

test('characters are cut out once, stand in the pictures, and one that could only be framed is told of', async () => {
  const cutOuts = {
    ...answers,
    'music-video.cut-out': async (assets: MemoryContext['assets']) => ({
      image: await assets.put(samplePng({ width: 8, height: 8 }), { mediaType: 'image/png' }),
      isFramed: true,
    }),
  };
  const mia = { picture: { asset: 'c'.repeat(64), mediaType: 'image/png', bytes: 100 }, name: 'Mia' };
  const { video, context } = await make({ characters: [mia] }, { answers: cutOuts, outputs: ['video'] });
  expect(countOf(context.computed, 'music-video.cut-out')).toBe(1);
  expect(video.notes).toEqual([expect.stringMatching(/^The background of Mia can't be told/)]);
  expect(context.clips.every(({ from }) => from.figures?.length === 1)).toBe(true);
});

test('thumbnail and storyboard are made from the pictures', async () => {
  const { video, context } = await make({}, { outputs: ['thumbnail', 'storyboard', 'analysis'] });
  expect(video.outputs.analysis).toEqual(video.analysis);
  const text = async (kind: OutputKind) =>
    new TextDecoder('latin1').decode(await context.assets.get(video.outputs[kind]!));
  expect(await text('thumbnail')).toMatch(/^\xff\xd8/);
  expect(await text('storyboard')).toMatch(/^%PDF/);
});

test('a song of three seconds and one without a pulse become videos too', async () => {
  for (const options of [{ seconds: 3 }, { seconds: 40, tempo: null, key: null }]) {
    const other = sampleHeard(options);
    const { duration, tempo, metre, mood } = other.analysis;
    const facts = { duration, tempo, metre, key: null, beats: 0, sections: 1, mood };
    const { video } = await make(
      {},
      {
        outputs: ['video'],
        answers: {
          ...answers,
          'music-video.analyse': async (assets) => ({
            analysis: await assets.put(new TextEncoder().encode(JSON.stringify(other)), {
              mediaType: 'application/json',
            }),
            facts,
          }),
        },
      },
    );
    expect(video.film!.frames).toBe(Math.ceil(duration * 24));
  }
});

test('a song that was heard before is not heard again, and has a moment for each picture', async () => {
  const asked: string[] = [];
  const context = createMemoryContext();
  context.recall = async ({ asset }) => {
    asked.push(asset);
    return heard;
  };
  // Nothing is stored at its address: listening would fail.
  const video = await makeMusicVideo(
    { request: musicVideoRequest.parse({ song, seed: 1, scenes: 4 }), scale },
    context,
  );
  expect(asked).toEqual([song.asset]);
  const kept = JSON.parse(new TextDecoder().decode(await context.assets.get(video.analysis))) as typeof heard;
  expect(kept.analysis.key_moments).toHaveLength(4);
  expect(kept).toEqual({ ...heard, analysis: { ...analysis, key_moments: kept.analysis.key_moments } });
  await expect(make({}, { answers: {} })).rejects.toMatchObject({ code: 'asset.missing' });
});

test('the analysis of the sample is the same each time', () => {
  expect(sampleAnalysis()).toEqual(sampleAnalysis());
});
