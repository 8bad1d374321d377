import type { Look } from '@kinora/capabilities';

/**
 * How a look takes the style's colours and overlay. `under`: share of the grading that is done before the picture is painted, so that it
 * is made of the look's own marks. `over`: share that is laid over the painted picture, for looks whose colours are their own.
 */
export type LookTraits = {
  under: { tone: number; colour: number; toning: number; light: number };
  over: { colour: number; toning: number; light: number; vignette: number };
  /** `under`: what drifts is painted with the scene. `over`: it is laid on the finished picture. */
  overlay: 'under' | 'over';
  /** Radius in pixels of the smallest thing that its marks still show, at 512 pixels: what drifts is never smaller. */
  mark: number;
};

const painted: LookTraits = {
  under: { tone: 1, colour: 1, toning: 1, light: 1 },
  over: { colour: 0, toning: 0.15, light: 0.15, vignette: 0.5 },
  overlay: 'under',
  mark: 2,
};
const drawn: LookTraits = {
  under: { tone: 1, colour: 0, toning: 0, light: 0.6 },
  over: { colour: 0.7, toning: 0.8, light: 0.35, vignette: 0.7 },
  overlay: 'under',
  mark: 3,
};

/** Traits of every look. */
export const lookTraits: Readonly<Record<Look, LookTraits>> = {
  oil: { ...painted, mark: 5 },
  watercolour: { ...painted, mark: 4 },
  pastel: { ...painted, mark: 4.5 },
  pencil: drawn,
  ink: { ...drawn, mark: 4.5 },
  anime: painted,
  comic: { ...painted, mark: 3.5 },
  'stained-glass': { ...painted, over: { ...painted.over, light: 0.35 }, overlay: 'over', mark: 3 },
  mosaic: { ...painted, overlay: 'over', mark: 3 },
  pixel: { ...painted, mark: 4, over: { colour: 0, toning: 0, light: 0, vignette: 0 } },
  neon: {
    under: { tone: 1, colour: 1, toning: 0, light: 0.5 },
    over: { colour: 0.5, toning: 0.6, light: 0.2, vignette: 0.6 },
    overlay: 'under',
    mark: 3,
  },
  dream: { ...painted, over: { colour: 0, toning: 0.4, light: 0.4, vignette: 0.6 } },
};
