import type { ClipMusic } from '@kinora/capabilities';
import { describe, expect, test } from 'vitest';
import { readMusic } from './read-music.ts';

const fps = 24;
const frames = 96;
const flat = (value: number) => Array.from({ length: frames }, () => value);
const read = (music: Partial<ClipMusic>) => readMusic({ level: flat(0.5), accents: [], ...music }, { frames, fps });

describe('readMusic', () => {
  test('a beat pushes within a tenth of a second and has eased back after a third', () => {
    const { pulses } = read({ accents: [{ frame: 24, push: 1, flash: 1 }] });
    const pushes = pulses.map(({ push }) => push);
    expect(pushes[20]).toBe(0);
    expect(pushes[24]).toBeGreaterThan(0.4);
    expect(Math.max(...pushes)).toBeGreaterThan(0.9);
    expect(pushes.indexOf(Math.max(...pushes)) - 24).toBeLessThanOrEqual(2);
    expect(pushes[33]).toBe(0);
    for (let frame = 1; frame < frames; frame++) {
      expect(Math.abs(pushes[frame]! - pushes[frame - 1]!)).toBeLessThan(0.6);
    }
  });

  test('a beat before the clip echoes into it', () => {
    const whole = readMusic({ level: flat(0.5), accents: [{ frame: 20, push: 1, flash: 1 }] }, { frames, fps });
    const late = readMusic(
      { level: flat(0.5), accents: [{ frame: -2, push: 1, flash: 1 }] },
      { frames, fps, seconds: 22 / 24 },
    );
    for (let frame = 0; frame < 20; frame++) expect(late.pulses[frame]).toEqual(whole.pulses[frame + 22]);
  });

  test('the camera goes further where it is loud, and has gone the whole way at the end', () => {
    const { travel } = read({ level: flat(0).map((_, frame) => (frame < 48 ? 0 : 1)) });
    expect(travel[0]).toBe(0);
    expect(travel[48]).toBeLessThan(0.35);
    expect(travel[95]! + (travel[95]! - travel[94]!)).toBeCloseTo(1, 5);
    for (let frame = 1; frame < frames; frame++) expect(travel[frame]!).toBeGreaterThan(travel[frame - 1]!);
  });

  test('the camera nearly stands while a breath is held, and goes on at once after', () => {
    const { travel, pulses } = read({ hold: [24, 60] });
    const pace = (frame: number) => travel[frame + 1]! - travel[frame]!;
    expect(pace(50)).toBeLessThan(pace(10) * 0.15);
    expect(pace(61)).toBeCloseTo(pace(10), 5);
    expect(pulses[50]!.hold).toBe(1);
    expect(pulses[62]!.hold).toBe(0);
  });

  test('of more than three flashes in a second the strongest three are seen', () => {
    const accents = Array.from({ length: 16 }, (_, beat) => ({
      frame: beat * 6,
      push: 0,
      flash: beat % 2 ? 0.4 : 0.9,
    }));
    const { pulses } = read({ accents });
    const heights = accents.map(({ frame }) => Math.max(...pulses.slice(frame, frame + 5).map(({ flash }) => flash)));
    for (let first = 0; first + 4 <= heights.length; first++) {
      expect(heights.slice(first, first + 4).filter((height) => height > 0.35).length).toBeLessThanOrEqual(3);
    }
    expect(Math.min(...heights.filter((_, index) => index % 2 === 0))).toBeGreaterThan(0.85);
  });

  test('a clip without levels or of one frame is calm', () => {
    expect(readMusic({ level: [], accents: [] }, { frames: 1, fps })).toEqual({
      pulses: [{ level: 0.5, push: 0, flash: 0, hold: 0, sway: 0 }],
      travel: [0],
    });
  });
});
