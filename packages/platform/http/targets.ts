import { isIP } from 'node:net';
import { KinoraError } from '@kinora/capabilities';
import { classifyAddress } from './addresses.ts';

/** A place that may be reached although its address is private. */
export type Permission = { host: string; port: number | undefined };

/** Names under which clouds hand out credentials. */
const metadataNames = new Set([
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'metadata.azure.internal',
  'metadata.tencentyun.com',
  'metadata.packet.net',
  'metadata.platformequinix.com',
  'instance-data',
  'instance-data.ec2.internal',
  'kubernetes',
  'kubernetes.default',
  'kubernetes.default.svc',
  'kubernetes.default.svc.cluster.local',
]);

/** Names that never lead to the open internet (RFC 6761, RFC 6762, ICANN 2024-07-29), whatever a resolver says. */
const privateNames = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/** Whether a name belongs to a private network by its form. */
export function isPrivateName(host: string): boolean {
  return privateNames.test(host);
}

/**
 * Ports of services that aren't web servers but may be made to obey an HTTP request: the Fetch standard's bad ports, then
 * databases and control planes. A permission that names such a port opens it.
 */
const badPorts = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 445, 1433, 1521, 2375, 2376, 2379, 2380, 3306, 3389,
  5432, 5672, 5900, 5984, 5985, 5986, 6379, 8086, 9042, 9200, 9300, 10250, 10255, 11211, 27017, 27018, 50070,
]);

/**
 * Reads the hosts that may be private.
 * @param entries `host`, `host:port`, or an address such as `http://localhost:8188/`, whose port counts too.
 * @throws KinoraError `request.invalid` for an entry that is none of these.
 */
export function readPermissions(entries: readonly string[]): Permission[] {
  return entries.map((entry) => {
    const hasScheme = /^https?:\/\//i.test(entry);
    const isBareIPv6 = isIP(entry) === 6;
    const url = URL.parse(hasScheme ? entry : `http://${isBareIPv6 ? `[${entry}]` : entry}`);
    if (!url?.hostname) {
      throw new KinoraError(
        'request.invalid',
        'A host that may be private is written as "name", "name:port" or "http://name:port".',
        { data: { field: 'allowPrivate' } },
      );
    }
    const names80 = !hasScheme && entry.endsWith(':80') && !isBareIPv6;
    return { host: bareHost(url), port: hasScheme || url.port || names80 ? portOf(url) : undefined };
  });
}

/** Whether a place was allowed by the grown-up; `isNamed`: with exactly this port. */
export function findPermission(permissions: readonly Permission[], host: string, port: number) {
  const matching = permissions.filter((entry) => entry.host === host && (entry.port ?? port) === port);
  return { isAllowed: matching.length > 0, isNamed: matching.some((entry) => entry.port === port) };
}

/** Lower-case name or address without brackets and without the dot that ends a fully qualified name. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** The port, also where the URL leaves it out. */
export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

/**
 * Reads an address and refuses what may never be asked for, before any name is looked up. Odd spellings of IP addresses
 * (octal, hexadecimal, short, full-width digits) have become plain ones by the URL standard's own parser.
 * @throws KinoraError `request.invalid`, without anything of the address but its host.
 */
export function readTarget(input: string | URL, permissions: readonly Permission[]): URL {
  const url = URL.parse(input);
  if (!url) throw refuse('This address cannot be read; correct it in the settings.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refuse('Only addresses that begin with http:// or https:// can be asked.');
  }
  if (url.username || url.password) {
    throw refuse('An address may not carry a name or password; put them into the fields for keys.');
  }
  const host = bareHost(url);
  if (host === '') throw refuse('This address names no host; correct it in the settings.');
  const port = portOf(url);
  const permission = findPermission(permissions, host, port);
  if (badPorts.has(port) && !permission.isNamed) {
    throw refuse(`Port ${port} belongs to a service that is no web server; use another port.`, host);
  }
  if (metadataNames.has(host)) throw refuseAddress(host, { kind: 'never', reason: 'a cloud metadata service' });
  if (isIP(host) !== 0) checkAddress(host, { host, isLiteral: true, isAllowed: permission.isAllowed });
  else if (isPrivateName(host) && !permission.isAllowed) {
    throw refuseAddress(host, { kind: 'private', reason: 'a name of a private network' });
  }
  return url;
}

/** @throws KinoraError `request.invalid` unless the address may be reached. */
export function checkAddress(address: string, options: { host: string; isLiteral: boolean; isAllowed: boolean }): void {
  const found = classifyAddress(address, options);
  if (found.kind === 'public' || (found.kind === 'private' && options.isAllowed)) return;
  throw refuseAddress(options.host, found);
}

function refuseAddress(host: string, found: { kind: 'private' | 'never' | 'public'; reason: string }): KinoraError {
  const advice =
    found.kind === 'private'
      ? 'If it is your own server, allow its private address where this provider is set up.'
      : 'Use the address of a public server.';
  return refuse(`Kinora does not connect to ${host}: ${found.reason}. ${advice}`, host);
}

function refuse(message: string, host?: string): KinoraError {
  return new KinoraError('request.invalid', message, { data: { forbidden: true, ...(host && { host }) } });
}
