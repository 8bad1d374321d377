import { createHash } from 'node:crypto';
import type { AssetRef, Json } from '@kinora/capabilities';
import { analyseApart } from '../analysis/apart.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import { mergeItems } from '../analysis/model/index.ts';
import type { ItemEdit } from '../lesson/edits.ts';
import type { ItemsFile, Lesson } from '../lesson/lesson.ts';
import type { LessonRequest } from '../lesson/request.ts';
import { builtinLexicon } from '../lexicon/load.ts';
import type { LessonContext } from './context.ts';
import { getJson, putJson } from './json-file.ts';
import { findByModel } from './model-items.ts';
import type { HeardWords } from './transcript.ts';

/** Items and their file. */
export type FoundItems = {
  file: AssetRef;
  items: VocabularyItem[];
  /** For people: how the finding went. */
  notes: string[];
};

let lexicon: string | undefined;

/**
 * Finds the items in a transcript: the built-in analyst with imported dictionaries, then a language model, where one is set up.
 * Puts them into the owner's vocabulary, and lays the owner's edits over them.
 */
export async function findItems(
  words: HeardWords,
  request: Pick<LessonRequest, 'learns' | 'asksModel'>,
  context: LessonContext,
): Promise<FoundItems> {
  const { assets } = context;
  lexicon ??= createHash('sha256').update(JSON.stringify(builtinLexicon())).digest('hex');
  const dictionaries = await context.dictionaries();
  const own = await context.step<AssetRef>(
    {
      name: 'language.items',
      version: 1,
      inputs: { transcript: words.file.asset, lexicon, dictionaries: dictionaries.map(({ asset }) => asset) },
    },
    ({ signal }) =>
      assets.lend(dictionaries, async (paths) =>
        putJson({ items: await analyseApart(words.transcript, { dictionaries: paths, signal }) }, assets),
      ),
  );
  const model = request.asksModel ? await findByModel(words, context) : { items: [], notes: [] };
  const found =
    model.items.length === 0
      ? own
      : await putJson({ items: mergeItems((await getJson<ItemsFile>(own, assets)).items, model.items) }, assets);
  const { items } = await getJson<ItemsFile>(found, assets);
  await context.keepItems(items);
  const edits = await context.itemEdits(items.map(({ id }) => id));
  const told = Object.fromEntries(Object.entries(edits).flatMap(([id, edit]) => visibleEdit(id, edit)));
  const inputs = { items: found.asset, learns: request.learns, edits: told as Json };
  const file = await context.step<AssetRef>({ name: 'language.edited-items', version: 1, inputs }, () =>
    putJson({ items: editItems(items, told, request.learns) } satisfies ItemsFile, assets),
  );
  return { file, items: editItems(items, told, request.learns), notes: model.notes };
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
