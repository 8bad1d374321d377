import { isKinoraError } from '@kinora/capabilities';
import type { FrameStyle, FrameStyler, StyledFrame, StylerSession } from '@kinora/capabilities';
import { liveLimits } from '@kinora/studios/live-style/schema';
import type {
  DropReason,
  FrameAnswer,
  FrameHeader,
  OpenRequest,
  StatusMessage,
} from '@kinora/studios/live-style/schema';
import type { Costs, Demand } from './admission.ts';
import { createAdviser } from './advice.ts';
import type { Adviser } from './advice.ts';
import { checkFrame, numberOf } from './check-frame.ts';
import { createPace, createTransit } from './pace.ts';
import { createWindow } from './window.ts';

/** What becomes of a frame. */
export type AnswerFrame = (answer: FrameAnswer, image?: Uint8Array) => void;

/** Told of everything a session does, for metrics. */
export type LiveObserver = {
  frame(outcome: 'painted' | 'repeat' | DropReason): void;
  painted(times: { queuedMs: number; paintedMs: number; bytesIn: number; bytesOut: number }): void;
};

/** A stream of frames that is being restyled for one page. */
export type LiveSession = {
  readonly id: string;
  readonly engine: FrameStyler;
  /** As asked for, and changed by `adjust`. */
  readonly settings: { width: number; height: number; fps: number };
  readonly demand: Demand;
  readonly generation: number;
  readonly isPaused: boolean;
  readonly isClosed: boolean;
  /** Whether a frame waits for its turn. */
  readonly isWaiting: boolean;
  /** ms of the clock `performance.now()` of the last frame, or of the opening. */
  readonly lastFrameAt: number;
  readonly paintedMsOfLastSecond: number;
  readonly painter: StylerSession;
  readonly adviser: Adviser;
  /** Takes a frame; the answer comes when it was painted or dropped, never before. */
  take(header: unknown, image: unknown, answer: AnswerFrame): void;
  /** Another style from the next frame on. A generation that isn't larger than the one before changes nothing. */
  setStyle(style: FrameStyle, options: { generation: number; blend: number }): void;
  /** Another size or rate; a size begins strokes anew. One at a time. @throws What the engine throws; all stays as it was. */
  adjust(settings: { width: number; height: number; fps: number }): Promise<void>;
  pause(isPaused: boolean): void;
  /** Another connection, which may have none of the pictures before: the next answer brings one. */
  resume(): void;
  /** What happened in the last second; counts begin anew. */
  tick(): Omit<StatusMessage, 'server' | 'engine'> & { lost: number };
  close(): Promise<void>;
};

type Mail = { header: FrameHeader; image: Uint8Array; answer: AnswerFrame; arrivedAt: number; lateMs: number };

type Unwanted = { reason: DropReason; message?: string };

/** Frames in a row that the engine may fail before the session is given up. */
const mostFailures = 8;

/** Frames at the start of a session, and of a size, that take longer than all others. */
const warmUpFrames = 3;

/**
 * Opens a session on an engine.
 * @param options.onLost Called when the engine can't go on.
 * @throws What the engine throws.
 */
export async function openLiveSession(options: {
  id: string;
  request: OpenRequest;
  engine: FrameStyler;
  costs: Costs;
  observer: LiveObserver;
  onLost: (message: string) => void;
  signal: AbortSignal;
}): Promise<LiveSession> {
  const { id, request, engine, costs, observer, signal } = options;
  let settings = { width: request.width, height: request.height, fps: request.fps };
  let style = request.style;
  let generation = request.generation;
  const open = async () => {
    const opened = await engine.open({
      ...settings,
      style,
      seed: request.seed,
      output: request.output,
      maxBytes: request.maxBytes,
      skip: request.skip,
      ...(request.smoothing !== undefined && { smoothing: request.smoothing }),
      signal,
    });
    if (generation > 0) opened.setStyle(style, { generation, blend: 0 });
    return opened;
  };
  let painter = await open();

  const openedAt = performance.now();
  const stopped = new AbortController();
  const pace = createPace();
  const transit = createTransit();
  const windows = { queued: createWindow(), painted: createWindow() };
  const bytes = { in: createWindow(), out: createWindow() };
  const drops: Partial<Record<DropReason, number>> = {};
  let second = { framesIn: 0, framesOut: 0, lost: 0, paintedMs: 0 };
  let lastSecondMs = 0;
  let repeats = 0;
  let failures = 0;
  let warm = 0;
  let sequence = 0;
  let lastFrameAt = openedAt;
  let isPaused = false;
  let isClosed = false;
  let isPainting = false;
  /** Whether the page may lack the picture that was painted last. */
  let owesPicture = true;
  /** The one frame that waits: a newer one takes its place. */
  let mailbox: Mail | null = null;

  const drop = (answer: AnswerFrame, number: number, reason: DropReason, message?: string) => {
    drops[reason] = (drops[reason] ?? 0) + 1;
    if (reason === 'stale' || reason === 'failed') second.lost += 1;
    observer.frame(reason);
    answer({ sequence: number, dropped: reason, ...(message !== undefined && { message }) });
  };

  const admitFrame = (rawHeader: unknown, rawImage: unknown): Omit<Mail, 'answer'> | Unwanted => {
    const arrivedAt = performance.now();
    lastFrameAt = arrivedAt;
    if (isClosed) return { reason: 'closed' };
    if (isPaused) return { reason: 'paused' };
    const checked = checkFrame(rawHeader, rawImage, settings);
    if ('reason' in checked) return checked;
    if (!pace.allows(arrivedAt, settings.fps)) {
      return { reason: 'too-fast', message: `Send ${settings.fps} frames a second, as agreed on.` };
    }
    const { header, image } = checked;
    if (header.sequence <= sequence) return { reason: 'replaced', message: 'A later frame came before it.' };
    sequence = header.sequence;
    bytes.in.add(image.length);
    const lateMs = header.ageMs + transit.note(header.capturedAt * 1000 + header.ageMs, arrivedAt);
    return { header, image, arrivedAt, lateMs };
  };

  const pump = async () => {
    if (isPainting) return;
    isPainting = true;
    try {
      for (let mail = mailbox; mail !== null; mail = mailbox) {
        mailbox = null;
        await paint(mail);
      }
    } finally {
      isPainting = false;
    }
  };

  const paint = async ({ header, image, answer, arrivedAt, lateMs }: Mail) => {
    const age = () => lateMs + performance.now() - arrivedAt;
    let painted = settings;
    try {
      for (;;) {
        const left = liveLimits.staleMs - age();
        if (left <= 0) return drop(answer, header.sequence, 'stale');
        painted = settings;
        const styled = await painter.style(
          { image, mediaType: header.mediaType },
          { time: (arrivedAt - openedAt) / 1000, maxWaitMs: left, signal: stopped.signal },
        );
        failures = 0;
        second.paintedMs += styled.milliseconds;
        if (!styled.isRepeat && (warm += 1) > warmUpFrames)
          costs.note({ ...painted, look: style.look }, styled.milliseconds);
        // Another style was asked for meanwhile. The frame is painted again: that is sooner than the next one could be.
        if (styled.generation < generation) continue;
        if (painted !== settings) return drop(answer, header.sequence, 'replaced');
        return give(styled, { header, answer, arrivedAt, bytesIn: image.length });
      }
    } catch (error) {
      // The painter of another size went away with it.
      if (painted !== settings && !isClosed) return drop(answer, header.sequence, 'replaced');
      fail(error, answer, header.sequence);
    }
  };

  const give = (
    styled: StyledFrame,
    {
      header,
      answer,
      arrivedAt,
      bytesIn,
    }: { header: FrameHeader; answer: AnswerFrame; arrivedAt: number; bytesIn: number },
  ) => {
    const answerMs = performance.now() - arrivedAt;
    const queuedMs = Math.max(0, answerMs - styled.milliseconds);
    const isRepeat = styled.isRepeat && !owesPicture;
    const bytesOut = isRepeat ? 0 : styled.image.length;
    windows.queued.add(queuedMs);
    if (isRepeat) repeats += 1;
    else {
      owesPicture = false;
      windows.painted.add(styled.milliseconds);
      bytes.out.add(bytesOut);
    }
    second.framesOut += 1;
    observer.frame(isRepeat ? 'repeat' : 'painted');
    observer.painted({ queuedMs, paintedMs: styled.milliseconds, bytesIn, bytesOut });
    answer(
      {
        painted: {
          sequence: header.sequence,
          generation: styled.generation,
          capturedAt: header.capturedAt,
          mediaType: styled.mediaType === 'image/webp' ? 'image/webp' : 'image/jpeg',
          width: settings.width,
          height: settings.height,
          queuedMs,
          paintedMs: styled.milliseconds,
          isRepeat,
        },
      },
      isRepeat ? undefined : styled.image,
    );
  };

  const fail = (error: unknown, answer: AnswerFrame, number: number) => {
    if (stopped.signal.aborted) return drop(answer, number, 'closed');
    const code = isKinoraError(error) ? error.code : 'internal.bug';
    const message = error instanceof Error ? error.message : String(error);
    if (code === 'provider.timeout') return drop(answer, number, 'stale');
    if (code === 'request.invalid') return drop(answer, number, 'malformed', message);
    failures += 1;
    drop(answer, number, 'failed', message);
    if (failures >= mostFailures) options.onLost(message);
  };

  return {
    id,
    engine,
    adviser: createAdviser(settings),
    get settings() {
      return settings;
    },
    get demand() {
      return { ...settings, look: style.look };
    },
    get generation() {
      return generation;
    },
    get isPaused() {
      return isPaused;
    },
    get isClosed() {
      return isClosed;
    },
    get isWaiting() {
      return mailbox !== null;
    },
    get lastFrameAt() {
      return lastFrameAt;
    },
    get paintedMsOfLastSecond() {
      return lastSecondMs;
    },
    get painter() {
      return painter;
    },
    take(rawHeader, rawImage, answer) {
      second.framesIn += 1;
      const checked = admitFrame(rawHeader, rawImage);
      if ('reason' in checked) return drop(answer, numberOf(rawHeader), checked.reason, checked.message);
      if (mailbox) drop(mailbox.answer, mailbox.header.sequence, 'replaced');
      mailbox = { ...checked, answer };
      void pump();
    },
    setStyle(next, change) {
      if (change.generation <= generation) return;
      style = next;
      generation = change.generation;
      painter.setStyle(next, change);
    },
    async adjust(next) {
      const before = settings;
      const isResized = next.width !== settings.width || next.height !== settings.height;
      settings = next;
      if (!isResized) return;
      warm = 0;
      const old = painter;
      try {
        painter = await open();
      } catch (error) {
        settings = before;
        throw error;
      }
      // One whose engine is gone can't be told goodbye.
      await Promise.resolve(old[Symbol.asyncDispose]()).catch(() => {});
      // Closed, or of yet another size, while it was opened.
      if (isClosed) await painter[Symbol.asyncDispose]();
    },
    pause(next) {
      isPaused = next;
      lastFrameAt = performance.now();
      if (!next || !mailbox) return;
      drop(mailbox.answer, mailbox.header.sequence, 'paused');
      mailbox = null;
    },
    resume() {
      isPaused = false;
      owesPicture = true;
      lastFrameAt = performance.now();
    },
    tick() {
      const { framesIn, framesOut, lost } = second;
      lastSecondMs = second.paintedMs;
      second = { framesIn: 0, framesOut: 0, lost: 0, paintedMs: 0 };
      return {
        generation,
        ...settings,
        isPaused,
        framesIn,
        framesOut,
        lost,
        drops: { ...drops },
        repeats,
        bytesIn: Math.round(bytes.in.mean()),
        bytesOut: Math.round(bytes.out.mean()),
        queuedMs: windows.queued.spread(),
        paintedMs: windows.painted.spread(),
      };
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      stopped.abort();
      if (mailbox) drop(mailbox.answer, mailbox.header.sequence, 'closed');
      mailbox = null;
      await painter[Symbol.asyncDispose]();
    },
  };
}
