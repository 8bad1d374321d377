import type { AssetRef } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities/errors';
import { addFurigana } from '../analysis/apart.ts';
import type { TranscriptFile } from '../lesson/lesson.ts';
import { readSubtitles, rebuildSentences } from '../transcript/index.ts';
import type { Cue, SubtitleWarning } from '../transcript/index.ts';
import type { LessonContext, LessonInput } from './context.ts';
import { getJson, putJson } from './json-file.ts';

/** A transcript and its file. */
export type HeardWords = { file: AssetRef; transcript: TranscriptFile };

/** Cues with where they come from. */
export type FoundCues = { origin: TranscriptFile['origin']; cues: Cue[]; warnings: SubtitleWarning[] };

/**
 * What is said: as its owner edited it, else from the subtitle file, the track within the recording, or who listens.
 * @param find Finds the {@link FoundCues} of a recording without a subtitle file, as JSON.
 */
export async function readTranscript(
  { request, script }: Pick<LessonInput, 'request' | 'script'>,
  context: LessonContext,
  find: () => Promise<AssetRef>,
): Promise<HeardWords> {
  const { assets } = context;
  const source =
    script.cues !== null
      ? { edited: script.cues }
      : request.subtitles?.kind === 'file'
        ? { file: request.subtitles.file }
        : { found: await find() };
  const inputs = Object.fromEntries(Object.entries(source).map(([kind, { asset }]) => [kind, asset]));
  const file = await context.step<AssetRef>({ name: 'language.transcript', version: 1, inputs }, async ({ signal }) => {
    const { origin, cues, warnings } = await cuesOf(source, context);
    if (cues.length === 0) throw new KinoraError('request.invalid', 'Nobody says a word in this recording.');
    const sentences = await addFurigana(rebuildSentences(cues), { signal });
    return putJson({ origin, cues, sentences, warnings } satisfies TranscriptFile, assets);
  });
  return { file, transcript: await getJson<TranscriptFile>(file, assets) };
}

async function cuesOf(
  source: { edited: AssetRef } | { file: AssetRef } | { found: AssetRef },
  { assets }: LessonContext,
): Promise<FoundCues> {
  if ('edited' in source) return { origin: 'edited', cues: await getJson<Cue[]>(source.edited, assets), warnings: [] };
  if ('found' in source) return getJson<FoundCues>(source.found, assets);
  const { cues, warnings } = readSubtitles(await assets.get(source.file));
  return { origin: 'file', cues, warnings };
}
