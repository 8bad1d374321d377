/** A link to a second of a recording, as YouTube, Twitch and most players read it: `?t=83`. Null without a link. */
export function timeLink(link: string | null, seconds: number): string | null {
  if (link === null) return null;
  const url = new URL(link);
  url.searchParams.set('t', String(Math.max(0, Math.floor(seconds))));
  return url.href;
}
