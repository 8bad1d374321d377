import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPushToTalk, longestMs } from './push-to-talk.ts';
import type { SoundRecording } from './push-to-talk.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A microphone that opens at once, or when `opens` is settled, and a model that hears `says`. */
function talk(options: { says?: string | Error; opens?: Promise<void>; fails?: Error } = {}) {
  const { says = 'more blue', opens = Promise.resolve(), fails } = options;
  const log: string[] = [];
  const signals: AbortSignal[] = [];
  const recording: SoundRecording = {
    stop: async () => (log.push('stop'), new Blob(['said'])),
    cancel: () => void log.push('cancel'),
  };
  const own = createPushToTalk({
    async record() {
      await opens;
      if (fails) throw fails;
      return recording;
    },
    async understand(sound, { signal }) {
      signals.push(signal);
      log.push(`understand ${sound.size}`);
      if (says instanceof Error) throw says;
      return says;
    },
    onChange: (state, note) => log.push(note === '' ? state : `${state}: ${note}`),
    onWords: (text) => log.push(`said ${text}`),
  });
  return { own, log, signals };
}

const speak = 'listening: Speak now, and let go when you have said it.';

test('what is said while it is held becomes words', async () => {
  const { own, log } = talk({ says: ' more blue ' });
  own.press();
  await vi.advanceTimersByTimeAsync(1200);
  own.release();
  await vi.runAllTimersAsync();
  expect(log).toEqual([
    'opening',
    speak,
    'understanding: One moment…',
    'stop',
    'understand 4',
    'off',
    'said more blue',
  ]);
});

test('after a quarter of a minute it has been said', async () => {
  const { own, log } = talk();
  own.press();
  await vi.advanceTimersByTimeAsync(longestMs - 10);
  expect(log).toEqual(['opening', speak]);
  await vi.advanceTimersByTimeAsync(20);
  expect(log).toContain('said more blue');
  own.release();
  own.press();
  await vi.advanceTimersByTimeAsync(1000);
  expect(log.filter((line) => line === speak)).toHaveLength(2);
});

test('a tap is no speech, and a microphone that was let go before it was there records nothing', async () => {
  const tapped = talk();
  tapped.own.press();
  await vi.advanceTimersByTimeAsync(100);
  tapped.own.release();
  expect(tapped.log.slice(-2)).toEqual(['cancel', 'off: Hold the sign while you speak.']);
  const opened = Promise.withResolvers<void>();
  const late = talk({ opens: opened.promise });
  late.own.press();
  late.own.release();
  opened.resolve();
  await vi.advanceTimersByTimeAsync(5000);
  expect(late.log).toEqual(['opening', 'cancel', 'off: The microphone is ready. Hold the sign while you speak.']);
});

test('silence, a refused microphone and a model that fails are told, and it can be tried again', async () => {
  const cases = [
    [talk({ says: ' ' }), 'off: Nothing was heard. Speak a little louder, or type.'],
    [talk({ says: new Error('The quota is used up.') }), 'off: The quota is used up.'],
    [talk({ fails: new DOMException('', 'NotFoundError') }), 'off: No microphone found. Plug one in, or type.'],
    [talk({ fails: new DOMException('', 'NotAllowedError') }), expect.stringContaining('is not allowed')],
  ] as const;
  for (const [{ own, log }, end] of cases) {
    own.toggle();
    await vi.advanceTimersByTimeAsync(1000);
    own.toggle();
    await vi.runAllTimersAsync();
    const last = log.filter((line) => line.startsWith('off:'));
    expect(last[0]).toEqual(end);
    own.press();
    expect(log.at(-1)).toBe('opening');
  }
});

test('a page that is left lets the microphone go and says nothing any more', async () => {
  const { own, log, signals } = talk();
  own.press();
  await vi.advanceTimersByTimeAsync(1000);
  own[Symbol.dispose]();
  expect(log.at(-1)).toBe('cancel');
  const asked = talk();
  asked.own.press();
  await vi.advanceTimersByTimeAsync(1000);
  asked.own.release();
  await Promise.resolve();
  asked.own[Symbol.dispose]();
  await vi.runAllTimersAsync();
  expect(asked.signals[0]?.aborted).toBe(true);
  expect(asked.log).not.toContain('said more blue');
  expect(signals).toEqual([]);
});
