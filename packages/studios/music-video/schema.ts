import { finishes, uploadedFile, vistaSpec, worlds, writtenText as text } from '@kinora/capabilities';
import type { AssetRef, ReuseCount } from '@kinora/capabilities';
import { z } from 'zod';

/** Longest song, in seconds, and largest file, in bytes. */
export const songLimits = { seconds: 1200, bytes: 300_000_000 } as const;

/** Fewest and most pictures of a video. */
export const sceneLimits = { fewest: 3, most: 24 } as const;

/** Frame sizes, in pixels. */
export const filmSizes = ['1280x720', '1920x1080', '1080x1920', '1080x1080'] as const;

/** How one picture gives way to the next; `cut` and `dissolve` lie on a bar line. */
export const transitions = ['cut', 'dissolve', 'fade', 'light'] as const;

/** What the camera does with a picture. `auto`: what the music asks for. */
export const motions = ['auto', 'push', 'pull', 'left', 'right', 'rise', 'fall', 'drift', 'still'] as const;

/** How a character's picture is freed of its background. */
export const cutOut = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('auto') })
    .describe('Alpha where the picture has any, else the plain background is removed.'),
  z.object({ kind: z.literal('none') }).describe('Framed as it is.'),
  z
    .object({
      kind: z.literal('points'),
      background: z
        .array(z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]))
        .min(1)
        .max(40),
      tolerance: z.number().min(0).max(1).default(0.2),
    })
    .describe('Places that are background, fractions of the picture, and how far colours may differ from them.'),
]);

/** Somebody who is in the video. */
export const character = z.object({
  picture: uploadedFile,
  name: text(40).optional(),
  cutOut: cutOut.default({ kind: 'auto' }),
});

/** What can be chosen at first and changed later. */
const choices = {
  theme: text(300),
  world: z.enum(['auto', ...worlds]),
  finish: z.enum(finishes),
  characters: z.array(character).max(8, 'At most eight character pictures.'),
  captions: z.boolean(),
  titleCard: z.boolean(),
  size: z.enum(filmSizes),
  fps: z.union([z.literal(24), z.literal(30)], { error: 'A film has 24 or 30 frames a second.' }),
  calm: z.boolean(),
  loopSeconds: z.number().min(3, 'A loop has 3 to 8 seconds.').max(8, 'A loop has 3 to 8 seconds.'),
  teaserSeconds: z.union([z.literal(15), z.literal(30), z.literal(60)], {
    error: 'A teaser has 15, 30 or 60 seconds.',
  }),
};

/** What a musician asks for. */
export const musicVideoRequest = z.object({
  song: uploadedFile,
  title: text(120).optional().describe('Default: the title in the file, or its name.'),
  artist: text(120).optional(),
  theme: choices.theme
    .default('')
    .describe('What it is about, e.g. "neon city in the rain". Empty: what the music suggests.'),
  world: choices.world.default('auto').describe('`auto`: the world that the theme or the music suggests.'),
  finish: choices.finish.default('cinematic'),
  characters: choices.characters.default([]),
  lyrics: z
    .object({ kind: z.enum(['lrc', 'plain']), text: text(20_000).min(1) })
    .optional()
    .describe('LRC has its times; plain lines are spread over the sung sections.'),
  captions: choices.captions.default(true).describe('Shows the lyrics, when there are any.'),
  titleCard: choices.titleCard.default(true),
  watermark: z
    .object({
      picture: uploadedFile,
      corner: z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right']).default('bottom-right'),
    })
    .optional(),
  scenes: z
    .number()
    .int()
    .min(sceneLimits.fewest, 'A video has 3 to 24 pictures.')
    .max(sceneLimits.most, 'A video has 3 to 24 pictures.')
    .optional()
    .describe('Pictures. Default by length: about one in eleven seconds.'),
  size: choices.size.default('1280x720'),
  fps: choices.fps.default(24),
  calm: choices.calm.default(false).describe('No flashes, gentle pushes, dissolves instead of cuts.'),
  loopSeconds: choices.loopSeconds.default(6),
  teaserSeconds: choices.teaserSeconds.default(30),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional()
    .describe('Omitted: another video each time.'),
});

/** Where the picture of a scene comes from. */
export const scenePicture = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('drawn'),
    vista: vistaSpec,
    prompt: z.string().max(1000).describe('For models that paint from words.'),
    seed: z.number().int().min(0),
  }),
  z.object({ kind: z.literal('own'), file: uploadedFile }),
]);

/** One picture of the video and how it is shown, from its `start` to that of the next. */
export const scene = z.object({
  id: z.string().min(1).describe('Stable across edits.'),
  start: z.number().min(0).describe('Seconds; the first scene starts at 0.'),
  word: z.string().max(60).describe('What happens in the music there, e.g. "Chorus" or "Nearly silent".'),
  description: z.string().trim().min(1).max(300).describe('What the picture shows, in one sentence.'),
  intensity: z.number().min(0).max(1),
  picture: scenePicture,
  transition: z.enum(transitions).describe('How it comes in.'),
  motion: z.enum(motions).default('auto'),
  locked: z.boolean().default(false).describe('Kept as it is when theme, world or seed change.'),
});

/** The plan of a video; what an edit changes. */
export const storyboard = z.object({
  title: z.string().trim().min(1).max(120),
  world: z.enum(worlds),
  scenes: z.array(scene).min(1).max(sceneLimits.most),
  director: z.string().describe('Identity of who planned it, e.g. `builtin/director@1`.'),
});

/** What can be changed; each only redoes what depends on it. */
export const musicVideoEdit = z
  .object({
    scenes: z
      .array(
        z.object({
          id: z.string(),
          start: z.number().min(0).optional().describe('Seconds. As given: snapping to beats is for the page.'),
          description: text(300).min(1).optional().describe('Drawn anew from these words.'),
          redraw: z.boolean().optional().describe('Drawn again with another seed.'),
          picture: uploadedFile.nullable().optional().describe('An own picture; null: drawn again.'),
          transition: z.enum(transitions).optional(),
          motion: z.enum(motions).optional(),
          locked: z.boolean().optional(),
          remove: z.boolean().optional(),
        }),
      )
      .max(sceneLimits.most)
      .optional(),
    add: z
      .array(z.object({ start: z.number().min(0), description: text(300).min(1).optional() }))
      .max(sceneLimits.most)
      .optional()
      .describe('New scenes.'),
    title: text(120).min(1).optional(),
    artist: text(120).optional(),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .optional()
      .describe('Another video for the same song: everything that is not locked is directed anew.'),
    ...z.object(choices).partial().shape,
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Name at least one change.');

/** Files a music video can be had as. */
export const outputKinds = ['video', 'loop', 'teaser', 'thumbnail', 'analysis', 'storyboard'] as const;

export type UploadedFile = z.infer<typeof uploadedFile>;
export type CutOut = z.infer<typeof cutOut>;
export type Character = z.infer<typeof character>;
export type MusicVideoRequest = z.infer<typeof musicVideoRequest>;
export type MusicVideoRequestInput = z.input<typeof musicVideoRequest>;
export type Transition = (typeof transitions)[number];
export type Motion = (typeof motions)[number];
export type ScenePicture = z.infer<typeof scenePicture>;
export type Scene = z.infer<typeof scene>;
export type Storyboard = z.infer<typeof storyboard>;
export type MusicVideoEdit = z.infer<typeof musicVideoEdit>;
export type OutputKind = (typeof outputKinds)[number];
export type FilmSize = (typeof filmSizes)[number];

/** What was heard in the song, in short; all of it is the JSON file `analysis` ({@link HeardSong}). */
export type SongFacts = {
  /** Seconds. */
  duration: number;
  /** Beats a minute; null without a pulse. */
  tempo: number | null;
  metre: string | null;
  /** E.g. "F major"; null when nothing tonal is heard. */
  key: string | null;
  beats: number;
  sections: number;
  mood: { tension: number; brightness: number };
};

/** A picture as it is there. */
export type PaintedScene = {
  /** Id of its scene. */
  scene: string;
  picture: AssetRef;
  altText: string;
  /** Who drew it, as `provider/model@revision`, or `own`. */
  drawnBy: string;
  /** Why another than the wanted model drew it. */
  note?: string;
};

/** A stretch of film that is made on its own: one framing of one picture, or one dissolve. */
export type Take = {
  /** Place in the film, from 0. */
  index: number;
  /** Id of the scene in whose segment it lies: from that scene's picture to the next. */
  scene: string;
  /** First frame and number of frames. */
  start: number;
  frames: number;
};

/** A take that is made: an H.264 MP4 without sound. */
export type MadeTake = Take & { clip: AssetRef };

/** The film as far as it is made. Takes in order of time. */
export type Film = {
  fps: number;
  width: number;
  height: number;
  frames: number;
  takes: MadeTake[];
  /** Segments (stretches between consecutive pictures) of the newest making: some take rendered, or all reused. */
  segments: { rendered: number; reused: number };
};

/** A music video, from analysis to files; what a version keeps. */
export type MusicVideo = {
  title: string;
  request: MusicVideoRequest;
  facts: SongFacts;
  /** JSON of what was heard. */
  analysis: AssetRef;
  storyboard: Storyboard;
  pictures: PaintedScene[];
  /** Null until it is made. */
  film: Film | null;
  outputs: Partial<Record<OutputKind, AssetRef>>;
  reuse: ReuseCount;
  /** Wall-clock seconds since the job began: to the analysis, to the storyboard's pictures, to the first take, to the end. */
  seconds: { analysis: number; storyboard: number; firstTake: number; total: number };
  /** For the owner: what was done in another way than asked. */
  notes: string[];
};

/** What happens while a music video is made, in order. `seconds` count from the start of the job. */
export type MusicVideoEvent =
  | { type: 'analysis-start'; seconds: number }
  | { type: 'analysis-progress'; fraction: number; seconds: number }
  | { type: 'analysis-end'; analysis: AssetRef; facts: SongFacts; title: string; seconds: number }
  | { type: 'storyboard-start'; storyboard: Storyboard; seconds: number }
  | ({ type: 'picture-end'; index: number; total: number; seconds: number } & PaintedScene)
  | { type: 'storyboard-end'; seconds: number }
  | { type: 'film-start'; takes: Take[]; fps: number; width: number; height: number; seconds: number }
  | { type: 'take-end'; take: MadeTake; total: number; reused: boolean; seconds: number }
  | { type: 'film-end'; segments: Film['segments']; seconds: number }
  | { type: 'output-start'; output: OutputKind; seconds: number }
  | { type: 'output-progress'; output: OutputKind; fraction: number; seconds: number }
  | { type: 'output-end'; output: OutputKind; file: AssetRef; seconds: number }
  | { type: 'music-video-end'; reuse: ReuseCount; seconds: number };

/** Number of scenes for a song of so many seconds, when none is asked for. */
export function defaultScenes(seconds: number): number {
  return Math.max(Math.min(5, Math.ceil(seconds / 2)), Math.min(sceneLimits.most, Math.round(seconds / 11)));
}
