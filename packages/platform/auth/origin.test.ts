import { isKinoraError } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import type { RequestOrigin } from './origin.ts';
import { checkOrigin, isLoopback } from './origin.ts';

const verdict = (request: Partial<RequestOrigin>) => {
  try {
    checkOrigin({ method: 'GET', host: '127.0.0.1:4173', origin: undefined, ...request }, { port: 4173 });
    return 'allowed';
  } catch (error) {
    return isKinoraError(error) ? error.code : 'another error';
  }
};

test.each<[string, Partial<RequestOrigin>]>([
  ['the address itself', {}],
  ['localhost', { host: 'localhost:4173', origin: 'http://localhost:4173', method: 'POST' }],
  ['IPv6', { host: '[::1]:4173' }],
  ['its own page', { origin: 'http://127.0.0.1:4173', method: 'POST', fetchSite: 'same-origin' }],
  ['a link on another page', { fetchSite: 'cross-site' }],
  ['a program', { method: 'DELETE' }],
])('allows %s', (_name, request) => expect(verdict(request)).toBe('allowed'));

test.each<[string, Partial<RequestOrigin>]>([
  ['a rebound name', { host: 'evil.example:4173' }],
  ['a name that only begins alike', { host: '127.0.0.1.evil.example:4173' }],
  ['another port', { host: '127.0.0.1:80' }],
  ['no host', { host: undefined }],
  ['another page', { origin: 'https://evil.example', method: 'POST' }],
  ['another page that reads', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:8080', method: 'POST' }],
  ['a page without an origin', { origin: 'null', method: 'POST' }],
  ['a form on another page', { method: 'POST', fetchSite: 'cross-site' }],
])('refuses %s', (_name, request) => expect(verdict(request)).toBe('auth.forbidden'));

test('tells loopback addresses from others', () => {
  expect(['127.0.0.1', '127.8.8.8', '::1', 'localhost'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '::', '192.168.1.2', '127.0.0.1.evil.example', ''].some(isLoopback)).toBe(false);
});
