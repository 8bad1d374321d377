import { frameStyle } from '@kinora/capabilities';
import type { FrameStyle } from '@kinora/capabilities';
import { liveLimits } from '@kinora/studios/live-style/schema';
import type {
  ClosedMessage,
  DegradeMessage,
  FrameAnswer,
  LiveClientEvents,
  LiveServerEvents,
  OpenAnswer,
  OpenRequestInput,
  StatusMessage,
} from '@kinora/studios/live-style/schema';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

/** A page's end of the live socket, for tests and benches. */
export type LiveClient = Disposable & {
  socket: Socket<LiveServerEvents, LiveClientEvents>;
  /** What the server said by itself. */
  heard: { status: StatusMessage[]; degrade: DegradeMessage[]; closed: ClosedMessage[] };
  /** Resolves once connected; rejects with the server's refusal. */
  connected: Promise<void>;
  open(request?: Partial<OpenRequestInput>): Promise<OpenAnswer>;
  /** Sends a frame. Resolves when it was painted or dropped. */
  send(image: Uint8Array, header?: Partial<SentHeader>): Promise<SentFrame>;
  setStyle(style: FrameStyle, options: { generation: number; blend?: number }): Promise<number>;
};

type SentHeader = { sequence: number; generation: number; capturedAt: number; ageMs: number };
export type SentFrame = { answer: FrameAnswer; image?: Uint8Array };

/** Connects to a server's live socket. @param options.headers e.g. the session's cookie. */
export function connectLive(
  url: string,
  options: { headers?: Record<string, string>; namespace?: string; reconnects?: boolean } = {},
): LiveClient {
  const socket: LiveClient['socket'] = io(`${url}${options.namespace ?? liveLimits.namespace}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: options.reconnects ?? false,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    extraHeaders: options.headers ?? {},
  });
  const heard: LiveClient['heard'] = { status: [], degrade: [], closed: [] };
  socket.on('status', (message) => heard.status.push(message));
  socket.on('degrade', (message) => heard.degrade.push(message));
  socket.on('closed', (message) => heard.closed.push(message));
  let [sequence, generation] = [0, 0];
  const connected = new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    if (options.reconnects !== true) socket.once('connect_error', reject);
  });
  connected.catch(() => {});
  return {
    socket,
    heard,
    connected,
    open: (request = {}) =>
      new Promise((resolve) => {
        const style = request.style ?? frameStyle.parse({ look: 'anime' });
        socket.emit('open', { protocol: liveLimits.protocol, width: 64, height: 64, ...request, style }, resolve);
      }),
    send: (image, header = {}) =>
      new Promise((resolve) => {
        sequence = header.sequence ?? sequence + 1;
        const whole = { sequence, generation, capturedAt: performance.now() / 1000, ageMs: 0, ...header };
        socket.emit('frame', whole, image, (answer, painted) =>
          resolve({ answer, ...(painted !== undefined && { image: new Uint8Array(painted) }) }),
        );
      }),
    setStyle: (style, change) =>
      new Promise((resolve, reject) => {
        generation = change.generation;
        socket.emit('style', { style, ...change }, (answer) =>
          'generation' in answer ? resolve(answer.generation) : reject(new Error(answer.problem.message)),
        );
      }),
    [Symbol.dispose]: () => socket.disconnect(),
  };
}
