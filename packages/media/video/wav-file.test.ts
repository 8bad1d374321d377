import { expect, test } from 'vitest';
import { toWav } from './wav-file.ts';

test.each([
  ['a web page', '<!doctype html><html><body>Please sign in to this network.</body></html>'],
  ['a broken WAV', `RIFF\0\0\0\0WAVE${'x'.repeat(60)}`],
])('a voice that answers with %s has failed, so that another one is asked', async (_, answer) => {
  await expect(toWav(new TextEncoder().encode(answer))).rejects.toMatchObject({
    code: 'provider.failed',
    isRetryable: true,
  });
});
