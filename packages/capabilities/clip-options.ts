import type { ClipLimit, ClipOptions } from './models.ts';

/** Options of a clip that only a model which draws its frames itself can honour, as a warning names them. */
const named = {
  camera: 'the camera path',
  toCamera: 'the camera path of the second picture',
  music: 'the music',
  overlays: 'what lies over the picture',
  fade: 'the fade',
} as const satisfies Partial<Record<ClipLimit, string>>;

/**
 * What a model of moving pictures, which knows of none of it, leaves out of a clip: by name and as a warning each; none where
 * nothing was asked that it can't do.
 */
export function clipLimits(options: ClipOptions): { leftOut: ClipLimit[]; warnings: string[] } {
  const leftOut = Object.keys(named).filter((key): key is ClipLimit => {
    const value = options[key as keyof typeof named];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
  if (options.to && options.transition && options.transition !== 'dissolve') leftOut.push('transition');
  return { leftOut, warnings: leftOut.map((limit) => clipWarning(limit, options)) };
}

/** The warning that a model could not follow an option. */
export function clipWarning(limit: ClipLimit, { transition }: Pick<ClipOptions, 'transition'>): string {
  const name = limit === 'transition' ? `the change by ${transition}` : named[limit];
  return `This model can't follow ${name}; the clip is made without.`;
}
