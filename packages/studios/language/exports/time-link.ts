/**
 * The page of a recording from a time on: `?t=83` as YouTube and most players read it, `?t=0h1m23s` on Twitch, `?from=83` on
 * Niconico.
 * @param seconds Of the recording; whole seconds count.
 */
export function timeLink(link: string, seconds: number): string {
  const url = new URL(link);
  const whole = Math.max(0, Math.floor(seconds));
  const isOn = (host: string) => url.hostname === host || url.hostname.endsWith(`.${host}`);
  if (isOn('twitch.tv')) {
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
    url.searchParams.set('t', `${hours}h${minutes}m${whole % 60}s`);
  } else url.searchParams.set(isOn('nicovideo.jp') ? 'from' : 't', String(whole));
  return url.href;
}
