import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * What an address is to the outgoing client: `public` may be reached, `private` only where the grown-up allowed the host,
 * `never` not at all.
 */
export type AddressClass = { kind: 'public' | 'private' | 'never'; reason: string };

type Row = [subnet: string, kind: 'private' | 'never', reason: string];

/** Where clouds keep credentials for whoever asks from inside; some lie in ranges that are public otherwise. */
const metadata: Row[] = [
  ['169.254.0.0/16', 'never', 'link-local, where clouds keep credentials'],
  ['168.63.129.16/32', 'never', 'a cloud metadata service'],
  ['100.100.100.200/32', 'never', 'a cloud metadata service'],
  ['192.0.0.192/32', 'never', 'a cloud metadata service'],
  ['fd00:ec2::/32', 'never', 'a cloud metadata service'],
  ['fd20:ce::/32', 'never', 'a cloud metadata service'],
];

/** IANA's special-purpose address registries (RFC 6890 and its updates, 2024), first match wins. */
const special: Row[] = [
  ...metadata,
  ['127.0.0.0/8', 'private', 'this machine'],
  ['10.0.0.0/8', 'private', 'a private network'],
  ['172.16.0.0/12', 'private', 'a private network'],
  ['192.168.0.0/16', 'private', 'a private network'],
  ['100.64.0.0/10', 'private', "a carrier's private network"],
  ['0.0.0.0/8', 'never', 'no address'],
  ['192.0.0.0/24', 'never', 'reserved'],
  ['192.0.2.0/24', 'never', 'reserved for documentation'],
  ['192.31.196.0/24', 'never', 'reserved'],
  ['192.52.193.0/24', 'never', 'reserved'],
  ['192.88.99.0/24', 'never', 'a 6to4 relay'],
  ['192.175.48.0/24', 'never', 'reserved'],
  ['198.18.0.0/15', 'never', 'reserved for benchmarks'],
  ['198.51.100.0/24', 'never', 'reserved for documentation'],
  ['203.0.113.0/24', 'never', 'reserved for documentation'],
  ['224.0.0.0/4', 'never', 'multicast'],
  ['240.0.0.0/4', 'never', 'reserved'],
  ['::1/128', 'private', 'this machine'],
  ['fc00::/7', 'private', 'a private network'],
  ['2001::/23', 'never', 'reserved (Teredo, ORCHID)'],
  ['2001:db8::/32', 'never', 'reserved for documentation'],
  ['2002::/16', 'never', 'a 6to4 tunnel'],
  ['2620:4f:8000::/48', 'never', 'reserved'],
  ['3fff::/20', 'never', 'reserved for documentation'],
];

const table = special.map(([subnet, kind, reason]) => {
  const [address = '', prefix] = subnet.split('/');
  const list = new BlockList();
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  list.addSubnet(address, Number(prefix), family);
  return { list, family, kind, reason } as const;
});

/** Nothing outside these is handed out as a global unicast address (RFC 4291, 2.4). */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Sorts an IP address.
 * @param address In any spelling that `net.isIP` knows; a zone such as `%eth0` is left aside.
 * @param options.isLiteral Whether it stood in the URL itself. Then an IPv4 address inside IPv6 (mapped, NAT64) is never
 * reached, since nobody writes one in good faith; from a resolver it is judged by the address inside, as networks with
 * NAT64 answer so for every name.
 */
export function classifyAddress(address: string, options: { isLiteral?: boolean } = {}): AddressClass {
  const [bare = ''] = address.split('%');
  const version = isIP(bare);
  if (version === 0) return { kind: 'never', reason: 'not an address' };
  if (version === 6) {
    const inner = innerIPv4(bare);
    if (inner !== undefined) {
      if (options.isLiteral) return { kind: 'never', reason: 'an IPv4 address inside IPv6' };
      return classifyAddress(inner);
    }
  }
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const row = table.find((entry) => entry.family === family && entry.list.check(bare, family));
  if (row) return { kind: row.kind, reason: row.reason };
  if (version === 6 && !globalUnicast.check(bare, 'ipv6')) return { kind: 'never', reason: 'reserved' };
  return { kind: 'public', reason: 'public' };
}

/** The IPv4 address inside an IPv4-mapped (RFC 4291) or NAT64 (RFC 6052, well-known prefix) address. */
function innerIPv4(address: string): string | undefined {
  const groups = expandIPv6(address);
  const head = groups.slice(0, 6).map((group) => group.toString(16));
  const prefix = head.join(':');
  if (prefix !== '0:0:0:0:0:ffff' && prefix !== '64:ff9b:0:0:0:0') return undefined;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function expandIPv6(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [a = 0, b = 0, c = 0, d = 0] = dotted?.slice(2).map(Number) ?? [];
  const text = dotted ? `${dotted[1]}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}` : address;
  const [left = '', right] = text.split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const head = read(left);
  const tail = right === undefined ? [] : read(right);
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}
