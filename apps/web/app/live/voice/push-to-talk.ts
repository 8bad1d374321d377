import { microphoneNotes } from './voice.ts';

/** Milliseconds that are recorded at most, and below which a press was no speech. */
export const longestMs = 15_000;
const shortestMs = 300;

/** A microphone that records. */
export type SoundRecording = {
  /** Ends it and lets the microphone go. @returns what was said. */
  stop(): Promise<Blob>;
  /** Lets the microphone go; nothing is kept. */
  cancel(): void;
};

export type TalkState = 'off' | 'opening' | 'listening' | 'understanding';

type PushToTalkOptions = {
  /** Opens the microphone. @throws DOMException when it isn't there or not allowed. */
  record: () => Promise<SoundRecording>;
  /** @returns the words; empty when nothing was said. */
  understand: (sound: Blob, options: { signal: AbortSignal }) => Promise<string>;
  onChange: (state: TalkState, note: string) => void;
  onWords: (text: string) => void;
};

/** Press, speak, let go: what was said becomes words. */
export type PushToTalk = Disposable & {
  press(): void;
  release(): void;
  /** For keys and for those who can't hold: begins, or ends. */
  toggle(): void;
};

/** Makes a microphone that listens while it is held, for as long as a command may take. */
export function createPushToTalk({ record, understand, onChange, onWords }: PushToTalkOptions): PushToTalk {
  const over = new AbortController();
  let state: TalkState = 'off';
  let recording: SoundRecording | null = null;
  let [isHeld, startedAt] = [false, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function become(next: TalkState, note = '') {
    state = next;
    if (!over.signal.aborted) onChange(next, note);
  }

  async function press() {
    if (state !== 'off') return;
    isHeld = true;
    become('opening');
    try {
      const opened = await record();
      if (over.signal.aborted || !isHeld) {
        opened.cancel();
        return become('off', 'The microphone is ready. Hold the sign while you speak.');
      }
      recording = opened;
    } catch (error) {
      const isMissing = error instanceof DOMException && error.name === 'NotFoundError';
      return become('off', isMissing ? microphoneNotes.none : microphoneNotes.denied);
    }
    startedAt = performance.now();
    timer = setTimeout(release, longestMs);
    become('listening', 'Speak now, and let go when you have said it.');
  }

  function release() {
    isHeld = false;
    if (state !== 'listening' || !recording) return;
    clearTimeout(timer);
    const ended = recording;
    recording = null;
    if (performance.now() - startedAt >= shortestMs) return void hear(ended);
    ended.cancel();
    become('off', 'Hold the sign while you speak.');
  }

  async function hear(ended: SoundRecording) {
    become('understanding', 'One moment…');
    try {
      const text = (await understand(await ended.stop(), over)).trim();
      if (over.signal.aborted) return;
      become('off', text === '' ? 'Nothing was heard. Speak a little louder, or type.' : '');
      if (text !== '') onWords(text);
    } catch (error) {
      become('off', error instanceof Error ? error.message : 'It could not be understood. Type instead.');
    }
  }

  return {
    press: () => void press(),
    release,
    toggle: () => (state === 'off' ? void press() : release()),
    [Symbol.dispose]() {
      over.abort();
      clearTimeout(timer);
      recording?.cancel();
      recording = null;
    },
  };
}
