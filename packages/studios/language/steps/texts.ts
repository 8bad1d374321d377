import type { AssetRef } from '@kinora/capabilities';
import { captionFiles, vocabularyTable } from '../exports/index.ts';
import type { VocabularyFormat } from '../exports/index.ts';
import { titleSeconds } from './film.ts';
import type { LessonParts } from './outputs.ts';
import { zipTexts } from './zip.ts';

const mediaTypes = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
} as const satisfies Record<VocabularyFormat, string>;

/** Every place of every item as a table. */
export function makeVocabularyTable(
  { found, input, context }: LessonParts,
  format: VocabularyFormat,
): Promise<AssetRef> {
  const { link } = input.request;
  const inputs = { items: found.file.asset, link, format };
  return context.step<AssetRef>({ name: 'language.vocabulary', version: 1, inputs }, async () =>
    context.assets.put(new TextEncoder().encode(vocabularyTable(found.items, { format, link })), {
      mediaType: mediaTypes[format],
    }),
  );
}

/** What is said as SRT and WebVTT, for the recording and for the main video. */
export function makeCaptions({ words, lesson, context }: LessonParts): Promise<AssetRef> {
  const { cues } = words.transcript;
  const keeps = lesson.facts === null ? [] : (lesson.plan?.cut.keeps ?? []);
  const offset = lesson.facts !== null && lesson.plan?.cut.intro ? titleSeconds : 0;
  const inputs = { transcript: words.file.asset, keeps, offset };
  return context.step<AssetRef>({ name: 'language.captions', version: 1, inputs }, async () => {
    const whole = captionFiles(cues);
    const files: Record<string, string> = { 'recording.srt': whole.srt, 'recording.vtt': whole.vtt };
    if (keeps.length > 0) {
      const cut = captionFiles(cues, { keeps, offset });
      Object.assign(files, { 'main-video.srt': cut.srt, 'main-video.vtt': cut.vtt });
    }
    return context.assets.put(zipTexts(files), { mediaType: 'application/zip' });
  });
}
