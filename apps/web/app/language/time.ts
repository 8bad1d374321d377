/** Seconds as `2:38`, from an hour on as `1:02:38`, cut off as players show them. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 0.001));
  const rest = `${String(Math.floor(whole / 60) % 60)}:${String(whole % 60).padStart(2, '0')}`;
  return whole < 3600 ? rest : `${Math.floor(whole / 3600)}:${rest.padStart(5, '0')}`;
}

/** The same with tenths, for places: `2:38.4`. */
export function fineClock(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  return `${clock(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** Seconds of `2:38.4`, `1:02:38` or `158.4`; null for anything else. */
export function secondsOf(text: string): number | null {
  if (!/^\d+(:[0-5]?\d){0,2}([.,]\d+)?$/.test(text.trim())) return null;
  return text
    .trim()
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}
