import { KinoraError } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { describeFailure, isConnectionFailure, isContention } from './failures.ts';

const failure = (code: string | undefined, message = 'no') => Object.assign(new Error(message), code && { code });

test.each([
  failure('ECONNREFUSED'),
  failure('57P01', 'terminating connection due to unexpected postmaster exit'),
  failure('57P03', 'the database system is starting up'),
  failure('08006'),
  failure(undefined, 'Connection terminated unexpectedly'),
  failure(undefined, 'timeout exceeded when trying to connect'),
  new Error('Failed query', { cause: failure('ECONNRESET') }),
  new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]),
])('knows a server that is away: %s', (error) => {
  expect(isConnectionFailure(error)).toBe(true);
  expect(describeFailure(error)).toMatchObject({ code: 'database.unavailable', isRetryable: true });
});

test.each([
  failure('23505'),
  failure('42601', 'syntax error near "connection terminated"'),
  new Error('no'),
  null,
  'text',
])('knows what is another mistake: %s', (error) => {
  expect(isConnectionFailure(error)).toBe(false);
  expect(describeFailure(error)).toBe(error);
});

test('knows a full disk, and contention', () => {
  expect(describeFailure(failure('53100'))).toMatchObject({ code: 'storage.full' });
  expect(isContention(new Error('Failed query', { cause: failure('40P01') }))).toBe(true);
});

test('leaves errors of ours as they are', () => {
  const error = new KinoraError('asset.missing', 'gone', { cause: failure('ECONNREFUSED') });
  expect(describeFailure(error)).toBe(error);
});
