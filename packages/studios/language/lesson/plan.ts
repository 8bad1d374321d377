import { writtenText as text } from '@kinora/capabilities';
import { z } from 'zod';

/** The same in both languages. */
export const bilingual = z.object({ ja: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

const second = z.number().min(0).max(86_400);
const share = z.number().min(0).max(1);

/** A stretch of the recording, in seconds of the recording. */
export const span = z
  .object({ start: second, end: second })
  .refine(({ start, end }) => end > start, 'A stretch ends after it starts.');
export type Span = z.infer<typeof span>;

/** Why a place of the recording matters to an editor. */
export const editPointKinds = ['silence', 'filler', 'slow', 'fast', 'laughter', 'loud', 'marker', 'teaching'] as const;
export type EditPointKind = (typeof editPointKinds)[number];

/** A place that should be cut, kept or shown off, and why. */
export type EditPoint = Span & {
  /** Stable while the recording and its words stay. */
  id: string;
  kind: EditPointKind;
  advice: 'cut' | 'keep' | 'highlight';
  /** How sure, from 0 to 1. */
  strength: number;
  /** For people, with the numbers that led to it. */
  reason: Bilingual;
};

/** What the main video keeps, in order and apart from each other, and its chapters. */
export const cutPlan = z.object({
  keeps: z
    .array(span)
    .max(4000)
    .refine(
      (keeps) => keeps.every(({ start }, at) => at === 0 || start >= keeps[at - 1]!.end),
      'Stretches are in order and don’t overlap.',
    ),
  chapters: z
    .array(
      z.object({
        start: second.describe('Seconds of the recording.'),
        title: z.object({ ja: text(100), en: text(100) }),
      }),
    )
    .max(60),
  cards: z
    .array(
      z.object({
        item: z.string().max(200),
        start: second.describe('Seconds of the recording.'),
        seconds: z.number().min(1).max(20),
      }),
    )
    .max(400)
    .describe('Vocabulary cards: which item and when it comes in.'),
  intro: z.object({ title: text(120), subtitle: text(120) }).nullable(),
  outro: z.object({ title: text(120), subtitle: text(120) }).nullable(),
});
export type CutPlan = z.infer<typeof cutPlan>;

/** A rectangle of the recording's picture, in fractions of its width and height. */
export const region = z.object({ x: share, y: share, width: share, height: share });
export type Region = z.infer<typeof region>;

/**
 * How a tall picture is made: `single` shows one region filling the frame, `stack` two, one above the other (`split`: share of
 * the height that the upper one has). Regions hold from their time on (seconds of the recording) and change by a cut, so that
 * nothing jitters. Each is cropped about its middle to the shape it has to fill.
 */
export const shortLayout = z.object({
  kind: z.enum(['single', 'stack']),
  split: z.number().min(0.2).max(0.8).default(0.5),
  frames: z
    .array(z.object({ at: second, upper: region, lower: region.nullable().default(null) }))
    .min(1)
    .max(100),
});
export type ShortLayout = z.infer<typeof shortLayout>;

/** One tall video of a minute at most. */
export const shortPlan = z.object({
  id: z.string().regex(/^short-[1-5]$/),
  span,
  /** Silences within it that are left out. */
  cuts: z.array(span).max(60).default([]),
  hook: z.object({ ja: text(60), en: text(60) }),
  items: z.array(z.string().max(200)).max(6).describe('Ids of the items that it teaches; the first has the card.'),
  layout: shortLayout,
  isOn: z.boolean().default(true),
});
export type ShortPlan = z.infer<typeof shortPlan>;

/** What platforms show beside a video, in both languages. */
export const posting = z.object({
  title: z.object({ ja: text(100), en: text(100) }),
  description: z.object({ ja: text(4900), en: text(4900) }),
  tags: z.array(text(60)).max(40),
});
export type Posting = z.infer<typeof posting>;

/** Longest a Short may be; what is left of a frame counts for nothing. */
const longestShort = 60.1;

const shorts = z
  .array(shortPlan)
  .max(5)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Each Short has an id of its own.')
  .refine((all) => all.every((short) => shownSeconds(short) <= longestShort), 'A Short has at most 60 seconds.');

/** All that is planned of a lesson's videos; whatever an owner edited is kept as it is. */
export const lessonPlan = z.object({
  cut: cutPlan,
  shorts,
  posting,
});
export type LessonPlan = z.infer<typeof lessonPlan>;

/** Parts of a plan that an owner set; the others are planned afresh. */
export const planEdits = z.object({
  cut: cutPlan.optional(),
  shorts: shorts.optional(),
  posting: posting.optional(),
});
export type PlanEdits = z.infer<typeof planEdits>;

function shownSeconds({ span: { start, end }, cuts }: ShortPlan): number {
  const left = cuts.reduce((sum, cut) => sum + Math.max(0, Math.min(cut.end, end) - Math.max(cut.start, start)), 0);
  return end - start - left;
}
