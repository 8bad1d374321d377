/** Where the lanes of the plot lie, pixels. */
export const frame = { width: 1440, left: 84, right: 36 } as const;

/** Steps between marks of the time axis, seconds. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300];
/** Closest that two marks may stand, pixels. */
const closest = 72;

/** Turns seconds into pixels across the plot. */
export type Scale = (seconds: number) => number;

/** @param duration Seconds across the whole width. */
export function timeScale(duration: number): Scale {
  const across = frame.width - frame.left - frame.right;
  return (seconds) => frame.left + (across * Math.max(0, Math.min(duration, seconds))) / duration;
}

/** Moments at which the time axis has a mark, seconds. */
export function timeMarks(duration: number): number[] {
  const across = frame.width - frame.left - frame.right;
  const step = steps.find((each) => (across * each) / duration >= closest) ?? 600;
  return Array.from({ length: Math.floor(duration / step) + 1 }, (_, index) => index * step);
}

/** Minutes and seconds as players write them: 3:05. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds + 0.5);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Pixels with one decimal: finer than a screen shows. */
export function pixels(value: number): string {
  return String(Math.round(value * 10) / 10);
}
