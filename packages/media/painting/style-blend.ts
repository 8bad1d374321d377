import { blendStyles } from '@kinora/capabilities';
import type { FrameStyle } from '@kinora/capabilities';
import type { PaintStyle } from './painter.ts';

/** A style that changes with time: asked for a new one, it goes there over a moment instead of jumping. */
export type StyleBlend = {
  /** The style that was set last, where it is going. */
  readonly target: FrameStyle;
  /**
   * Sets where to go from the style of this moment.
   * @param options.time Seconds, on the clock of {@link StyleBlend.at}.
   * @param options.blend Seconds that the change takes. Default 1; 0 at once.
   */
  setStyle(style: FrameStyle, options: { time: number; blend?: number }): void;
  /** The style at a time, for a painter: eased between old and new; after a change of look the last picture dissolves. */
  at(time: number): PaintStyle;
};

/** A style blend that rests at a style. */
export function createStyleBlend(style: FrameStyle): StyleBlend {
  let from: FrameStyle = style;
  let to: FrameStyle = style;
  let start = 0;
  let seconds = 0;
  let isNewLook = false;
  const progress = (time: number) => (seconds <= 0 ? 1 : Math.min(1, Math.max(0, (time - start) / seconds)));
  const ease = (t: number) => t * t * (3 - 2 * t);
  const at = (time: number): PaintStyle => {
    const t = progress(time);
    if (t >= 1) return to;
    const eased = ease(t);
    const style = blendStyles(from, to, eased);
    return isNewLook ? { ...style, dissolve: 1 - eased } : style;
  };
  return {
    get target() {
      return to;
    },
    setStyle(style, { time, blend = 1 }) {
      const { dissolve, ...now } = at(time);
      // A look that is on its way already goes on dissolving; only another one begins anew.
      isNewLook = now.look !== style.look || (dissolve !== undefined && dissolve > 0);
      from = now;
      to = style;
      start = time;
      seconds = blend;
    },
    at,
  };
}
