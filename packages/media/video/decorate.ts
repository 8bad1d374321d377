import type { Caption } from '../documents/vtt.ts';
import { createCaptionPainter } from './caption-painter.ts';
import { decodeVideoSync, probeSync } from './decode.ts';
import { layOver, tint, toYuv } from './overlay.ts';
import { createSegmentEncoder } from './segment-encoder.ts';
import { paintTitle } from './title-painter.ts';
import type { TitleWords } from './title-painter.ts';

/** What is laid over a segment. Times in seconds from the segment's start. */
export type Decoration = {
  /** Comes up softly, stays, and is gone before the end. */
  title?: TitleWords;
  /** The picture goes dark over the whole segment; the words, if any, come up out of the dark. */
  ending?: { title?: string };
  /** Karaoke captions: words light up as they are said. */
  captions?: readonly Caption[];
};

/** The dark a film ends in: a night sky, not black. */
const night = toYuv(11, 13, 32);

/** How far the picture goes dark behind a title, as a room's lights before a play. */
const titleDimming = 0.36;

/** Lays title, good night or captions over an H.264 segment and encodes it with the same settings. Blocks its thread. */
export function decorateSync(
  segment: Uint8Array,
  { title, ending, captions }: Decoration,
  onProgress?: (fraction: number) => void,
): Uint8Array {
  const facts = probeSync(segment).streams.find(({ kind }) => kind === 'video');
  const { width = 0, height = 0, frames = 0 } = facts ?? {};
  const fps = Math.round(facts?.fps ?? 24);
  const size = { width, height };
  using encoder = createSegmentEncoder({ ...size, fps });
  const paintCaptions = captions && createCaptionPainter(captions, size);
  const titleOverlay = title && paintTitle(title, size);
  const endingOverlay = ending?.title ? paintTitle({ title: ending.title, area: 'middle' }, size) : undefined;
  let count = 0;
  for (const frame of decodeVideoSync(segment, size)) {
    const seconds = count / fps;
    const progress = frames > 1 ? count / (frames - 1) : 1;
    if (ending) tint(frame, night, smooth(progress * 1.15));
    if (titleOverlay) {
      const presence = ramp(seconds, frames / fps, { rise: 0.9, fall: 0.9, before: 0.15 });
      tint(frame, night, presence * titleDimming);
      layOver(frame, titleOverlay, presence);
    }
    if (endingOverlay) {
      layOver(frame, endingOverlay, smooth((progress - 0.18) / 0.3) * smooth((1 - progress) / 0.14));
    }
    const caption = paintCaptions?.(seconds);
    if (caption) layOver(frame, caption.overlay, caption.opacity);
    encoder.addFrame(frame);
    count++;
    if (frames > 0) onProgress?.(count / frames);
  }
  return encoder.finish();
}

/** 0 to 1 and back, over the seconds that are there. */
function ramp(seconds: number, length: number, { rise, fall, before }: { rise: number; fall: number; before: number }) {
  return smooth((seconds - before) / rise) * smooth((length - 0.1 - seconds) / fall);
}

function smooth(t: number): number {
  const held = Math.min(1, Math.max(0, t));
  return held * held * (3 - 2 * held);
}
