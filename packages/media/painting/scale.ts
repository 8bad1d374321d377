import { KinoraError } from '@kinora/capabilities';
import type { PainterSize } from './painter.ts';

/**
 * Factor for every size in pixels of a look: 1 at 512 pixels and a detail of 0.5, in proportion to the shorter side, from 1.41 for a
 * detail of 0 (broad) to 0.71 for 1 (fine); never below 0.35, where marks are pixels.
 */
export function markScale(size: { width: number; height: number }, detail: number): number {
  return Math.max(0.35, (Math.min(size.width, size.height) / 512) * 2 ** (0.5 - detail));
}

/** @throws KinoraError `request.invalid` unless both are even and from 64 to 1024. */
export function checkSize({ width, height }: PainterSize): void {
  for (const [name, value] of Object.entries({ width, height })) {
    if (Number.isInteger(value) && value % 2 === 0 && value >= 64 && value <= 1024) continue;
    throw new KinoraError(
      'request.invalid',
      `The ${name} of a painting is an even number from 64 to 1024, not ${value}.`,
    );
  }
}
