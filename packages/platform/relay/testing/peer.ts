import { isRtcp } from '../rtp.ts';

/** A client of its own kind, on libdatachannel: what it is sent and sends are raw packets. */
export type TestPeer = Disposable & {
  /** SDP, with candidates. */
  offer: string;
  /** Takes the answer and waits until packets can flow. */
  connect(answer: string): Promise<void>;
  send(packet: Buffer): void;
  /** Packets that came, RTP and RTCP apart. */
  rtp: Buffer[];
  rtcp: Buffer[];
  /** Resolves when a packet comes for which the test is true; those that came before count. */
  until(test: (packet: Buffer) => boolean): Promise<Buffer>;
  closed: Promise<void>;
};

/** Codec lines of an offer, e.g. `a=rtpmap:96 VP8/90000`. */
const codecLines = {
  VP8: 'a=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 nack\r\na=rtcp-fb:96 nack pli',
  H264: 'a=rtpmap:96 H264/90000\r\na=fmtp:96 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
};

/** Makes a {@link TestPeer}. Its video has payload type 96 and source 1111, its sound 111 and 2222. */
export async function createTestPeer(options: {
  direction: 'sendonly' | 'recvonly';
  /** Default VP8. */
  codec?: 'VP8' | 'H264';
  /** Receives every packet instead of {@link TestPeer.rtp} and {@link TestPeer.rtcp}, which then stay empty. */
  onPacket?: (packet: Buffer) => void;
}): Promise<TestPeer> {
  const library = await import('node-datachannel');
  const { direction, codec = 'VP8' } = options;
  const isSending = direction === 'sendonly';
  const peer = new library.PeerConnection('test', {
    iceServers: [],
    bindAddress: '127.0.0.1',
    disableAutoNegotiation: true,
  });
  const section = new library.Video('0', isSending ? 'SendOnly' : 'SendRecv');
  section.addVP8Codec(96);
  const track = peer.addTrack(section);
  const rtp: Buffer[] = [];
  const rtcp: Buffer[] = [];
  const waiting = new Set<{ test: (packet: Buffer) => boolean; resolve: (packet: Buffer) => void }>();
  track.onMessage((packet) => {
    if (options.onPacket !== undefined) return options.onPacket(packet);
    (isRtcp(packet) ? rtcp : rtp).push(packet);
    for (const each of waiting) if (each.test(packet)) each.resolve(packet);
  });
  const open = new Promise<void>((resolve) => track.onOpen(resolve));
  const closed = new Promise<void>((resolve) => {
    track.onClosed(resolve);
    peer.onStateChange((state) => {
      if (['disconnected', 'failed', 'closed'].includes(state)) resolve();
    });
  });
  const gathered = new Promise<void>((resolve) =>
    peer.onGatheringStateChange((state) => {
      if (state === 'complete') resolve();
    }),
  );
  peer.setLocalDescription('offer');
  await gathered;
  const local = peer.localDescription()?.sdp ?? '';
  const transport = ['ice-ufrag', 'ice-pwd', 'fingerprint']
    .map((name) => new RegExp(`a=${name}:.*`).exec(local)?.[0].trim())
    .join('\r\n');
  const candidates = [...local.matchAll(/a=candidate:.*/g)].map(([line]) => line.trim()).join('\r\n');
  const sectionOf = (kind: string, mid: string, lines: string, source: number) =>
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${/rtpmap:(\d+)/.exec(lines)?.[1]}\r\nc=IN IP4 0.0.0.0\r\na=mid:${mid}\r\na=${direction}\r\n` +
    `a=rtcp-mux\r\na=setup:actpass\r\n${transport}\r\n${lines}\r\n${isSending ? `a=ssrc:${source} cname:test\r\n` : ''}`;
  const offer =
    'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1\r\n' +
    `${sectionOf('video', '0', codecLines[codec], 1111)}${candidates}\r\n` +
    sectionOf('audio', '1', 'a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;useinbandfec=1', 2222);

  return {
    offer,
    async connect(answer) {
      const [, first = ''] = answer.split(/^(?=m=)/m);
      const isAccepted = !/^m=\w+ 0 /.test(first);
      if (!isAccepted) throw new Error('The first section was refused');
      const ours = isSending ? 'recvonly' : 'sendrecv';
      const rewritten = first.replace(/^a=(sendonly|recvonly)\r?$/m, `a=${ours}`);
      peer.setRemoteDescription(
        `v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n${rewritten
          .replaceAll(/^a=(rtcp-fb|fmtp|ssrc|msid).*\r\n/gm, '')
          .replace(/^(m=\w+ \d+ \S+) \d+/m, '$1 96')
          .replace(/a=rtpmap.*/, 'a=rtpmap:96 VP8/90000')}`,
        'answer',
      );
      await open;
    },
    send(packet) {
      if (track.isOpen()) track.sendMessageBinary(packet);
    },
    rtp,
    rtcp,
    async until(test) {
      const before = [...rtp, ...rtcp].find(test);
      if (before !== undefined) return before;
      const { promise, resolve } = Promise.withResolvers<Buffer>();
      const entry = { test, resolve };
      waiting.add(entry);
      return promise.finally(() => waiting.delete(entry));
    },
    closed,
    [Symbol.dispose]: () => peer.close(),
  };
}

/** An RTP packet of VP8 with a payload of `bytes`, the first of a frame. */
export function vp8Packet(options: {
  sequence: number;
  timestamp: number;
  isKeyframe?: boolean;
  isMarked?: boolean;
  source?: number;
  bytes?: number;
}): Buffer {
  const packet = Buffer.alloc(12 + (options.bytes ?? 200), options.sequence & 0xff);
  packet[0] = 0x80;
  packet[1] = ((options.isMarked ?? true) ? 0x80 : 0) | 96;
  packet.writeUInt16BE(options.sequence & 0xffff, 2);
  packet.writeUInt32BE(options.timestamp >>> 0, 4);
  packet.writeUInt32BE(options.source ?? 1111, 8);
  packet[12] = 0x10;
  packet[13] = options.isKeyframe === true ? 0x00 : 0x01;
  return packet;
}
