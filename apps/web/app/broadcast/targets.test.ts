import { expect, test } from 'vitest';
import { targets } from './targets.ts';
import type { TargetKind } from './targets.ts';

const address = (kind: TargetKind, values: Record<string, string>) =>
  targets.find((each) => each.kind === kind)!.address(values);

test.each<[TargetKind, Record<string, string>, string, string, string | null]>([
  [
    'mediamtx',
    { host: '192.168.1.20', path: 'live' },
    'http://192.168.1.20:8889/live/whip',
    '',
    'http://192.168.1.20:8889/live',
  ],
  [
    'mediamtx',
    { host: 'https://media.example.com/', path: '/a b/', token: 't' },
    'https://media.example.com/a%20b/whip',
    't',
    'https://media.example.com/a%20b',
  ],
  ['livekit', { host: 'my.whip.livekit.cloud', token: 'key' }, 'https://my.whip.livekit.cloud/w', 'key', null],
  ['livekit', { host: 'https://ingress.example.com/w/', token: 'key' }, 'https://ingress.example.com/w', 'key', null],
  [
    'ant-media',
    { host: 'media.example.com', path: 's1' },
    'https://media.example.com:5443/LiveApp/whip/s1',
    '',
    'https://media.example.com:5443/LiveApp/play.html?id=s1',
  ],
  [
    'cloudflare',
    { host: 'https://customer-1.cloudflarestream.com/abc/webRTC/publish' },
    'https://customer-1.cloudflarestream.com/abc/webRTC/publish',
    '',
    null,
  ],
  [
    'cloudflare',
    { host: 'customer-1.cloudflarestream.com/abc' },
    'https://customer-1.cloudflarestream.com/abc/webRTC/publish',
    '',
    null,
  ],
  ['whip', { host: 'http://localhost:8080/whip/x', token: 't' }, 'http://localhost:8080/whip/x', 't', null],
])('%s with %o', (kind, values, url, token, page) => {
  expect(address(kind, values)).toEqual({ url, token, page });
});

test('what is no address is refused', () => {
  expect(() => address('whip', { host: 'not an address' })).toThrow(TypeError);
});
