/** What happens in a sample recording, in order. */
export type ScriptEntry =
  | { kind: 'slide'; ja: string; en: string; points: { ja: string; en: string }[]; isGame: boolean }
  | { kind: 'line'; speaker: 'host' | 'guest'; language: 'ja' | 'en'; text: string }
  | { kind: 'laugh'; seconds: number }
  | { kind: 'pause'; seconds: number }
  | { kind: 'music'; isOn: boolean };

/**
 * Reads a script: `= ja | en` begins a slide, `* ja | en` is a point of it, `~ game` shows a game instead, `M:` is what the
 * host says in Japanese, `L:` what the guest says in English, `~ laugh 2` and `~ pause 2` last so many seconds, `~ music on`
 * and `~ music off` are music under what follows.
 */
export function readScript(script: string): ScriptEntry[] {
  const entries: ScriptEntry[] = [];
  let slide: (ScriptEntry & { kind: 'slide' }) | undefined;
  for (const row of script.split('\n').map((line) => line.trim())) {
    if (row === '') continue;
    const rest = row.slice(2).trim();
    const [ja = '', en = ''] = rest.split(' | ');
    if (row.startsWith('= ')) {
      slide = { kind: 'slide', ja, en, points: [], isGame: false };
      entries.push(slide);
    } else if (row.startsWith('* ')) {
      slide?.points.push({ ja, en });
    } else if (row.startsWith('M:')) {
      entries.push({ kind: 'line', speaker: 'host', language: 'ja', text: rest });
    } else if (row.startsWith('L:')) {
      entries.push({ kind: 'line', speaker: 'guest', language: 'en', text: rest });
    } else {
      const [word, value] = rest.split(' ');
      if (word === 'game' && slide) slide.isGame = true;
      else if (word === 'music') entries.push({ kind: 'music', isOn: value === 'on' });
      else if (word === 'laugh' || word === 'pause') entries.push({ kind: word, seconds: Number(value) });
      else throw new Error(`The script has a line that nobody understands: ${row}`);
    }
  }
  return entries;
}

/** Slides of a script with what happens on each. */
export function bySlide(entries: readonly ScriptEntry[]): ScriptEntry[][] {
  const slides: ScriptEntry[][] = [];
  for (const entry of entries) {
    if (entry.kind === 'slide') slides.push([]);
    slides.at(-1)?.push(entry);
  }
  return slides;
}

/** About how long a slide lasts, in seconds, before anything is spoken. */
export function guessSeconds(entries: readonly ScriptEntry[]): number {
  let seconds = 0;
  for (const entry of entries) {
    if (entry.kind === 'line') seconds += entry.text.length * (entry.language === 'ja' ? 0.136 : 0.063) + 0.36;
    else if (entry.kind === 'laugh' || entry.kind === 'pause') seconds += entry.seconds;
  }
  return seconds;
}
