import { describe, expect, test } from 'vitest';
import { layoutPresets } from '../lesson/request.ts';
import { shortLayout } from '../lesson/plan.ts';
import type { Region } from '../lesson/plan.ts';
import { layoutOfPreset } from './index.ts';
import type { MotionGrid } from './index.ts';

const [columns, rows] = [16, 9];

/** A minute in which something moves where a function says so. */
function motionOf(moves: (column: number, row: number, second: number) => number, cuts: number[] = []): MotionGrid {
  const motion = new Uint8Array(60 * columns * rows);
  for (let second = 0; second < 60; second++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        motion[(second * rows + row) * columns + column] = cuts.includes(second) ? 200 : moves(column, row, second);
      }
    }
  }
  return { step: 1, columns, rows, motion, cuts };
}
const span = { start: 5, end: 50 };
const avatarRight = motionOf((column, row) => (column >= 12 && row >= 5 ? 60 : 0));
const contains = (region: Region, x: number, y: number) =>
  x >= region.x && x <= region.x + region.width && y >= region.y && y <= region.y + region.height;

test.each(
  layoutPresets.flatMap((preset) => [16 / 9, 4 / 3, 21 / 9, 9 / 16, 1].map((aspect) => [preset, aspect] as const)),
)('%s of a picture %s wide by high lies within it and has the shape it fills', (preset, aspect) => {
  for (const motion of [null, avatarRight]) {
    const layout = layoutOfPreset(preset, { aspect, motion, span });
    expect(shortLayout.parse(layout)).toEqual(layout);
    const heights = layout.kind === 'stack' ? [layout.split, 1 - layout.split] : [1];
    for (const { upper, lower } of layout.frames) {
      for (const [at, region] of [upper, ...(lower ? [lower] : [])].entries()) {
        expect(region.x + region.width).toBeLessThanOrEqual(1);
        expect(region.y + region.height).toBeLessThanOrEqual(1);
        expect((region.width * aspect) / region.height).toBeCloseTo(9 / 16 / heights[at]!, 1);
      }
    }
  }
});

test('sound alone has one region, the whole', () => {
  const { kind, frames } = layoutOfPreset('game-over-avatar-left', { aspect: null, span });
  expect({ kind, frames }).toEqual({
    kind: 'single',
    frames: [{ at: 5, upper: { x: 0, y: 0, width: 1, height: 1 }, lower: null }],
  });
});

describe('auto', () => {
  test('puts an avatar in a corner below the slides beside it', () => {
    const layout = layoutOfPreset('auto', { aspect: 16 / 9, motion: avatarRight, span });
    expect(layout.kind).toBe('stack');
    expect(layout.frames).toHaveLength(1);
    const [{ upper, lower }] = layout.frames as [(typeof layout.frames)[number]];
    expect(contains(lower!, 0.875, 0.78)).toBe(true);
    expect(contains(lower!, 0.2, 0.3)).toBe(false);
    expect(contains(upper, 0.05, 0.5)).toBe(true);
  });

  test('shows a figure in the middle alone', () => {
    const layout = layoutOfPreset('auto', {
      aspect: 16 / 9,
      motion: motionOf((column, row) => (column >= 6 && column < 10 && row >= 2 ? 60 : 0)),
      span,
    });
    expect(layout).toMatchObject({ kind: 'single', frames: [{ at: 5 }] });
    expect(contains(layout.frames[0]!.upper, 0.5, 0.5)).toBe(true);
  });

  test('follows a game only where scenes change, and not for a trifle', () => {
    const at = (second: number) => (second < 25 ? 4 : second < 40 ? 12 : 11.5);
    const layout = layoutOfPreset('auto', {
      aspect: 16 / 9,
      motion: motionOf((column, _row, second) => Math.max(6, 90 - 12 * Math.abs(column - at(second))), [25, 40]),
      span,
    });
    expect(layout.kind).toBe('single');
    expect(layout.frames.map((frame) => frame.at)).toEqual([5, 25]);
    expect(layout.frames[0]!.upper.x).toBeLessThan(layout.frames[1]!.upper.x);
  });

  test('shows the middle where nothing moves', () => {
    const layout = layoutOfPreset('auto', { aspect: 16 / 9, motion: motionOf(() => 0), span });
    expect(layout).toEqual(layoutOfPreset('middle', { aspect: 16 / 9, span }));
  });
});
