import type { FrameStyle } from '@kinora/capabilities';
import { saveRecording, saveSnapshot } from './save.ts';
import type { Made } from './save.ts';
import { endingOf, startRecording } from './sound/recorder.ts';
import type { Recording } from './sound/recorder.ts';
import type { LiveStore } from './state.ts';

/** Recordings and snapshots, and what became of the last ones. */
export type Keeping = AsyncDisposable & {
  record(): Promise<void>;
  stopRecording(): Promise<void>;
  snapshot(): Promise<Blob | null>;
  dismiss(what: 'recording' | 'snapshot'): void;
};

type KeepingOptions = {
  store: LiveStore;
  /** The painted picture with its sound. */
  output: () => Promise<MediaStream>;
  /** The picture as it stands. */
  picture: () => Promise<Blob>;
  /** The page is left. */
  signal: AbortSignal;
};

/** Records and takes pictures, and brings them into the library; what it doesn't take can be kept as a file. */
export function createKeeping({ store, output, picture, signal }: KeepingOptions): Keeping {
  let recording: { running: Recording; style: FrameStyle; painters: Painters } | null = null;

  function dismiss(what: 'recording' | 'snapshot') {
    const kept = store.getState()[what];
    if ('url' in kept) URL.revokeObjectURL(kept.url);
    store.setState({ [what]: { step: 'none' } });
  }

  async function stopRecording() {
    if (!recording) return;
    const { running, style, painters } = recording;
    recording = null;
    const file = await running.stop();
    const made: Made = { style, painter: painters.end() };
    store.setState({ recording: { step: 'saving', fraction: 0 } });
    const name = `${fileTitle(style)}.${endingOf(running.mediaType)}`;
    try {
      const saved = await saveRecording(new File([file], name, { type: running.mediaType }), made, {
        signal,
        onProgress: (fraction) => store.setState({ recording: { step: 'saving', fraction } }),
      });
      store.setState({ recording: { step: 'saved', ...saved } });
    } catch (error) {
      if (signal.aborted) return;
      const url = URL.createObjectURL(file);
      store.setState({ recording: { step: 'kept', url, name, problem: messageOf(error) } });
    }
  }

  return {
    async record() {
      if (recording || !store.getState().hasPicture) return;
      const stream = await output();
      const running = startRecording(stream, () => void stopRecording());
      recording = { running, style: store.getState().settings.style, painters: watchPainters(store) };
      store.setState({ recording: { step: 'running', startedAt: running.startedAt } });
    },
    stopRecording,
    async snapshot() {
      const { hasPicture, settings, engine } = store.getState();
      if (!hasPicture) return null;
      const taken = await picture();
      dismiss('snapshot');
      store.setState({ snapshot: { step: 'saving' } });
      const name = `${fileTitle(settings.style)}.png`;
      const url = URL.createObjectURL(taken);
      try {
        const file = new File([taken], name, { type: 'image/png' });
        const made: Made = { style: settings.style, painter: engine?.painter };
        const { projectId } = await saveSnapshot(file, made, { signal });
        store.setState({ snapshot: { step: 'done', projectId, url, name } });
      } catch (error) {
        store.setState({ snapshot: { step: 'kept', url, name, problem: messageOf(error) } });
      }
      return taken;
    },
    dismiss,
    async [Symbol.asyncDispose]() {
      await recording?.running.stop().catch(() => undefined);
      recording?.painters.end();
      dismiss('recording');
      dismiss('snapshot');
    },
  };
}

type Painters = {
  /** @returns the model that painted any of it; undefined when Kinora's own painters did it all. */
  end(): string | undefined;
};

/** Engines may change while it is recorded: one frame by a model that was trained makes it a work of that model. */
export function watchPainters(store: LiveStore): Painters {
  let painter = store.getState().engine?.painter;
  const stop = store.subscribe(({ engine }) => {
    painter ??= engine?.painter;
  });
  return {
    end() {
      stop();
      return painter;
    },
  };
}

/** "Watercolour 2026-11-21 23.05" – a name for a file. */
function fileTitle(style: FrameStyle): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const look = style.look[0]!.toUpperCase() + style.look.slice(1).replace('-', ' ');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${look} ${day} ${two(now.getHours())}.${two(now.getMinutes())}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The library didn’t take it.';
}
