import { expect, test } from 'vitest';
import { describeStorageFailure } from './failures.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['ENOSPC', 'storage.full', true],
  ['EDQUOT', 'storage.full', true],
  ['EACCES', 'storage.denied', false],
  ['EROFS', 'storage.denied', false],
])('%s becomes %s', (code, expected, isRetryable) => {
  expect(describeStorageFailure('/files', failure(code))).toMatchObject({ code: expected, isRetryable });
});

test('other errors stay as they are', () => {
  const error = failure('EIO');
  expect(describeStorageFailure('/files', error)).toBe(error);
});
