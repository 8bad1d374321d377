import type { AssetRef, Json } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities/errors';
import { buildWorksheetPdf } from '@kinora/media/documents/worksheet';
import type { Worksheet } from '@kinora/media/documents/worksheet';
import { planWorksheet } from '../exports/index.ts';
import type { LessonParts } from './outputs.ts';

/** The worksheet as PDF, made again when an exercise or a word of it changes. */
export async function makeWorksheet({ words, found, lesson, input, context }: LessonParts): Promise<AssetRef> {
  const { title } = lesson;
  const sheet = planWorksheet({
    items: found.items,
    transcript: words.transcript,
    title,
    choices: input.request,
  });
  if (sheet === null) throw new KinoraError('internal.bug', 'A worksheet is made of items.');
  const inputs = { sheet: sheet as unknown as Json };
  return context.step<AssetRef>({ name: 'language.worksheet', version: 1, inputs }, async () => {
    const provenance: Worksheet['provenance'] = {
      title,
      language: sheet.instructions[0] ?? 'en',
      sourceType: 'algorithmicMedia',
      generator: 'Kinora',
      models: [],
      createdAt: new Date(),
      description: `A worksheet for “${title}”.`,
    };
    return context.assets.put(await buildWorksheetPdf({ ...sheet, provenance }), { mediaType: 'application/pdf' });
  });
}
