import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { isKinoraError } from '@kinora/capabilities';
import { Agent, buildConnector } from 'undici';
import { checkAddress, findPermission } from './targets.ts';
import type { Permission } from './targets.ts';

/** Looks a name up: every address it has. Rejects with `code: 'ENOTFOUND'` when it has none. */
export type Resolve = (name: string) => Promise<{ address: string; family: number }[]>;

/** Connects to addresses that have been checked, and to no other. */
export function createDirectAgent(options: {
  permissions: readonly Permission[];
  resolve: Resolve;
  connectTimeoutMs: number;
  tls: { ca?: string | string[] };
}): Agent {
  const { permissions, resolve, connectTimeoutMs, tls } = options;
  // The socket connects to what this lookup hands over, so there is no second question that could be answered otherwise.
  const connector = (isAllowed: boolean) => {
    const lookup: LookupFunction = (host, { all }, callback) => {
      checkName(host, { resolve, isAllowed }).then(
        (addresses) => {
          const [first] = addresses;
          if (all) callback(null, addresses);
          else callback(null, first?.address ?? '', first?.family);
        },
        (error: NodeJS.ErrnoException) => callback(error, ''),
      );
    };
    return buildConnector({ timeout: connectTimeoutMs, lookup, allowH2: false, ...tls });
  };
  const strict = connector(false);
  const open = connector(true);
  return new Agent({
    connect: (target, callback) => {
      const host = target.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
      const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
      const { isAllowed } = findPermission(permissions, host, port);
      try {
        // Node asks no lookup about an address, so it is checked here once more.
        if (isIP(host) !== 0) checkAddress(host, { host, isLiteral: true, isAllowed });
      } catch (error) {
        callback(error as Error, null);
        return;
      }
      (isAllowed ? open : strict)(target, callback);
    },
  });
}

/** Looks a name up and refuses it when any of its addresses is forbidden. */
async function checkName(
  host: string,
  options: { resolve: Resolve; isAllowed: boolean },
): Promise<{ address: string; family: number }[]> {
  const bare = host.replace(/\.$/, '');
  const addresses = await options.resolve(bare);
  if (addresses.length === 0) throw Object.assign(new Error('The name has no address.'), { code: 'ENOTFOUND' });
  for (const { address } of addresses) {
    checkAddress(address, { host: bare, isLiteral: false, isAllowed: options.isAllowed });
  }
  return addresses;
}

/** The addresses of a name that a proxy will be asked for: none where only the proxy can look names up. */
export async function lookAhead(
  host: string,
  options: { resolve: Resolve; isAllowed: boolean; signal: AbortSignal },
): Promise<string[]> {
  const { signal } = options;
  try {
    const addresses = await Promise.race([checkName(host, options), rejectOnAbort(signal)]);
    return addresses.map(({ address }) => address);
  } catch (error) {
    if (signal.aborted || isKinoraError(error)) throw error;
    return [];
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
