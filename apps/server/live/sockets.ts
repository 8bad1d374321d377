import type { IncomingHttpHeaders, IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { adjustMessage, liveLimits, openRequest, styleMessage } from '@kinora/studios/live-style/schema';
import type { LiveClientEvents, LiveProblem, LiveServerEvents } from '@kinora/studios/live-style/schema';
import type { Server, Socket } from 'socket.io';
import type { z } from 'zod';
import type { LiveSession } from './session.ts';
import type { LivePage, LiveStudio } from './studio.ts';

/** Where Socket.IO listens. */
const path = '/socket.io/';

/** A frame and what is around it; a connection that sends more is closed. */
const mostMessageBytes = 262_144;

/** Connections at most. */
const mostConnections = 64;

/** A page that reads so slowly that this many bytes wait for it gets no more pictures until it has read them. */
const mostUnreadBytes = 1_000_000;

/** Milliseconds after which an open connection is asked again whether its session still holds. */
const recheckMs = 60_000;

type LiveSocket = Socket<LiveClientEvents, LiveServerEvents>;

/** The live socket of a server. */
export type LiveSockets = {
  /** Ends all connections. */
  close(): Promise<void>;
};

/**
 * Serves the namespace `/live` on a server's port, by websocket alone. Socket.IO is loaded with the first connection.
 * @param options.authorize Refuses a connection as the HTTP interface would: throws KinoraError.
 * @param options.isForeign Whether an upgrade is somebody else's business, e.g. the development server's.
 */
export function serveLiveSockets(
  server: HttpServer,
  options: {
    live: LiveStudio;
    authorize(headers: IncomingHttpHeaders): Promise<void>;
    isForeign(request: IncomingMessage): boolean;
  },
): LiveSockets {
  const { live, authorize, isForeign } = options;
  let starting: ReturnType<typeof start> | undefined;
  let isClosed = false;

  const start = async () => {
    const [{ Server: SocketServer }, { Server: Engine }] = await Promise.all([
      import('socket.io'),
      import('engine.io'),
    ]);
    const engine = new Engine({
      transports: ['websocket'],
      allowUpgrades: false,
      perMessageDeflate: false,
      maxHttpBufferSize: mostMessageBytes,
      pingInterval: 10_000,
      pingTimeout: 10_000,
    });
    const sockets: Server<LiveClientEvents, LiveServerEvents> = new SocketServer({ serveClient: false });
    sockets.bind(engine);
    // Nothing is to be had outside of the namespace.
    sockets.of('/').use((_socket, next) => next(new Error(`Connect to ${liveLimits.namespace}.`)));
    sockets.of(liveLimits.namespace).on('connection', (socket) => serveSocket(socket, { live, authorize }));
    return { engine, sockets };
  };

  const onUpgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (isForeign(request)) return;
    socket.on('error', () => socket.destroy());
    const isOurs = request.url?.startsWith(path) === true;
    if (!isOurs) return refuse(socket, '404 Not Found');
    try {
      await authorize(request.headers);
    } catch {
      return refuse(socket, '403 Forbidden');
    }
    starting ??= start();
    const { engine } = await starting;
    if (isClosed || engine.clientsCount >= mostConnections) return refuse(socket, '503 Service Unavailable');
    engine.handleUpgrade(request, socket, head);
  };
  const listener = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    void onUpgrade(request, socket, head).catch(() => socket.destroy());
  server.on('upgrade', listener);

  return {
    async close() {
      isClosed = true;
      server.off('upgrade', listener);
      if (!starting) return;
      const { engine, sockets } = await starting;
      await live[Symbol.asyncDispose]();
      sockets.disconnectSockets(true);
      engine.close();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  // Without the rest a client that never hangs up would keep its half of the line.
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

/** What a page may ask on its connection. What isn't understood is answered or ignored; it never ends anything else. */
function serveSocket(socket: LiveSocket, { live, authorize }: { live: LiveStudio; authorize: Authorize }): void {
  let session: LiveSession | null = null;
  /** Opening and closing, one after the other: a connection has one session. */
  let turn: Promise<unknown> = Promise.resolve();
  const page: LivePage = {
    tell: (name, ...message) => {
      // A status that a slow page can't take is worth nothing later.
      if (name === 'status') socket.volatile.emit(name, ...message);
      else socket.emit(name, ...message);
    },
    leave: () => {
      session = null;
    },
  };
  const leave = async () => {
    const left = session;
    session = null;
    if (left) await live.close(left.id);
  };
  const recheck = setInterval(() => {
    authorize(socket.handshake.headers).catch(() => {
      page.tell('closed', { reason: 'forbidden', message: 'You were signed out; sign in again.', isRetryable: false });
      void leave().finally(() => socket.disconnect(true));
    });
  }, recheckMs).unref();
  socket.on('disconnect', () => {
    clearInterval(recheck);
    if (session) live.detach(session.id, page);
  });

  socket.on('engines', (answer) => {
    if (isAnswer(answer))
      void live.engines.list().then(
        (engines) => answer({ engines }),
        () => answer({ engines: [] }),
      );
  });
  socket.on('open', (message, answer) => {
    if (!isAnswer(answer)) return;
    const parsed = openRequest.safeParse(message);
    if (!parsed.success) return answer({ problem: describeIssue(parsed.error) });
    turn = turn.then(async () => {
      if (session && session.id !== parsed.data.resume) await leave();
      const opened = await live.open(parsed.data, page);
      if ('session' in opened) {
        session = live.find(opened.session.sessionId) ?? null;
        if (!socket.connected) live.detach(opened.session.sessionId, page);
      }
      answer(opened);
    });
  });
  socket.on('style', (message, answer) => {
    const parsed = styleMessage.safeParse(message);
    const reply = isAnswer(answer) ? answer : () => {};
    if (!parsed.success) return reply({ problem: describeIssue(parsed.error) });
    if (!session) return reply({ problem: notOpen });
    void live.setStyle(session, parsed.data).then(reply);
  });
  socket.on('adjust', (message, answer) => {
    if (!isAnswer(answer)) return;
    const parsed = adjustMessage.safeParse(message);
    if (!parsed.success) return answer({ problem: describeIssue(parsed.error) });
    if (!session) return answer({ problem: notOpen });
    void live.adjust(session, parsed.data).then(answer);
  });
  socket.on('frame', (header, image, answer) => {
    if (!isAnswer(answer)) return;
    if (!session) return answer({ sequence: 0, dropped: 'closed', message: notOpen.message });
    if (unreadBytes(socket) > mostUnreadBytes) {
      return answer({ sequence: 0, dropped: 'busy', message: 'Pictures wait to be read; send less.' });
    }
    session.take(header, image, (given, bytes) => (bytes === undefined ? answer(given) : answer(given, bytes)));
  });
  socket.on('pause', (answer) => {
    session?.pause(true);
    if (isAnswer(answer)) answer?.();
  });
  socket.on('continue', (answer) => {
    session?.pause(false);
    if (isAnswer(answer)) answer?.();
  });
  socket.on('close', (answer) => {
    turn = turn.then(leave).then(() => isAnswer(answer) && answer?.());
  });
}

type Authorize = (headers: IncomingHttpHeaders) => Promise<void>;

/** A message may come without what its type promises. */
function isAnswer(value: unknown): boolean {
  return typeof value === 'function';
}

const notOpen: LiveProblem = {
  code: 'resource.missing',
  reason: 'invalid',
  message: 'There is no session on this connection; open one first.',
};

function describeIssue(error: z.ZodError): LiveProblem {
  const [issue] = error.issues;
  const where = issue?.path.join('.') ?? '';
  return {
    code: 'request.invalid',
    reason: 'unsupported',
    message: `${where === '' ? '' : `${where}: `}${issue?.message ?? 'The message is not understood.'}`,
  };
}

/** Bytes that were sent and not yet taken by the network. */
function unreadBytes(socket: LiveSocket): number {
  const transport = socket.conn.transport as { socket?: { bufferedAmount?: number } } | undefined;
  return transport?.socket?.bufferedAmount ?? 0;
}
