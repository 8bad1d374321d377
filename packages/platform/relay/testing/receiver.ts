import { writeKeyframeRequest, writeMissing, writeReceiverReport } from '../rtcp.ts';
import {
  isMarked,
  isRtcp,
  payloadTypeOf,
  sequenceDistance,
  sequenceOf,
  sourceOf,
  startsKeyframe,
  timestampOf,
} from '../rtp.ts';
import { createTestPeer } from './peer.ts';

/** One who watches without decoding: it counts, asks for what is missing and reports, as a browser does. */
export type Receiver = Disposable & {
  /** Seconds from the request to the last packet of the first keyframe; null before it. */
  secondsToFirstFrame: number | null;
  /** Of these, seconds until the answer came, and until packets could flow. */
  secondsToAnswer: number | null;
  secondsToOpen: number | null;
  /** Packets that came, and those that never did, since {@link Receiver.reset}. */
  received: number;
  lost(): number;
  reset(): void;
  session: string | null;
};

/** Begins to watch at a WHEP endpoint. @throws Error when it is refused. */
export async function createReceiver(options: { url: string; token: string }): Promise<Receiver> {
  const begun = performance.now();
  const missing = new Set<number>();
  let highest: number | null = null;
  let source = 0;
  let firstFrame: number | null = null;
  let given = 0;
  const receiver: Receiver = {
    secondsToFirstFrame: null,
    secondsToAnswer: null,
    secondsToOpen: null,
    received: 0,
    session: null,
    lost: () => missing.size + given,
    reset() {
      missing.clear();
      given = receiver.received = 0;
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      peer[Symbol.dispose]();
    },
  };
  const peer = await createTestPeer({
    direction: 'recvonly',
    onPacket(packet) {
      if (isRtcp(packet) || payloadTypeOf(packet) !== 96) return;
      const sequence = sequenceOf(packet);
      source = sourceOf(packet);
      if (firstFrame === null && startsKeyframe('VP8', packet)) firstFrame = timestampOf(packet);
      if (receiver.secondsToFirstFrame === null && timestampOf(packet) === firstFrame && isMarked(packet))
        receiver.secondsToFirstFrame = (performance.now() - begun) / 1000;
      const ahead = highest === null ? 1 : sequenceDistance(sequence, highest);
      if (ahead > 0) {
        for (let each = 1; each < ahead; each++) missing.add(((highest ?? sequence) + each) & 0xffff);
        highest = sequence;
        receiver.received += 1;
      } else if (missing.delete(sequence)) receiver.received += 1;
    },
  });
  const timer = setInterval(() => {
    if (highest === null) return;
    if (missing.size > 0) peer.send(writeMissing(1, source, [...missing].slice(0, 50)));
    if (firstFrame === null) peer.send(writeKeyframeRequest(1, source));
    for (const each of missing) {
      if (((highest - each) & 0xffff) < 400) continue;
      missing.delete(each);
      given += 1;
    }
    const block = { source, fractionLost: 0, totalLost: given, highest, jitter: 0, lastReport: 0, sinceReport: 0 };
    peer.send(writeReceiverReport(1, [block]));
  }, 200);
  const response = await fetch(options.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${options.token}`, 'content-type': 'application/sdp' },
    body: peer.offer,
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  receiver.session = response.headers.get('location');
  const answer = await response.text();
  receiver.secondsToAnswer = (performance.now() - begun) / 1000;
  await peer.connect(answer);
  receiver.secondsToOpen = (performance.now() - begun) / 1000;
  return receiver;
}
