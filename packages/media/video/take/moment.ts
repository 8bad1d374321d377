/** Where frame `frame` of a clip lies in the whole movement of which the clip shows a window. */
export function momentAt(
  { frames, fps }: { frames: number; fps: number },
  frame: number,
  [start, end]: [number, number],
): { progress: number; seconds: number } {
  const span = Math.max(end - start, 1e-6);
  const progress = start + (frame / frames) * span;
  return { progress, seconds: (progress * frames) / fps / span };
}
