import { artStyles, sceneSpec, visible } from '@kinora/capabilities';
import type { AssetRef, ReuseCount } from '@kinora/capabilities';
import { z } from 'zod';

const shortText = z.string().overwrite(visible).trim().min(1).max(80);

/** The child a story is for. Everything but the age may be left out. */
export const profile = z.object({
  name: z.string().overwrite(visible).trim().max(40).optional().describe('Used for the dedication and the good night.'),
  age: z
    .number({ error: 'Kinora writes for ages 2 to 10, in whole years.' })
    .int('Kinora writes for ages 2 to 10, in whole years.')
    .min(2, 'Kinora writes for ages 2 to 10.')
    .max(10, 'Kinora writes for ages 2 to 10.'),
  interests: z.array(shortText).max(12).default([]),
  comforts: z.array(shortText).max(12).default([]).describe('What helps this child to sleep, e.g. "night light".'),
  fears: z.array(shortText).max(12).default([]).describe('Kept out of words and pictures.'),
});

/** Voices of the built-in narrator. Other providers name their own. */
export const builtinVoices = ['willow', 'rowan', 'bramble', 'clover', 'yuki', 'sora'] as const;

/** What a parent asks for. */
export const storyRequest = z.object({
  wish: z
    .string({ error: 'Write a wish, e.g. "a shy fox who is afraid of the dark".' })
    .overwrite(visible)
    .trim()
    .min(1, 'Write a wish, e.g. "a shy fox who is afraid of the dark".')
    .max(500, 'A wish has at most 500 characters.'),
  profile: profile.default({ age: 5, interests: [], comforts: [], fears: [] }),
  minutes: z
    .union([z.literal(3), z.literal(5), z.literal(10)], { error: 'A story has 3, 5 or 10 minutes.' })
    .default(3),
  scenes: z.number().int().min(3).max(10).optional().describe('Default by length: 4, 6, 9.'),
  style: z.enum(artStyles).default('watercolour'),
  aspect: z.enum(['16:9', '9:16', '1:1']).default('16:9'),
  voice: z.string().min(1).max(80).default('willow'),
  pace: z.number().min(0.6).max(1.4).default(1).describe('1 is the slow pace of a bedtime reader.'),
  captions: z.enum(['none', 'soft', 'karaoke']).default('soft'),
  music: z.boolean().default(true),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional()
    .describe('Omitted: another story each time.'),
});

/** One page as written: words, what the picture shows, and a prompt for image models. */
export const scriptScene = z.object({
  id: z.string().describe('Stable across edits.'),
  text: z.string().trim().min(1).max(2000),
  spec: sceneSpec,
  prompt: z.string().describe('For models that paint from words.'),
  pictureSeed: z.number().int().min(0),
});

/** A whole story before it is spoken and painted; what an edit changes. */
export const script = z.object({
  title: z.string().trim().min(1).max(120),
  dedication: z.string().max(200).optional(),
  language: z.enum(['en', 'ja']).default('en'),
  scenes: z.array(scriptScene).min(3).max(10),
  goodNight: z.string().describe('The last line of the read-along page.'),
  author: z.string().describe('Identity of the author, e.g. `builtin/storyteller@1`.'),
  /** Measured reading level. */
  level: z.object({
    band: z.enum(['2-3', '4-5', '6-7', '8-10']),
    grade: z.number(),
    meanSentence: z.number(),
    longestSentence: z.number(),
  }),
});

/** What can be changed in a finished story; each only redoes what depends on it. */
export const storyEdit = z
  .object({
    scenes: z
      .array(
        z.object({
          id: z.string(),
          text: z.string().overwrite(visible).trim().min(1).max(2000).optional(),
          redraw: z.boolean().optional().describe('Draws the picture again with another seed.'),
        }),
      )
      .max(10)
      .optional(),
    title: z.string().overwrite(visible).trim().min(1).max(120).optional(),
    style: z.enum(artStyles).optional(),
    voice: z.string().min(1).max(80).optional(),
    pace: z.number().min(0.6).max(1.4).optional(),
    music: z.boolean().optional(),
    captions: z.enum(['none', 'soft', 'karaoke']).optional(),
    aspect: z.enum(['16:9', '9:16', '1:1']).optional(),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Name at least one change.');

/** Files a story can be had as. */
export const outputKinds = ['video', 'audio', 'captions', 'epub', 'pdf', 'cover'] as const;

export type Profile = z.infer<typeof profile>;
export type StoryRequest = z.infer<typeof storyRequest>;
export type StoryRequestInput = z.input<typeof storyRequest>;
export type ScriptScene = z.infer<typeof scriptScene>;
export type Script = z.infer<typeof script>;
export type StoryEdit = z.infer<typeof storyEdit>;
export type OutputKind = (typeof outputKinds)[number];

/** One word of the narration; times in seconds from the scene's start, `offset`/`length` index the scene's text. */
export type SpokenWord = { text: string; start: number; end: number; offset: number; length: number };

/** A page that is ready to be read and heard. */
export type StoryScene = {
  id: string;
  text: string;
  altText: string;
  picture: AssetRef;
  /** The seed that the picture was drawn with. */
  pictureSeed: number;
  /** Who drew and who spoke, as `provider/model@revision`; absent in stories of earlier versions: the built-in models. */
  drawnBy?: string;
  spokenBy?: string;
  /** For the grown-up: why another than the wanted model drew or spoke. */
  notes?: string[];
  audio: AssetRef;
  /** Seconds of narration. */
  duration: number;
  words: SpokenWord[];
};

/** A finished story. */
export type Story = {
  title: string;
  dedication?: string;
  goodNight: string;
  request: StoryRequest;
  script: Script;
  scenes: StoryScene[];
  outputs: Partial<Record<OutputKind, AssetRef>>;
  reuse: ReuseCount;
  /** Wall-clock seconds: to the first scene, to all scenes, to the last output. */
  seconds: { firstScene: number; scenes: number; total: number };
  /** A kind note when the wish was told more gently than it was written. */
  note?: string;
};

/** What happens while a story is made, in order. `seconds` count from the start of the job. */
export type StoryEvent =
  | { type: 'story-start'; scenes: number; seconds: number }
  | { type: 'story-written'; title: string; texts: { id: string; text: string }[]; note?: string; seconds: number }
  | { type: 'scene-written'; scene: string; index: number; title: string; text: string; seconds: number }
  | { type: 'scene-start'; scene: string; index: number; seconds: number }
  | { type: 'scene-picture'; scene: string; index: number; picture: AssetRef; altText: string; seconds: number }
  | { type: 'scene-end'; scene: string; index: number; page: StoryScene; seconds: number }
  | { type: 'output-start'; output: OutputKind; seconds: number }
  | { type: 'output-progress'; output: OutputKind; fraction: number; seconds: number }
  | { type: 'output-end'; output: OutputKind; file: AssetRef; seconds: number }
  | { type: 'story-end'; reuse: ReuseCount; seconds: number };

/** Number of scenes a request asks for. */
export function sceneCount(request: StoryRequest): number {
  return request.scenes ?? { 3: 4, 5: 6, 10: 9 }[request.minutes];
}
