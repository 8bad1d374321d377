import type { EngineKind } from '../ladder.ts';

/** What this device and the server can do. */
export type Abilities = {
  /** WebGL2: on a graphics chip, computed by the processor, or absent. */
  gl: 'hardware' | 'software' | 'none';
  hasWasm: boolean;
  cores: number;
  /** Whether the server answers, and whether it has room. */
  server: 'ready' | 'full' | 'away';
  /** Whether the server runs on this very computer, so that it has no other cores. */
  isServerHere: boolean;
};

/** Who paints when nobody chose, and why in one sentence. */
export function chooseEngine(abilities: Abilities): { engine: EngineKind; reason: string } {
  const { gl, hasWasm, cores, server, isServerHere } = abilities;
  if (gl === 'hardware')
    return { engine: 'gl', reason: 'This device has a graphics chip: fastest, and no frame leaves it.' };
  const without = gl === 'none' ? 'This browser has no WebGL' : 'This browser has no graphics chip to use';
  if (hasWasm && (cores > 2 || server !== 'ready' || isServerHere))
    return { engine: 'worker', reason: `${without}, so its processor paints. No frame leaves this device.` };
  if (server === 'ready')
    return { engine: 'server', reason: `${without} and few processor cores, so Kinora’s server paints.` };
  return { engine: 'gl', reason: `${without}; it paints slowly, and nothing else is there.` };
}

/**
 * Looks at WebGL without keeping a context.
 * @returns `software` when the processor plays the graphics chip.
 */
export function probeGl(): Abilities['gl'] {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return 'none';
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer) ? 'software' : 'hardware';
}

/** The engine that takes over when one can't keep up; null when there is none. */
export function nextEngine(engine: EngineKind, abilities: Abilities): EngineKind | null {
  // A server on this very computer has no other cores than the worker.
  const order: EngineKind[] =
    engine === 'server'
      ? ['gl', 'worker']
      : abilities.isServerHere
        ? engine === 'gl'
          ? ['worker', 'server']
          : []
        : ['server', 'worker'].filter((each): each is EngineKind => each !== engine);
  return (
    order.find(
      (each) =>
        (each === 'gl' && abilities.gl === 'hardware') ||
        (each === 'worker' && abilities.hasWasm) ||
        (each === 'server' && abilities.server !== 'away'),
    ) ?? null
  );
}
