import type { Engine, EngineOptions } from './engine.ts';
import type { EngineChoice } from './protocol.ts';

/** Opens the native engine. Its module is loaded here and nowhere else. */
async function openNative(options: EngineOptions): Promise<Engine> {
  const { openDatachannelEngine } = await import('./datachannel-engine.ts');
  return openDatachannelEngine(options);
}

/**
 * Opens an engine.
 * @param native Default: node-datachannel.
 * @returns With a note when the native one was wanted and can't be loaded on this machine.
 * @throws KinoraError `server.port-in-use`; what loading throws when the engine was chosen by name.
 */
export async function openEngine(
  choice: EngineChoice,
  options: EngineOptions,
  native: (options: EngineOptions) => Promise<Engine> = openNative,
): Promise<{ engine: Engine; note?: string }> {
  // Either is a second of loading, so only the one that is needed is.
  const openWerift = async () => (await import('./werift-engine.ts')).openWeriftEngine(options);
  if (choice === 'werift') return { engine: await openWerift() };
  try {
    return { engine: await native(options) };
  } catch (error) {
    if (choice === 'node-datachannel' || (error as { code?: unknown }).code === 'server.port-in-use') throw error;
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { engine: await openWerift(), note: `node-datachannel can't be loaded: ${why}` };
  }
}
