/**
 * Seconds of a time such as `1:02:03,450`, `02:03.45` or `3.5`; hours and leading zeros may be missing, the fraction may have
 * any length. Null when it is none.
 */
export function readTime(text: string): number | null {
  const found = /^(?:(?:(\d{1,4}):)?(\d{1,3}):)?(\d{1,4})(?:[.,:](\d{1,9}))?$/.exec(text.trim());
  if (found === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = found;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return whole + Number(`0.${fraction}`);
}

/** Start and end of a line `start --> end …`, whatever the arrow's dashes. Null when it is no such line. */
export function readTimes(line: string): { start: number; end: number; rest: string } | null {
  const found = /^\s*([\d:.,]+)\s*(?:--?-?>|—>|→|–>)\s*([\d:.,]+)(.*)$/.exec(line);
  if (found === null) return null;
  const [, from = '', to = '', rest = ''] = found;
  const [start, end] = [readTime(from), readTime(to)];
  return start === null || end === null ? null : { start, end, rest };
}
