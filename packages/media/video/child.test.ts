import { afterAll, describe, expect, test } from 'vitest';
import { createChildRunner } from './child.ts';
import { decodeAudio, probeMedia } from './media.ts';
import { writeWav } from '../audio/index.ts';

const runner = createChildRunner({ entry: new URL('./__fixtures__/child-echo.ts', import.meta.url) });
afterAll(() => runner[Symbol.asyncDispose]());

describe('createChildRunner', () => {
  test('carries bytes there and back, with progress', async () => {
    const seen: number[] = [];
    const reply = await runner.run<{ bytes: Uint8Array; pid: number }>(
      { say: 'echo', bytes: Uint8Array.of(1, 2, 3) },
      { onProgress: (fraction) => seen.push(fraction) },
    );
    expect([...reply.bytes]).toEqual([1, 2, 3]);
    expect(reply.pid).not.toBe(process.pid);
    expect(seen).toEqual([0.5, 1]);
  });

  test('passes errors on with their code', async () => {
    await expect(runner.run({ say: 'fail' })).rejects.toMatchObject({
      code: 'request.invalid',
      message: 'Choose another.',
      data: { field: 'x' },
    });
  });

  test('survives a crash of the process and starts another', async () => {
    await expect(runner.run({ say: 'crash' })).rejects.toMatchObject({ code: 'provider.failed', isRetryable: true });
    await expect(runner.run({ say: 'echo', bytes: new Uint8Array() })).resolves.toBeDefined();
  });

  test('ends the process when the signal is aborted, even while it is busy', async () => {
    const controller = new AbortController();
    const before = await runner.run<{ pid: number }>({ say: 'echo', bytes: new Uint8Array() });
    const busy = runner.run({ say: 'hang' }, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(busy).rejects.toMatchObject({ code: 'job.cancelled' });
    const after = await runner.run<{ pid: number }>({ say: 'echo', bytes: new Uint8Array() });
    expect(after.pid).not.toBe(before.pid);
  });

  test('has several requests at once where it may, and aborting one lets the others be answered', async () => {
    const several = createChildRunner({ entry: new URL('./__fixtures__/child-echo.ts', import.meta.url), atOnce: 3 });
    const controller = new AbortController();
    const busy = several.run({ say: 'hang' }, { signal: controller.signal, onProgress: () => controller.abort() });
    const echoes = [1, 2, 3, 4].map((byte) =>
      several.run<{ bytes: Uint8Array }>({ say: 'echo', bytes: Uint8Array.of(byte) }),
    );
    await expect(busy).rejects.toMatchObject({ code: 'job.cancelled' });
    expect((await Promise.all(echoes)).map(({ bytes }) => bytes[0])).toEqual([1, 2, 3, 4]);
    await several[Symbol.asyncDispose]();
  });

  test('does not start what was aborted before its turn', async () => {
    await expect(runner.run({ say: 'echo' }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'job.cancelled',
    });
  });
});

describe('media in a process of its own', () => {
  test('probes and decodes', async () => {
    const tone = Float32Array.from({ length: 4800 }, (_, index) => Math.sin(index / 10) / 2);
    const wav = writeWav({ channels: [tone], sampleRate: 48_000 });
    expect(await probeMedia(wav)).toMatchObject({ seconds: 0.1, streams: [{ kind: 'audio', channels: 1 }] });
    const pcm = await decodeAudio(wav, { channels: 1 });
    expect(pcm.channels[0]).toHaveLength(4800);
    expect(pcm.channels[0]![100]).toBeCloseTo(tone[100]!, 3);
  });
});
