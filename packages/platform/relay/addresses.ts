import { networkInterfaces } from 'node:os';

/** Addresses of this machine under which others in its networks reach it: IPv4 first, no link-local ones. */
export function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const usable = all.filter(({ internal, address }) => !internal && !/^(169\.254\.|fe80:)/i.test(address));
  return usable.toSorted((a, b) => a.family.localeCompare(b.family)).map(({ address }) => address);
}
