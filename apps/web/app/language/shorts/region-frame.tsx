import type { Region } from '@kinora/studios/language/schema';
import { useRef } from 'react';
import { changed, shownOf } from './crop.ts';
import type { Pane } from './crop.ts';

type RegionFrameProps = {
  label: string;
  /** Id of what says how it is moved. */
  hint: string;
  region: Region;
  pane: Pane;
  aspect: number;
  onChange: ((region: Region, isSettled: boolean) => void) | null;
};

/** A part of the picture: dragged by its inside, sized by its corner, or both by keyboard. */
export function RegionFrame({ label, hint, region, pane, aspect, onChange }: RegionFrameProps) {
  const grip = useRef<{ x: number; y: number; region: Region; isCorner: boolean }>(undefined);
  const shown = shownOf(region, pane, aspect);
  const follow = (event: React.PointerEvent<HTMLElement>, isSettled: boolean) => {
    const { current } = grip;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!current || !box || !onChange) return;
    const [x, y] = [(event.clientX - current.x) / box.width, (event.clientY - current.y) / box.height];
    const was = shownOf(current.region, pane, aspect);
    onChange(
      current.isCorner
        ? changed(current.region, { factor: Math.max(0.1, (was.height + 2 * y) / was.height) }, pane, aspect)
        : changed(current.region, { x, y }, pane, aspect),
      isSettled,
    );
    if (isSettled) grip.current = undefined;
  };
  return (
    <button
      type="button"
      className={`region region--${pane.side}`}
      aria-label={label}
      aria-describedby={hint}
      disabled={!onChange}
      style={{
        left: `${shown.x * 100}%`,
        top: `${shown.y * 100}%`,
        width: `${shown.width * 100}%`,
        height: `${shown.height * 100}%`,
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const box = event.currentTarget.getBoundingClientRect();
        const isCorner = event.clientX > box.right - 26 && event.clientY > box.bottom - 26;
        grip.current = { x: event.clientX, y: event.clientY, region, isCorner };
      }}
      onPointerMove={(event) => follow(event, false)}
      onPointerUp={(event) => follow(event, true)}
      onKeyDown={(event) => {
        const step = event.shiftKey ? 0.05 : 0.01;
        const change = {
          ArrowLeft: { x: -step },
          ArrowRight: { x: step },
          ArrowUp: { y: -step },
          ArrowDown: { y: step },
          '+': { factor: 1.06 },
          '=': { factor: 1.06 },
          '-': { factor: 1 / 1.06 },
        }[event.key];
        if (!change || !onChange) return;
        event.preventDefault();
        onChange(changed(region, change, pane, aspect), true);
      }}
    >
      <span className="region__corner" aria-hidden />
    </button>
  );
}
