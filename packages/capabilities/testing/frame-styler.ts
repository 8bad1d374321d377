import { describe, expect, test } from 'vitest';
import { frameStyle } from '../frame-style.ts';
import type { FrameStyler, StylerFrame, StylerOptions } from '../frame-styler.ts';
import { readPictureHeader } from '../picture-header.ts';
import type { ContractSubject } from './subject.ts';
import { abortEarly, abortMidway, useModel } from './subject.ts';

/** A frame styler under {@link frameStylerContract}. */
export type FrameStylerSubject = ContractSubject<FrameStyler> & {
  /** Pixels of the frames. Default 128 × 96. */
  size?: { width: number; height: number };
  /** Whether the same seed and frames give the same pixels. Default true. */
  isDeterministic?: boolean;
};

/**
 * A raw frame for tests: a light disc on a sloping ground.
 * @param options.step Moves the disc; each step is another picture. Default 0.
 */
export function sampleFrame(options: { width: number; height: number; step?: number }): StylerFrame {
  const { width, height, step = 0 } = options;
  const image = new Uint8Array(width * height * 4);
  const [x0, y0, radius] = [width * (0.3 + 0.02 * step), height * 0.5, height * 0.3];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isDisc = (x - x0) ** 2 + (y - y0) ** 2 < radius ** 2;
      image.set(
        isDisc ? [230, 190, 150, 255] : [40 + (80 * x) / width, 60, 90 + (80 * y) / height, 255],
        (y * width + x) * 4,
      );
    }
  }
  return { image, mediaType: 'image/x-rgba' };
}

/** What every frame styler must do: frames of the asked size, below the asked bytes, in the style of their generation. */
export function frameStylerContract(subject: FrameStylerSubject): void {
  const { isDeterministic = true, size = { width: 128, height: 96 } } = subject;
  const style = frameStyle.parse({ look: 'anime', prompt: 'a film of drawings' });
  const other = frameStyle.parse({
    look: 'anime',
    prompt: 'a grey dawn',
    strength: 0.5,
    palette: { saturation: 0, brightness: -0.5 },
  });
  const frame = (step = 0) => sampleFrame({ ...size, step });
  describe(`frame styler contract: ${subject.name}`, { timeout: subject.timeoutMs ?? 20_000 }, () => {
    const model = useModel(subject);
    const open = (options: Partial<StylerOptions> = {}) => model().open({ ...size, style, ...options });

    test('gives a JPEG of the asked size, below the asked bytes', async () => {
      await using session = await open({ maxBytes: 6000 });
      for (let step = 0; step < 4; step += 1) {
        const styled = await session.style(frame(step), { time: step / 5 });
        expect(styled).toMatchObject({ mediaType: 'image/jpeg', generation: 0, isRepeat: false });
        expect(readPictureHeader(styled.image)).toEqual({ mediaType: 'image/jpeg', ...size });
        expect(styled.image.length).toBeLessThanOrEqual(6000);
        expect(styled.milliseconds).toBeGreaterThan(0);
      }
    });

    test('takes encoded frames, and gives WebP or raw pixels when asked', async () => {
      await using encoding = await open();
      const jpeg = await encoding.style(frame(), { time: 0 });
      await using webp = await open({ output: 'image/webp' });
      const webpFrame = await webp.style(jpeg, { time: 0 });
      expect(readPictureHeader(webpFrame.image)).toEqual({ mediaType: 'image/webp', ...size });
      await using raw = await open({ output: 'image/x-rgba' });
      const { image } = await raw.style(webpFrame, { time: 0 });
      expect(image).toHaveLength(size.width * size.height * 4);
    });

    test('paints in the style that was set last, and says so', async () => {
      await using session = await open({ output: 'image/x-rgba' });
      await using kept = await open({ output: 'image/x-rgba' });
      await Promise.all([session, kept].map((each) => each.style(frame(), { time: 0 })));
      session.setStyle(other, { generation: 4, blend: 0 });
      const changed = await session.style(frame(1), { time: 0.2 });
      const same = await kept.style(frame(1), { time: 0.2 });
      expect([changed.generation, same.generation]).toEqual([4, 0]);
      expect(meanDifference(changed.image, same.image)).toBeGreaterThan(4);
    });

    test('a frame that is none ends nothing but itself', async () => {
      await using session = await open();
      const damaged: StylerFrame[] = [
        { image: new Uint8Array(0), mediaType: 'image/jpeg' },
        { image: new Uint8Array(900).fill(7), mediaType: 'image/webp' },
        { image: new Uint8Array(12), mediaType: 'image/x-rgba' },
      ];
      for (const [step, each] of damaged.entries()) {
        await expect(session.style(each, { time: step })).rejects.toMatchObject({ code: 'request.invalid' });
        expect((await session.style(frame(), { time: step + 0.5 })).isRepeat).toBe(false);
      }
    });

    test('gives the picture again while nothing moves, and paints anew after a while or in another style', async () => {
      await using session = await open({ skip: { threshold: 0.01, refreshSeconds: 1 } });
      const first = await session.style(frame(), { time: 0 });
      const again = await session.style(frame(), { time: 0.3 });
      expect(again).toMatchObject({ isRepeat: true, milliseconds: 0 });
      expect(Buffer.compare(again.image, first.image)).toBe(0);
      expect((await session.style(frame(3), { time: 0.5 })).isRepeat).toBe(false);
      expect((await session.style(frame(3), { time: 1.6 })).isRepeat).toBe(false);
      session.setStyle(other, { generation: 1, blend: 0 });
      expect(await session.style(frame(3), { time: 1.7 })).toMatchObject({ isRepeat: false, generation: 1 });
    });

    test.skipIf(!isDeterministic)('sessions side by side paint as if they were alone', async () => {
      const paint = async () => {
        await using session = await open({ output: 'image/x-rgba', seed: 5 });
        const pictures = [];
        for (let step = 0; step < 3; step += 1)
          pictures.push((await session.style(frame(step), { time: step / 5 })).image);
        return pictures;
      };
      const alone = await paint();
      for (const pictures of await Promise.all([paint(), paint(), paint()]))
        for (const [step, picture] of pictures.entries()) expect(Buffer.compare(picture, alone[step]!)).toBe(0);
    });

    test('obeys the abort signal, and goes on', async () => {
      await using session = await open();
      const call = (signal: AbortSignal) => session.style(frame(), { time: 0, signal });
      expect(await abortEarly(call)).toBe('rejected');
      expect(await abortMidway(call)).toBe('rejected');
      expect((await session.style(frame(1), { time: 1 })).image.length).toBeGreaterThan(100);
      expect(await abortEarly((signal) => open({ signal }))).toBe('rejected');
    });

    test('refuses sizes it can not paint, and frames after the end', async () => {
      await expect(open({ width: 50 })).rejects.toMatchObject({ code: 'request.invalid' });
      await expect(open({ height: 2048 })).rejects.toMatchObject({ code: 'request.invalid' });
      const session = await open();
      await session[Symbol.asyncDispose]();
      await expect(session.style(frame(), { time: 0 })).rejects.toMatchObject({ code: 'provider.unavailable' });
      await session[Symbol.asyncDispose]();
    });

    test('names itself and tells how busy it is', async () => {
      expect(model().provider).toMatch(/\S/);
      expect(model().modelId).toMatch(/\S/);
      const before = model().load().sessions;
      await using session = await open();
      for (let step = 0; step < 5; step += 1) await session.style(frame(step), { time: step });
      expect(model().load().sessions).toBe(before + 1);
      expect(model().load().device).toMatch(/\S/);
      expect(model().load().framesPerSecond).toBeGreaterThan(0);
    });
  });
}

function meanDifference(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]!), 0) / one.length;
}
