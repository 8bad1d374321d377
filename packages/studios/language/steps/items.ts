import { createHash } from 'node:crypto';
import type { AssetRef, Json } from '@kinora/capabilities';
import { createAnalyst } from '../analysis/analyse.ts';
import type { Analyst } from '../analysis/analyse.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import type { ItemEdit } from '../lesson/edits.ts';
import type { ItemsFile, Lesson } from '../lesson/lesson.ts';
import type { LessonRequest } from '../lesson/request.ts';
import { builtinLexicon } from '../lexicon/load.ts';
import type { LessonContext } from './context.ts';
import { getJson, putJson } from './json-file.ts';
import type { HeardWords } from './transcript.ts';

/** Items and their file. */
export type FoundItems = { file: AssetRef; items: VocabularyItem[] };

let builtin: { analyst: Analyst; lexicon: string } | undefined;

/** Finds the items in a transcript, puts them into the owner's vocabulary, and lays the owner's edits over them. */
export async function findItems(
  { file: transcriptFile, transcript }: HeardWords,
  request: Pick<LessonRequest, 'learns'>,
  context: LessonContext,
): Promise<FoundItems> {
  builtin ??= {
    analyst: createAnalyst(builtinLexicon()),
    lexicon: createHash('sha256').update(JSON.stringify(builtinLexicon())).digest('hex'),
  };
  const { analyst, lexicon } = builtin;
  const found = await context.step<AssetRef>(
    { name: 'language.items', version: 1, inputs: { transcript: transcriptFile.asset, lexicon } },
    async ({ signal }) => putJson({ items: await analyst.analyse(transcript, { signal }) }, context.assets),
  );
  const { items } = await getJson<ItemsFile>(found, context.assets);
  await context.keepItems(items);
  const edits = await context.itemEdits(items.map(({ id }) => id));
  const told = Object.fromEntries(Object.entries(edits).flatMap(([id, edit]) => visibleEdit(id, edit)));
  const inputs = { items: found.asset, learns: request.learns, edits: told as Json };
  const file = await context.step<AssetRef>({ name: 'language.edited-items', version: 1, inputs }, () =>
    putJson({ items: editItems(items, told, request.learns) } satisfies ItemsFile, context.assets),
  );
  return { file, items: editItems(items, told, request.learns) };
}

/** Items as their owner wants them: edited, without the hidden ones, of the language that is learned. */
export function editItems(
  items: readonly VocabularyItem[],
  edits: Record<string, ItemEdit>,
  learns: LessonRequest['learns'],
): VocabularyItem[] {
  return items.flatMap((item) => {
    const { isHidden, isStarred: _star, review: _review, ...told } = edits[item.id] ?? {};
    if (isHidden === true || (learns !== 'both' && item.language !== learns)) return [];
    return [{ ...item, ...told }];
  });
}

/** How many items there are of each kind. */
export function countKinds(items: readonly VocabularyItem[]): Lesson['counts']['kinds'] {
  const kinds: Lesson['counts']['kinds'] = {};
  for (const { kind } of items) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

/** Stars and reviews are nobody's business but their owner's: no file shows them, so none is made again for them. */
function visibleEdit(id: string, { isStarred: _star, review: _review, ...edit }: ItemEdit): [string, ItemEdit][] {
  return Object.keys(edit).length === 0 ? [] : [[id, edit]];
}
