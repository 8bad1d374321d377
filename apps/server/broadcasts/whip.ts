import { KinoraError } from '@kinora/capabilities';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from '../problem.ts';
import { limitAttempts } from './attempts.ts';
import type { BroadcastRole, Broadcasts } from './broadcasts.ts';

const sdpType = 'application/sdp';
const fragmentType = 'application/trickle-ice-sdpfrag';

/** Which role an endpoint serves: WHIP takes streams in, WHEP gives them out. */
const roles = { whip: 'publisher', whep: 'viewer' } as const satisfies Record<string, BroadcastRole>;

/** Who may follow at a time how broadcasts are, by tokens. */
const mostListeners = 1000;

type Path = { id: string; session?: string };

/**
 * WHIP (RFC 9725) at `/whip/:id` and WHEP (draft-ietf-wish-whep) at `/whep/:id`. Whoever has the token may come from any
 * page or program: nothing here rests on a cookie.
 *
 * Candidates are accepted and not needed, since the relay answers whoever reaches it; an ICE restart isn't done
 * (422, RFC 9725 §4.3), clients begin a new session instead, which takes the old one's place.
 */
export function whipRoutes(options: {
  broadcasts: Broadcasts;
  /** Aborted when the server stops. */
  stopping: AbortSignal;
  /** STUN and TURN servers that clients are told of, as `Link` values. */
  iceServers: readonly string[];
}): FastifyPluginAsync {
  const { broadcasts, stopping, iceServers } = options;
  const failures = limitAttempts({ most: 30, seconds: 60 });
  const offers = limitAttempts({ most: 600, seconds: 60 });
  let listeners = 0;

  const authorise = async (request: FastifyRequest, role: BroadcastRole) => {
    failures.check(request.ip);
    const token = tokenOf(request);
    const { id } = request.params as Path;
    if (token === undefined)
      throw new KinoraError('auth.required', 'Send the header Authorization: Bearer with the token of this broadcast.');
    try {
      await broadcasts.authorise(id, role, token);
    } catch (error) {
      // Who watched until the end guesses nothing, and neither does who comes while the database is away.
      if (['auth.forbidden', 'resource.missing'].includes((error as { code?: string }).code ?? ''))
        failures.count(request.ip);
      throw error;
    }
  };

  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 100_000 }, (_request, body, done) =>
      done(null, body),
    );
    app.addHook('onRequest', async (_request, reply) => {
      void reply.headers({
        'access-control-allow-origin': '*',
        'access-control-expose-headers':
          'location, etag, link, accept-patch, accept-post, retry-after, www-authenticate',
        'cache-control': 'no-store',
      });
    });
    app.setErrorHandler((error, request, reply) => {
      const problem = toProblem(error);
      if (problem.status >= 500 && problem.code === 'internal.bug') request.log.error(error);
      if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
      const { retryAfter } = error as { retryAfter?: number };
      if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
      return reply
        .code(problem.status)
        .type('application/problem+json')
        .serializer((body: unknown) => JSON.stringify(body))
        .send(problem);
    });

    for (const [protocol, role] of Object.entries(roles)) {
      const endpoint = `/${protocol}/:id`;
      const session = `${endpoint}/:session`;
      const hidden = { schema: { hide: true } };

      app.options(endpoint, hidden, async (_request, reply) =>
        preflight(reply, 'POST, OPTIONS').header('accept-post', sdpType).code(204).send(),
      );
      app.options(session, hidden, async (_request, reply) =>
        preflight(reply, 'PATCH, DELETE, OPTIONS').header('accept-patch', fragmentType).code(204).send(),
      );

      app.post(endpoint, hidden, async (request, reply) => {
        offers.check(request.ip);
        offers.count(request.ip);
        if (typeOf(request) !== sdpType) return refuse(reply, 415, `Send an SDP offer as ${sdpType}.`);
        await authorise(request, role);
        const { id } = request.params as Path;
        const { session: made, answer } = await broadcasts.answer(id, role, textOf(request));
        // Its token may have been renewed, or the broadcast ended, while the relay answered.
        await authorise(request, role).catch(async (error: unknown) => {
          await broadcasts.leave(id, role, made);
          throw error;
        });
        if (iceServers.length > 0) void reply.header('link', iceServers.join(', '));
        return reply
          .code(201)
          .headers({
            'content-type': sdpType,
            location: `/${protocol}/${id}/${made}`,
            etag: `"${made}"`,
            'accept-patch': fragmentType,
          })
          .send(answer);
      });

      app.patch(session, hidden, async (request, reply) => {
        await authorise(request, role);
        const { id, session: asked = '' } = request.params as Path;
        if (!(await broadcasts.hasSession(id, role, asked))) throw gone();
        if (typeOf(request) !== fragmentType) return refuse(reply, 415, `Send an SDP fragment as ${fragmentType}.`);
        const match = request.headers['if-match'];
        if (match === undefined) return refuse(reply, 428, 'Send the header If-Match with the ETag of the session.');
        if (match === '*')
          return refuse(reply, 422, 'ICE restarts aren’t done here. Begin a new session; it takes this one’s place.');
        if (match !== `"${asked}"`) return refuse(reply, 412, 'If-Match names another ETag than this session’s.');
        const fragment = textOf(request);
        if (!/^a=ice-ufrag:\S+\r?$/m.test(fragment) || !/^a=(candidate:|end-of-candidates)/m.test(fragment))
          return refuse(reply, 400, 'A fragment has a=ice-ufrag and a=candidate or a=end-of-candidates (RFC 8840 §9).');
        return reply.code(204).send();
      });

      app.delete(session, hidden, async (request, reply) => {
        await authorise(request, role);
        const { id, session: asked = '' } = request.params as Path;
        if (!(await broadcasts.leave(id, role, asked))) throw gone();
        return reply.code(200).send();
      });

      for (const [url, allow] of [
        [endpoint, 'POST, OPTIONS'],
        [session, 'PATCH, DELETE, OPTIONS'],
      ] as const) {
        const taken = new Set(allow.split(', '));
        const method = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'].filter((each) => !taken.has(each));
        app.route({
          method,
          url,
          exposeHeadRoute: true,
          ...hidden,
          handler: async (_request, reply) => refuse(reply.header('allow', allow), 405, `Only ${allow} here.`),
        });
      }
    }

    app.get('/whep/:id/events', { schema: { hide: true } }, async (request, reply) => {
      await authorise(request, 'viewer').catch((error: unknown) => {
        // Who watched until the end is told that it ended.
        if ((error as { code?: unknown }).code !== 'broadcast.ended') throw error;
      });
      if (listeners >= mostListeners)
        throw new KinoraError('broadcast.full', 'Too many listen already. Try again later.', {
          isRetryable: true,
          retryAfter: 10,
        });
      const { id } = request.params as Path;
      listeners += 1;
      await tellStatus({ broadcasts, id, reply, stopping, token: tokenOf(request) }).finally(() => (listeners -= 1));
    });
  };
}

/** Streams how a broadcast is as server-sent events `status`, until it ended or nobody listens. */
export async function tellStatus(options: {
  broadcasts: Broadcasts;
  id: string;
  reply: FastifyReply;
  stopping: AbortSignal;
  /** A viewer's; when it is renewed, this ends. */
  token?: string;
}): Promise<void> {
  const { broadcasts, id, reply, stopping, token } = options;
  const stream = reply.raw;
  const left = new AbortController();
  stream.on('close', () => left.abort()).on('error', () => left.abort());
  // Who left before is not heard to leave.
  if (stream.closed || stream.destroyed) left.abort();
  const headers = reply.getHeaders();
  reply.hijack();
  stream.writeHead(200, {
    ...(headers as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  stream.flushHeaders();
  try {
    for await (const status of broadcasts.follow(id, AbortSignal.any([left.signal, stopping]), token)) {
      // Who doesn't read gets the next one that there is room for; only the last must not be missed.
      if (!stream.writableNeedDrain || status.state === 'ended')
        stream.write(`event: status\ndata: ${JSON.stringify(status)}\n\n`);
    }
  } catch (error) {
    if (!left.signal.aborted) stream.write(`event: problem\ndata: ${JSON.stringify(toProblem(error))}\n\n`);
  } finally {
    stream.end();
  }
}

/**
 * Reads `stun:host:3478, turn:host:3478 user secret` as `Link` values (RFC 9725 §4.6).
 * @throws KinoraError `request.invalid` for anything else.
 */
export function readIceServers(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => {
      const [url = '', username, credential] = each.split(/\s+/);
      if (!/^(stun|stuns|turn|turns):[\w.:[\]-]+(\?transport=(udp|tcp))?$/.test(url))
        throw new KinoraError(
          'request.invalid',
          `“${url}” is no ICE server. Write stun:host:3478 or turn:host:3478 user secret.`,
        );
      const secret =
        username === undefined
          ? ''
          : `; username="${username}"; credential="${credential ?? ''}"; credential-type="password"`;
      return `<${url}>; rel="ice-server"${secret}`;
    });
}

function preflight(reply: FastifyReply, methods: string): FastifyReply {
  return reply.headers({
    'access-control-allow-methods': methods,
    'access-control-allow-headers': 'authorization, content-type, if-match',
    'access-control-max-age': '600',
  });
}

function typeOf(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
}

function tokenOf(request: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function textOf(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}

function gone(): KinoraError {
  return new KinoraError('resource.missing', 'There is no such session; it may have ended. Begin a new one.');
}

/** A problem whose status the protocol gives. */
function refuse(reply: FastifyReply, status: number, detail: string): FastifyReply {
  const problem = { ...toProblem(new KinoraError('request.invalid', detail)), status };
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}
