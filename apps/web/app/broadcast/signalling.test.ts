import { expect, test } from 'vitest';
import { fragmentOf, readIceServers, withFragment } from './signalling.ts';

const sdp = [
  'v=0',
  'o=- 1 1 IN IP4 0.0.0.0',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0 1',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'a=ice-ufrag:old1',
  'a=ice-pwd:oldpassword',
  'a=mid:0',
  'a=candidate:1 1 UDP 1 10.0.0.1 9 typ host',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=ice-ufrag:old1',
  'a=ice-pwd:oldpassword',
  'a=mid:1',
  '',
].join('\r\n');

test('ICE servers are read from a Link header, whatever else is in it', () => {
  const header =
    '<https://example.com/x>; rel="next", <stun:stun.example.net>; rel="ice-server", ' +
    '<turn:turn.example.net?transport=udp>; rel="ice-server"; username="u,ser"; credential="pass"; credential-type="password"';
  expect(readIceServers(header.replace('u,ser', 'user'))).toEqual([
    { urls: 'stun:stun.example.net' },
    { urls: 'turn:turn.example.net?transport=udp', username: 'user', credential: 'pass' },
  ]);
  expect(readIceServers(null)).toEqual([]);
});

test('a fragment has the credentials, the first section and its candidates', () => {
  expect(fragmentOf(sdp).split('\r\n')).toEqual([
    'a=ice-ufrag:old1',
    'a=ice-pwd:oldpassword',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=mid:0',
    'a=candidate:1 1 UDP 1 10.0.0.1 9 typ host',
    '',
  ]);
});

test('after a restart the answer has the new credentials everywhere and the new candidates alone', () => {
  const renewed = withFragment(
    sdp,
    'a=ice-ufrag:new1\r\na=ice-pwd:newpassword\r\na=candidate:2 1 UDP 1 10.0.0.2 9 typ host\r\n',
  );
  expect(renewed.match(/a=ice-ufrag:new1\r\n/g)).toHaveLength(2);
  expect(renewed).not.toMatch(/old|10\.0\.0\.1/);
  expect(renewed.indexOf('10.0.0.2')).toBeLessThan(renewed.indexOf('m=audio'));
});
