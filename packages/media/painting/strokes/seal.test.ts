import { expect, test } from 'vitest';
import { SealPlace } from './seal.ts';

const size = { width: 256, height: 256 };

/** A thumbnail with one light for each corner: lower left, lower right, upper left, upper right. */
function corners(...lights: [number, number, number, number]): Uint8Array {
  return Uint8Array.from({ length: 64 * 64 }, (_, i) => lights[(i % 64 < 32 ? 0 : 1) + (i < 2048 ? 2 : 0)]!);
}

test('the seal is pressed in the emptiest corner', () => {
  const place = new SealPlace(size);
  place.follow(corners(40, 60, 200, 90));
  expect(place.x).toBeLessThan(128);
  expect(place.y).toBeLessThan(128);
});

test('it stays until another corner is clearly emptier', () => {
  const place = new SealPlace(size);
  place.follow(corners(120, 120, 110, 110));
  expect([place.x > 128, place.y > 128]).toEqual([true, true]);
  place.follow(corners(140, 120, 110, 110));
  expect([place.x > 128, place.y > 128]).toEqual([true, true]);
  place.follow(corners(220, 120, 110, 110));
  expect([place.x > 128, place.y > 128]).toEqual([false, true]);
});
