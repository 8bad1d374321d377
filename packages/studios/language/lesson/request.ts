import { uploadedFile, writtenText as text } from '@kinora/capabilities';
import { z } from 'zod';

/** Longest recording, in seconds, and largest files, in bytes. */
export const recordingLimits = { seconds: 4 * 3600, bytes: 20_000_000_000, subtitleBytes: 20_000_000 } as const;

/** Languages of the user interface, of explanations, and of what is taught. */
export const lessonLanguages = ['ja', 'en'] as const;
export type LessonLanguage = (typeof lessonLanguages)[number];

/** Where the recording is. A path is one of the server's own, below a folder that its owner allowed; the file stays there. */
export const recordingSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('upload'), file: uploadedFile }),
  z.object({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
]);
export type RecordingSource = z.infer<typeof recordingSource>;

/** Where the words are: a subtitle file, a track within the recording, or the transcription route. */
export const subtitleSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), file: uploadedFile, name: text(200).optional() }),
  z.object({
    kind: z.literal('embedded'),
    track: z
      .number()
      .int()
      .min(0)
      .max(200)
      .optional()
      .describe('Index of the stream. Default: the first that is text.'),
  }),
  z.object({ kind: z.literal('transcription'), language: z.enum(lessonLanguages).optional() }),
]);
export type SubtitleSource = z.infer<typeof subtitleSource>;

/** Whose lesson it is: who learns Japanese, who learns English, or both. */
export const learners = ['ja', 'en', 'both'] as const;

/** How a tall picture is made of a wide one: presets of {@link import('./plan.ts').ShortLayout}. */
export const layoutPresets = [
  'auto',
  'middle',
  'avatar-left',
  'avatar-right',
  'game-over-avatar-left',
  'game-over-avatar-right',
] as const;
export type LayoutPreset = (typeof layoutPresets)[number];

/** Paper sizes of the worksheet. */
export const papers = ['A4', 'Letter'] as const;

/** What can be chosen at first and changed later. */
export const lessonChoices = z.object({
  learns: z
    .enum(learners)
    .default('both')
    .describe('Language that is taught: `ja` to speakers of English, `en` to speakers of Japanese.'),
  link: z
    .url({ protocol: /^https?$/, error: 'A link begins with https://.' })
    .max(500)
    .nullable()
    .default(null)
    .describe('Page on which the recording plays; times are added to it (`?t=83`).'),
  paper: z.enum(papers).default('A4'),
  furigana: z.boolean().default(true).describe('Readings above kanji, on paper and in captions.'),
  mainMinutes: z
    .number()
    .min(1)
    .max(240)
    .nullable()
    .default(18)
    .describe('Length of the main video; null: all but silences and fillers. A shorter recording is not stretched.'),
  cards: z.boolean().default(true).describe('Vocabulary cards in the main video.'),
  shorts: z.number().int().min(0).max(5).default(4),
  shortSeconds: z.number().min(10).max(60).default(45).describe('Longest a Short may be.'),
  layout: z.enum(layoutPresets).default('auto').describe('Which part of the picture Shorts show.'),
  asksModel: z
    .boolean()
    .default(true)
    .describe('Also asks the language model what there is to learn, where one is set up.'),
});
export type LessonChoices = z.infer<typeof lessonChoices>;

/** A recording, its words, and what to make of them. Words alone are enough for vocabulary, cards and worksheet. */
export const lessonRequest = lessonChoices
  .extend({
    title: text(120).optional().describe('Default: the name of the file.'),
    recording: recordingSource.nullable().default(null),
    subtitles: subtitleSource
      .nullable()
      .default(null)
      .describe('Null: the first track of text in the recording, else the transcription route.'),
  })
  .refine(({ recording, subtitles }) => recording !== null || subtitles?.kind === 'file', {
    error: 'Give a recording, or a subtitle file.',
    path: ['recording'],
  });
/** {@link lessonRequest} with its defaults filled in. */
export type LessonRequest = z.infer<typeof lessonRequest>;
export type LessonRequestInput = z.input<typeof lessonRequest>;
