import { expect, test } from 'vitest';
import { chooseEngine, nextEngine } from './choose-engine.ts';
import { QualitySteer } from './quality.ts';
import { RateGate } from './engine.ts';

const strong = { gl: 'hardware', hasWasm: true, cores: 8, server: 'ready', isServerHere: false } as const;

test('a graphics chip paints; without one the processor; with few cores the server', () => {
  expect(chooseEngine(strong).engine).toBe('gl');
  expect(chooseEngine({ ...strong, gl: 'software' }).engine).toBe('worker');
  expect(chooseEngine({ ...strong, gl: 'none', cores: 2 }).engine).toBe('server');
  expect(chooseEngine({ ...strong, gl: 'none', cores: 2, server: 'full' }).engine).toBe('worker');
  expect(chooseEngine({ ...strong, gl: 'none', cores: 2, isServerHere: true }).engine).toBe('worker');
});

test('who falls behind is followed by one of another kind', () => {
  expect(nextEngine('gl', strong)).toBe('server');
  expect(nextEngine('server', strong)).toBe('gl');
  expect(nextEngine('server', { ...strong, gl: 'software' })).toBe('worker');
  expect(nextEngine('worker', { ...strong, server: 'away' })).toBeNull();
  expect(nextEngine('worker', { ...strong, isServerHere: true })).toBeNull();
  expect(nextEngine('gl', { ...strong, isServerHere: true })).toBe('worker');
});

test('the quality falls until a picture fits, and rises slowly while there is room', () => {
  const steer = new QualitySteer(25_000);
  const bytesAt = (quality: number) => 8000 + 60_000 * quality ** 2;
  let tries = 0;
  while (!steer.learn(bytesAt(steer.quality))) tries++;
  expect(tries).toBeLessThan(4);
  const before = steer.quality;
  steer.learn(9000);
  expect(steer.quality).toBeGreaterThan(before);
  expect(steer.quality).toBeLessThan(before + 0.03);
});

test('a gate lets so many frames a second through, evenly', () => {
  const gate = new RateGate(5);
  let passed = 0;
  for (let frame = 0; frame < 300; frame++) if (gate.lets(frame * (1000 / 30))) passed++;
  expect(passed).toBeGreaterThanOrEqual(49);
  expect(passed).toBeLessThanOrEqual(51);
});
