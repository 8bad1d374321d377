import { Demuxer, Muxer } from 'node-av/api';
import { AV_NOPTS_VALUE } from 'node-av/constants';

/**
 * Writes a recording several times over, packet by packet, as one file: a stream of hours for what has to hold for such.
 * @param options.times How often.
 */
export async function repeatRecording({
  path,
  out,
  times,
}: {
  path: string;
  out: string;
  times: number;
}): Promise<void> {
  await using output = await Muxer.open(out, { format: 'mp4' });
  let places: Map<number, number> | undefined;
  for (let round = 0; round < times; round++) {
    await using input = await Demuxer.open(path);
    const kept = [input.video(), input.audio()].filter((stream) => stream !== undefined && stream !== null);
    places ??= new Map(kept.map((stream) => [stream.index, output.addStream(stream)]));
    for await (const packet of input.packets()) {
      if (packet === null) continue;
      const place = places.get(packet.streamIndex);
      const stream = kept.find(({ index }) => index === packet.streamIndex);
      if (place !== undefined && stream !== undefined) {
        const { num, den } = stream.timeBase;
        const shift = BigInt(Math.round((input.duration * round * den) / num));
        if (packet.pts !== AV_NOPTS_VALUE) packet.pts += shift;
        if (packet.dts !== AV_NOPTS_VALUE) packet.dts += shift;
        await output.writePacket(packet, place);
      }
      packet.free();
    }
  }
}
