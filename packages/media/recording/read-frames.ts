import type { CodecContext, Frame, Stream } from 'node-av/lib';
import { Frame as NewFrame } from 'node-av/lib';
import type { OpenRecording } from './open-recording.ts';

/**
 * Frames of the picture from the key frame before a time on, in the order in which they are shown. Each is valid until the
 * next is asked for; what is damaged is left out.
 */
export function* framesFrom(
  recording: OpenRecording,
  { stream, decoder, time }: { stream: Stream; decoder: CodecContext; time: number },
): Generator<{ time: number; frame: Frame }> {
  decoder.flushBuffers();
  // The clocks of containers round; a key frame at the time itself should be found.
  if (!recording.seek(Math.max(0, time) + 0.001)) recording.seek(0);
  const frame = new NewFrame();
  frame.alloc();
  const { num, den } = stream.avgFrameRate;
  const usual = den > 0 && num > 0 ? den / num : 1 / 30;
  let last = -usual;
  function* receive(): Generator<{ time: number; frame: Frame }> {
    while (decoder.receiveFrameSync(frame) >= 0) {
      // Filters need the clock, which decoders leave to who uses them.
      frame.timeBase = stream.timeBase;
      last = recording.timeOf(frame.bestEffortTimestamp, stream) ?? last + usual;
      yield { time: last, frame };
      frame.unref();
    }
  }
  try {
    for (const packet of recording.packets([stream])) {
      if (packet.size === 0) continue;
      decoder.sendPacketSync(packet);
      yield* receive();
    }
    decoder.sendPacketSync(null);
    yield* receive();
  } finally {
    frame.free();
  }
}
