/** Whether words of a song carry times as LRC does, e.g. `[01:02.50]`. */
export function lyricsKind(text: string): 'lrc' | 'plain' {
  return /^\s*\[\d{1,3}:\d{1,2}([.:]\d{1,3})?\]/m.test(text) ? 'lrc' : 'plain';
}
