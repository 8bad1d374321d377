import { createAnalyst } from './analysis/analyse.ts';
import type { Analyst } from './analysis/analyse.ts';
import type { Transcript } from './analysis/evidence.ts';
import type { VocabularyItem } from './analysis/item.ts';
import { builtinLexicon } from './lexicon/load.ts';
import { readSubtitles, rebuildSentences } from './transcript/index.ts';
import type { SubtitleWarning } from './transcript/index.ts';

/** What a subtitle file has to teach. */
export type Vocabulary = { transcript: Transcript; items: VocabularyItem[]; warnings: SubtitleWarning[] };

let builtin: Analyst | undefined;

/**
 * What there is to learn in a subtitle file, found by the built-in analyst.
 * @throws KinoraError `request.invalid` with line and reason when it is no subtitle file; the signal's reason.
 */
export async function readVocabulary(
  file: Uint8Array | string,
  options: { signal?: AbortSignal } = {},
): Promise<Vocabulary> {
  const { cues, warnings } = readSubtitles(file);
  const transcript = { cues, sentences: rebuildSentences(cues) };
  builtin ??= createAnalyst(builtinLexicon());
  return { transcript, items: await builtin.analyse(transcript, options), warnings };
}
