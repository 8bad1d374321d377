import { readFile } from 'node:fs/promises';
import { KinoraError } from '@kinora/capabilities/errors';
import { itemKinds, readVocabulary } from '@kinora/server/language';
import type { ItemKind, Vocabulary, VocabularyItem } from '@kinora/server/language';
import { Command, InvalidArgumentError } from 'commander';

type Options = { json?: boolean; tsv?: boolean; kind?: ItemKind[] };

/** `kinora vocabulary`: what there is to learn in subtitles. */
export function vocabularyCommand(): Command {
  return new Command('vocabulary')
    .description('what there is to learn in subtitles: slang, grammar, expressions, each with where it is said')
    .argument('<subtitles>', 'SRT, WebVTT, ASS, SBV, TTML, or YouTube’s json3 and srv3')
    .option('--kind <kinds>', `only these, with commas between: ${itemKinds.join(', ')}`, parseKinds)
    .option('--json', 'every place of every item as JSON')
    .option('--tsv', 'the same as a table with tabs, for spreadsheets and Anki')
    .addHelpText(
      'after',
      `
Examples:
  kinora vocabulary stream.ja.srt
  kinora vocabulary stream.ja.srt --kind slang,expression
  kinora vocabulary stream.en.vtt --json | jq '.[].surface'`,
    )
    .action(async (path: string, { json, tsv, kind }: Options) => {
      const vocabulary = await readVocabulary(await readInput(path));
      const items = vocabulary.items.filter((item) => kind === undefined || kind.includes(item.kind));
      if (json === true) process.stdout.write(`${JSON.stringify(places(items), null, 2)}\n`);
      else if (tsv === true) process.stdout.write(table(items));
      else process.stdout.write(describe(items, vocabulary));
    });
}

async function readInput(path: string): Promise<Uint8Array> {
  return await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const reason =
      cause.code === 'ENOENT' ? 'there is no such file' : cause.code === 'EISDIR' ? 'it is a folder' : cause.code;
    throw new KinoraError('request.invalid', `“${path}” can't be read: ${reason}.`, {
      cause,
      data: { field: 'subtitles' },
    });
  });
}

function parseKinds(value: string): ItemKind[] {
  return value.split(',').map((name) => {
    const kind = itemKinds.find((each) => each === name.trim());
    if (kind === undefined) throw new InvalidArgumentError(`Choose of ${itemKinds.join(', ')}.`);
    return kind;
  });
}

/** One object for every place, in the order they are said. */
function places(items: readonly VocabularyItem[]) {
  return items
    .flatMap(({ evidence, form, ...item }) =>
      evidence.map(({ surface, start, end, cueIndex, context, from, to, speaker }) => ({
        surface,
        lemma: form,
        reading: item.reading ?? null,
        kind: item.kind,
        gloss: item.gloss,
        start: round(start),
        end: round(end),
        cueIndex,
        sentence: context,
        from,
        to,
        speaker: speaker ?? null,
        language: item.language,
        partOfSpeech: item.partOfSpeech,
        difficulty: item.difficulty ?? null,
        register: item.register ?? null,
        explanation: item.explanation ?? null,
        usage: item.usage ?? null,
        correction: item.correction ?? null,
        tags: item.tags,
        id: item.id,
      })),
    )
    .toSorted((a, b) => a.start - b.start || a.from - b.from);
}

const columns = [
  'surface',
  'lemma',
  'reading',
  'kind',
  'gloss',
  'difficulty',
  'start',
  'sentence',
  'explanation',
] as const;

function table(items: readonly VocabularyItem[]): string {
  const rows = places(items).map((place) =>
    columns.map((name) => String(place[name] ?? '').replaceAll(/[\t\n]/g, ' ')),
  );
  return `${[columns, ...rows].map((row) => row.join('\t')).join('\n')}\n`;
}

function describe(items: readonly VocabularyItem[], { transcript, warnings }: Vocabulary): string {
  const lines = [`${items.length} things to learn in ${transcript.sentences.length} sentences`];
  for (const kind of itemKinds) {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) continue;
    lines.push('', titles[kind]);
    for (const { form, reading, gloss, difficulty, correction, evidence } of own) {
      const spoken = reading === undefined || reading === form ? '' : `（${reading}）`;
      const times = evidence.slice(0, 4).map(({ start }) => clock(start));
      const more = evidence.length > 4 ? ` and ${evidence.length - 4} more` : '';
      lines.push(
        `  ${form}${spoken}  ${correction === undefined ? '' : `→ ${correction}  `}${gloss}  [${difficulty ?? '–'}]  ${times.join(', ')}${more}`,
      );
      lines.push(`      ${evidence[0].context}`);
    }
  }
  for (const { line, reason } of warnings.slice(0, 5)) lines.push('', `Left out: line ${line}: ${reason}`);
  return `${lines.join('\n')}\n`;
}

const titles: Record<ItemKind, string> = {
  slang: 'Slang and internet',
  culture: 'Culture',
  grammar: 'Grammar',
  expression: 'Expressions',
  mistake: 'Common mistakes',
  word: 'Words',
};

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
