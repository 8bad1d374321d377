import { BlockList, isIP } from 'node:net';
import { KinoraError } from '@kinora/capabilities';
import { bareHost, portOf } from './targets.ts';

/** Proxies by scheme of the address asked for, and who is asked without one. */
export type ProxySettings = {
  /** For `http://` addresses, e.g. `http://name:password@proxy.example:3128`. */
  http?: string | undefined;
  /** For `https://` addresses. */
  https?: string | undefined;
  /** As in NO_PROXY: names (with their subdomains), `name:port`, IP addresses, networks (`10.0.0.0/8`), or `*`; by comma. */
  none?: string | undefined;
};

/** The proxies that the environment names, in capitals or not: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY. */
export function readProxyEnvironment(environment: Record<string, string | undefined>): ProxySettings {
  const read = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined;
  return {
    http: read('HTTP_PROXY') ?? read('ALL_PROXY'),
    https: read('HTTPS_PROXY') ?? read('ALL_PROXY'),
    none: read('NO_PROXY'),
  };
}

/**
 * Decides which proxy an address goes through.
 * @returns A function of the address; null means straight there. Loopback addresses never go through a proxy.
 * @throws KinoraError `request.invalid` for a proxy that isn't http:// or https://.
 */
export function chooseProxy(settings: ProxySettings): (url: URL) => URL | null {
  const http = readProxy(settings.http);
  const https = readProxy(settings.https);
  const isExcepted = readExceptions(settings.none ?? '');
  return (url) => {
    const host = bareHost(url);
    if (host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))) return null;
    return isExcepted(host, portOf(url)) ? null : url.protocol === 'https:' ? https : http;
  };
}

function readProxy(value: string | undefined): URL | null {
  if (!value) return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname) return url;
  throw new KinoraError(
    'request.invalid',
    'The proxy is not an http:// or https:// address; correct HTTPS_PROXY and HTTP_PROXY.',
    { data: { field: 'proxy' } },
  );
}

function readExceptions(text: string): (host: string, port: number) => boolean {
  const networks = new BlockList();
  const names: { suffix: string; port: number | undefined }[] = [];
  let isAll = false;
  for (const entry of text.toLowerCase().split(/[\s,]+/)) {
    const [address = '', prefix] = entry.replaceAll(/[[\]]/g, '').split('/');
    const version = isIP(address);
    if (entry === '') continue;
    if (entry === '*') isAll = true;
    else if (version !== 0) {
      const bits = prefix === undefined ? (version === 4 ? 32 : 128) : Number(prefix);
      if (bits >= 0 && bits <= (version === 4 ? 32 : 128)) {
        networks.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6');
      }
    } else {
      const [, name = '', port] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (name !== '')
        names.push({ suffix: name.replace(/\.$/, ''), port: port === undefined ? undefined : Number(port) });
    }
  }
  return (host, port) => {
    if (isAll) return true;
    const version = isIP(host);
    if (version !== 0 && networks.check(host, version === 4 ? 'ipv4' : 'ipv6')) return true;
    return names.some(
      (entry) =>
        (host === entry.suffix || host.endsWith(`.${entry.suffix}`)) &&
        (entry.port === undefined || entry.port === port),
    );
  };
}
