import type { FrameStyle } from '@kinora/capabilities';
import { liveLimits } from '@kinora/studios/live-style/schema';
import type {
  DegradeMessage,
  FrameAnswer,
  LiveClientEvents,
  LiveServerEvents,
  OpenAnswer,
} from '@kinora/studios/live-style/schema';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Engine, EngineHost, StyleChange } from './engine.ts';
import { RateGate } from './engine.ts';
import { QualitySteer } from './quality.ts';
import { describePainter, mediaType, pack, unpack } from './server-frames.ts';

type ServerEngineOptions = {
  size: { width: number; height: number };
  fps: number;
  change: StyleChange;
  /** Which engine of the server; omitted: the first of its route. */
  engine?: { provider: string; model: string };
  /** The server advises to do less, or says that there is room again. */
  onAdvice: (advice: DegradeMessage) => void;
};

/** Milliseconds in which a session opens, a model that has to be loaded first included. */
const openMs = 30_000;

/** Seconds without an answer after which a frame counts as lost; a line that hangs says nothing. */
const answerSeconds = 8;

/**
 * Frames go to Kinora's server and come back painted: one on its way at a time, and when its answer is there the newest of the
 * camera follows. A broken line is mended by itself and the session goes on.
 */
export function createServerEngine(host: EngineHost, options: ServerEngineOptions): Engine {
  const socket: Socket<LiveServerEvents, LiveClientEvents> = io(liveLimits.namespace, {
    transports: ['websocket'],
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
    forceNew: true,
  });
  const gate = new RateGate(options.fps);
  const steer = new QualitySteer(liveLimits.wantedFrameBytes);
  let { size, change } = options;
  let [sequence, sessionId]: [number, string | undefined] = [0, undefined];
  let [isOpen, isBusy, isPaused, isOver] = [false, false, false, false];
  /** The picture that came last, for answers that repeat it. */
  let last: ImageBitmap | null = null;
  let flight = 0;
  let connection = 0;

  function open() {
    socket.timeout(openMs).emit(
      'open',
      {
        protocol: liveLimits.protocol,
        ...size,
        fps: gate.fps,
        style: change.style,
        generation: change.generation,
        output: mediaType,
        ...(options.engine && { engine: options.engine }),
        ...(sessionId && { resume: sessionId }),
      },
      (problem: Error | null, answer: OpenAnswer) => {
        if (isOver) return;
        if (problem) return host.fail('Kinora’s server doesn’t answer.');
        settle(answer, true);
      },
    );
  }

  function settle(answer: OpenAnswer, isOpening: boolean) {
    if ('problem' in answer) {
      const { message, estimate } = answer.problem;
      host.tell({ state: isOpening ? 'refused' : 'painting', note: message });
      const offer = estimate?.offer;
      if (isOpening && offer && (offer.fps < gate.fps || offer.width < size.width)) {
        // What would be let in is better than nothing, and the panel says so.
        options.onAdvice({ advice: 'smaller', ...offer, reason: message });
        size = { width: offer.width, height: offer.height };
        gate.fps = offer.fps;
        host.frames.resize(size);
        setTimeout(() => !isOver && !isOpen && open(), 500);
      } else if (isOpening) host.fail(message);
      return;
    }
    const { session } = answer;
    sessionId = session.sessionId;
    size = { width: session.width, height: session.height };
    host.frames.resize(size);
    gate.fps = session.fps;
    isOpen = true;
    host.tell({
      state: isPaused ? 'paused' : 'painting',
      ...describePainter(session.engine),
      note: session.note ?? '',
    });
    if (isPaused) socket.emit('pause');
    // What was chosen while the line was down.
    if (session.generation < change.generation) sendStyle();
  }

  function sendStyle() {
    socket.emit('style', { ...change, style: change.style satisfies FrameStyle }, (answer) => {
      if ('problem' in answer) host.tell({ note: answer.problem.message });
    });
  }

  let attempts = 0;
  socket.on('connect', () => {
    attempts = 0;
    open();
    socket.emit('engines', ({ engines }) => host.tell({ choices: engines }));
  });
  socket.on('connect_error', () => {
    // One that never answered isn't waited for; one that did comes back.
    if (!socket.active || (!sessionId && ++attempts > 3)) host.fail('Kinora’s server doesn’t answer.');
    else host.tell({ state: 'connecting', note: 'Kinora’s server doesn’t answer. Trying again…' });
  });
  socket.on('disconnect', (reason) => {
    isOpen = false;
    connection++;
    if (isBusy) host.drop('lost');
    [isBusy, flight] = [false, flight + 1];
    if (isOver) return;
    host.tell({
      state: 'connecting',
      note: 'The line to Kinora’s server is broken. It goes on as soon as it is back.',
    });
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('closed', ({ message, isRetryable }) => {
    [isOpen, sessionId] = [false, undefined];
    if (isOver) return;
    host.tell({ state: 'connecting', note: message });
    if (isRetryable) setTimeout(() => !isOver && socket.connected && !isPaused && open(), 500);
    else if (!isPaused) host.fail(message);
  });
  socket.on('status', ({ server, queuedMs, engine }) => {
    const { sessions, load, waiting } = server;
    host.tell({
      ...describePainter(engine),
      server: { sessions, load, waiting, queuedMs: queuedMs.p50 },
    });
  });
  socket.on('degrade', options.onAdvice);

  async function send(takenAt: number) {
    isBusy = true;
    const own = ++flight;
    const began = performance.now();
    let image: ArrayBuffer;
    try {
      host.frames.grab();
      image = await pack(host.frames.canvas, steer);
    } catch {
      if (own === flight) isBusy = false;
      return host.drop('malformed');
    }
    if (own !== flight) return;
    if (!isOpen) {
      isBusy = false;
      return host.drop('wrong-size');
    }
    const sentAt = performance.now();
    const timer = setTimeout(() => {
      if (own !== flight) return;
      [isBusy, flight] = [false, flight + 1];
      host.drop('lost');
    }, answerSeconds * 1000);
    socket.emit(
      'frame',
      {
        sequence: ++sequence,
        generation: change.generation,
        capturedAt: takenAt / 1000,
        ageMs: Math.min(60_000, Math.max(0, sentAt - takenAt)),
        mediaType,
      },
      image,
      (answer, painted) => {
        clearTimeout(timer);
        if (own !== flight) return;
        const back = { answer, painted, sentAt, packedMs: sentAt - began, bytesOut: image.byteLength };
        void receive(back).finally(() => {
          if (own === flight) isBusy = false;
        });
      },
    );
  }

  type Back = {
    answer: FrameAnswer;
    painted: ArrayBuffer | Uint8Array | undefined;
    sentAt: number;
    packedMs: number;
    bytesOut: number;
  };

  async function receive({ answer, painted, sentAt, packedMs, bytesOut }: Back) {
    if ('dropped' in answer) {
      if (answer.message) host.tell({ note: answer.message });
      return host.drop(answer.dropped);
    }
    const arrivedAt = performance.now();
    const facts = answer.painted;
    if (facts.generation < change.generation) return host.drop('old-style');
    if (arrivedAt - facts.capturedAt * 1000 > liveLimits.staleMs * 2) host.drop('late');
    if (!facts.isRepeat && painted) {
      const fresh = await unpack(painted, facts.mediaType);
      if (!fresh) return host.drop('malformed');
      last?.close();
      last = fresh;
    }
    if (!last || isOver) return;
    // Rare pictures melt into each other; frequent ones are a film already.
    const fadeMs = gate.fps < 14 ? Math.min(220, (1000 / gate.fps) * 0.8) : 0;
    host.show(last, { fadeMs });
    host.count({
      capturedAt: facts.capturedAt * 1000,
      generation: facts.generation,
      paintedMs: facts.paintedMs,
      queuedMs: facts.queuedMs,
      packedMs: packedMs + (performance.now() - arrivedAt),
      travelledMs: Math.max(0, arrivedAt - sentAt - facts.paintedMs - facts.queuedMs),
      bytesOut,
      bytesIn: painted?.byteLength ?? 0,
    });
  }

  return {
    kind: 'server',
    take(takenAt) {
      if (!isOpen || isPaused) return;
      if (!gate.lets(takenAt)) return host.drop('rate');
      if (isBusy) return host.drop('busy');
      void send(takenAt);
    },
    setStyle(next) {
      change = next;
      if (isOpen) sendStyle();
    },
    adjust({ fps, ...next }) {
      if (!isOpen) {
        size = next;
        gate.fps = fps;
        return;
      }
      // Frames of the size before would be refused.
      isOpen = false;
      const asked = connection;
      socket.emit('adjust', { ...next, fps }, (answer) => {
        if (asked !== connection) return;
        isOpen = true;
        settle(answer, false);
      });
    },
    setPaused(value) {
      if (isPaused === value) return;
      isPaused = value;
      host.tell({ state: isPaused ? 'paused' : isOpen ? 'painting' : 'connecting' });
      if (isOpen) socket.emit(isPaused ? 'pause' : 'continue');
      else if (!isPaused && socket.connected) open();
    },
    async [Symbol.asyncDispose]() {
      isOver = true;
      if (isOpen) socket.emit('close');
      socket.disconnect();
      last?.close();
    },
  };
}
