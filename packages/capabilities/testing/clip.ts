import { describe, expect, test } from 'vitest';
import type { ClipModel, ClipOptions, ClipPicture } from '../models.ts';
import { readMp4Track } from './mp4.ts';
import { samplePng, sampleScene } from './samples.ts';
import type { ContractSubject } from './subject.ts';
import { abortEarly, abortMidway, useModel } from './subject.ts';

/** A clip model under {@link clipContract}. */
export type ClipSubject = ContractSubject<ClipModel> & {
  /** Where the clips start. Default a plain picture that carries {@link sampleScene}. */
  picture?: () => ClipPicture | Promise<ClipPicture>;
  /** Whether the same options give the same bytes. Default true. */
  isDeterministic?: boolean;
};

const size = { width: 192, height: 108 };

/** What every clip model must do: H.264 MP4 with as many frames, of the size and rate that were asked for, and abort. */
export function clipContract(subject: ClipSubject): void {
  const { isDeterministic = true } = subject;
  const picture =
    subject.picture ??
    (() => ({ image: samplePng(size), mediaType: 'image/png', scene: sampleScene, style: 'watercolour', seed: 7 }));
  describe(`clip contract: ${subject.name}`, { timeout: subject.timeoutMs ?? 20_000 }, () => {
    const model = useModel(subject);
    const make = async (options: Partial<ClipOptions> = {}) =>
      await model().doGenerate({ from: await picture(), frames: 12, fps: 24, ...size, seed: 7, ...options });

    test.each([1, 12, 25])('makes %i frames, no more and no fewer', async (frames) => {
      const { video, mediaType } = await make({ frames });
      expect(mediaType).toBe('video/mp4');
      expect(readMp4Track(video)).toMatchObject({ codec: 'avc1', frames, ...size, hasSound: false });
    });

    test('keeps the frame rate', async () => {
      const { video } = await make({ fps: 12 });
      expect(readMp4Track(video).seconds).toBeCloseTo(1, 2);
    });

    test('moves from one picture to another', async () => {
      const { video } = await make({ to: { ...(await picture()), seed: 8 } });
      expect(readMp4Track(video).frames).toBe(12);
    });

    test('shows a window of the movement', async () => {
      const { video } = await make({ window: [0.5, 1] });
      expect(readMp4Track(video).frames).toBe(12);
    });

    test('makes as many frames when music, an overlay and a fade are asked for, or says what it can not do', async () => {
      const {
        video,
        warnings,
        leftOut = [],
      } = await make({
        to: { ...(await picture()), seed: 8 },
        transition: 'light',
        camera: { from: [0.4, 0.5, 1.2], to: [0.6, 0.5, 1.4] },
        toCamera: { from: [0.5, 0.4, 1.1], to: [0.5, 0.6, 1] },
        music: {
          level: Array.from({ length: 12 }, (_, frame) => frame / 12),
          accents: [
            { frame: -2, push: 1, flash: 1 },
            { frame: 6, push: 0.5, flash: 0.3 },
          ],
          hold: [2, 5],
        },
        overlays: [{ image: samplePng({ width: 40, height: 20 }), x: 170, y: -4, from: -3, to: 9, fade: 2 }],
        fade: { in: 4, out: 4 },
      });
      expect(readMp4Track(video)).toMatchObject({ frames: 12, ...size, hasSound: false });
      expect(warnings.every((warning) => /\S/.test(warning))).toBe(true);
      expect(warnings.length).toBeGreaterThanOrEqual(leftOut.length);
    });

    test('leaves out nothing of a plain clip', async () => {
      expect((await make()).leftOut ?? []).toEqual([]);
    });

    test.skipIf(!isDeterministic)('makes the same clip from the same seed', async () => {
      const [first, second] = [await make(), await make()];
      expect(Buffer.compare(first.video, second.video)).toBe(0);
    });

    test('obeys the abort signal', async () => {
      const call = (signal: AbortSignal) => make({ frames: 240, signal });
      expect(await abortEarly(call)).toBe('rejected');
      expect(await abortMidway(call)).toBe('rejected');
    });

    test('names itself', () => {
      expect(model().provider).toMatch(/\S/);
      expect(model().modelId).toMatch(/\S/);
    });
  });
}
