import type { ClipOptions } from '@kinora/capabilities';
import { meanLuminance, mostFlashes, samplePng } from '@kinora/capabilities/testing';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { createLoneArtist } from './lone-artist.ts';

const size = { width: 96, height: 54 };
const fps = 24;

/** A picture of one grey. */
function plain(grey: number): ClipOptions['from'] {
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.fillStyle = `rgb(${grey}, ${grey}, ${grey})`;
  context.fillRect(0, 0, size.width, size.height);
  return { image: canvas.toBuffer('image/png'), mediaType: 'image/png' };
}

async function film(request: Partial<ClipOptions>): Promise<number[]> {
  const frames = request.frames ?? 96;
  const artist = await createLoneArtist({ from: plain(150), frames, fps, seed: 1, ...size, ...request });
  return Array.from({ length: frames }, (_, frame) =>
    meanLuminance(artist.draw(frame).subarray(0, size.width * size.height)),
  );
}

/** Every eighth note at 180 beats a minute at full strength, with a level that jumps to and fro. */
const storm = (frames: number): NonNullable<ClipOptions['music']> => ({
  level: Array.from({ length: frames }, (_, frame) => (Math.floor(frame / 4) % 2 ? 1 : 0)),
  accents: Array.from({ length: frames / 4 }, (_, index) => ({ frame: index * 4, push: 1, flash: 1 })),
});

test.each([60, 110, 150, 200, 240])(
  'a storm of beats at 180 a minute flashes at most three times a second on grey %i',
  async (grey) => {
    expect(mostFlashes(await film({ from: plain(grey), music: storm(96) }), fps)).toBeLessThanOrEqual(3);
  },
);

test.each(['dissolve', 'light', 'fade'] as const)(
  'so does a %s in such a storm, from dark to bright',
  async (transition) => {
    const luminance = await film({ from: plain(40), to: plain(210), transition, frames: 48, music: storm(48) });
    expect(mostFlashes(luminance, fps)).toBeLessThanOrEqual(3);
  },
);

test('a beat is seen as light, and never as white', async () => {
  const music = { level: Array.from({ length: 48 }, () => 0.5), accents: [{ frame: 24, push: 0, flash: 1 }] };
  const luminance = await film({ frames: 48, music });
  const rise = Math.max(...luminance) - luminance[10]!;
  expect(rise).toBeGreaterThan(0.05);
  expect(rise).toBeLessThan(0.2);
  const bright = await film({ from: plain(235), frames: 48, music });
  expect(Math.max(...bright)).toBeLessThan(0.95);
});

test('a held breath darkens a little and fades begin and end in black', async () => {
  const music: ClipOptions['music'] = { level: Array.from({ length: 72 }, () => 0.5), accents: [], hold: [24, 60] };
  const luminance = await film({ frames: 72, music, fade: { in: 6, out: 6 } });
  expect(luminance[0]).toBeLessThan(0.01);
  expect(luminance[71]).toBeLessThan(0.01);
  expect(luminance[45]! / luminance[18]!).toBeGreaterThan(0.6);
  expect(luminance[45]! / luminance[18]!).toBeLessThan(0.92);
});

test('an overlay comes, stays where it is while the camera moves, and goes', async () => {
  const overlay = { image: samplePng({ width: 20, height: 10 }), x: 10, y: 20, from: 8, to: 40, fade: 4 };
  const request: ClipOptions = {
    from: plain(0),
    fps,
    seed: 1,
    ...size,
    frames: 48,
    camera: { from: [0.3, 0.5, 1.1], to: [0.7, 0.5, 1.5] },
  };
  const artist = await createLoneArtist({ ...request, overlays: [overlay] });
  const shown = (frame: number) => {
    const luma = artist.draw(frame).subarray(0, size.width * size.height);
    return Array.from(luma).flatMap((value, at) =>
      value > 24 ? [[at % size.width, Math.floor(at / size.width)]] : [],
    );
  };
  expect([shown(7), shown(41)]).toEqual([[], []]);
  const whole = shown(20);
  expect(whole.length).toBeGreaterThan(150);
  expect(whole.every(([x, y]) => x! >= 10 && x! < 30 && y! >= 20 && y! < 30)).toBe(true);
  expect(shown(30)).toEqual(whole);
});
