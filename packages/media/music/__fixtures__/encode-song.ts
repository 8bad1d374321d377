import { Encoder, Muxer } from 'node-av/api';
import { AV_CHANNEL_LAYOUT_MONO, AV_CHANNEL_LAYOUT_STEREO, AV_SAMPLE_FMT_FLT } from 'node-av/constants';
import type { FFEncoderCodec } from 'node-av/constants';
import { Frame } from 'node-av/lib';
import type { Pcm } from '../../audio/index.ts';

const chunk = 2304;

/** Writes sound to a file; its name's ending decides on the container. The end is filled up to whole frames. */
export function encodeSong(path: string, { channels, sampleRate }: Pcm, { codec }: { codec: string }): void {
  using encoder = Encoder.createSync(codec as FFEncoderCodec, {
    bitrate: '128k',
    autoResample: true,
  });
  using file = Muxer.openSync(path);
  const stream = file.addStream(encoder);
  const length = channels[0]!.length;
  function* frames() {
    for (let at = 0; at < length; at += chunk) {
      const samples = new Float32Array(chunk * channels.length);
      channels.forEach((channel, place) => {
        for (let index = 0; index < Math.min(chunk, length - at); index++)
          samples[index * channels.length + place] = channel[at + index]!;
      });
      yield Frame.fromAudioBuffer(Buffer.from(samples.buffer), {
        nbSamples: chunk,
        format: AV_SAMPLE_FMT_FLT,
        sampleRate,
        channelLayout: channels.length === 1 ? AV_CHANNEL_LAYOUT_MONO : AV_CHANNEL_LAYOUT_STEREO,
        timeBase: { num: 1, den: sampleRate },
        pts: BigInt(at),
      });
    }
    yield null;
  }
  for (const packet of encoder.packetsSync(frames())) {
    file.writePacketSync(packet, stream);
    packet?.free();
  }
}
