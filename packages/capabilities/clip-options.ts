import type { ClipOptions } from './models.ts';

/** Options of a clip that only a model which draws its frames itself can honour, as a warning names them. */
const named = {
  camera: 'the camera path',
  toCamera: 'the camera path of the second picture',
  music: 'the music',
  overlays: 'what lies over the picture',
  fade: 'the fade',
} as const satisfies Partial<Record<keyof ClipOptions, string>>;

/** A warning for each option of a clip that a model has to leave aside; none where nothing was asked that it can't do. */
export function clipWarnings(options: ClipOptions): string[] {
  const missed: string[] = Object.entries(named).flatMap(([key, name]) => {
    const value = options[key as keyof typeof named];
    const isAsked = Array.isArray(value) ? value.length > 0 : value !== undefined;
    return isAsked ? [name] : [];
  });
  if (options.to && options.transition && options.transition !== 'dissolve')
    missed.push(`the change by ${options.transition}`);
  return missed.map((name) => `This model can't follow ${name}; the clip is made without.`);
}
