import { KinoraError } from '@kinora/capabilities/errors';
import { Frame } from 'node-av/lib';
import { openDecoding, pictureOf } from '../../recording/open-recording.ts';
import type { OpenRecording } from '../../recording/open-recording.ts';

/** The picture of a recording, read forwards with jumps. Blocks its thread. */
export type PictureReader = Disposable & {
  /** Seconds between frames, on average. */
  step: number;
  /**
   * The frame that is shown at a time: the first before that, the last after the end. It stays the reader's and is valid until
   * another is returned; the same frame is the same object.
   */
  at(time: number): Frame;
};

/** Up to so many seconds ahead are decoded rather than sought: a jump lands on a key frame, which may lie further back. */
const nearby = 4;
/** Frames that nothing refers to are not decoded so long before the wanted one; frames come out of order by a few. */
const skippedBefore = { seconds: 0.4, frames: 12 };

/**
 * Reads frames of a recording.
 * @throws KinoraError `request.invalid` when it has no picture that can be decoded.
 */
export function createPictureReader(recording: OpenRecording): PictureReader {
  const stream = pictureOf(recording);
  const decoder = openDecoding(stream, (context) => {
    context.threadCount = 1;
  });
  const { num, den } = stream.avgFrameRate;
  const step = num > 0 && den > 0 ? Math.min(1, Math.max(1 / 240, den / num)) : 1 / 30;
  let packets = recording.packets([stream]);
  let isDrained = false;
  let skips = false;
  let shown: Timed | undefined;
  let next: Timed | undefined;

  const skipUnneeded = (wanted: boolean) => {
    if (wanted === skips) return;
    decoder.setOption('skip_frame', wanted ? 'noref' : 'default');
    skips = wanted;
  };
  const decode = (): Timed | undefined => {
    const frame = new Frame();
    frame.alloc();
    for (;;) {
      if (decoder.receiveFrameSync(frame) >= 0) {
        const stamp = frame.bestEffortTimestamp;
        return { frame, time: recording.timeOf(stamp, stream) ?? ((next ?? shown) ? (next ?? shown)!.time + step : 0) };
      }
      if (isDrained) {
        frame.free();
        return undefined;
      }
      const packet = packets.next();
      // What is damaged is passed over, as players do.
      if (!packet.done) decoder.sendPacketSync(packet.value);
      else {
        decoder.sendPacketSync(null);
        isDrained = true;
      }
    }
  };
  const clear = () => {
    shown?.frame.free();
    next?.frame.free();
    shown = next = undefined;
  };
  const jump = (time: number) => {
    clear();
    // The generator holds a packet until it is asked for the next.
    packets.return(undefined);
    recording.seek(time);
    decoder.flushBuffers();
    packets = recording.packets([stream]);
    isDrained = false;
    next = decode();
  };
  const jumpBefore = (time: number) => {
    // Some containers can only be sought roughly. Long before the beginning is the beginning.
    for (const back of [0.05, 10, 60, time + 100]) {
      jump(time - back);
      if (next !== undefined && next.time <= time) return;
    }
  };
  return {
    step,
    at(time) {
      const reached = next?.time ?? shown?.time;
      const isBehind = shown !== undefined && time < shown.time - 0.001;
      if (reached === undefined || isBehind || (next !== undefined && time > reached + nearby)) {
        if (reached === undefined && time < nearby) next = decode();
        else jumpBefore(time);
      }
      while (next !== undefined && next.time <= time) {
        shown?.frame.free();
        shown = next;
        skipUnneeded(time - next.time > Math.max(skippedBefore.seconds, skippedBefore.frames * step));
        next = decode();
      }
      const found = shown ?? next;
      if (found === undefined) {
        throw new KinoraError(
          'request.invalid',
          'The picture of the recording can not be decoded there; convert it to MP4 with H.264.',
        );
      }
      return found.frame;
    },
    [Symbol.dispose]() {
      clear();
      packets.return(undefined);
      decoder.freeContext();
    },
  };
}

type Timed = { frame: Frame; time: number };
