import { describe, expect, test } from 'vitest';
import { sampleAnalysis } from '../testing/sample-song.ts';
import { chooseStarts, readMoments } from './moments.ts';
import { chooseViews } from './staging.ts';

/** A song with a key moment at each time. */
function songWith(times: readonly number[], seconds: number) {
  const key_moments = times.map((timestamp, index) => ({
    timestamp,
    description: '',
    intensity: 0.5,
    reason: index === 0 ? ('opening' as const) : ('filler' as const),
  }));
  return { ...sampleAnalysis({ seconds }), key_moments };
}

describe('compositions', () => {
  test.each([10, 14, 17, 24])(
    'of %i pictures take turns: only a place that comes again is seen within three',
    (count) => {
      const seconds = count * 11;
      const analysis = songWith(
        Array.from({ length: count }, (_, index) => index * 11),
        seconds,
      );
      const views = chooseViews(readMoments(chooseStarts(analysis), analysis));
      const soon = views.filter(
        ({ view, again }, index) =>
          again === undefined && views.slice(Math.max(0, index - 3), index).some((each) => each.view === view),
      );
      // A chorus between them can leave one place without another choice.
      expect(soon.length).toBeLessThanOrEqual(1);
      expect(views.every(({ view }, index) => view !== views[index - 1]?.view)).toBe(true);
      const counts = Object.values(Object.groupBy(views, ({ view }) => view)).map((each) => each.length);
      expect(counts).toHaveLength(6);
      expect(Math.max(...counts)).toBeLessThanOrEqual(Math.ceil(count / 6) + 2);
    },
  );
});

describe('starts of pictures', () => {
  test('are moved into gaps that are too long, on bar lines, as many as were asked for', () => {
    const analysis = songWith([0, 10, 20, 24, 28, 32, 60, 70, 80, 90, 100, 104, 110], 120);
    const starts = chooseStarts(analysis);
    expect(starts).toHaveLength(13);
    const gaps = starts.map((start, index) => (starts[index + 1] ?? 120) - start);
    expect(Math.max(...gaps)).toBeLessThan(18);
    const moved = starts.filter((start) => analysis.key_moments.every(({ timestamp }) => timestamp !== start));
    expect(moved.length).toBeGreaterThan(0);
    const lines = [...analysis.downbeat_times, ...analysis.sections.map((section) => section.start)];
    expect(moved.every((start) => lines.includes(start))).toBe(true);
  });

  test('are the key moments where these are even', () => {
    const times = Array.from({ length: 12 }, (_, index) => index * 10);
    expect(chooseStarts(songWith(times, 120))).toEqual(times);
  });
});
