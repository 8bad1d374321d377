import { useRef } from 'react';
import type { PointerEvent } from 'react';

/** Handlers that tell a swipe to the left or right from a tap or a scroll. */
export function useSwipe(onSwipe: (direction: 'left' | 'right') => void) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      start.current = event.pointerType === 'mouse' ? null : { x: event.clientX, y: event.clientY };
    },
    onPointerUp: (event: PointerEvent) => {
      const from = start.current;
      start.current = null;
      if (!from) return;
      const across = event.clientX - from.x;
      if (Math.abs(across) < 56 || Math.abs(across) < 2 * Math.abs(event.clientY - from.y)) return;
      onSwipe(across < 0 ? 'left' : 'right');
    },
  };
}
