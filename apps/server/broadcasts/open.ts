import type { Home, UserDatabase } from '@kinora/platform/db';
import { defaultRelayPorts, openRelay, readPortRange } from '@kinora/platform/relay';
import type { EngineChoice, Relay } from '@kinora/platform/relay';
import { openVault } from '@kinora/platform/settings';
import { KinoraError } from '@kinora/capabilities';
import { createBroadcasts } from './broadcasts.ts';
import type { Broadcasts } from './broadcasts.ts';
import { readIceServers } from './whip.ts';

/** What of the environment broadcasts look at. */
export type BroadcastSettings = {
  /** Port on which viewers' pages, and nothing else, are offered to the network; null: to nobody. */
  viewersPort: number | null;
  iceServers: string[];
};

/** Broadcasts of a home, and the relay below them. */
export type OpenBroadcasts = AsyncDisposable & { broadcasts: Broadcasts; relay: Relay; settings: BroadcastSettings };

/**
 * Opens the broadcasts of a home. The relay's process starts with the first stream.
 * @throws KinoraError `request.invalid` naming a variable that can't be read.
 */
export async function openBroadcasts(options: {
  home: Home;
  database: UserDatabase;
  environment: Record<string, string | undefined>;
  log: (line: string) => void;
}): Promise<OpenBroadcasts> {
  const { home, database, environment, log } = options;
  const viewersPort = readPort(environment['KINORA_VIEWERS_PORT']);
  const ports = environment['KINORA_RELAY_PORTS'];
  const relay = openRelay({
    ports: ports ? readPortRange(ports) : defaultRelayPorts,
    reach: viewersPort === null ? 'loopback' : 'network',
    engine: readEngine(environment['KINORA_RELAY_ENGINE']),
    log,
  });
  return {
    broadcasts: createBroadcasts({ database, relay, vault: await openVault(home) }),
    relay,
    settings: { viewersPort, iceServers: readIceServers(environment['KINORA_ICE_SERVERS'] ?? '') },
    [Symbol.asyncDispose]: () => relay[Symbol.asyncDispose](),
  };
}

function readPort(text: string | undefined): number | null {
  if (!text) return null;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new KinoraError('request.invalid', `KINORA_VIEWERS_PORT is “${text}”; a port is a number from 1 to 65535.`);
}

function readEngine(text: string | undefined): EngineChoice {
  if (!text) return 'auto';
  if (text === 'auto' || text === 'node-datachannel' || text === 'werift') return text;
  throw new KinoraError(
    'request.invalid',
    `KINORA_RELAY_ENGINE is “${text}”, which is not one of: auto, node-datachannel, werift.`,
  );
}
