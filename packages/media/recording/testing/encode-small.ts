import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_PIX_FMT_YUV420P,
  AV_SAMPLE_FMT_S16,
  FF_ENCODER_LIBOPUS,
  FF_ENCODER_LIBVPX_VP8,
} from 'node-av/constants';
import { Encoder, Muxer } from 'node-av/api';
import { Frame } from 'node-av/lib';
import { check, quietFfmpeg } from '../../video/native.ts';

const fps = 15;
const sampleRate = 48_000;
/** Samples of a frame of Opus, 20 ms. */
const opusSamples = 960;

/**
 * Writes a WebM as browsers record them: VP8 and Opus, with neither a length nor an index. Its picture grows brighter, its
 * sound is a note.
 * @param options.width Pixels; VP8 takes odd ones. Default 160 × 90.
 */
export function writeBrowserWebm(
  path: string,
  { width = 160, height = 90, seconds = 4 }: { width?: number; height?: number; seconds?: number } = {},
): void {
  quietFfmpeg();
  using output = Muxer.openSync(path, { format: 'webm', options: { live: true, cluster_time_limit: 1000 } });
  using video = Encoder.createSync(FF_ENCODER_LIBVPX_VP8, { bitrate: 200_000 });
  using audio = Encoder.createSync(FF_ENCODER_LIBOPUS, { bitrate: 32_000 });
  const [picture, sound] = [output.addStream(video), output.addStream(audio)];
  const write = (place: number, packets: ReturnType<typeof video.encodeAllSync>) => {
    for (const packet of packets) {
      output.writePacketSync(packet, place);
      packet.free();
    }
  };
  let heard = 0;
  for (let count = 0; count < seconds * fps; count++) {
    const frame = new Frame();
    frame.alloc();
    Object.assign(frame, { width, height, format: AV_PIX_FMT_YUV420P, timeBase: { num: 1, den: fps } });
    check(frame.getBuffer(), 'allocating a frame');
    const grey = 40 + (count * 160) / (seconds * fps);
    frame.data!.forEach((plane, index) => plane.fill(index === 0 ? grey : 128));
    const luma = frame.data![0]!;
    const stride = frame.linesize[0]!;
    for (let row = 0; row < height / 2; row++) luma.fill(220, row * stride, row * stride + (width >> 1));
    frame.pts = BigInt(count);
    write(picture, video.encodeAllSync(frame));
    frame.free();
    for (; heard < (count + 1) * (sampleRate / fps); heard += opusSamples)
      write(sound, audio.encodeAllSync(note(heard)));
  }
  write(picture, video.encodeAllSync(null));
  write(sound, audio.encodeAllSync(null));
  output.closeSync();
}

function note(from: number): Frame {
  const frame = new Frame();
  frame.alloc();
  Object.assign(frame, {
    nbSamples: opusSamples,
    format: AV_SAMPLE_FMT_S16,
    sampleRate,
    channelLayout: AV_CHANNEL_LAYOUT_MONO,
    timeBase: { num: 1, den: sampleRate },
  });
  check(frame.getBuffer(), 'allocating sound');
  const plane = frame.data![0]!;
  const samples = new Int16Array(plane.buffer, plane.byteOffset, opusSamples);
  for (let at = 0; at < opusSamples; at++)
    samples[at] = 6000 * Math.sin((2 * Math.PI * 440 * (from + at)) / sampleRate);
  frame.pts = BigInt(from);
  return frame;
}
