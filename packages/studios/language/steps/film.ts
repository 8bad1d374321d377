import type { AssetRef, Json } from '@kinora/capabilities';
import { drawCaption, drawCinema, drawHook, drawItemCard, drawTallCard, drawTitleCard } from '@kinora/media/lesson-art';
import type { CaptionWord, ItemCard, LaidPicture, RubyText, TitleCard } from '@kinora/media/lesson-art';
import type { FileDetails } from '@kinora/media/video';
import {
  countFrames,
  cutWorkers,
  joinStretches,
  mapTimes,
  planStretches,
  renderStretch,
} from '@kinora/media/video/cut';
import type { Crop, Overlay, Part, Size } from '@kinora/media/video/cut';
import type { Span } from '../schema.ts';
import { atOnce } from './at-once.ts';
import type { LessonContext } from './context.ts';

/** Something that is laid over a film for a while, described: it is drawn only where a stretch that shows it is made. */
export type Layer =
  | { kind: 'item-card'; card: ItemCard }
  | { kind: 'tall-card'; card: ItemCard }
  | { kind: 'hook'; title: RubyText; subtitle: RubyText }
  | { kind: 'caption'; words: (CaptionWord & { start: number; end: number })[] };

/** A layer and when it is seen, in seconds of the recording; `seconds` how long. */
export type TimedLayer = { layer: Layer; start: number; seconds: number };

/** A film that is cut from a recording. */
export type FilmPlan = {
  size: Size;
  fps: number;
  keeps: readonly Span[];
  /** Seconds of a stretch that is made by itself. */
  stretchSeconds: number;
  layers: readonly TimedLayer[];
  /** What of the picture is shown. Omitted: all. */
  crops?: readonly Crop[];
  split?: number;
  /** Null: sound alone, shown in a cinema. */
  hasPicture: boolean;
  hasSound: boolean;
  intro: TitleCard | null;
  outro: TitleCard | null;
  /** Seconds of the recording. */
  chapters: readonly { title: string; start: number }[];
  captions?: { language: string; cues: readonly { start: number; end: number; text: string }[] };
  /** Without its time, which would make every film another. */
  details: Omit<FileDetails, 'provenance'> & { provenance: Omit<FileDetails['provenance'], 'createdAt'> };
};

/** Seconds of a title. */
export const titleSeconds = 3;
const titleFade = { in: 0.4, out: 0.4 };

type MadePart = { part: Part; file: AssetRef };

/** Makes the stretches of a film, then joins them with the recording's sound. */
export async function makeFilm(
  plan: FilmPlan,
  context: LessonContext,
  report: (fraction: number) => void,
): Promise<AssetRef> {
  const { fps, stretchSeconds } = plan;
  const stretches = planStretches(plan.keeps, { fps, seconds: stretchSeconds });
  const parts: Part[] = [
    ...(plan.intro ? [{ seconds: titleSeconds }] : []),
    ...stretches.map((spans) => ({ spans })),
    ...(plan.outro ? [{ seconds: titleSeconds }] : []),
  ];
  const times = mapTimes(parts, fps);
  const total = stretches.reduce((sum, spans) => sum + countFrames(spans, fps), 0);
  const shares = new Map<number, number>();
  const tell = (index: number, frames: number) => {
    shares.set(index, frames);
    const done = shares.values().reduce((sum, each) => sum + each, 0);
    report(0.92 * (done / Math.max(1, total)));
  };
  const made = await atOnce(parts, Math.max(1, Math.min(4, cutWorkers)), async (part, index): Promise<MadePart> => {
    if (!('spans' in part)) {
      const title = index === 0 && plan.intro ? plan.intro : plan.outro!;
      return { part, file: await makeTitle(title, plan, context) };
    }
    const begin = times.starts[index]!;
    const seconds = countFrames(part.spans, fps) / fps;
    const layers = plan.layers.flatMap(({ layer, start, seconds: length }): LocalLayer[] => {
      const from = times.timeOf(start);
      if (from === null) return [];
      const local = toMilliseconds(from - begin);
      return local < seconds && local + length > 0
        ? [{ layer, start: local, end: toMilliseconds(local + length) }]
        : [];
    });
    const file = await makeStretch(part.spans, layers, plan, context, (fraction) =>
      tell(index, fraction * seconds * fps),
    );
    tell(index, seconds * fps);
    return { part, file };
  });
  return join(made, times, plan, context, (fraction) => report(0.92 + 0.08 * fraction));
}

type LocalLayer = { layer: Layer; start: number; end: number };

async function makeTitle(card: TitleCard, { size, fps }: FilmPlan, context: LessonContext): Promise<AssetRef> {
  const inputs = { card: card as Json, size, fps };
  return context.step<AssetRef>({ name: 'language.title', version: 1, inputs }, async ({ signal }) => {
    const { picture } = drawTitleCard(card, { frame: size });
    const { bytes } = await renderStretch(
      {
        source: { kind: 'still', picture, seconds: titleSeconds },
        size,
        fps,
        fade: titleFade,
      },
      { signal },
    );
    return context.assets.put(bytes, { mediaType: 'video/mp4' });
  });
}

/** One stretch: made again only when it shows something else. */
async function makeStretch(
  spans: readonly Span[],
  layers: readonly LocalLayer[],
  { size, fps, crops, split, hasPicture }: FilmPlan,
  context: LessonContext,
  report: (fraction: number) => void,
): Promise<AssetRef> {
  const recording = context.recording!;
  const shown = crops && cropsIn(crops, spans);
  const inputs = {
    recording: hasPicture ? recording.identity : null,
    spans: spans.map(({ start, end }) => [start, end]),
    size,
    fps,
    layers: layers as unknown as Json,
    crops: (shown as Json | undefined) ?? null,
    split: split ?? null,
  };
  return context.step<AssetRef>({ name: 'language.stretch', version: 1, inputs }, async ({ signal }) => {
    const overlays = layers.flatMap((layer) => drawLayer(layer, size));
    const call = { signal, onProgress: report };
    if (!hasPicture) {
      const picture = drawCinema({ frame: size });
      const seconds = countFrames(spans, fps) / fps;
      const { bytes } = await renderStretch({ source: { kind: 'still', picture, seconds }, size, fps, overlays }, call);
      return context.assets.put(bytes, { mediaType: 'video/mp4' });
    }
    const { bytes } = await recording.lend((path) =>
      renderStretch(
        {
          source: {
            kind: 'recording',
            path,
            spans,
            ...(shown && { crops: shown }),
            ...(split !== undefined && { split }),
          },
          size,
          fps,
          overlays,
        },
        call,
      ),
    );
    return context.assets.put(bytes, { mediaType: 'video/mp4' });
  });
}

/** The crops that are seen in a stretch: the one that holds when it begins, and those that come within. */
function cropsIn(crops: readonly Crop[], spans: readonly Span[]): Crop[] {
  const [start, end] = [spans[0]!.start, spans.at(-1)!.end];
  const sorted = crops.toSorted((a, b) => a.at - b.at);
  const first = sorted.findLast(({ at }) => at <= start) ?? sorted[0];
  return [
    ...(first ? [{ ...first, at: Math.min(first.at, start) }] : []),
    ...sorted.filter(({ at }) => at > start && at < end),
  ];
}

async function join(
  made: readonly MadePart[],
  times: ReturnType<typeof mapTimes>,
  { fps, hasSound, chapters, captions, details }: FilmPlan,
  context: LessonContext,
  report: (fraction: number) => void,
): Promise<AssetRef> {
  const starts = chapters.flatMap(({ title, start }, index) => {
    const at = index === 0 ? 0 : times.timeOf(start);
    return at === null ? [] : [{ title, start: toMilliseconds(at) }];
  });
  const named = starts.map(({ title, start }, index) => ({
    title,
    start,
    end: starts[index + 1]?.start ?? times.seconds,
  }));
  const inputs = {
    stretches: made.map(({ file }) => file.asset),
    parts: made.map(({ part }) => part) as unknown as Json,
    recording: hasSound ? context.recording!.identity : null,
    fps,
    chapters: named,
    captions: (captions as Json | undefined) ?? null,
    title: details.provenance.title,
  };
  return context.step<AssetRef>({ name: 'language.join', version: 1, inputs }, async ({ signal }) =>
    context.assets.lend(
      made.map(({ file }) => file),
      (paths) =>
        context.recording!.lend((recording) =>
          context.assets.putFile(
            async (out) => {
              await joinStretches(
                {
                  stretches: made.map(({ part }, index) => ({ ...part, path: paths[index]! })),
                  fps,
                  sound: hasSound ? { path: recording } : null,
                  // A chapter is told from another by its place.
                  chapters: named.length > 1 ? named : [],
                  ...(captions && { captions }),
                  details: { ...details, provenance: { ...details.provenance, createdAt: new Date() } },
                  out,
                },
                { signal, onProgress: report },
              );
            },
            { mediaType: 'video/mp4' },
          ),
        ),
    ),
  );
}

function drawLayer({ layer, start, end }: LocalLayer, frame: Size): Overlay[] {
  switch (layer.kind) {
    case 'item-card':
      return [overlayOf(drawItemCard(layer.card, { frame }).picture, { start, end, fade: 0.3 })];
    case 'tall-card':
      return [overlayOf(drawTallCard(layer.card, { frame }).picture, { start, end, fade: 0.3 })];
    case 'hook':
      return [overlayOf(drawHook(layer, { frame }).picture, { start, end, fade: 0.25 })];
    case 'caption': {
      const { base, words } = drawCaption({ words: layer.words }, { frame });
      const lit = words.flatMap((picture, index) => {
        if (picture === null) return [];
        const word = layer.words[index]!;
        return [overlayOf(picture, { start: start + word.start, end: start + word.end, fade: 0 })];
      });
      return [overlayOf(base, { start, end, fade: 0 }), ...lit];
    }
  }
}

function overlayOf(picture: LaidPicture, time: { start: number; end: number; fade: number }): Overlay {
  return { ...time, x: picture.x, y: picture.y, states: [{ at: 0, picture }] };
}

/** Times that differ by less are the same, so that a sum of fractions names no other film. */
function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
