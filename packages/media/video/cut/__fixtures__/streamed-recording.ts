import { Encoder, Muxer } from 'node-av/api';
import { AV_CHANNEL_LAYOUT_STEREO, AV_SAMPLE_FMT_FLT, FF_ENCODER_AAC, FF_ENCODER_LIBX264 } from 'node-av/constants';
import { Frame } from 'node-av/lib';
import type { Stream } from 'node-av/lib';
import { quietFfmpeg } from '../../native.ts';
import { createYuvConverter } from '../../yuv.ts';
import { beeps, drawNumber, numberCanvas } from './sample-recording.ts';

const size = { width: 192, height: 108 };
const fps = 30;

/**
 * Writes what a streaming program writes: frames out of order, and a key frame each eight seconds. Each frame shows its number, as
 * in `writeSampleRecording`. The name's ending decides on the container.
 */
export function writeStreamedRecording(path: string, { seconds }: { seconds: number }): void {
  quietFfmpeg();
  const canvas = numberCanvas(size);
  using converter = createYuvConverter(size);
  using picture = Encoder.createSync(FF_ENCODER_LIBX264, { gopSize: 8 * fps, maxBFrames: 2, bitrate: '400k' });
  using sound = Encoder.createSync(FF_ENCODER_AAC, { bitrate: '128k', autoResample: true });
  using file = Muxer.openSync(path);
  const streams = { picture: file.addStream(picture), sound: file.addStream(sound) };
  const write = (packets: ReturnType<Encoder['encodeAllSync']>, stream: number) => {
    for (const packet of packets) {
      file.writePacketSync(packet, stream);
      packet.free();
    }
  };
  const [heard] = beeps(seconds).channels;
  const length = 48_000 / fps;
  for (let index = 0; index < seconds * fps; index++) {
    drawNumber(canvas, index);
    const frame = converter.convert(canvas.data()).clone()!;
    frame.pts = BigInt(index);
    frame.timeBase = { num: 1, den: fps } as Stream['timeBase'];
    write(picture.encodeAllSync(frame), streams.picture);
    frame.free();
    const samples = Float32Array.from({ length: 2 * length }, (_, at) => heard![index * length + (at >> 1)]!);
    const block = Frame.fromAudioBuffer(Buffer.from(samples.buffer), {
      nbSamples: length,
      format: AV_SAMPLE_FMT_FLT,
      sampleRate: 48_000,
      channelLayout: AV_CHANNEL_LAYOUT_STEREO,
      timeBase: { num: 1, den: 48_000 },
      pts: BigInt(index * length),
    });
    write(sound.encodeAllSync(block), streams.sound);
    block.free();
  }
  write(picture.encodeAllSync(null), streams.picture);
  write(sound.encodeAllSync(null), streams.sound);
}
