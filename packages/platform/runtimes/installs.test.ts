import { expect, test } from 'vitest';
import { createInstalls } from './installs.ts';

function pending(signal: AbortSignal): Promise<string> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
}

test('those who want the same installation share it; it goes on while one of them waits', async () => {
  const installs = createInstalls();
  const done = Promise.withResolvers<string>();
  let started = 0;
  const install = () => {
    started += 1;
    return done.promise;
  };
  const impatient = new AbortController();
  const first = installs.run('a', install, impatient.signal);
  const second = installs.run('a', install);
  impatient.abort();
  await expect(first).rejects.toMatchObject({ code: 'job.cancelled' });
  done.resolve('there');
  expect(await second).toBe('there');
  expect(started).toBe(1);
  expect(installs.state('a', 10)).toBeNull();
});

test('it is stopped when the last has gone, and the next begins anew', async () => {
  const installs = createInstalls();
  const abort = new AbortController();
  const only = installs.run('a', pending, abort.signal);
  abort.abort();
  const next = installs.run('a', async () => 'anew');
  await expect(only).rejects.toThrow('stopped');
  expect(await next).toBe('anew');
});

test('progress and failure can be seen; a new try forgets the failure', async () => {
  const installs = createInstalls();
  const failed = installs.run('a', async (_signal, onProgress) => {
    onProgress(4);
    expect(installs.state('a', 10)).toMatchObject({ state: 'installing', doneBytes: 4, totalBytes: 10 });
    throw new Error('no network');
  });
  await expect(failed).rejects.toThrow('no network');
  expect(installs.state('a', 10)).toEqual({ state: 'failed', message: 'no network', doneBytes: 4, totalBytes: 10 });
  await installs.run('a', async () => 'there');
  expect(installs.state('a', 10)).toBeNull();
});
