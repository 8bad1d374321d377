import type { FrameStyle } from '@kinora/capabilities';
import type { DegradeMessage } from '@kinora/studios/live-style/schema';
import { chooseEngine, nextEngine, probeGl } from './engine/choose-engine.ts';
import type { Abilities } from './engine/choose-engine.ts';
import { createDeviceEngine } from './engine/device-engine.ts';
import type { Engine, EngineHost, StyleChange } from './engine/engine.ts';
import { createServerEngine } from './engine/server-engine.ts';
import { FigureBook } from './figures.ts';
import { atTheTop, climb, explainRung, rungsFor } from './ladder.ts';
import type { EngineKind, Rung, Standing } from './ladder.ts';
import { frameSize } from './shape.ts';
import { watchFrames } from './source/frames.ts';
import type { Frames } from './source/frames.ts';
import type { Source } from './source/source.ts';
import type { Stage } from './stage.ts';
import type { LiveStore } from './state.ts';

/** Painting of one source after the other by one engine after the other. */
export type Painting = AsyncDisposable & {
  setSource(source: Source | null): void;
  setStyle(style: FrameStyle, blend?: number): void;
  /** Shape, size, rate or engine were chosen anew. */
  rearrange(): void;
  setMirrored(isMirrored: boolean): void;
  /** Pictures a second that go to the server, where it paints. */
  setServerFps(fps: number): void;
  setPaused(isPaused: boolean): void;
  /** Back to what was asked for, whatever was given up. */
  startOver(): void;
};

/** Frames a second that a camera gives at most. */
const deviceFps = 30;

/** Brings frames of a source to an engine and its pictures to the stage, and sees to it that it keeps moving. */
export function createPainting(stage: Stage, store: LiveStore): Painting {
  const book = new FigureBook();
  const abilities: Abilities = {
    gl: probeGl(),
    hasWasm: typeof WebAssembly === 'object',
    cores: navigator.hardwareConcurrency || 2,
    server: 'ready',
    isServerHere: /^(localhost|127\.|\[::1\])/.test(location.hostname),
  };
  let frames: Frames | null = null;
  let source: Source | null = null;
  let engine: Engine | null = null;
  let isPaused = false;
  let generation = 1;
  let standing: Standing = atTheTop;
  let rungs: Rung[] = [];
  /** Engines that failed or fell behind while this page is open; they aren't taken again by themselves. */
  const tired = new Set<EngineKind>();
  let cameraFps = deviceFps;
  let latestHost: EngineHost | null = null;
  let shownGeneration = 0;

  const settings = () => store.getState().settings;
  const change = (): StyleChange => ({ style: settings().style, generation, blend: 0 });
  const left = (): Abilities => ({
    ...abilities,
    gl: tired.has('gl') ? 'none' : abilities.gl,
    hasWasm: abilities.hasWasm && !tired.has('worker'),
    server: tired.has('server') ? 'away' : abilities.server,
  });

  function pick(): { engine: EngineKind; reason: string } {
    const chosen = settings().engine;
    return chosen === 'auto' ? chooseEngine(left()) : { engine: chosen, reason: 'You chose it.' };
  }

  function start(wanted = pick()) {
    void engine?.[Symbol.asyncDispose]();
    engine = null;
    if (!frames) return;
    const { shape, size, serverFps } = settings();
    const pixels = frameSize(shape, size);
    const fps = wanted.engine === 'server' ? serverFps : deviceFps;
    const canGoElsewhere = settings().engine === 'auto' && nextEngine(wanted.engine, left()) !== null;
    rungs = rungsFor(wanted.engine, { ...pixels, fps }, canGoElsewhere);
    standing = atTheTop;
    book.clear();
    frames.resize(pixels);
    store.setState({
      painted: { ...pixels, fps },
      givenUp: '',
      engine: { kind: wanted.engine, reason: wanted.reason, ...blank },
    });
    const host = hostOf(frames);
    try {
      engine =
        wanted.engine === 'server'
          ? createServerEngine(host, {
              size: pixels,
              fps,
              change: change(),
              engine: settings().serverEngine ?? undefined,
              onAdvice: heed,
            })
          : createDeviceEngine(host, { kind: wanted.engine, size: pixels, fps, change: change() });
    } catch (error) {
      return giveUpOn(wanted.engine, error instanceof Error ? error.message : 'It can’t paint here.');
    }
    engine.setPaused(isPaused);
  }

  function hostOf(current: Frames): EngineHost {
    const isCurrent = () => frames === current && host === latestHost;
    const host: EngineHost = {
      frames: current,
      show(picture, options) {
        if (!isCurrent() || isPaused) return;
        stage.show(picture, options?.fadeMs);
        if (!store.getState().hasPicture) store.setState({ hasPicture: true });
      },
      count(frame) {
        // For tests and for who looks: which style the picture is in.
        if (frame.generation !== shownGeneration) {
          shownGeneration = frame.generation;
          stage.canvas.dataset['generation'] = String(shownGeneration);
        }
        requestAnimationFrame((now) => isCurrent() && book.show(frame, Math.max(now, performance.now())));
      },
      drop: (reason) => book.drop(reason, performance.now()),
      fail: (message) => isCurrent() && engine && giveUpOn(engine.kind, message),
      tell(facts) {
        if (!isCurrent()) return;
        store.setState((state) => (state.engine ? { engine: { ...state.engine, ...facts } } : {}));
      },
    };
    latestHost = host;
    return host;
  }

  function giveUpOn(kind: EngineKind, message: string) {
    tired.add(kind);
    const next = settings().engine === 'auto' ? nextEngine(kind, left()) : null;
    if (next) start({ engine: next, reason: message });
    else {
      void engine?.[Symbol.asyncDispose]();
      engine = null;
      store.setState((state) => (state.engine ? { engine: { ...state.engine, state: 'failed', note: message } } : {}));
    }
  }

  function stand(next: Standing, reason?: string) {
    const before = standing;
    standing = next;
    const rung = rungs[next.rung];
    if (next.rung === before.rung || !rung || !engine) return;
    const why = explainRung(rungs, next.rung);
    if (rung.isElsewhere) {
      const other = nextEngine(engine.kind, left());
      tired.add(engine.kind);
      if (other) start({ engine: other, reason: reason ?? why });
      return;
    }
    const { isElsewhere: _, ...options } = rung;
    engine.adjust(options);
    book.clear();
    store.setState({ painted: options, givenUp: why && reason ? `${why} ${reason}` : why });
  }

  /** What the server advises becomes the rung that fits it. */
  function heed(advice: DegradeMessage) {
    if (!settings().isLadderOn) return;
    const index =
      advice.advice === 'on-device'
        ? rungs.findIndex(({ isElsewhere }) => isElsewhere)
        : rungs.findIndex(
            (rung) =>
              !rung.isElsewhere &&
              rung.fps <= advice.fps &&
              rung.width * rung.height <= advice.width * advice.height + 1,
          );
    if (index >= 0) stand({ ...standing, rung: index, badFor: 0, goodFor: 0 }, advice.reason);
  }

  let lookedAt = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const seconds = Math.min(2, (now - lookedAt) / 1000);
    lookedAt = now;
    if (!engine || isPaused) return;
    const figures = book.read(now);
    store.setState({ figures });
    if (figures.framesIn > 1) cameraFps = figures.framesIn;
    const { engine: facts, painted } = store.getState();
    if (!settings().isLadderOn || facts?.state !== 'painting' || !figures.delay) return;
    const wantedFps = Math.min(painted.fps, cameraFps);
    const pace = { engine: engine.kind, wantedFps, shownFps: figures.framesOut, delayP95: figures.delay.p95 };
    stand(climb(standing, pace, rungs, seconds));
  }, 500);

  return {
    setSource(next) {
      source = next;
      frames?.[Symbol.dispose]();
      frames = null;
      if (!source) {
        void engine?.[Symbol.asyncDispose]();
        engine = null;
        stage.clear();
        return store.setState({ engine: null, figures: null, hasPicture: false });
      }
      const { shape, size, mirrorsFace } = settings();
      const isMirrored = source.facesUser && mirrorsFace;
      store.setState({ isMirrored });
      frames = watchFrames(source.video, {
        ...frameSize(shape, size),
        isMirrored,
        onFrame(takenAt) {
          if (isPaused) return;
          book.take(performance.now());
          engine?.take(takenAt);
        },
      });
      stage.resize(frameSize(shape, size));
      start();
    },
    setStyle(style, blend = 1) {
      generation++;
      book.ask(generation, performance.now());
      store.setState((state) => ({ settings: { ...state.settings, style } }));
      engine?.setStyle({ style, generation, blend });
    },
    rearrange() {
      const { shape, size } = settings();
      stage.resize(frameSize(shape, size));
      start();
    },
    setServerFps(fps) {
      if (engine?.kind !== 'server') return;
      const { shape, size } = settings();
      rungs = rungsFor('server', { ...frameSize(shape, size), fps }, rungs.at(-1)?.isElsewhere === true);
      standing = atTheTop;
      const painted = { ...frameSize(shape, size), fps };
      engine.adjust(painted);
      store.setState({ painted, givenUp: '' });
    },
    setMirrored(isMirrored) {
      store.setState({ isMirrored });
      frames?.setMirrored(isMirrored);
    },
    setPaused(value) {
      if (isPaused === value) return;
      isPaused = value;
      if (value) stage.hold();
      book.clear();
      engine?.setPaused(value);
    },
    startOver() {
      tired.clear();
      start();
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      frames?.[Symbol.dispose]();
      frames = null;
      await engine?.[Symbol.asyncDispose]();
      engine = null;
    },
  };
}

const blank = { device: '', label: '', state: 'starting', note: '', server: null } as const;
