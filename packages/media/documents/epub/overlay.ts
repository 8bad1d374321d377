import type { WordTiming } from '@kinora/capabilities';
import type { Page } from './pages.ts';

/**
 * A media overlay (EPUB 3.3, §9): words and the stretch of audio in which each is read. Stretches touch, so that a
 * reading system plays the pauses too; together they last as long as the audio.
 */
export function mediaOverlay(options: {
  page: string;
  audio: string;
  duration: number;
  words: readonly WordTiming[];
  wordIds: Page['wordIds'];
}): string {
  const { page, audio, duration, words, wordIds } = options;
  const starts = wordIds.map(({ word }, index) => (index === 0 ? 0 : words[word]!.start));
  const pars = wordIds.map(({ id }, index) => {
    const begin = clockValue(starts[index]!);
    const end = clockValue(starts[index + 1] ?? duration);
    return `<par id="p-${id}"><text src="${page}#${id}"/><audio src="${audio}" clipBegin="${begin}" clipEnd="${end}"/></par>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
<body>
<seq id="words" epub:textref="${page}#words" epub:type="bodymatter">
${pars.join('\n')}
</seq>
</body>
</smil>
`;
}

/** A SMIL clock value with milliseconds, e.g. `0:01:02.500`. */
export function clockValue(seconds: number): string {
  const total = Math.round(seconds * 1000);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const minutes = Math.floor(total / 60_000);
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60, 2)}:${pad(Math.floor(total / 1000) % 60, 2)}.${pad(total % 1000, 3)}`;
}
