import { readFile } from 'node:fs/promises';
import { KinoraError } from '@kinora/capabilities/errors';
import { itemKinds, readVocabulary, vocabularyTable } from '@kinora/server/language';
import type { ItemKind, Vocabulary, VocabularyItem } from '@kinora/server/language';
import { Command, InvalidArgumentError } from 'commander';

type Options = { json?: boolean; csv?: boolean; tsv?: boolean; kind?: ItemKind[] };

/** `kinora vocabulary`: what there is to learn in subtitles. */
export function vocabularyCommand(): Command {
  return new Command('vocabulary')
    .description('what there is to learn in subtitles: slang, grammar, expressions, each with where it is said')
    .argument('<subtitles>', 'SRT, WebVTT, ASS, SBV, TTML, or YouTube’s json3 and srv3')
    .option('--kind <kinds>', `only these, with commas between: ${itemKinds.join(', ')}`, parseKinds)
    .option('--json', 'every place of every item as JSON')
    .option('--csv', 'the same as a table with commas, for spreadsheets')
    .option('--tsv', 'the same as a table with tabs')
    .addHelpText(
      'after',
      `
Examples:
  kinora vocabulary stream.ja.srt
  kinora vocabulary stream.ja.srt --kind slang,expression
  kinora vocabulary stream.en.vtt --json | jq '.[].surface'`,
    )
    .action(async (path: string, { json, csv, tsv, kind }: Options) => {
      const vocabulary = await readVocabulary(await readInput(path));
      const items = vocabulary.items.filter((item) => kind === undefined || kind.includes(item.kind));
      const format = json === true ? 'json' : csv === true ? 'csv' : tsv === true ? 'tsv' : undefined;
      process.stdout.write(format === undefined ? describe(items, vocabulary) : vocabularyTable(items, { format }));
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
