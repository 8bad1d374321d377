import type { ImageModelV4CallOptions, SharedV4ProviderOptions } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import type { ImageModelV4 } from '../models.ts';
import { readPictureHeader } from '../picture-header.ts';
import { samplePng } from './samples.ts';
import type { ContractSubject } from './subject.ts';
import { abortEarly, abortMidway, toBytes, useModel } from './subject.ts';

/** An image model under {@link imageContract}. */
export type ImageSubject = ContractSubject<ImageModelV4> & {
  /** Sent with every call, e.g. `{ kinora: { scene: sampleScene } }`. */
  providerOptions?: SharedV4ProviderOptions;
  /** Sizes in pixels that the model can draw. Default 320×180, 180×320 and 256×256. */
  sizes?: [number, number][];
  /** Whether the same seed gives the same bytes. Default true. */
  isDeterministic?: boolean;
};

/** What every image model must do: whole pictures of the asked size, obeyed seeds and abort, warnings for the rest. */
export function imageContract(subject: ImageSubject): void {
  const {
    sizes = [
      [320, 180],
      [180, 320],
      [256, 256],
    ],
    isDeterministic = true,
  } = subject;
  const [smallest = [256, 256]] = sizes;
  const base: ImageModelV4CallOptions = {
    prompt: 'A small fox sits beside a lantern in a wood at dusk.',
    n: 1,
    size: `${smallest[0]}x${smallest[1]}`,
    aspectRatio: undefined,
    seed: 7,
    files: undefined,
    mask: undefined,
    providerOptions: subject.providerOptions ?? {},
  };
  describe(`image contract: ${subject.name}`, { timeout: subject.timeoutMs ?? 20_000 }, () => {
    const model = useModel(subject);
    const draw = async (options: Partial<ImageModelV4CallOptions> = {}) => {
      const result = await model().doGenerate({ ...base, ...options });
      return { ...result, pictures: result.images.map(toBytes) };
    };

    test.each(sizes)('draws %i × %i pixels', async (width, height) => {
      const { pictures, warnings } = await draw({ size: `${width}x${height}` });
      expect(pictures).toHaveLength(1);
      expect(readPictureHeader(pictures[0] ?? new Uint8Array())).toMatchObject({ width, height });
      expect(warnings).toEqual([]);
    });

    test('keeps an aspect ratio when no size is asked', async () => {
      const { pictures } = await draw({ size: undefined, aspectRatio: '1:1' });
      const header = readPictureHeader(pictures[0] ?? new Uint8Array());
      expect(header?.width).toBe(header?.height);
    });

    test.skipIf(!isDeterministic)('draws the same picture from the same seed', async () => {
      const [first, second] = [await draw(), await draw()];
      expect(Buffer.compare(first.pictures[0] ?? new Uint8Array(), second.pictures[0] ?? new Uint8Array())).toBe(0);
    });

    test('draws another picture from another seed', async () => {
      const [first, second] = [await draw(), await draw({ seed: 8 })];
      expect(Buffer.compare(first.pictures[0] ?? new Uint8Array(), second.pictures[0] ?? new Uint8Array())).not.toBe(0);
    });

    test('warns of input pictures that it does not use', async () => {
      if ((await model().supportsFileInputs) === true) return;
      const file = { type: 'file' as const, mediaType: 'image/png', data: samplePng() };
      const { warnings } = await draw({ files: [file] });
      expect(warnings).not.toHaveLength(0);
    });

    test('obeys the abort signal', async () => {
      const call = (abortSignal: AbortSignal) => draw({ abortSignal });
      expect(await abortEarly(call)).toBe('rejected');
      expect(await abortMidway(call)).toBe('rejected');
    });

    test('names itself', () => {
      expect(model()).toMatchObject({ specificationVersion: 'v4', provider: expect.stringMatching(/\S/) });
      expect(model().modelId).toMatch(/\S/);
    });
  });
}
