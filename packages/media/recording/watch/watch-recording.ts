import { Frame } from 'node-av/lib';
import type { CodecContext, Stream } from 'node-av/lib';
import { openDecoding, openRecording, pictureOf } from '../open-recording.ts';
import type { OpenRecording } from '../open-recording.ts';
import { framesFrom } from '../read-frames.ts';
import { createEye } from './eye.ts';
import type { Eye } from './eye.ts';
import { changesOf, grid, isOther, motionOf } from './motion.ts';
import type { Change, Glance, Motion, PacketSizes } from './motion.ts';

/** Seconds from a key frame to the frame that it is compared with. */
const glance = 0.25;
/** Seconds between two looks where every frame is a key frame. */
const pace = 0.8;
/** Where key frames are further apart than this, what lies between is decoded; no more than so much of it in all. */
const longestGap = 12;
const mostDecoded = 1800;
/** Moments that are looked at again to tell a cut from a large change within the picture. */
const mostChecked = 150;

/**
 * {@link import('../recording.ts').watchRecording}, in this thread, which it blocks. Key frames and the quarter of a second
 * after each are decoded, without smoothing of blocks; of all other frames, only the size is read.
 */
export function watchRecordingSync(path: string, onProgress?: (fraction: number) => void): Motion {
  using recording = openRecording(path);
  const stream = pictureOf(recording);
  const decoder = openDecoding(stream, (context) => {
    context.threadCount = 1;
    context.setOption('skip_loop_filter', 'all');
  });
  const report = (time: number) => {
    if (recording.claimed > 0) onProgress?.(Math.min(0.99, time / recording.claimed));
  };
  using eye = createEye(stream);
  try {
    const { glances, keys, sizes } = lookAtKeyFrames({ recording, stream, decoder, eye }, report);
    const last = sizes.times.at(-1) ?? 0;
    let left = mostDecoded;
    for (const [at, from] of keys.entries()) {
      const to = keys[at + 1] ?? last;
      if (to - from <= longestGap || left <= 0) continue;
      glances.push(
        ...lookAtAll({ recording, stream, decoder, eye }, { from: from + glance, to: Math.min(to, from + left) }),
      );
      left -= to - from;
    }
    glances.sort((a, b) => a.time - b.time);
    const steps = Math.max(1, Math.ceil(last));
    const cuts = checked({ recording, stream, decoder, eye }, changesOf(glances, sizes));
    return { step: 1, ...grid, motion: motionOf(glances, steps), cuts };
  } finally {
    decoder.freeContext();
  }
}

type Watcher = { recording: OpenRecording; stream: Stream; decoder: CodecContext; eye: Eye };

function lookAtKeyFrames(
  { recording, stream, decoder, eye }: Watcher,
  report: (time: number) => void,
): { glances: Glance[]; keys: number[]; sizes: PacketSizes } {
  const glances: Glance[] = [];
  const keys: number[] = [];
  const packets: { time: number; bytes: number; isKey: boolean }[] = [];
  const frame = new Frame();
  frame.alloc();
  let since: number | undefined;
  let first: Glance | undefined;
  let second: Frame | undefined;
  const receive = () => {
    while (decoder.receiveFrameSync(frame) >= 0) {
      frame.timeBase = stream.timeBase;
      const time = recording.timeOf(frame.bestEffortTimestamp, stream);
      if (time !== undefined) {
        if (first === undefined) first = { time, picture: eye.look(frame) };
        else if (time <= first.time + glance + 0.01) {
          second?.free();
          second = frame.clone() ?? undefined;
        }
      }
      frame.unref();
    }
  };
  const close = () => {
    decoder.sendPacketSync(null);
    receive();
    decoder.flushBuffers();
    if (first) glances.push(first);
    if (second) {
      const time = recording.timeOf(second.bestEffortTimestamp, stream);
      second.timeBase = stream.timeBase;
      if (time !== undefined) glances.push({ time, picture: eye.look(second) });
      second.free();
    }
    since = first = second = undefined;
  };
  try {
    for (const packet of recording.packets([stream])) {
      const time = recording.timeOf(packet.pts, stream) ?? recording.timeOf(packet.dts, stream);
      if (time === undefined || packet.size === 0) continue;
      packets.push({ time, bytes: packet.size, isKey: packet.isKeyframe });
      if (since !== undefined && time > since + glance + 0.02) close();
      if (since === undefined && packet.isKeyframe && time >= (keys.at(-1) ?? -Infinity) + pace) {
        since = time;
        keys.push(time);
        report(time);
      }
      if (since === undefined) continue;
      decoder.sendPacketSync(packet);
      receive();
    }
    if (since !== undefined) close();
  } finally {
    frame.free();
  }
  packets.sort((a, b) => a.time - b.time);
  const sizes = {
    times: packets.map(({ time }) => time),
    bytes: packets.map(({ bytes }) => bytes),
    isKey: packets.map(({ isKey }) => isKey),
  };
  return { glances, keys, sizes };
}

/** Looks at a frame every quarter of a second of a stretch without key frames. */
function* lookAtAll(
  { recording, stream, decoder, eye }: Watcher,
  { from, to }: { from: number; to: number },
): Generator<Glance> {
  let next = from + glance;
  for (const { time, frame } of framesFrom(recording, { stream, decoder, time: from })) {
    if (time >= to) return;
    if (time < next) continue;
    yield { time, picture: eye.look(frame) };
    next = time + glance;
  }
}

/** Times of those changes at which the picture really becomes another. */
function checked(watcher: Watcher, changes: readonly Change[]): number[] {
  const doubtful = changes.filter(({ isSure }) => !isSure).toSorted((a, b) => b.bytes - a.bytes);
  const looked = new Set(doubtful.slice(0, mostChecked));
  return changes
    .filter((change) => change.isSure || (looked.has(change) && isCut(watcher, change.time)))
    .map(({ time }) => Math.round(time * 1000) / 1000);
}

/** Compares the frame of a moment with the one before it. */
function isCut({ recording, stream, decoder, eye }: Watcher, moment: number): boolean {
  let before: Uint8Array | undefined;
  for (const { time, frame } of framesFrom(recording, { stream, decoder, time: moment - 0.2 })) {
    if (time < moment - 0.2) continue;
    const picture = eye.look(frame);
    if (time > moment - 0.002) return before !== undefined && isOther(before, picture);
    before = picture;
  }
  return false;
}
