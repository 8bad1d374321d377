import { createTestPeer, vp8Packet } from '../../packages/platform/relay/testing/peer.ts';
import type { TestPeer } from '../../packages/platform/relay/testing/peer.ts';
import type { ServerProcess } from '../../tools/server-process.ts';

/** A stream of about 1 Mbit/s that is published and watched. */
export type SoakBroadcast = AsyncDisposable & {
  /** Packets that all viewers have received since the last question. */
  takeReceived(): number;
  /** Viewers, as the server counts them. */
  viewers(): Promise<number>;
};

/** RFC 3550, 6.4.2: a receiver report without a block, of source 2222. */
const receiverReport = Buffer.from([0x80, 201, 0, 1, 0, 0, 0x08, 0xae]);

/** Frames a second, packets of a frame, bytes of a packet: 15 × 8 × 1,040 bytes are a megabit. */
const [fps, packets, bytes] = [15, 8, 1040];

type Created = { id: string; publish: { url: string; token: string }; watch: { token: string } };

/** Begins a broadcast, publishes to it and lets viewers watch. */
export async function startBroadcast(server: ServerProcess, { viewers }: { viewers: number }): Promise<SoakBroadcast> {
  const created = (await (await server.api('POST', '/broadcasts', { title: 'Soak' })).json()) as Created;
  const join = async (url: string, token: string, direction: 'sendonly' | 'recvonly'): Promise<TestPeer> => {
    const peer = await createTestPeer({ direction });
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/sdp' },
      body: peer.offer,
    });
    if (answer.status !== 201) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    await peer.connect(await answer.text());
    return peer;
  };
  const publisher = await join(new URL(`/whip/${created.id}`, server.url).href, created.publish.token, 'sendonly');
  let sequence = 0;
  let frame = 0;
  const timer = setInterval(() => {
    // A keyframe every two seconds, so that nobody has to ask for one.
    const isKeyframe = frame % (fps * 2) === 0;
    for (let packet = 0; packet < packets; packet += 1) {
      publisher.send(
        vp8Packet({
          sequence,
          timestamp: Math.round((frame * 90_000) / fps),
          isKeyframe: isKeyframe && packet === 0,
          isMarked: packet === packets - 1,
          bytes,
        }),
      );
      sequence += 1;
    }
    frame += 1;
    publisher.rtcp.length = 0;
  }, 1000 / fps);
  const watching: TestPeer[] = [];
  for (let viewer = 0; viewer < viewers; viewer += 1) {
    watching.push(await join(new URL(`/whep/${created.id}`, server.url).href, created.watch.token, 'recvonly'));
  }
  // The relay takes a viewer that says nothing for gone, as a browser's reports are how it knows of him.
  const reports = setInterval(() => {
    for (const peer of watching) peer.send(receiverReport);
  }, 3000);
  return {
    async viewers() {
      const answer = await server.api('GET', `/broadcasts/${created.id}`);
      return ((await answer.json()) as { viewers: number }).viewers;
    },
    takeReceived() {
      return watching.reduce((sum, peer) => {
        const received = peer.rtp.length;
        peer.rtp.length = peer.rtcp.length = 0;
        return sum + received;
      }, 0);
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      clearInterval(reports);
      for (const peer of watching) peer[Symbol.dispose]();
      publisher[Symbol.dispose]();
      await server.api('POST', `/broadcasts/${created.id}/end`, {});
    },
  };
}
