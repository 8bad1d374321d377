import { createHash } from 'node:crypto';

/** From this seed on a job shares no step with another. */
export const unsharedSeed = 1_000_000;

/** The steps of a crash job. Every third job shares its writing and first scene with others, to be computed once. */
export function crashSteps(seed: number) {
  const shared = seed < unsharedSeed ? seed % 3 : seed;
  const scenes = [0, 1, 2].map((scene) => {
    const of = scene === 0 ? `shared${shared}` : `job${seed}`;
    return { narrate: `narrate.${of}.${scene}`, illustrate: `illustrate.${of}.${scene}` };
  });
  return { write: `write.shared${shared}`, scenes, assemble: `assemble.job${seed}` };
}

/** Names of all steps of a crash job. */
export function crashStepNames(seed: number): string[] {
  const plan = crashSteps(seed);
  return [plan.write, ...plan.scenes.flatMap((scene) => [scene.narrate, scene.illustrate]), plan.assemble];
}

/** Every place in a job where one step ends and the next hasn't begun: before each computation and after each value is kept. */
export function crashBoundaries(seed: number): string[] {
  return crashStepNames(seed).flatMap((name) => [`${name} compute`, `${name} stored`]);
}

/** What a step writes: 16 to 272 kB that follow from its name. */
export function expectedBytes(name: string): Buffer {
  const seed = createHash('sha256').update(name).digest();
  return Buffer.alloc(16_384 + (seed[0] ?? 0) * 1_024, seed);
}
