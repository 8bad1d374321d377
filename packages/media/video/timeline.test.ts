import { describe, expect, test } from 'vitest';
import { planTimeline } from './timeline.ts';

const scenes = [
  { id: 'a', title: 'The hill', narrationSeconds: 7.31 },
  { id: 'b', title: 'The lamp', narrationSeconds: 11.017 },
  { id: 'c', title: 'Home', narrationSeconds: 5 },
];

describe('planTimeline', () => {
  const plan = planTimeline('The Lamp', scenes);

  test('lays title, scenes, dissolves and good night end to end', () => {
    expect(plan.segments.map(({ kind }) => kind)).toEqual([
      'title',
      'scene',
      'dissolve',
      'scene',
      'dissolve',
      'scene',
      'ending',
    ]);
    let at = 0;
    for (const { start, frames } of plan.segments) {
      expect(start).toBe(at);
      expect(Number.isInteger(frames)).toBe(true);
      at += frames;
    }
    expect(plan.frames).toBe(at);
    expect(plan.seconds).toBeCloseTo(at / 24, 12);
  });

  test('carries each camera movement on from segment to segment without a jump', () => {
    for (let scene = 0; scene < scenes.length; scene++) {
      const windows = plan.segments.flatMap((segment) => {
        if (segment.kind !== 'dissolve') return segment.scene === scene ? [segment.window] : [];
        if (segment.from === scene) return [segment.window];
        return segment.to === scene ? [segment.toWindow] : [];
      });
      expect(windows[0]![0]).toBe(0);
      expect(windows.at(-1)![1]).toBe(1);
      for (let index = 1; index < windows.length; index++) expect(windows[index]![0]).toBe(windows[index - 1]![1]);
    }
  });

  test('leaves room for the whole narration while the picture stands alone', () => {
    plan.scenes.forEach(({ start, end, audioStart, audioEnd }, index) => {
      expect(audioStart - start).toBeCloseTo(0.4, 9);
      expect(end - audioEnd).toBeGreaterThanOrEqual(0.9 - 1e-9);
      expect(end - audioEnd).toBeLessThan(0.9 + 1 / 24);
      expect(audioEnd - audioStart).toBeCloseTo(scenes[index]!.narrationSeconds, 9);
    });
  });

  test('names chapters from the first second to the last', () => {
    expect(plan.chapters.map(({ title }) => title)).toEqual(['The Lamp', 'The hill', 'The lamp', 'Home']);
    expect(plan.chapters[0]!.start).toBe(0);
    expect(plan.chapters.at(-1)!.end).toBe(plan.seconds);
    for (let index = 1; index < plan.chapters.length; index++) {
      expect(plan.chapters[index]!.start).toBe(plan.chapters[index - 1]!.end);
    }
  });

  test('changes only a scene and its two dissolves when its narration changes', () => {
    const edited = planTimeline('The Lamp', [scenes[0]!, { ...scenes[1]!, narrationSeconds: 14.2 }, scenes[2]!]);
    const unchanged = plan.segments.filter((segment, index) => {
      const { start: _, ...now } = edited.segments[index]!;
      const { start: __, ...then } = segment;
      return JSON.stringify(now) === JSON.stringify(then);
    });
    expect(unchanged.map(({ kind }) => kind)).toEqual(['title', 'scene', 'scene', 'ending']);
  });

  test('never drifts over a long story', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ id: `${index}`, title: '', narrationSeconds: 9.99 / 3 }));
    const long = planTimeline('Long', many, { fps: 24 });
    long.scenes.forEach(({ start, audioStart }) => {
      expect(Math.abs(start * 24 - Math.round(start * 24))).toBeLessThan(1e-6);
      expect(audioStart - start).toBeCloseTo(0.4, 9);
    });
  });

  test('leaves title and good night out when asked', () => {
    const bare = planTimeline('x', scenes, { titleSeconds: 0, endingSeconds: 0 });
    expect(bare.segments[0]!.kind).toBe('scene');
    expect(bare.segments.at(-1)!.kind).toBe('scene');
    expect(bare.chapters[0]!.title).toBe('The hill');
  });
});
