import { KinoraError } from '@kinora/capabilities';
import type { ErrorCode } from '@kinora/capabilities';

/** A session at a WHIP or WHEP server. */
export type Session = {
  answer: string;
  /** Address of the session; null when the server named none. */
  resource: string | null;
  /** Its entity tag; null when neither candidates nor a restart can be sent later. */
  etag: string | null;
  iceServers: RTCIceServer[];
};

type Endpoint = { url: string; token: string };

const fragmentType = 'application/trickle-ice-sdpfrag';

/**
 * Sends an offer (RFC 9725 §4.2; WHEP draft §4).
 * @throws KinoraError with advice: what to check, and whether trying again may help.
 */
export async function sendOffer(endpoint: Endpoint, offer: string, signal: AbortSignal): Promise<Session> {
  const response = await ask(endpoint.url, {
    method: 'POST',
    headers: { ...authorization(endpoint.token), 'content-type': 'application/sdp', accept: 'application/sdp' },
    body: offer,
    signal,
  });
  if (response.status !== 201 && response.status !== 200) throw await refusal(response);
  const location = response.headers.get('location');
  return {
    answer: await response.text(),
    resource: location === null ? null : new URL(location, response.url || endpoint.url).href,
    etag: response.headers.get('etag'),
    iceServers: readIceServers(response.headers.get('link')),
  };
}

/** Sends candidates that were found late. Servers that take none are left in peace. */
export async function sendCandidates(session: Session, token: string, fragment: string): Promise<void> {
  if (session.resource === null || session.etag === null) return;
  await fetch(session.resource, {
    method: 'PATCH',
    headers: { ...authorization(token), 'content-type': fragmentType, 'if-match': session.etag },
    body: fragment,
  }).catch(() => {});
}

/**
 * Asks for an ICE restart (RFC 9725 §4.3.2).
 * @returns The server's fragment, or null when it doesn't do that: then a new session is begun.
 */
export async function restartIce(session: Session, token: string, fragment: string): Promise<string | null> {
  if (session.resource === null || session.etag === null) return null;
  const response = await fetch(session.resource, {
    method: 'PATCH',
    headers: { ...authorization(token), 'content-type': fragmentType, 'if-match': '*' },
    body: fragment,
    signal: AbortSignal.timeout(5000),
  }).catch(() => null);
  if (response?.status !== 200) return null;
  session.etag = response.headers.get('etag') ?? session.etag;
  return response.text();
}

/** Ends a session; also while the page is being left. */
export async function endSession(session: Session, token: string): Promise<void> {
  if (session.resource === null) return;
  await fetch(session.resource, { method: 'DELETE', headers: authorization(token), keepalive: true }).catch(() => {});
}

/** A fragment with credentials and candidates, taken from a description (RFC 8840 §9). */
export function fragmentOf(sdp: string, candidates: readonly RTCIceCandidate[] = []): string {
  const [, section = ''] = sdp.split(/^(?=m=)/m);
  const line = (name: string) => new RegExp(`^a=${name}:.*$`, 'm').exec(sdp)?.[0].trim();
  const found = candidates.length > 0 ? candidates.map(({ candidate }) => `a=${candidate}`) : [];
  const known = candidates.length > 0 ? [] : [...section.matchAll(/^a=candidate:.*$/gm)].map(([text]) => text.trim());
  const first = /^m=.*$/m.exec(section)?.[0].trim();
  return [line('ice-ufrag'), line('ice-pwd'), first, line('mid'), ...found, ...known, '']
    .filter((each) => each !== undefined)
    .join('\r\n');
}

/** A description with the credentials and candidates of a fragment in place of its own. */
export function withFragment(sdp: string, fragment: string): string {
  const credential = (name: string) => new RegExp(`^a=${name}:.*$`, 'm').exec(fragment)?.[0].trim();
  const candidates = [...fragment.matchAll(/^a=candidate:.*$/gm)].map(([line]) => `${line.trim()}\r\n`).join('');
  const renewed = ['ice-ufrag', 'ice-pwd'].reduce((text, name) => {
    const line = credential(name);
    return line === undefined ? text : text.replaceAll(new RegExp(`^a=${name}:.*$`, 'gm'), line);
  }, sdp);
  const bare = renewed.replaceAll(/^a=(candidate:.*|end-of-candidates)\r?\n/gm, '');
  const [session = '', first = '', ...rest] = bare.split(/^(?=m=)/m);
  return [session, `${first}${candidates}`, ...rest].join('');
}

/** ICE servers of a `Link` header (RFC 9725 §4.6). */
export function readIceServers(header: string | null): RTCIceServer[] {
  return (header ?? '').split(/,(?=\s*<)/).flatMap((link) => {
    const [, url, list = ''] = /<((?:stun|turns?):[^>]+)>((?:;[^,]*)*)/.exec(link) ?? [];
    const parameter = (name: string) => new RegExp(`;\\s*${name}="?([^";]*)"?`).exec(list)?.[1];
    if (url === undefined || parameter('rel') !== 'ice-server') return [];
    const [username, credential] = [parameter('username'), parameter('credential')];
    return [
      { urls: url, ...(username !== undefined && { username }), ...(credential !== undefined && { credential }) },
    ];
  });
}

function authorization(token: string): Record<string, string> {
  return token === '' ? {} : { authorization: `Bearer ${token}` };
}

async function ask(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    const isMixed = location.protocol === 'https:' && url.startsWith('http:');
    throw new KinoraError(
      'provider.unavailable',
      isMixed
        ? 'A page on https may not send to an http address. Use the server’s https address.'
        : `${new URL(url).host} doesn’t answer. Is the address right, is the server running, and does it allow pages of other origins (CORS)?`,
      { isRetryable: true, cause },
    );
  }
}

async function refusal(response: Response): Promise<KinoraError> {
  const text = await response.text().catch(() => '');
  const detail = readDetail(text);
  const [code, advice] = adviceFor(response.status);
  const seconds = Number(response.headers.get('retry-after'));
  return new KinoraError(code, `${advice}${detail === '' ? '' : ` The server says: ${detail}`}`, {
    isRetryable: [409, 429].includes(response.status) || response.status >= 500,
    ...(seconds > 0 && { retryAfter: seconds }),
    data: { status: response.status },
  });
}

function readDetail(text: string): string {
  try {
    const { detail, error } = JSON.parse(text) as { detail?: unknown; error?: unknown };
    const said = detail ?? error;
    return typeof said === 'string' ? said.slice(0, 300) : '';
  } catch {
    return text.startsWith('<') ? '' : text.slice(0, 200);
  }
}

function adviceFor(status: number): [ErrorCode, string] {
  if (status === 401 || status === 403)
    return ['auth.forbidden', 'The server refused the token. Check it, or make a new one.'];
  if (status === 404 || status === 405 || status === 410)
    return ['resource.missing', 'There is nothing at this address. Check it: a WHIP address often ends in /whip.'];
  if (status === 409) return ['broadcast.not-live', 'This isn’t possible right now.'];
  if (status === 429) return ['request.too-many', 'Too many tries; wait a moment.'];
  if (status >= 500) return ['provider.unavailable', `The server has a problem (${status}).`];
  return ['broadcast.offer', `The server doesn’t take this stream (${status}). Another codec may help.`];
}
