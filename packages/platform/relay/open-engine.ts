import type { Engine, EngineOptions } from './engine.ts';
import type { EngineChoice } from './protocol.ts';

/**
 * Opens an engine.
 * @returns With a note when the native one was wanted and can't be loaded on this machine.
 * @throws KinoraError `server.port-in-use`; what loading throws when the engine was chosen by name.
 */
export async function openEngine(
  choice: EngineChoice,
  options: EngineOptions,
): Promise<{ engine: Engine; note?: string }> {
  if (choice !== 'werift') {
    try {
      await import('node-datachannel');
      const { openDatachannelEngine } = await import('./datachannel-engine.ts');
      return { engine: await openDatachannelEngine(options) };
    } catch (error) {
      if (choice === 'node-datachannel' || (error as { code?: unknown }).code === 'server.port-in-use') throw error;
      const { openWeriftEngine } = await import('./werift-engine.ts');
      const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
      return { engine: await openWeriftEngine(options), note: `node-datachannel can't be loaded: ${why}` };
    }
  }
  const { openWeriftEngine } = await import('./werift-engine.ts');
  return { engine: await openWeriftEngine(options) };
}
