import { createHash } from 'node:crypto';
import type { AssetRef } from '@kinora/capabilities';
import { buildAnkiPackage } from '@kinora/media/documents/anki';
import type { AnkiNote } from '@kinora/media/documents/anki';
import { ankiNotes } from '../exports/index.ts';
import { takeClips, takeStills } from './clips.ts';
import { isWithin } from './fit.ts';
import type { LessonParts, Report } from './outputs.ts';

/** Pixels: phones show no more. */
const pictureWidth = 640;

/** An Anki deck: a note an item, with the sentence that shows it best as sound and picture where there is a recording. */
export async function makeAnki(
  { words, found, lesson, input, context }: LessonParts,
  report: Report,
): Promise<AssetRef> {
  const planned = ankiNotes({
    items: found.items,
    transcript: words.transcript,
    title: lesson.title,
    choices: input.request,
  });
  const { facts } = lesson;
  // Words that go on after the recording have neither sound nor picture.
  const shown = planned.filter((each) => facts !== null && isWithin(each, facts));
  const last = facts?.seconds ?? 0;
  const sounds =
    context.recording !== null && facts?.audio
      ? await takeClips(
          shown.map(({ sound }) => ({ start: sound.start, end: Math.min(sound.end, last) })),
          context,
          (fraction) => report(fraction * 0.4),
        )
      : null;
  const pictures =
    context.recording !== null && facts?.video
      ? await takeStills(
          shown.map(({ picture }) => Math.min(picture, last)),
          { width: pictureWidth },
          context,
          (fraction) => report(0.4 + fraction * 0.5),
        )
      : null;
  const notes = planned.map((each): AnkiNote => {
    const index = shown.indexOf(each);
    return {
      ...each.note,
      ...(sounds && index >= 0 && { audio: sounds[index]! }),
      ...(pictures && index >= 0 && { screenshot: pictures[index]! }),
    };
  });
  const hash = createHash('sha256').update(JSON.stringify(planned.map(({ note }) => note)));
  for (const { audio, screenshot } of notes) {
    for (const part of [audio, screenshot])
      hash.update(
        createHash('sha256')
          .update(part ?? '')
          .digest(),
      );
  }
  const inputs = { lesson: input.id, title: lesson.title, notes: hash.digest('hex') };
  return context.step<AssetRef>({ name: 'language.anki', version: 1, inputs }, async ({ signal }) => {
    const deck = { key: input.id, name: `Kinora::${lesson.title}`, notes, modifiedAt: new Date() };
    return context.assets.put(await buildAnkiPackage(deck, { signal }), { mediaType: 'application/apkg' });
  });
}
