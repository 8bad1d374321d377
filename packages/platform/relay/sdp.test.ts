import { isKinoraError } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { choosePublished, chooseWatched, readOffer, writeAnswer } from './sdp.ts';

type Section = {
  kind: 'audio' | 'video' | 'application';
  mid: string;
  direction: string;
  formats: string[];
  more?: string[];
};

const transport = [
  'a=ice-ufrag:abcd',
  'a=ice-pwd:0123456789012345678901',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
];

function offer(sections: Section[], setup = 'actpass'): string {
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${sections.map(({ mid }) => mid).join(' ')}`,
  ];
  for (const { kind, mid, direction, formats, more = [] } of sections) {
    const numbers = formats.map((format) => format.split(' ')[0]).join(' ');
    lines.push(
      `m=${kind} 9 UDP/TLS/RTP/SAVPF ${numbers}`,
      `a=mid:${mid}`,
      `a=${direction}`,
      'a=rtcp-mux',
      `a=setup:${setup}`,
    );
    lines.push(...transport, ...formats.map((format) => `a=rtpmap:${format}`), ...more);
  }
  return `${lines.join('\r\n')}\r\n`;
}

const video = (formats: string[], more: string[] = [], direction = 'sendonly'): Section => ({
  kind: 'video',
  mid: '0',
  direction,
  formats,
  more,
});
const audio = (direction = 'sendonly'): Section => ({
  kind: 'audio',
  mid: '1',
  direction,
  formats: ['111 opus/48000/2', '0 PCMU/8000'],
});
const local = {
  ufrag: 'efgh',
  password: 'p'.repeat(24),
  fingerprint: { algorithm: 'sha-256', value: 'CD' },
  candidates: ['candidate:1 1 UDP 1 127.0.0.1 9 typ host'],
};

const codeOf = (work: () => unknown) => {
  try {
    work();
    return 'fine';
  } catch (error) {
    return isKinoraError(error) ? error.code : String(error);
  }
};

test('a publisher sends its first codec that can be passed on, and everything else is left out of the answer', () => {
  const read = readOffer(offer([video(['98 VP9/90000', '96 VP8/90000', '97 rtx/90000', '102 H264/90000']), audio()]));
  const { tracks, codecs } = choosePublished(read);
  expect(codecs).toEqual({ video: { codec: 'VP8', parameters: {} }, hasAudio: true });
  const answer = writeAnswer(read, { ...local, direction: 'receive', tracks });
  expect(answer).toContain('m=video 9 UDP/TLS/RTP/SAVPF 96\r\n');
  expect(answer).toContain('m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n');
  expect(answer.match(/a=recvonly/g)).toHaveLength(2);
  expect(answer).not.toMatch(/VP9|rtx|PCMU|H264/);
  expect(answer).toContain('a=rtcp-fb:96 nack pli\r\n');
  expect(answer.match(/a=candidate/g)).toHaveLength(1);
});

test('simulcast is answered with one picture', () => {
  const read = readOffer(offer([video(['96 VP8/90000'], ['a=rid:h send', 'a=rid:l send', 'a=simulcast:send h;l'])]));
  const answer = writeAnswer(read, { ...local, direction: 'receive', tracks: choosePublished(read).tracks });
  expect(answer).not.toMatch(/simulcast|a=rid/);
  expect(answer).toContain('a=recvonly');
});

test('a data channel is refused within the answer, with port 0 and outside the bundle', () => {
  const read = readOffer(
    offer([video(['96 VP8/90000']), { kind: 'application', mid: '7', direction: 'sendrecv', formats: [] }]),
  );
  const answer = writeAnswer(read, { ...local, direction: 'receive', tracks: choosePublished(read).tracks });
  expect(answer).toContain('a=group:BUNDLE 0\r\n');
  expect(answer).toMatch(/m=application 0 /);
});

test.each([
  ['high profile alone', [video(['102 H264/90000'], ['a=fmtp:102 profile-level-id=640c1f;packetization-mode=1'])]],
  ['VP9 alone', [video(['98 VP9/90000'])]],
  ['only receiving', [video(['96 VP8/90000'], [], 'recvonly')]],
])('a publisher with %s is refused', (_name, sections) => {
  expect(codeOf(() => choosePublished(readOffer(offer(sections))))).toBe('broadcast.offer');
});

test('a viewer gets the codec that is sent, under its own payload type, of H.264 with the same packetisation', () => {
  const formats = ['96 VP8/90000', '102 H264/90000', '104 H264/90000'];
  const more = [
    'a=fmtp:102 profile-level-id=42001f;packetization-mode=0',
    'a=fmtp:104 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
  ];
  const read = readOffer(offer([video(formats, more, 'recvonly'), audio('recvonly')]));
  const sent = { codec: 'H264' as const, parameters: { 'packetization-mode': '1', 'profile-level-id': '42e01f' } };
  const tracks = chooseWatched(read, { video: sent, hasAudio: true });
  expect(tracks.map(({ kind, format }) => [kind, format.payloadType])).toEqual([
    ['video', 104],
    ['audio', 111],
  ]);
  const answer = writeAnswer(read, {
    ...local,
    direction: 'send',
    tracks: tracks.map((track) => ({ ...track, source: 77 })),
  });
  expect(answer).toContain('a=ssrc:77 cname:kinora');
  expect(answer).toContain('a=fmtp:104 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f');
});

test('a viewer that can’t play what is sent is told so', () => {
  const read = readOffer(offer([video(['102 H264/90000'], [], 'recvonly')]));
  expect(codeOf(() => chooseWatched(read, { video: { codec: 'VP8', parameters: {} }, hasAudio: false }))).toBe(
    'broadcast.offer',
  );
});

test('who can only begin the handshake is waited for; with everybody else we begin', () => {
  const roleIn = (setup: string) => {
    const read = readOffer(offer([video(['96 VP8/90000'])], setup));
    return [
      read.role,
      /a=setup:(\w+)/.exec(
        writeAnswer(read, { ...local, direction: 'receive', tracks: choosePublished(read).tracks }),
      )?.[1],
    ];
  };
  expect([roleIn('actpass'), roleIn('active'), roleIn('passive')]).toEqual([
    ['client', 'active'],
    ['server', 'passive'],
    ['client', 'active'],
  ]);
});

test('numbers of codecs that aren’t any, or are RTCP’s, are passed over', () => {
  const formats = ['-1 VP8/90000', '72 VP8/90000', '0x60 VP8/90000', '128 VP8/90000', '96 VP8/90000'];
  const { sections } = readOffer(offer([video([...formats, '96 VP8/90000'])]));
  expect(sections[0]?.formats).toEqual([{ payloadType: 96, codec: 'VP8', parameters: {} }]);
});

test('a codec that is named by the ten thousand is looked up once', () => {
  const list = Array.from({ length: 30_000 }, (_, number) => number % 128).join(' ');
  const text = offer([video(['96 VP8/90000'])]).replace('SAVPF 96', `SAVPF ${list.slice(0, 95_000)}`);
  expect(readOffer(text).sections[0]?.formats).toHaveLength(1);
});

test.each([
  ['text', 'hello', 'request.invalid'],
  ['no section', 'v=0\r\ns=-\r\n', 'request.invalid'],
  ['a mid twice', offer([video(['96 VP8/90000']), { ...audio(), mid: '0' }]), 'request.invalid'],
  ['no fingerprint', offer([video(['96 VP8/90000'])]).replaceAll(/a=fingerprint.*\r\n/g, ''), 'request.invalid'],
  [
    'a short password',
    offer([video(['96 VP8/90000'])]).replaceAll('0123456789012345678901', 'short'),
    'request.invalid',
  ],
  [
    'a password with a line in it',
    offer([video(['96 VP8/90000'])]).replaceAll('0123456789012345678901', 'x y'.repeat(9)),
    'request.invalid',
  ],
  ['no rtcp-mux', offer([video(['96 VP8/90000'])]).replaceAll('a=rtcp-mux\r\n', ''), 'broadcast.offer'],
  ['no bundle', offer([video(['96 VP8/90000']), audio()]).replace(/a=group.*\r\n/, ''), 'broadcast.offer'],
  [
    'a fingerprint that is none',
    offer([video(['96 VP8/90000'])]).replaceAll(/sha-256 .*\r\n/g, 'sha-256 AB:CD\r\n'),
    'request.invalid',
  ],
  [
    'a fingerprint of a digest that is broken',
    offer([video(['96 VP8/90000'])]).replaceAll('sha-256', 'md5'),
    'request.invalid',
  ],
  [
    'hundreds of sections',
    offer(Array.from({ length: 200 }, (_, mid) => ({ ...audio(), mid: `${mid}` }))),
    'request.invalid',
  ],
  ['a novel', `v=0\r\n${'a=x\r\n'.repeat(40_000)}`, 'request.invalid'],
])('an offer with %s is refused', (_name, text, code) => expect(codeOf(() => readOffer(text))).toBe(code));
