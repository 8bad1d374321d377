/** A stretch of a recording, in seconds. */
export type Span = { start: number; end: number };

/** The frames that a span becomes. */
export type PlacedSpan = Span & {
  /** Its first frame in the stretch. */
  first: number;
  frames: number;
};

/**
 * How many frames each span becomes. What is left of a frame is carried to the next span, so that many cuts never add up: a
 * stretch of n spans is as long as they are together, to half a frame. A span's sound lasts as long as its frames.
 */
export function placeSpans(spans: readonly Span[], fps: number): PlacedSpan[] {
  let seconds = 0;
  let first = 0;
  return spans.map(({ start, end }) => {
    seconds += end - start;
    const next = Math.round(seconds * fps);
    const placed = { start, end, first, frames: next - first };
    first = next;
    return placed;
  });
}

/** Frames of all spans together. */
export function countFrames(spans: readonly Span[], fps: number): number {
  return Math.round(spans.reduce((sum, { start, end }) => sum + end - start, 0) * fps);
}

/**
 * Divides what is kept of a recording into stretches that can be rendered apart from each other. They end at fixed times of the
 * recording, whatever else is kept: a change in one place changes one stretch. Starts and ends are moved to whole frames, so
 * that nothing is lost or heard twice where one stretch follows another.
 * @param spans In order and apart from each other.
 * @param options.seconds Length of a stretch where all is kept. Default 30. Where little is kept of a long recording, stretches
 * reach over 2, 4, 8 … times as much of it.
 */
export function planStretches(
  spans: readonly Span[],
  { fps, seconds = 30 }: { fps: number; seconds?: number },
): Span[][] {
  const snap = (time: number) => Math.round(time * fps) / fps;
  const kept = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const reach = spans.length > 0 ? spans.at(-1)!.end - spans[0]!.start : 0;
  const window = kept > 0 ? seconds * 2 ** Math.max(0, Math.floor(Math.log2(reach / kept))) : seconds;
  const stretches = new Map<number, Span[]>();
  for (const span of spans) {
    const end = snap(span.end);
    for (let from = snap(span.start); from < end - 0.5 / fps;) {
      const place = Math.floor((from + 0.5 / fps) / window);
      const to = Math.min(end, snap((place + 1) * window));
      const stretch = stretches.get(place) ?? [];
      if (stretch.length === 0) stretches.set(place, stretch);
      stretch.push({ start: from, end: to });
      from = to;
    }
  }
  return [...stretches.values()];
}

/** A whole number of frames a second that suits a recording: halved above 40, for films are made of 24 to 30. */
export function framesPerSecond(recorded: number): number {
  if (!(recorded > 0)) return 30;
  // What is a little off a common rate (29.97, 23.976, or counted over a recording with an unsteady clock) is that rate.
  const halved = recorded > 40 ? recorded / Math.ceil(recorded / 31) : recorded;
  const common = [24, 25, 30].find((rate) => Math.abs(rate - halved) < 0.3);
  return common ?? (halved > 26 ? 30 : Math.max(10, Math.round(halved)));
}
