/** Tints of cathedral glass for panes without a colour of their own, r, g, b, 1; shape [6, 4]. */
export const glassTints = Float32Array.from(
  [
    [1, 0.93, 0.7, 1],
    [0.78, 0.93, 1, 1],
    [0.86, 0.98, 0.86, 1],
    [1, 0.86, 0.78, 1],
    [0.9, 0.88, 1, 1],
    [1, 0.97, 0.86, 1],
  ].flat(),
);

/** Ring of eight pixels at a distance of 2.3 on which neighbours vote for a label, (dx, dy) each. */
export const voteRing: readonly (readonly [number, number])[] = Array.from({ length: 8 }, (_, k) => {
  const angle = (k * Math.PI) / 4 + 0.3;
  return [Math.round(Math.cos(angle) * 2.3), Math.round(Math.sin(angle) * 2.3)] as const;
});
