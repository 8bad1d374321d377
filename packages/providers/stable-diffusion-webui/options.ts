import { KinoraError } from '@kinora/capabilities';

/** What `providerOptions.kinora` may hold for a picture; the same names as for Kinora's own diffusion models. */
export type PictureOptions = {
  negativePrompt?: string;
  /** 1 to 150. */
  steps?: number;
  /** How closely the words are followed, 0 to 50. */
  guidance?: number;
  /** Name of a sampler of the server. */
  sampler?: string;
  /** How much of an input picture changes: 0 keeps it, 1 keeps nothing. */
  strength?: number;
  /** Called while a picture is drawn. */
  onPreview?: (preview: PictureProgress) => void;
};

/** How far a picture is. */
export type PictureProgress = {
  /** Place among the pictures of the call, from 0. */
  picture: number;
  step: number;
  steps: number;
  /** PNG or JPEG of what the picture will be. */
  preview?: Uint8Array;
};

/** Checks what a caller can get wrong. @throws KinoraError `request.invalid`. */
export function readOptions(given: unknown): PictureOptions {
  const options = (given ?? {}) as Record<string, unknown>;
  const number = (name: string, low: number, high: number) => {
    const value = options[name];
    if (value === undefined) return {};
    if (typeof value === 'number' && value >= low && value <= high) return { [name]: value };
    const field = { data: { field: name, allowed: `${low}–${high}` } };
    throw new KinoraError('request.invalid', `${name} is a number from ${low} to ${high}.`, field);
  };
  const { negativePrompt, sampler, onPreview } = options;
  return {
    ...number('steps', 1, 150),
    ...number('guidance', 0, 50),
    ...number('strength', 0, 1),
    ...(typeof negativePrompt === 'string' && { negativePrompt }),
    ...(typeof sampler === 'string' && { sampler }),
    ...(typeof onPreview === 'function' && { onPreview: onPreview as (preview: PictureProgress) => void }),
  };
}
