/** A server to publish to. */
export type TargetKind = 'kinora' | 'mediamtx' | 'livekit' | 'ant-media' | 'cloudflare' | 'whip';

/** What a person fills in for a server. */
export type TargetField = {
  name: string;
  label: string;
  placeholder: string;
  isSecret?: boolean;
  isOptional?: boolean;
};

/** Where a stream goes. */
export type TargetAddress = {
  url: string;
  token: string;
  /** Where people can watch, when the server has a page. */ page: string | null;
};

/** A server and how its address is made. */
export type Target = {
  kind: TargetKind;
  title: string;
  hint: string;
  fields: readonly TargetField[];
  /** @throws TypeError when the host is no address. */
  address(values: Record<string, string>): TargetAddress;
};

const token = (label: string, isOptional = true): TargetField => ({
  name: 'token',
  label,
  placeholder: '',
  isSecret: true,
  isOptional,
});

/** Servers that speak WHIP, and how each makes its address. Kinora's own needs none. */
export const targets: readonly Target[] = [
  {
    kind: 'mediamtx',
    title: 'MediaMTX',
    hint: 'A small server for one machine. It listens for WHIP on port 8889.',
    fields: [
      { name: 'host', label: 'Server', placeholder: 'http://192.168.1.20:8889' },
      { name: 'path', label: 'Path', placeholder: 'live' },
      token('Token or user:password'),
    ],
    address: ({ host = '', path = '', token: secret = '' }) => {
      const base = join(origin(host, 'http', 8889), path || 'live');
      return { url: `${base}/whip`, token: secret, page: base };
    },
  },
  {
    kind: 'livekit',
    title: 'LiveKit',
    hint: 'Create an ingress of type WHIP; it has an address and a stream key.',
    fields: [
      { name: 'host', label: 'Ingress address', placeholder: 'https://my-project.whip.livekit.cloud/w' },
      token('Stream key', false),
    ],
    address: ({ host = '', token: secret = '' }) => {
      const url = new URL(withScheme(host, 'https'));
      if (url.pathname === '/') url.pathname = '/w';
      return { url: trim(url), token: secret, page: null };
    },
  },
  {
    kind: 'ant-media',
    title: 'Ant Media Server',
    hint: 'Its application is LiveApp unless you made another one.',
    fields: [
      { name: 'host', label: 'Server', placeholder: 'https://media.example.com:5443' },
      { name: 'application', label: 'Application', placeholder: 'LiveApp', isOptional: true },
      { name: 'path', label: 'Stream id', placeholder: 'stream1' },
      token('Publish token'),
    ],
    address: ({ host = '', application = '', path = '', token: secret = '' }) => {
      const base = join(origin(host, 'https', 5443), application || 'LiveApp');
      const stream = encodeURIComponent(path || 'stream1');
      return { url: `${base}/whip/${stream}`, token: secret, page: `${base}/play.html?id=${stream}` };
    },
  },
  {
    kind: 'cloudflare',
    title: 'Cloudflare Stream',
    hint: 'Create a live input; copy its WebRTC publishing address. The address itself is the secret.',
    fields: [
      {
        name: 'host',
        label: 'Publishing address',
        placeholder: 'https://customer-….cloudflarestream.com/…/webRTC/publish',
        isSecret: true,
      },
    ],
    address: ({ host = '' }) => {
      const url = new URL(withScheme(host, 'https'));
      if (!url.pathname.endsWith('/webRTC/publish')) url.pathname = `${url.pathname.replace(/\/$/, '')}/webRTC/publish`;
      return { url: url.href, token: '', page: null };
    },
  },
  {
    kind: 'whip',
    title: 'Another WHIP server',
    hint: 'Any server that speaks WHIP (RFC 9725).',
    fields: [{ name: 'host', label: 'WHIP address', placeholder: 'https://example.com/whip/room' }, token('Token')],
    address: ({ host = '', token: secret = '' }) => ({
      url: new URL(withScheme(host, 'https')).href,
      token: secret,
      page: null,
    }),
  },
];

function withScheme(text: string, scheme: string): string {
  const trimmed = text.trim();
  return /^https?:\/\//i.test(trimmed) ? trimmed : `${scheme}://${trimmed}`;
}

/** The scheme, host and port of what was typed; with neither scheme nor port, the server's usual ones. */
function origin(text: string, scheme: string, port: number): string {
  const hasPort = /:\d+(\/|$)/.test(text.trim().replace(/^https?:\/\//i, ''));
  const hasScheme = /^https?:\/\//i.test(text.trim());
  const url = new URL(withScheme(text, scheme));
  if (!hasPort && !hasScheme) url.port = String(port);
  return trim(url);
}

function join(base: string, path: string): string {
  return `${base}/${path.split('/').filter(Boolean).map(encodeURIComponent).join('/')}`;
}

function trim(url: URL): string {
  return url.href.replace(/\/$/, '');
}
