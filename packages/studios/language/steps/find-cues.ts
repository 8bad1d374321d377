import type { AssetRef } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities/errors';
import { readSubtitleTrack } from '@kinora/media/recording';
import type { RecordingFacts } from '../lesson/lesson.ts';
import type { LessonRequest } from '../lesson/request.ts';
import { readSubtitles } from '../transcript/index.ts';
import type { LessonContext } from './context.ts';
import { putJson } from './json-file.ts';
import { transcribe } from './transcribe.ts';
import type { FoundCues } from './transcript.ts';

/** The words of a recording that came without a subtitle file: of a track within it, or of who listens. */
export async function findCues(
  facts: RecordingFacts | null,
  { subtitles }: Pick<LessonRequest, 'subtitles'>,
  context: LessonContext,
): Promise<AssetRef> {
  const { recording, assets } = context;
  if (recording === null || facts === null) throw new KinoraError('request.invalid', 'Give a recording, or subtitles.');
  const track =
    subtitles?.kind === 'transcription'
      ? undefined
      : subtitles?.kind === 'embedded' && subtitles.track !== undefined
        ? subtitles.track
        : facts.subtitles.find(({ isText }) => isText)?.index;
  if (track === undefined) {
    if (subtitles?.kind === 'embedded') throw noTrack(facts);
    return transcribe(
      facts,
      { language: subtitles?.kind === 'transcription' ? subtitles.language : undefined },
      context,
    );
  }
  return context.step<AssetRef>(
    { name: 'language.embedded-words', version: 1, inputs: { recording: recording.identity, track } },
    async ({ signal }) => {
      const { bytes } = await recording.lend((path) => readSubtitleTrack(path, { index: track }, { signal }));
      const { cues, warnings } = readSubtitles(bytes);
      return putJson({ origin: 'embedded', cues, warnings } satisfies FoundCues, assets);
    },
  );
}

function noTrack({ subtitles }: RecordingFacts): KinoraError {
  return new KinoraError(
    'request.invalid',
    subtitles.length > 0
      ? 'The subtitles within the recording are pictures of words. Give a subtitle file.'
      : 'There are no subtitles within the recording. Give a subtitle file.',
    { data: { field: 'subtitles' } },
  );
}
