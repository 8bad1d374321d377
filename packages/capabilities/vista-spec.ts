import { z } from 'zod';

/** Worlds that pictures for music can be set in. Each is a visual language of its own: other shapes, light and texture. */
export const worlds = [
  'neon-city',
  'cosmos',
  'ocean',
  'desert-road',
  'geometry',
  'liquid-light',
  'dream-garden',
  'film-noir',
  'mountain-dawn',
  'paper-theatre',
] as const;

/** Compositions that each world offers: from far away to right in it. */
export const vistaViews = ['establishing', 'approach', 'within', 'detail', 'summit', 'departure'] as const;

/** What moves in the air of a vista. */
export const airs = ['clear', 'rain', 'snow', 'mist', 'embers', 'petals', 'dust', 'stars'] as const;

/** What leads through a whole song: it is in every picture and has come further in each. */
export const threads = ['road', 'light', 'traveller', 'bird', 'boat', 'comet', 'balloon', 'lantern'] as const;

/** How a vista is finished: as film, as a flat poster, as a two-colour print, in broad brush strokes. */
export const finishes = ['cinematic', 'poster', 'print', 'brush'] as const;

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as #c8642f');
const unit = z.number().min(0).max(1);

/** Colours of a vista, from dark to bright; they come from key and mood of the music. */
export const vistaPalette = z.object({
  deep: colour.describe('Shadows and the darkest ground.'),
  sky: colour.describe('Most of the air.'),
  haze: colour.describe('What far things fade into.'),
  main: colour.describe('What the world is made of.'),
  accent: colour.describe('The colour that answers `main`.'),
  light: colour.describe('Lamps, sun, glow: the brightest.'),
});

/** A cut-out picture (a musician, a mascot) that stands in a vista. */
export const vistaFigure = z.object({
  picture: z.number().int().min(0).max(7).describe('Index of the cut-out among those handed over with the vista.'),
  x: unit.describe('Centre, 0 left to 1 right of the frame.'),
  ground: unit.describe('Where the feet are, 0 top to 1 bottom of the frame.'),
  size: z.number().min(0.05).max(1.2).describe('Height over frame height.'),
  depth: unit.default(0.25).describe('1 at the horizon, 0 right before the viewer.'),
  mirrored: z.boolean().default(false),
});

/** What one picture for music shows: made by a director, obeyed by the illustrator, read out by the describer. */
export const vistaSpec = z.object({
  world: z.enum(worlds),
  view: z.enum(vistaViews),
  finish: z.enum(finishes).default('cinematic'),
  palette: vistaPalette,
  air: z.enum(airs).default('clear'),
  energy: unit.describe('How full, bright and grand: lights, size of the sun, number of things.'),
  calm: unit.default(0.5).describe('0 tense (sharp, tilted, contrasty) to 1 calm (round, level, soft).'),
  thread: z.object({
    kind: z.enum(threads),
    progress: unit.describe('How far through the song: how far the thread has come.'),
  }),
  returns: z
    .number()
    .int()
    .min(0)
    .max(9)
    .default(0)
    .describe('How often this place came before: each return is bigger.'),
  figures: z.array(vistaFigure).max(8).default([]),
  camera: z.object({
    from: z.tuple([unit, unit, z.number().min(1).max(1.6)]).describe('Centre x, centre y, zoom at the start.'),
    to: z.tuple([unit, unit, z.number().min(1).max(1.6)]).describe('The same at the end.'),
  }),
  moment: z.string().max(300).describe('What it shows, in one sentence.'),
});

export type World = (typeof worlds)[number];
export type VistaView = (typeof vistaViews)[number];
export type Air = (typeof airs)[number];
export type ThreadKind = (typeof threads)[number];
export type Finish = (typeof finishes)[number];
export type VistaPalette = z.infer<typeof vistaPalette>;
export type VistaFigure = z.infer<typeof vistaFigure>;
export type VistaSpec = z.infer<typeof vistaSpec>;
