import { frameStyle, overlays } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { maximumSprites, placeSprites, spriteLength } from './overlay.ts';

const frame = { width: 640, height: 480, seed: 1, scale: 1 };
const room = () => new Float32Array(maximumSprites * spriteLength);

test.each(overlays.filter((overlay) => overlay !== 'none'))(
  '%s: drift smoothly, the same at the same time',
  (overlay) => {
    const style = frameStyle.parse({ overlay, overlayAmount: 1, wind: 0.6 });
    const [now, again, soon] = [room(), room(), room()];
    const count = placeSprites(now, style, { ...frame, time: 12 });
    placeSprites(again, style, { ...frame, time: 12 });
    placeSprites(soon, style, { ...frame, time: 12 + 1 / 30 });
    expect(count).toBeGreaterThan(20);
    expect(again).toEqual(now);
    let jumps = 0;
    for (let k = 0; k < count; k++) {
      const at = k * spriteLength;
      const moved = Math.hypot(soon[at]! - now[at]!, soon[at + 1]! - now[at + 1]!);
      // Rain falls 40 pixels in a thirtieth of a second; what leaves the picture comes back elsewhere.
      if (moved > 45) jumps++;
      expect(now.subarray(at, at + spriteLength).every((value) => Number.isFinite(value))).toBe(true);
      expect(now[at + 2]).toBeGreaterThan(1.9);
    }
    expect(jumps / count).toBeLessThan(0.1);
  },
);

test('the amount says how many there are, and none of none', () => {
  const count = (overlayAmount: number) =>
    placeSprites(room(), frameStyle.parse({ overlay: 'snow', overlayAmount }), { ...frame, time: 1 });
  expect(count(0)).toBe(0);
  expect(count(0.5)).toBeCloseTo(count(1) / 2, -1);
  expect(placeSprites(room(), frameStyle.parse({}), { ...frame, time: 1 })).toBe(0);
});

test('the wind carries leaves to its side', () => {
  const drift = (wind: number) => {
    const style = frameStyle.parse({ overlay: 'leaves', overlayAmount: 1, wind });
    const [now, soon] = [room(), room()];
    const count = placeSprites(now, style, { ...frame, time: 3 });
    placeSprites(soon, style, { ...frame, time: 3.2 });
    const moves = Array.from({ length: count }, (_, k) => soon[k * spriteLength]! - now[k * spriteLength]!);
    return moves.sort((a, b) => a - b)[count >> 1]!;
  };
  expect(drift(1)).toBeGreaterThan(5);
  expect(drift(-1)).toBeLessThan(-5);
});
